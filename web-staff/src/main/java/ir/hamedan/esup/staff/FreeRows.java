package ir.hamedan.esup.staff;

import ir.hamedan.esup.web.Parameters;
import jakarta.servlet.http.HttpServletRequest;

/** How many free rows a form has for what is not yet in the register: a few at first, some more at every wish. */
final class FreeRows {
    private static final int STEP = 3;
    /** More than heirs or parts of one object; a form without end helps nobody. */
    private static final int MOST = 60;

    private FreeRows() {}

    /** As many as the form had that was sent. */
    static int of(HttpServletRequest request) {
        return of(request, STEP, MOST);
    }

    /** The same of a form that begins with fewer and ends sooner. */
    static int of(HttpServletRequest request, int first, int most) {
        String asked = Parameters.text(request, "free");
        return asked.matches("[0-9]{1,2}") ? Math.min(Integer.parseInt(asked), most) : first;
    }

    static int more(int rows) {
        return Math.min(rows + STEP, MOST);
    }
}
