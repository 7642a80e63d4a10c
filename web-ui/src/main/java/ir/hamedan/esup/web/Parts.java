package ir.hamedan.esup.web;

import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitHint;
import jakarta.faces.context.FacesContext;
import java.util.EnumSet;

/** The components of a page. */
final class Parts {
    private Parts() {}

    /**
     * A walk over the parts that are shown. A hidden part is not entered, for it may repeat over what is not there: the
     * debts of an inquiry that has none.
     */
    static VisitContext shown(FacesContext context) {
        return VisitContext.createVisitContext(context, null, EnumSet.of(VisitHint.SKIP_UNRENDERED));
    }
}
