package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/** The language of this request, for pages: {@code #{language.code}}. {@link LanguageFilter} has chosen it. */
@Named
@RequestScoped
public class Language {
    static final String ATTRIBUTE = "ir.hamedan.esup.web.language";

    @Inject
    HttpServletRequest request;

    /** The language of a request: Persian unless {@link LanguageFilter} found that another was asked for. */
    public static Locale of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof Locale chosen ? chosen : Messages.PERSIAN;
    }

    public Locale getLocale() {
        return of(request);
    }

    /** {@code fa} or {@code en}. */
    public String getCode() {
        return getLocale().getLanguage();
    }

    /** {@code rtl} or {@code ltr}. */
    public String getDirection() {
        return isPersian() ? "rtl" : "ltr";
    }

    public boolean isPersian() {
        return "fa".equals(getCode());
    }

    /** The code of the language one can change to. */
    public String getOther() {
        return isPersian() ? "en" : "fa";
    }

    /** The texts in this language. */
    public Messages getMessages() {
        return Messages.in(getLocale());
    }
}
