package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.InquiryView;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.kernel.Sql;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.levies.api.DueStatement;
import ir.hamedan.esup.levies.api.Dues;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelFacts;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.people.api.Actor;
import ir.hamedan.esup.people.api.SettingKey;
import ir.hamedan.esup.people.api.Settings;
import ir.hamedan.esup.signing.api.CertificateKind;
import ir.hamedan.esup.signing.api.Certificates;
import ir.hamedan.esup.signing.api.IssuedCertificate;
import ir.hamedan.esup.signing.api.Signer;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * Looks at an inquiry with the facts of this moment and does what follows: issues, bills, or hands it to an officer. The
 * caller holds the parcel's lock and keeps what comes out.
 */
@Dependent
class Examination {
    /**
     * What was found.
     *
     * @param facts empty when the code is not in force any more
     */
    record Found(Optional<ParcelFacts> facts, DueStatement dues, List<Check> checks) {}

    /** How soon an inquiry that waits for money is looked at first: a payment may have come while it was filed. */
    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);

    @Resource(lookup = "jdbc/esup")
    DataSource source;

    @Inject
    Parcels parcels;

    @Inject
    Dues dues;

    @Inject
    Certificates certificates;

    @Inject
    Settings settings;

    @Inject
    Clock clock;

    Cases cases() {
        return new Cases(new Sql(source));
    }

    Windows windows() {
        return new Windows(new Sql(source));
    }

    /** The instant as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
    }

    /** The register's facts; an unknown or replaced code is a fault of the request at {@code parcel}. */
    ParcelFacts facts(InquiryRequest request) {
        return atParcel(() -> parcels.facts(request.parcel()));
    }

    /** The same, and they stay so until the inquiry is written. */
    ParcelFacts held(InquiryRequest request) {
        return atParcel(() -> parcels.held(request.parcel()));
    }

    private static ParcelFacts atParcel(Supplier<ParcelFacts> read) {
        try {
            return read.get();
        } catch (Problem problem) {
            if (problem.kind() == Problem.Kind.UNAVAILABLE) {
                throw problem;
            }
            throw Problem.invalid(problem.code(), problem.arguments().toArray()).at("parcel");
        }
    }

    Found examine(String inquiry, InquiryRequest request, ParcelFacts facts) {
        List<Parcels.Kin> kin = parcels.kin(request.parcel());
        DueStatement statement = dues.due(request.parcel(), kin, today());
        Optional<Checks.Taken> reserved = reserved(inquiry, request, facts, kin);
        List<Check> checks = new Checks(request, facts, statement, reserved, now()).all();
        return new Found(Optional.of(facts), statement, checks);
    }

    /** A code that was replaced since the filing is a finding, not a failure: else nobody could end the case. */
    Found examine(Inquiry inquiry) {
        InquiryRequest request = inquiry.head.request();
        if (parcels.find(request.parcel()).isPresent()) {
            return examine(inquiry.head.id(), request, held(request));
        }
        DueStatement nothing = new DueStatement(request.parcel(), today(), List.of(), Rial.ZERO, Rial.ZERO, Map.of());
        List<RenewalCode> successors = parcels.successors(request.parcel());
        return new Found(Optional.empty(), nothing, Checks.ofReplaced(successors, now()));
    }

    /**
     * The window that stands in the way, if one does: on the code itself one that leaves too little of an asked share, on a
     * part, the whole or an earlier code any, since what it leaves there only an officer can tell.
     */
    private Optional<Checks.Taken> reserved(
            String inquiry, InquiryRequest request, ParcelFacts facts, List<Parcels.Kin> kin) {
        RenewalCode parcel = request.parcel();
        List<Windows.Reserved> open = windows().open(kin, inquiry, today());
        List<Windows.Reserved> taken = new ArrayList<>();
        for (PartyShare side : request.transferors()) {
            List<Windows.Reserved> own = open.stream()
                    .filter(reserved -> reserved.code().equals(parcel)
                            && reserved.owner().equals(side.party().id()))
                    .toList();
            if (!own.isEmpty() && !enough(own, side, facts.owners())) {
                taken.addAll(own);
            }
        }
        List<Windows.Reserved> beside = open.stream()
                .filter(reserved -> !reserved.code().equals(parcel))
                .toList();
        return latest(taken).map(end -> new Checks.Taken(end, false)).or(() -> latest(beside)
                .map(end -> new Checks.Taken(end, true)));
    }

    private static Optional<LocalDate> latest(List<Windows.Reserved> windows) {
        return windows.stream().map(Windows.Reserved::until).max(LocalDate::compareTo);
    }

    private static boolean enough(List<Windows.Reserved> reserved, PartyShare asked, List<Owner> owners) {
        Optional<Share> owned = Faults.owned(owners, asked.party());
        try {
            Share spoken = reserved.stream().map(Windows.Reserved::share).reduce(asked.share(), Share::plus);
            return owned.isPresent() && spoken.compareTo(owned.get()) <= 0;
        } catch (Problem moreThanTheWhole) {
            return false;
        }
    }

    /** Decides and does it; gives what has to be written along with the inquiry. */
    Cases.Along settle(Inquiry inquiry, Found found, String actor) {
        Instant now = now();
        InquiryState next = Decision.of(found.checks(), inquiry.verdict());
        if (Decision.owes(found.checks())) {
            inquiry.billed(dues.bill(found.dues()).stream().map(Bill::number).toList());
        }
        Optional<Instant> lookAgainAt = Optional.empty();
        if (next == InquiryState.ISSUED) {
            issue(inquiry, found, actor);
        } else if (next == InquiryState.AWAITING_PAYMENT) {
            lookAgainAt = Optional.of(now.plus(FIRST_LOOK));
            if (inquiry.state() != InquiryState.AWAITING_PAYMENT) {
                inquiry.awaitPayment(actor, now);
            }
        } else if (inquiry.state() == InquiryState.WITH_OFFICER) {
            inquiry.lookAgain(now);
        } else {
            inquiry.toOfficer(actor, now, today().plusDays(days(InquirySettings.OFFICER)));
        }
        return new Cases.Along(Optional.of(found.checks()), lookAgainAt);
    }

    private Answers.Finding finding(Inquiry inquiry, Found found) {
        List<Bill> paid = bills(inquiry).stream()
                .filter(bill -> bill.state() == Bill.State.PAID)
                .toList();
        return new Answers.Finding(found.facts(), found.checks(), paid);
    }

    private void issue(Inquiry inquiry, Found found, String actor) {
        LocalDate until = validUntil();
        LocalDate window = today().plusDays(days(InquirySettings.PRIORITY_WINDOW));
        Optional<LocalDate> reserved = Optional.of(window.isAfter(until) ? until : window);
        IssuedCertificate issued =
                certificates.issue(new Answers(inquiry, finding(inquiry, found), today(), until, reserved)
                        .order(CertificateKind.TRANSFER_CLEARANCE, signer(inquiry)));
        inquiry.issue(new Inquiry.Answered(ref(issued), now(), Optional.of(until), reserved), actor);
    }

    /**
     * The seal of the office where nobody's hand was in the answer, else the officer's own signature. An answer given
     * earlier does not wait for the key of somebody who is gone: the seal of the office then stands for it.
     */
    private Signer signer(Inquiry inquiry) {
        Verdict verdict = inquiry.verdict();
        if (!verdict.given()) {
            return Signer.office();
        }
        Signer officer = officer(verdict);
        return inquiry.justAnswered() || certificates.canSign(officer) ? officer : Signer.office();
    }

    private static Signer officer(Verdict verdict) {
        return Signer.officer(verdict.signer(), verdict.signerName());
    }

    /** The signed refusal of an officer. */
    Cases.Along refuse(Inquiry inquiry, Found found, String actor) {
        LocalDate until = validUntil();
        IssuedCertificate issued =
                certificates.issue(new Answers(inquiry, finding(inquiry, found), today(), until, Optional.empty())
                        .order(CertificateKind.TRANSFER_REFUSAL, officer(inquiry.verdict())));
        inquiry.refuse(new Inquiry.Answered(ref(issued), now(), Optional.of(until), Optional.empty()), actor);
        return new Cases.Along(Optional.of(found.checks()), Optional.empty());
    }

    private static InquiryView.CertificateRef ref(IssuedCertificate issued) {
        return new InquiryView.CertificateRef(
                issued.number().digits(), issued.secret(), issued.signatureNumber(), issued.verifyUrl());
    }

    /** So many days from today, and not beyond the last day of the Persian year: a new year brings new levies. */
    private LocalDate validUntil() {
        LocalDate end = today().plusDays(days(InquirySettings.VALIDITY));
        LocalDate endOfYear = PersianDate.lastDayOf(PersianDate.of(today()).year());
        return end.isAfter(endOfYear) ? endOfYear : end;
    }

    long days(SettingKey key) {
        return Terms.days(settings, key, today());
    }

    boolean canBePaid(Bill bill) {
        return bill.state() == Bill.State.OPEN && !bill.payBy().isBefore(today());
    }

    /** Nothing is owed today. */
    boolean settled(Inquiry inquiry) {
        return dues.due(inquiry.head.request().parcel(), today()).items().isEmpty();
    }

    /**
     * Bills what is owed today, unless the inquiry's own bills can still be paid and cover it.
     *
     * @return whether the inquiry has other bills now
     */
    boolean billAgain(Inquiry inquiry, Found found) {
        List<Long> numbers = dues.bill(found.dues()).stream().map(Bill::number).toList();
        if (Set.copyOf(numbers).equals(Set.copyOf(inquiry.bills()))) {
            return false;
        }
        inquiry.billed(numbers);
        return true;
    }

    List<Bill> bills(Inquiry inquiry) {
        if (inquiry.bills().isEmpty()) {
            return List.of();
        }
        return dues.billed(inquiry.head.request().parcel()).stream()
                .filter(bill -> inquiry.bills().contains(bill.number()))
                .toList();
    }

    /** The inquiry of the own office on the same land that a request follows. */
    Inquiry followed(String earlierId, InquiryRequest request, Actor actor) {
        Inquiry earlier = cases().find(earlierId, actor.organisation())
                .orElseThrow(
                        () -> Problem.invalid("inquiries.unknown", earlierId).at("follows"));
        if (!isSameLand(earlier.head.request().parcel(), request.parcel())) {
            throw Problem.invalid("inquiries.follows-other-parcel").at("follows");
        }
        return earlier;
    }

    /** The code of the earlier inquiry, or one that took its place. */
    private boolean isSameLand(RenewalCode earlier, RenewalCode asked) {
        return earlier.equals(asked) || parcels.successors(earlier).contains(asked);
    }
}
