package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.permits.api.PermitOffice;
import ir.hamedan.esup.permits.api.PermitRequest;
import ir.hamedan.esup.permits.api.PermitState;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The requests for building permits, those that wait for the municipality first. */
@Named("permits")
@RequestScoped
public class PermitsPage {
    private static final int PAGE_SIZE = 25;
    private static final String ALL = "ALL";
    private static final List<String> TABS = Stream.concat(
                    Stream.of(PermitState.values()).map(Enum::name), Stream.of(ALL))
            .toList();

    @Inject
    PermitOffice office;

    @Inject
    HttpServletRequest request;

    private String tab;
    private String text;
    private Page<PermitRequest> rows;

    /** A link that asks for a text and names no tab looks at all of them. */
    @PostConstruct
    void load() {
        String asked = Parameters.text(request, "tab");
        text = Parameters.text(request, "q");
        tab = TABS.contains(asked) ? asked : text.isEmpty() ? PermitState.OPEN.name() : ALL;
        Optional<PermitState> state = tab.equals(ALL) ? Optional.empty() : Optional.of(PermitState.valueOf(tab));
        rows = office.search(text, state, Parameters.page(request, PAGE_SIZE));
    }

    /** The key of what the day of a row is: of open ones the day they are due, of others the day they ended. */
    public String getDayTitle() {
        return tab.equals(ALL)
                ? "staff.permits.due-or-ended"
                : tab.equals(PermitState.OPEN.name()) ? "staff.column.due" : "staff.permits.ended";
    }

    /** The states, and all of them together. */
    public List<String> getTabs() {
        return TABS;
    }

    public String getTab() {
        return tab;
    }

    public String getText() {
        return text;
    }

    public Page<PermitRequest> getRows() {
        return rows;
    }
}
