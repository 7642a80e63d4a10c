package ir.hamedan.esup.notary;

import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.web.Parameters;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
                Parameters.page(request, 1).number());
    }

    private static String given(HttpServletRequest request, String name) {
        String value = Draft.text(request.getParameter(name));
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
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
                Parameters.day("from", from),
                Parameters.day("to", to));
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
