package ir.hamedan.esup.citizen;

import jakarta.faces.context.FacesContext;
import java.io.IOException;

/** Leading the browser on, without anything remembered on the way. */
final class Redirects {
    private Redirects() {}

    static void to(String address) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(address);
    }
}
