package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.parcels.api.Owner;
import ir.hamedan.esup.permits.api.Examination;
import ir.hamedan.esup.permits.api.PermitOffice;
import ir.hamedan.esup.permits.api.PermitOffice.Remark;
import ir.hamedan.esup.permits.api.PermitRequest;
import ir.hamedan.esup.permits.api.PermitState;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Me;
import ir.hamedan.esup.web.Parameters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One request for a building permit: the plan, what the rules of now say of it, who agreed, and the two answers there are. */
@Named("permit")
@RequestScoped
public class PermitPage {
    private static final Pattern REMARK = Pattern.compile("remarks\\[(\\d+)]\\.(\\w+)");

    /** An objection of the officer as it is typed. */
    public static class Row {
        private String clause = "";
        private String words = "";

        boolean isEmpty() {
            return (clause + words).isEmpty();
        }

        public String getClause() {
            return clause;
        }

        public void setClause(String clause) {
            this.clause = Parameters.typed(clause);
        }

        public String getWords() {
            return words;
        }

        public void setWords(String words) {
            this.words = Parameters.typed(words);
        }
    }

    @Inject
    PermitOffice office;

    @Inject
    Me me;

    @Inject
    HttpServletRequest request;

    private PermitRequest asked;
    private Optional<PermitRequest> followed = Optional.empty();
    private Optional<Examination> now = Optional.empty();
    private Optional<Problem> hindrance = Optional.empty();
    private List<Owner> missing = List.of();
    private final List<Row> rows = new ArrayList<>();
    private String owner;
    private String paper;
    private boolean openSeen;

    @PostConstruct
    void load() {
        asked = office.get(Parameters.whole(request, "id").orElse(0L));
        followed = asked.follows().map(office::get);
        if (isOpen()) {
            missing = office.missing(asked.id());
            examine();
            fillTo(FreeRows.of(request, 1, PermitOffice.MOST_REMARKS));
        }
    }

    private void examine() {
        try {
            now = Optional.of(office.examine(asked.id()));
        } catch (Problem problem) {
            // Such as a code that was replaced since: the request is shown all the same.
            hindrance = Optional.of(problem);
        }
    }

    public PermitRequest getAsked() {
        return asked;
    }

    /** The request it follows; null when it is the first. */
    public PermitRequest getFollowed() {
        return followed.orElse(null);
    }

    public boolean isOpen() {
        return asked.state() == PermitState.OPEN;
    }

    /** Auditors and administrators look and touch nothing. */
    public boolean isWorkedOn() {
        return isOpen() && me.has("OFFICER SUPERVISOR");
    }

    /** The plan held against the rules of now; null when it is decided on or cannot be held against them. */
    public Examination getNow() {
        return now.orElse(null);
    }

    /** Why the plan cannot be held against the rules of now; null when it can. */
    public Problem getHindrance() {
        return hindrance.orElse(null);
    }

    public List<Owner> getMissing() {
        return missing;
    }

    /** As far as the page knows; whether the applicant still owns it is seen when it is accepted. */
    public boolean isAcceptable() {
        return missing.isEmpty() && now.filter(Examination::isClear).isPresent();
    }

    /** The rules of the parcel today, as everybody sees them. */
    public String getRules() {
        return "/rules?code=" + asked.parcel();
    }

    /** The same as they were when something was said of the request. */
    public String rules(PermitRequest.Basis basis) {
        return getRules() + "&on=" + PersianDate.of(basis.on()).text() + "&known=" + basis.known();
    }

    public String consentSeen() {
        if (Parameters.typed(owner).isEmpty()) {
            throw Problem.invalid("staff.permits.consent.owner-missing").at("owner");
        }
        office.consentSeen(asked.id(), owner, Parameters.typed(paper));
        return done("staff.news.permit-consent");
    }

    public String accept() {
        office.accept(asked.id(), openSeen);
        return done("staff.news.permit-accepted");
    }

    /** Returns it with what was typed; rows that were left empty do not count. */
    public String giveBack() {
        List<Integer> typed = IntStream.range(0, rows.size())
                .filter(i -> !rows.get(i).isEmpty())
                .boxed()
                .toList();
        List<Remark> remarks = typed.stream()
                .map(rows::get)
                .map(row -> new Remark(row.clause, row.words))
                .toList();
        try {
            office.giveBack(asked.id(), remarks);
        } catch (Problem problem) {
            FormProblems.show(List.of(inRow(problem, typed)));
            return null;
        }
        return done("staff.news.permit-returned");
    }

    /** A problem of a remark, said of the row it was typed in. */
    static Problem inRow(Problem problem, List<Integer> typed) {
        Matcher remark = REMARK.matcher(problem.field().orElse(""));
        return remark.matches()
                ? problem.at("remarks[" + typed.get(Integer.parseInt(remark.group(1))) + "]." + remark.group(2))
                : problem;
    }

    private String done(String key) {
        FormProblems.news(key);
        return "permit?faces-redirect=true&id=" + asked.id();
    }

    /** One more row, with what was typed so far left as it is. */
    public void addRow() {
        fillTo(rows.size() + 1);
    }

    private void fillTo(int size) {
        while (rows.size() < Math.min(size, PermitOffice.MOST_REMARKS)) {
            rows.add(new Row());
        }
    }

    public boolean isFull() {
        return rows.size() >= PermitOffice.MOST_REMARKS;
    }

    public List<Row> getRows() {
        return rows;
    }

    public int getLongest() {
        return PermitOffice.LONGEST;
    }

    public boolean isOpenSeen() {
        return openSeen;
    }

    public void setOpenSeen(boolean openSeen) {
        this.openSeen = openSeen;
    }

    public String getOwner() {
        return owner;
    }

    public void setOwner(String owner) {
        this.owner = owner;
    }

    public String getPaper() {
        return paper;
    }

    public void setPaper(String paper) {
        this.paper = paper;
    }
}
