package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.FacesException;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.faces.event.PhaseId;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Turns a {@link Problem} into what the person sees. Thrown by an action it becomes a message at the field it names, or
 * at the top of the page, and the page is shown again with everything that was typed; thrown while a page is being opened
 * it becomes the page of its status. A form whose view has expired is opened again and filled ({@link Kept}). All else
 * goes on to {@link IncidentFilter}.
 */
public class ProblemHandler extends ExceptionHandlerWrapper {
    ProblemHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        Iterator<ExceptionQueuedEvent> queued =
                getUnhandledExceptionQueuedEvents().iterator();
        while (queued.hasNext()) {
            var event = queued.next().getContext();
            if (isAnswered(event.getContext(), event.getException(), event.getPhaseId())) {
                queued.remove();
            }
        }
        getWrapped().handle();
    }

    private static boolean isAnswered(FacesContext context, Throwable thrown, PhaseId phase) {
        if (deepest(thrown) instanceof ViewExpiredException) {
            reopen(context);
            return true;
        }
        Failures.Failure failure = Failures.of(thrown);
        if (PhaseId.RENDER_RESPONSE.equals(phase) || failure.problem().isEmpty()) {
            return false;
        }
        Problem problem = failure.problem().get();
        if (context.isPostback()) {
            context.getExternalContext().getRequestMap().put(IncidentFilter.PROBLEM, problem);
            say(context, problem);
        } else {
            send(context, failure.status(), problem);
        }
        return true;
    }

    private static Throwable deepest(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; depth < 20 && cause.getCause() != null; depth++) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Puts the sentence at the field the problem names, or at the top of the page. */
    static void say(FacesContext context, Problem problem) {
        String sentence = Messages.in(context.getViewRoot().getLocale()).text(problem);
        FacesMessage message = new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence, null);
        Optional<UIComponent> input = problem.field().flatMap(field -> input(context, field));
        // The input stays valid for Faces: of an invalid one with empty texts read as null it would show nothing at
        // all.
        context.addMessage(input.map(found -> found.getClientId(context)).orElse(null), message);
        context.validationFailed();
    }

    /**
     * The input of the form sent that asks for the field. Its id is the field's name, or the last name of its path; a page
     * may say more, such as {@code deedDate} for {@code date}.
     */
    private static Optional<UIComponent> input(FacesContext context, String field) {
        String name = field.substring(field.lastIndexOf('.') + 1).replaceAll("\\[\\d+]$", "");
        List<UIComponent> inputs = new ArrayList<>();
        context.getViewRoot().visitTree(Parts.shown(context), (visit, component) -> {
            if (component instanceof UIForm form && !form.isSubmitted()) {
                return VisitResult.REJECT;
            }
            if (component instanceof EditableValueHolder) {
                inputs.add(component);
            }
            return VisitResult.ACCEPT;
        });
        List<String> ids = inputs.stream().map(UIComponent::getId).toList();
        return chosen(ids, name).map(inputs::get);
    }

    /** Which of the ids is the field's; none when two could be. */
    static Optional<Integer> chosen(List<String> ids, String name) {
        if (ids.contains(name)) {
            return ids.indexOf(name) == ids.lastIndexOf(name) ? Optional.of(ids.indexOf(name)) : Optional.empty();
        }
        String end = name.isEmpty() ? name : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        List<Integer> longer = IntStream.range(0, ids.size())
                .filter(i -> !end.isEmpty() && ids.get(i).endsWith(end))
                .boxed()
                .toList();
        return longer.size() == 1 ? Optional.of(longer.get(0)) : Optional.empty();
    }

    private static void send(FacesContext context, int status, Problem problem) {
        context.getExternalContext().getRequestMap().put(IncidentFilter.PROBLEM, problem);
        try {
            context.getExternalContext().responseSendError(status, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context.responseComplete();
    }

    private static void reopen(FacesContext context) {
        HttpServletRequest request =
                (HttpServletRequest) context.getExternalContext().getRequest();
        Kept.keep(
                request,
                Addresses.full(request),
                CDI.current().select(Clock.class).get().instant());
        try {
            context.getExternalContext().redirect(Addresses.full(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Registered in faces-config.xml. */
    public static class Factory extends ExceptionHandlerFactory {
        public Factory(ExceptionHandlerFactory wrapped) {
            super(wrapped);
        }

        @Override
        public ExceptionHandler getExceptionHandler() {
            return new ProblemHandler(getWrapped().getExceptionHandler());
        }
    }
}
