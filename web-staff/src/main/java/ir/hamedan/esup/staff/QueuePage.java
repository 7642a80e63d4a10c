package ir.hamedan.esup.staff;

import ir.hamedan.esup.inquiries.api.InquiryDesk;
import ir.hamedan.esup.inquiries.api.InquiryRow;
import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The inquiries officers have to answer, the most urgent first. */
@Named("queue")
@RequestScoped
public class QueuePage {
    private static final int PAGE_SIZE = 25;

    @Inject
    InquiryDesk desk;

    @Inject
    HttpServletRequest request;

    @Inject
    Due due;

    private InquiryDesk.Queue tab;
    private String text;
    private Page<InquiryRow> rows;
    private InquiryDesk.Counts counts;

    @PostConstruct
    void load() {
        String asked = Parameters.text(request, "tab");
        tab = Stream.of(InquiryDesk.Queue.values())
                .filter(known -> known.name().equals(asked))
                .findFirst()
                .orElse(InquiryDesk.Queue.UNCLAIMED);
        text = Parameters.text(request, "q");
        rows = desk.queue(tab, text, Parameters.page(request, PAGE_SIZE));
        counts = desk.counts();
    }

    /** Days since it was filed. */
    public long age(InquiryRow row) {
        return due.age(LocalDate.ofInstant(row.filedAt(), PersianDate.TEHRAN));
    }

    public boolean isOverdue(InquiryRow row) {
        return row.dueBy().filter(due::isOver).isPresent();
    }

    /** Due today or tomorrow. */
    public boolean isUrgent(InquiryRow row) {
        return row.dueBy().filter(due::isSoon).isPresent();
    }

    public List<InquiryDesk.Queue> getTabs() {
        return List.of(InquiryDesk.Queue.values());
    }

    public InquiryDesk.Queue getTab() {
        return tab;
    }

    public String getText() {
        return text;
    }

    public Page<InquiryRow> getRows() {
        return rows;
    }

    public InquiryDesk.Counts getCounts() {
        return counts;
    }
}
