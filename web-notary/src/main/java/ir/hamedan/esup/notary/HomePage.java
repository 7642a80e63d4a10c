package ir.hamedan.esup.notary;

import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryRow;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.web.FormProblems;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;

/** The inquiries of the own office, filtered and paged by the address of the page alone. */
@Named("list")
@RequestScoped
public class HomePage {
    private static final int PAGE_SIZE = 20;

    @Inject
    Inquiries inquiries;

    @Inject
    HttpServletRequest request;

    private Filter filter;
    private Page<InquiryRow> rows;

    @PostConstruct
    void load() {
        filter = Filter.of(request);
        try {
            rows = inquiries.search(filter.query(), new Page.Request(filter.page(), PAGE_SIZE));
        } catch (Problem problem) {
            FormProblems.show(List.of(problem));
            rows = new Page<>(List.of(), 0, new Page.Request(0, PAGE_SIZE));
        }
    }

    public Filter getFilter() {
        return filter;
    }

    public Page<InquiryRow> getRows() {
        return rows;
    }

    public List<InquiryState> getStates() {
        return Stream.of(InquiryState.values())
                .filter(state -> state != InquiryState.DRAFT)
                .toList();
    }
}
