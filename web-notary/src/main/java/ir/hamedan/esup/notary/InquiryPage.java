package ir.hamedan.esup.notary;

import ir.hamedan.esup.inquiries.api.DeedOutcome;
import ir.hamedan.esup.inquiries.api.Inquiries;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.web.FormProblems;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One inquiry of the own office: its outcome first, then why, and what can be done about it. */
@Named("inquiry")
@RequestScoped
public class InquiryPage {
    /** The largest document that is taken, in bytes; the facade says the same. */
    static final int LARGEST_DOCUMENT = 10 << 20;

    private static final Set<InquiryState> OPEN =
            EnumSet.of(InquiryState.AWAITING_PAYMENT, InquiryState.WITH_OFFICER, InquiryState.NEEDS_DOCUMENT);
    private static final Set<InquiryState> FOLLOWABLE =
            EnumSet.of(InquiryState.ISSUED, InquiryState.REFUSED, InquiryState.EXPIRED, InquiryState.AWAITING_PAYMENT);

    @Inject
    Inquiries inquiries;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private InquiryView view;
    private Part file;
    private String deedOutcome = DeedOutcome.REGISTERED.name();
    private String deedNumber;
    private String deedDate;

    @PostConstruct
    void load() {
        view = inquiries.get(Draft.text(request.getParameter("id")));
        deedDate = PersianDate.of(clock.instant()).text();
    }

    public InquiryView getView() {
        return view;
    }

    /** Whether it is in the state of that name. */
    public boolean in(String state) {
        return view.state().name().equals(state);
    }

    /** It ended because nobody paid: there never was an answer. */
    public boolean isNeverPaid() {
        return view.state() == InquiryState.EXPIRED && view.certificate().isEmpty();
    }

    /** The key of the sentence that says how it stands. */
    public String getVerdict() {
        return "notary.verdict." + verdict();
    }

    private String verdict() {
        if (view.deed().isPresent()) {
            return view.deed().get().outcome().name();
        }
        return isNeverPaid() ? "unpaid" : view.state().name();
    }

    /** Debts are still to be paid, whatever else is open. */
    public boolean isOwing() {
        return OPEN.contains(view.state())
                && view.debts().filter(debts -> !debts.paid()).isPresent();
    }

    public boolean isPaid() {
        return view.debts().filter(InquiryView.Debts::paid).isPresent();
    }

    /** The bills that can still be paid. */
    public List<Bill> getOpenBills() {
        return view.debts().map(debts -> debts.bills()).orElse(List.of()).stream()
                .filter(bill -> bill.state() == Bill.State.OPEN)
                .toList();
    }

    public boolean isWithdrawable() {
        return OPEN.contains(view.state());
    }

    public boolean isFollowable() {
        return FOLLOWABLE.contains(view.state()) && view.deed().isEmpty();
    }

    public boolean isTakingDocuments() {
        return OPEN.contains(view.state());
    }

    /** Only an issued answer can lead to a deed, and that once. */
    public boolean isAwaitingDeed() {
        return view.state() == InquiryState.ISSUED && view.deed().isEmpty();
    }

    /** What the officer wrote when asking for a document; the newest. */
    public String getAskedFor() {
        return view.events().stream()
                .filter(event -> event.what().equals("inquiries.event.document-asked"))
                .reduce((earlier, later) -> later)
                .map(InquiryView.Event::words)
                .orElse("");
    }

    /** A bill lapsed: it can be had anew with the amounts of today. */
    public boolean isLapsed() {
        return isOwing() && view.debts().filter(InquiryView.Debts::lapsed).isPresent();
    }

    public String freshBill() {
        inquiries.freshBill(view.id());
        return done("notary.news.fresh-bill");
    }

    public String withdraw() {
        inquiries.withdraw(view.id());
        return done("notary.news.withdrawn");
    }

    public String addDocument() {
        if (file == null || file.getSize() == 0) {
            throw Problem.invalid(FormProblems.isEmptyFileSent() ? "notary.document.empty" : "notary.document.missing")
                    .at("content");
        }
        if (file.getSize() > LARGEST_DOCUMENT) {
            throw Problem.tooLarge("notary.document.too-large").at("content");
        }
        try (InputStream content = file.getInputStream()) {
            String name = PersianText.clean(String.valueOf(file.getSubmittedFileName()));
            inquiries.addDocument(view.id(), name, content.readNBytes(LARGEST_DOCUMENT + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return done("notary.news.document-added");
    }

    public String reportDeed() {
        DeedOutcome outcome = DeedOutcome.valueOf(deedOutcome);
        boolean registered = outcome == DeedOutcome.REGISTERED;
        if (registered && Draft.text(deedNumber).isEmpty()) {
            throw Problem.invalid("notary.deed.number-missing").at("deedNumber");
        }
        InquiryView after = inquiries.reportDeed(view.id(), outcome, Draft.text(deedNumber), day());
        boolean open = after.deed().filter(InquiryView.Deed::ownersOpen).isPresent();
        return done(
                open
                        ? "notary.news.deed-owners-open"
                        : registered ? "notary.news.deed-registered" : "notary.news.deed-abandoned");
    }

    private LocalDate day() {
        try {
            return PersianDate.parse(deedDate).toLocalDate();
        } catch (Problem problem) {
            throw problem.at("deedDate");
        }
    }

    /** A new draft with the same answers, which will take this inquiry's place. */
    public String follow() {
        LocalDate today = LocalDate.now(clock.withZone(PersianDate.TEHRAN));
        Draft draft = Draft.following(view, today);
        String id = inquiries.saveDraft(Optional.empty(), draft.toJson());
        return draft.next().getPage() + "?faces-redirect=true&id=" + id;
    }

    private String done(String key) {
        FormProblems.news(key);
        return "inquiry?faces-redirect=true&id=" + view.id();
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getDeedOutcome() {
        return deedOutcome;
    }

    public void setDeedOutcome(String deedOutcome) {
        this.deedOutcome = deedOutcome;
    }

    public String getDeedNumber() {
        return deedNumber;
    }

    public void setDeedNumber(String deedNumber) {
        this.deedNumber = deedNumber;
    }

    public String getDeedDate() {
        return deedDate;
    }

    public void setDeedDate(String deedDate) {
        this.deedDate = deedDate;
    }
}
