package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Page;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.levies.api.DueStatement;
import ir.hamedan.esup.levies.api.Dues;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Lock;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.ParcelFacts;
import ir.hamedan.esup.parcels.api.ParcelOffice;
import ir.hamedan.esup.parcels.api.Parcels;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One land object: what it is, whose, what stands against it, what it owes and how its code came about. */
@Named("parcel")
@RequestScoped
public class ParcelPage {
    private static final int MOST_PARTS = 50;

    @Inject
    Parcels parcels;

    @Inject
    ParcelOffice office;

    @Inject
    Dues dues;

    @Inject
    RegisterKeepers keepers;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private RenewalCode code;
    private ParcelFacts facts;
    private Optional<DueStatement> due = Optional.empty();
    private List<Lock> locks = List.of();
    private Optional<Page<LandObject>> found = Optional.empty();
    private String kind;
    private String authority;
    private String letter;
    private String from;
    private String liftLetter;

    @PostConstruct
    void load() {
        code = RenewalCode.parse(Parameters.text(request, "code"));
        facts = parcels.facts(code);
        from = PersianDate.of(clock.instant()).text();
        locks = office.locks(code);
    }

    public boolean isLockKeeper() {
        return keepers.haveMe();
    }

    public RenewalCode getCode() {
        return code;
    }

    public ParcelFacts getFacts() {
        return facts;
    }

    /** All locks there ever were, those lifted too. */
    public List<Lock> getLocks() {
        return locks;
    }

    /** Whether the lock stands today. */
    public boolean isInForce(Lock lock) {
        return lock.until().filter(day -> !day.isAfter(today())).isEmpty();
    }

    /** Whether it stands on a parcel. */
    public boolean isPart() {
        return !code.equals(code.ofParcel());
    }

    /** The object and what stands on it; looked for when the page shows it, and not when a form is sent. */
    private Page<LandObject> found() {
        if (found.isEmpty()) {
            found = Optional.of(parcels.search(code.text(), new Page.Request(0, MOST_PARTS)));
        }
        return found.get();
    }

    /** The first buildings, units and trade units that stand on it. */
    public List<LandObject> getParts() {
        return found().rows().stream().filter(one -> !one.code().equals(code)).toList();
    }

    /** How many stand on it. */
    public long getAllParts() {
        return found().total() - 1;
    }

    public List<Parcels.CodeChange> getHistory() {
        return parcels.history(code);
    }

    /** What is owed today. */
    public DueStatement getDue() {
        if (due.isEmpty()) {
            due = Optional.of(dues.due(code, today()));
        }
        return due.get();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(PersianDate.TEHRAN));
    }

    public List<LockKind> getKinds() {
        return List.of(LockKind.values());
    }

    public String place() {
        LocalDate day = Days.needed("from", from);
        office.placeLock(
                code,
                LockKind.valueOf(kind),
                required(authority, "staff.lock.authority-missing", "authority"),
                required(letter, "staff.lock.letter-missing", "letter"),
                day);
        return done("staff.news.locked");
    }

    public String lift(long lock) {
        office.liftLock(lock, required(liftLetter, "staff.lock.letter-missing", "liftLetter"));
        return done("staff.news.lifted");
    }

    private static String required(String typed, String problem, String field) {
        String clean = PersianText.clean(typed == null ? "" : typed);
        if (clean.isEmpty()) {
            throw Problem.invalid(problem).at(field);
        }
        return clean;
    }

    private String done(String key) {
        FormProblems.news(key);
        return "parcel?faces-redirect=true&code=" + code;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getAuthority() {
        return authority;
    }

    public void setAuthority(String authority) {
        this.authority = authority;
    }

    public String getLetter() {
        return letter;
    }

    public void setLetter(String letter) {
        this.letter = letter;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getLiftLetter() {
        return liftLetter;
    }

    public void setLiftLetter(String liftLetter) {
        this.liftLetter = liftLetter;
    }
}
