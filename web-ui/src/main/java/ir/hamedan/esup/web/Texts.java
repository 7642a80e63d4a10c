package ir.hamedan.esup.web;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.AbstractMap;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The texts of the pages in the reader's language: {@code #{text['citizen.home.title']}}, with values to fill in {@code
 * #{text.of('ledger.items-open', count)}}. A key without a text is an error, which the tidy test finds first.
 */
@Named("text")
@ApplicationScoped
public class Texts extends AbstractMap<String, String> {
    static Messages messages() {
        FacesContext context = FacesContext.getCurrentInstance();
        return Messages.in(
                Language.of((HttpServletRequest) context.getExternalContext().getRequest()));
    }

    @Override
    public String get(Object key) {
        return messages().text(key.toString());
    }

    @Override
    public boolean containsKey(Object key) {
        return messages().has(key.toString());
    }

    /** The keys that begin with this, in the order of their texts. */
    public List<String> keys(String beginning) {
        return messages().keys(beginning).stream()
                .sorted(Comparator.comparing(
                        this::get,
                        Collator.getInstance(ULocale.forLocale(messages().locale()))))
                .toList();
    }

    public String of(String key, Object first) {
        return messages().text(key, first);
    }

    public String of(String key, Object first, Object second) {
        return messages().text(key, first, second);
    }

    public String of(String key, Object first, Object second, Object third) {
        return messages().text(key, first, second, third);
    }

    /** The sentence of a problem. */
    public String problem(Problem problem) {
        return messages().text(problem);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        throw new UnsupportedOperationException("the texts are looked up by key alone");
    }
}
