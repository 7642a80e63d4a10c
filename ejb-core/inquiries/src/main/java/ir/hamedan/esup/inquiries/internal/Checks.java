package ir.hamedan.esup.inquiries.internal;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.CheckCode;
import ir.hamedan.esup.inquiries.api.DealKind;
import ir.hamedan.esup.inquiries.api.InquiryRequest;
import ir.hamedan.esup.inquiries.api.Outcome;
import ir.hamedan.esup.inquiries.api.PartyShare;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Rial;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.ledger.api.Bill;
import ir.hamedan.esup.ledger.api.Demand;
import ir.hamedan.esup.ledger.api.LevyKind;
import ir.hamedan.esup.levies.api.DueStatement;
import ir.hamedan.esup.parcels.api.BuildingCertificate;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.Lock;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.parcels.api.ParcelFacts;
import ir.hamedan.esup.parcels.api.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All checks of an inquiry in their order, from facts alone. A source that was loaded and has no row is clear; one that
 * was not loaded is no data. A concern that is known counts even when its source was never loaded as a whole.
 */
final class Checks {
    /** Deals that do not transfer the thing itself, or do it by law: Article 100 note 8 does not ask for a certificate. */
    private static final Set<DealKind> WITHOUT_CERTIFICATE = EnumSet.of(DealKind.POWER_TO_SELL, DealKind.INHERITANCE);

    private static final String OWED_ABOVE = "owed-above";
    private static final String OWED_AND_ABOVE = "owed-and-above";

    /** Findings that are said in the same words of every check. */
    private static final Set<String> OF_ANY = Set.of("not-loaded", "code-replaced", OWED_ABOVE, OWED_AND_ABOVE);

    /** The oldest first; of one day, the permit before what completes it. */
    private static final Comparator<BuildingCertificate> BY_AGE = Comparator.comparing(BuildingCertificate::issuedOn)
            .thenComparing(paper -> paper.kind() != BuildingCertificate.Kind.PERMIT);

    private final InquiryRequest request;
    private final ParcelFacts facts;
    private final DueStatement dues;
    private final Optional<Taken> taken;
    private final Instant now;

    /**
     * A priority window that stands in the way.
     *
     * @param beside on a part, the whole or an earlier code of the object, not on its own code
     */
    record Taken(LocalDate until, boolean beside) {}

    /** @param taken the latest priority window that stands in the way */
    Checks(InquiryRequest request, ParcelFacts facts, DueStatement dues, Optional<Taken> taken, Instant now) {
        this.request = request;
        this.facts = facts;
        this.dues = dues;
        this.taken = taken;
        this.now = now;
    }

    List<Check> all() {
        List<Check> checks = new ArrayList<>();
        for (CheckCode code : CheckCode.values()) {
            checks.add(check(code));
        }
        return checks;
    }

    /** The checks of a code that was replaced after the filing: nothing else can be looked at under it. */
    static List<Check> ofReplaced(List<RenewalCode> successors, Instant now) {
        String source = Source.LAND_OBJECTS.name();
        String next = successors.stream().map(RenewalCode::text).collect(Collectors.joining("، "));
        List<Check> checks = new ArrayList<>();
        for (CheckCode code : CheckCode.values()) {
            checks.add(
                    code != CheckCode.CODE
                            ? check(code, Outcome.NO_DATA, source, null, "code-replaced")
                            : next.isEmpty()
                                    ? check(code, Outcome.CONCERN, source, now, "gone")
                                    : check(code, Outcome.CONCERN, source, now, "replaced", next));
        }
        return checks;
    }

    private Check check(CheckCode code) {
        return switch (code) {
            case CODE -> code();
            case OWNERSHIP -> ownership();
            case SEIZURE -> locks(code, Source.SEIZURES, LockKind.SEIZURE, LockKind.BLACK_LIST);
            case MORTGAGE -> locks(code, Source.MORTGAGES, LockKind.MORTGAGE);
            case BUILDING_CERTIFICATE -> buildingCertificate();
            case ARTICLE_100 -> locks(code, Source.ARTICLE_100, LockKind.ARTICLE_100);
            case RENEWAL_LEVY -> levies(code, LevyKind.RENEWAL);
            case WASTE_FEE -> levies(code, LevyKind.WASTE);
            case TRADE_LEVY -> levies(code, LevyKind.TRADE);
            case OTHER_CLAIMS ->
                levies(code, LevyKind.PERMIT, LevyKind.BETTERMENT, LevyKind.ARTICLE_100_FINE, LevyKind.SERVICE);
            case INSTALMENTS -> levies(code, LevyKind.INSTALMENT);
            case ROAD_PLAN -> locks(code, Source.ROAD_PLAN, LockKind.ROAD_PLAN);
            case AUDIT -> audit();
            case GARDEN -> garden();
            case SUBDIVISION -> subdivision();
            case OPEN_REQUESTS -> openRequests();
        };
    }

    private Check code() {
        return loaded(CheckCode.CODE, Source.LAND_OBJECTS)
                .orElseGet(() -> of(CheckCode.CODE, Outcome.CLEAR, Source.LAND_OBJECTS, "in-force"));
    }

    /** Looked at anew each time: between the filing and the answer an owner may have sold, or been corrected. */
    private Check ownership() {
        if (facts.owners().isEmpty()) {
            return loaded(CheckCode.OWNERSHIP, Source.OWNERS)
                    .orElseGet(() -> of(CheckCode.OWNERSHIP, Outcome.CONCERN, Source.OWNERS, "no-owner-known"));
        }
        for (PartyShare side : request.transferors()) {
            Optional<Share> owned = Faults.owned(facts.owners(), side.party());
            if (owned.isEmpty()) {
                return of(CheckCode.OWNERSHIP, Outcome.CONCERN, Source.OWNERS, "not-the-owner", side.name());
            }
            if (owned.get().compareTo(side.share()) < 0) {
                return of(
                        CheckCode.OWNERSHIP,
                        Outcome.CONCERN,
                        Source.OWNERS,
                        "share-larger-than-owned",
                        side.name(),
                        side.share().toString(),
                        owned.get().toString());
            }
        }
        List<String> otherNames = request.transferors().stream()
                .filter(side -> facts.owners().stream().noneMatch(owner -> same(owner, side)))
                .map(PartyShare::name)
                .toList();
        if (!otherNames.isEmpty()) {
            return of(
                    CheckCode.OWNERSHIP, Outcome.CONCERN, Source.OWNERS, "name-differs", String.join("، ", otherNames));
        }
        return loaded(CheckCode.OWNERSHIP, Source.OWNERS)
                .orElseGet(() -> of(CheckCode.OWNERSHIP, Outcome.CLEAR, Source.OWNERS, "matches"));
    }

    private static boolean same(Owner owner, PartyShare side) {
        return owner.party().equals(side.party())
                && PersianText.fold(owner.name()).equals(PersianText.fold(side.name()));
    }

    private Check locks(CheckCode code, Source source, LockKind... kinds) {
        Set<LockKind> wanted = Set.of(kinds);
        List<Lock> found = facts.locks().stream()
                .filter(lock -> wanted.contains(lock.kind()))
                .sorted(Comparator.comparing(Lock::from))
                .toList();
        if (found.isEmpty()) {
            return loaded(code, source).orElseGet(() -> of(code, Outcome.CLEAR, source, "none"));
        }
        Lock first = found.get(0);
        return of(
                code,
                Outcome.CONCERN,
                source,
                "locked",
                first.authority(),
                first.letter(),
                PersianDate.of(first.from()).text(),
                Integer.toString(found.size()));
    }

    private Check buildingCertificate() {
        CheckCode code = CheckCode.BUILDING_CERTIFICATE;
        Source source = Source.BUILDING_CERTIFICATES;
        if (WITHOUT_CERTIFICATE.contains(request.deal())) {
            return of(code, Outcome.NOT_APPLICABLE, source, "deal-needs-none");
        }
        if (!built(facts.object())) {
            return of(code, Outcome.NOT_APPLICABLE, source, "no-building");
        }
        Optional<BuildingCertificate> newest = facts.certificates().stream().max(BY_AGE);
        if (newest.isEmpty()) {
            return loaded(code, source).orElseGet(() -> of(code, Outcome.CONCERN, source, "missing"));
        }
        BuildingCertificate paper = newest.get();
        return switch (paper.kind()) {
            case COMPLETION, NO_VIOLATION -> certificate(Outcome.CLEAR, "has-" + word(paper.kind()), paper);
            case PERMIT -> certificate(Outcome.CONCERN, completed() ? "newer-permit" : "permit-only", paper);
        };
    }

    private boolean completed() {
        return facts.certificates().stream().anyMatch(paper -> paper.kind() != BuildingCertificate.Kind.PERMIT);
    }

    private static boolean built(LandObject object) {
        boolean openLand =
                object.use() == LandUse.VACANT || object.use() == LandUse.GARDEN || object.use() == LandUse.PARK;
        return object.floorArea() > 0 || !openLand;
    }

    private Check certificate(Outcome outcome, String finding, BuildingCertificate paper) {
        return of(
                CheckCode.BUILDING_CERTIFICATE,
                outcome,
                Source.BUILDING_CERTIFICATES,
                finding,
                paper.number(),
                PersianDate.of(paper.issuedOn()).text());
    }

    private Check levies(CheckCode code, LevyKind... kinds) {
        Set<LevyKind> wanted = Set.of(kinds);
        List<Bill.Line> owed = dues.items().stream()
                .filter(line -> wanted.contains(line.levy()))
                .toList();
        Optional<Instant> asOf = wanted.stream()
                .map(kind -> dues.loaded().get(kind))
                .filter(at -> at != null)
                .min(Comparator.naturalOrder());
        List<Demand> above = dues.above().stream()
                .filter(demand -> wanted.contains(demand.levy()))
                .toList();
        Rial sum = owed.stream().map(Bill.Line::amount).reduce(Rial.ZERO, Rial::plus);
        if (!above.isEmpty()) {
            return owedAbove(code, sum, above, asOf.orElse(now));
        }
        if (!owed.isEmpty()) {
            List<Integer> years = owed.stream().map(Bill.Line::year).sorted().toList();
            return check(
                    code,
                    Outcome.CONCERN,
                    "LEDGER",
                    asOf.orElse(now),
                    "owed",
                    String.format(Locale.ROOT, "%,d", sum.amount()),
                    Integer.toString(years.get(0)),
                    Integer.toString(years.get(years.size() - 1)),
                    Integer.toString(owed.size()));
        }
        boolean all = wanted.stream().allMatch(kind -> dues.loaded().containsKey(kind));
        return all
                ? check(code, Outcome.CLEAR, "LEDGER", asOf.orElse(now), "nothing-owed")
                : check(code, Outcome.NO_DATA, "LEDGER", null, "not-loaded");
    }

    /** Claims on what the object stands on: no bill settles them, since the part that falls to the object is not known. */
    private static Check owedAbove(CheckCode code, Rial own, List<Demand> above, Instant asOf) {
        Rial sum = above.stream().map(Demand::open).reduce(Rial.ZERO, Rial::plus);
        String codes =
                above.stream().map(demand -> demand.code().text()).distinct().collect(Collectors.joining("، "));
        return check(
                code,
                Outcome.CONCERN,
                "LEDGER",
                asOf,
                own.isZero() ? OWED_ABOVE : OWED_AND_ABOVE,
                String.format(Locale.ROOT, "%,d", sum.amount()),
                codes,
                String.format(Locale.ROOT, "%,d", own.amount()));
    }

    /** Whether the check found claims that nobody can settle by paying the bill of the object. */
    static boolean needsOfficer(Check check) {
        return check.detail().endsWith("." + OWED_ABOVE) || check.detail().endsWith("." + OWED_AND_ABOVE);
    }

    /** Whether the check found claims that are on the bill of the object. */
    static boolean isBilled(Check check) {
        return !check.detail().endsWith("." + OWED_ABOVE);
    }

    private Check audit() {
        if (facts.object().code().provisional()) {
            return of(CheckCode.AUDIT, Outcome.CONCERN, Source.AUDIT, "provisional");
        }
        return locks(CheckCode.AUDIT, Source.AUDIT, LockKind.AUDIT);
    }

    private Check garden() {
        LandObject object = facts.object();
        Optional<Check> noData = loaded(CheckCode.GARDEN, Source.LAND_OBJECTS);
        if (object.garden() || object.use() == LandUse.GARDEN) {
            return of(CheckCode.GARDEN, Outcome.CONCERN, Source.LAND_OBJECTS, "garden");
        }
        return noData.orElseGet(() -> of(CheckCode.GARDEN, Outcome.NOT_APPLICABLE, Source.LAND_OBJECTS, "no-garden"));
    }

    private Check subdivision() {
        return request.deal().changesLand()
                ? of(CheckCode.SUBDIVISION, Outcome.CONCERN, Source.LAND_OBJECTS, "needs-plan")
                : of(CheckCode.SUBDIVISION, Outcome.NOT_APPLICABLE, Source.LAND_OBJECTS, "land-stays");
    }

    private Check openRequests() {
        return taken.map(window -> check(
                        CheckCode.OPEN_REQUESTS,
                        Outcome.CONCERN,
                        "INQUIRIES",
                        now,
                        window.beside() ? "reserved-beside" : "reserved",
                        PersianDate.of(window.until()).text()))
                .orElseGet(() -> check(CheckCode.OPEN_REQUESTS, Outcome.CLEAR, "INQUIRIES", now, "none"));
    }

    /** No data when the source was not loaded, otherwise empty. */
    private Optional<Check> loaded(CheckCode code, Source source) {
        return facts.loaded().containsKey(source)
                ? Optional.empty()
                : Optional.of(check(code, Outcome.NO_DATA, source.name(), null, "not-loaded"));
    }

    private Check of(CheckCode code, Outcome outcome, Source source, String finding, String... arguments) {
        Instant asOf = facts.loaded().getOrDefault(source, now);
        return check(code, outcome, source.name(), asOf, finding, arguments);
    }

    private static Check check(
            CheckCode code, Outcome outcome, String source, Instant asOf, String finding, String... arguments) {
        String name = OF_ANY.contains(finding) ? "any" : word(code);
        return new Check(code, outcome, source, asOf, "inquiries.check." + name + "." + finding, List.of(arguments));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
