package ir.hamedan.esup.web;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RequestKey;
import java.util.UUID;
import java.util.function.Function;

/** One key for one showing of a form: sent twice, what it asks for is done once. */
public final class FormKey {
    private String text = UUID.randomUUID().toString();

    /** Sends it; where the key was used for something else the form gets a new one, so that it can be sent again. */
    public <T> T send(Function<String, T> write) {
        try {
            return write.apply(text);
        } catch (Problem refused) {
            if (refused.code().equals(RequestKey.USED)) {
                text = UUID.randomUUID().toString();
            }
            throw refused;
        }
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }
}
