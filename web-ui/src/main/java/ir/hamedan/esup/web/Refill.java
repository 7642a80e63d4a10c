package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Messages;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.ExternalContextWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.FacesContextWrapper;
import jakarta.faces.event.PreRenderViewEvent;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Fills a page with what its reader had typed before the session ended ({@link Kept}), and says so. */
public class Refill implements SystemEventListener {
    @Override
    public boolean isListenerForSource(Object source) {
        return true;
    }

    @Override
    public void processEvent(SystemEvent event) {
        FacesContext context = event.getFacesContext();
        if (event instanceof PreRenderViewEvent && !context.isPostback()) {
            HttpServletRequest request =
                    (HttpServletRequest) context.getExternalContext().getRequest();
            Kept.take(request).ifPresent(kept -> fill(context, kept.values()));
        }
    }

    private static void fill(FacesContext context, Map<String, List<String>> values) {
        FacesContext typed = new Typed(context, values);
        context.getViewRoot().visitTree(Parts.shown(context), (visit, component) -> {
            if (component instanceof EditableValueHolder && values.containsKey(component.getClientId(context))) {
                decode(typed, component);
            }
            return VisitResult.ACCEPT;
        });
        String sentence = Messages.in(context.getViewRoot().getLocale()).text("web.kept");
        context.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_INFO, sentence, null));
    }

    /** Lets the input read its own parameter, as it does from a form that has just been sent. */
    private static void decode(FacesContext typed, UIComponent component) {
        component.decode(typed);
    }

    /** The context of this request with the parameters of the kept one. */
    private static final class Typed extends FacesContextWrapper {
        private final Map<String, List<String>> values;

        Typed(FacesContext context, Map<String, List<String>> values) {
            super(context);
            this.values = values;
        }

        @Override
        public ExternalContext getExternalContext() {
            return new TypedRequest(getWrapped().getExternalContext(), values);
        }
    }

    @SuppressWarnings("unchecked") // the wrapper of the Faces API itself has a raw Map
    private static final class TypedRequest extends ExternalContextWrapper {
        private final Map<String, List<String>> values;

        TypedRequest(ExternalContext context, Map<String, List<String>> values) {
            super(context);
            this.values = values;
        }

        @Override
        public Map<String, String> getRequestParameterMap() {
            Map<String, String> first = new LinkedHashMap<>();
            values.forEach((name, all) -> first.put(name, all.get(0)));
            return first;
        }

        @Override
        public Map<String, String[]> getRequestParameterValuesMap() {
            Map<String, String[]> arrays = new LinkedHashMap<>();
            values.forEach((name, all) -> arrays.put(name, all.toArray(String[]::new)));
            return arrays;
        }
    }
}
