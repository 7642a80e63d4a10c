package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/**
 * Says several problems at once, each at its input. A field of a row, such as {@code transferors[0].share}, is the input
 * {@code share} in the first row of the repetition {@code transferors} of the form with the id {@code form}; other
 * fields are the input of that id in it, where a dot of the path is a hyphen of the id.
 */
public final class FormProblems {
    private FormProblems() {}

    public static void show(List<Problem> problems) {
        FacesContext context = FacesContext.getCurrentInstance();
        Messages messages = Texts.messages();
        for (Problem problem : problems) {
            String id = problem.field().map(FormProblems::clientId).orElse(null);
            UIComponent input = id == null ? null : context.getViewRoot().findComponent(id.replaceAll(":\\d+:", ":"));
            // The input stays valid for Faces, or it would show nothing of what was typed (see ProblemHandler).
            FacesMessage message = new FacesMessage(FacesMessage.SEVERITY_ERROR, messages.text(problem), null);
            context.addMessage(input == null ? null : id, message);
        }
        if (!problems.isEmpty()) {
            context.validationFailed();
        }
    }

    /** One problem at an input that is no part of Faces, by its id in the page. */
    public static void showAt(String id, Problem problem) {
        FacesContext.getCurrentInstance()
                .addMessage(
                        id,
                        new FacesMessage(
                                FacesMessage.SEVERITY_ERROR, Texts.messages().text(problem), null));
    }

    /** What was read of a field, or null and one more wrong field. */
    public static <T> T tried(String field, List<Problem> wrong, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (Problem problem) {
            wrong.add(problem.at(field));
            return null;
        }
    }

    /** Does what a form asks for; what is refused at a field of any other name is refused at this one of the form. */
    public static <T> T refusedAt(String field, Supplier<T> act) {
        try {
            return act.get();
        } catch (Problem problem) {
            throw problem.field().isPresent() ? problem.at(field) : problem;
        }
    }

    /** Whether the form sent a file that holds nothing, which Faces makes no difference of from none. */
    public static boolean isEmptyFileSent() {
        FacesContext context = FacesContext.getCurrentInstance();
        if (context == null
                || !(context.getExternalContext().getRequest() instanceof HttpServletRequest request)
                || request.getContentType() == null
                || !request.getContentType().startsWith("multipart/")) {
            return false;
        }
        try {
            return request.getParts().stream()
                    .anyMatch(part -> part.getSize() == 0
                            && part.getSubmittedFileName() != null
                            && !part.getSubmittedFileName().isBlank());
        } catch (IOException | ServletException e) {
            throw new IllegalStateException("a form with a file that cannot be read again", e);
        }
    }

    /** Says what went well, also after a redirect. */
    public static void news(String key, Object... values) {
        FacesContext context = FacesContext.getCurrentInstance();
        context.getExternalContext().getFlash().setKeepMessages(true);
        context.addMessage(
                null,
                new FacesMessage(FacesMessage.SEVERITY_INFO, Texts.messages().text(key, values), null));
    }

    static String clientId(String field) {
        return "form:" + field.replaceAll("\\[(\\d+)]\\.", ":$1:").replace('.', '-');
    }
}
