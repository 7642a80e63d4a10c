package ir.hamedan.esup.notary;

import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** What the list of inquiries is narrowed to, as it stands in the address of the page: texts as they were typed. */
public record Filter(String text, String state, String from, String to, int page) {
    private static final int LONGEST = 100;

    static Filter of(HttpServletRequest request) {
        return new Filter(
                given(request, "q"),
                given(request, "state"),
                given(request, "from"),
                given(request, "to"),
                page(given(request, "page")));
    }

    private static String given(HttpServletRequest request, String name) {
        String value = Draft.text(request.getParameter(name));
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    /** Pages count from 1 in addresses; whatever is no page is the first. */
    private static int page(String typed) {
        String digits = PersianText.digitsOnlyForm(typed);
        return digits.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(digits) - 1 : 0;
    }

    /**
     * The query of the facade.
     *
     * @throws ir.hamedan.esup.kernel.Problem {@code kernel.date.wrong} at {@code from} or {@code to}
     */
    Inquiries.Query query() {
        return new Inquiries.Query(
                text,
                Stream.of(InquiryState.values())
                        .filter(known -> known.name().equals(state))
                        .findFirst(),
                day("from", from),
                day("to", to));
    }

    private static Optional<LocalDate> day(String field, String typed) {
        if (typed.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(PersianDate.parse(typed).toLocalDate());
        } catch (ir.hamedan.esup.kernel.Problem problem) {
            throw problem.at(field);
        }
    }

    public boolean isNarrowed() {
        return !(text + state + from + to).isEmpty();
    }

    /** The filter as a part of an address, without the page: {@code q=..&state=..}. */
    public String getAddress() {
        return "q=" + coded(text) + "&state=" + coded(state) + "&from=" + coded(from) + "&to=" + coded(to);
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
