package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.parcels.api.Owner;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A correction of the owners of an object: proposed here, decided by another person. */
@Named("owners")
@RequestScoped
public class OwnersPage {
    /** An owner as it is typed. */
    public static class Row {
        private String id = "";
        private String name = "";
        private String share = "";
        private String since = "";

        boolean isEmpty() {
            return (id + name + share).isEmpty();
        }

        public String getId() {
            return id;
        }

        public void setId(String id) {
            this.id = Parameters.typed(id);
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = Parameters.typed(name);
        }

        public String getShare() {
            return share;
        }

        public void setShare(String share) {
            this.share = Parameters.typed(share);
        }

        public String getSince() {
            return since;
        }

        public void setSince(String since) {
            this.since = Parameters.typed(since);
        }
    }

    @Inject
    Parcels parcels;

    @Inject
    ParcelOffice office;

    @Inject
    RegisterKeepers keepers;

    @Inject
    HttpServletRequest request;

    @Inject
    Clock clock;

    private RenewalCode code;
    private final List<Row> rows = new ArrayList<>();
    private String reason;
    private int free;

    @PostConstruct
    void load() {
        keepers.requireMe();
        code = RenewalCode.parse(Parameters.text(request, "code"));
        for (Owner owner : parcels.facts(code).owners()) {
            Row row = new Row();
            row.id = owner.party().id();
            row.name = owner.name();
            row.share = owner.share().toString();
            row.since = PersianDate.of(owner.since()).text();
            rows.add(row);
        }
        addTo(FreeRows.of(request));
    }

    /** Some more free rows, with what was typed so far left as it is. */
    public void addRows() {
        addTo(FreeRows.more(free));
    }

    private void addTo(int wanted) {
        for (; free < wanted; free++) {
            rows.add(new Row());
        }
    }

    public String propose() {
        List<Problem> wrong = new ArrayList<>();
        List<Owner> owners = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (!rows.get(i).isEmpty()) {
                owner(rows.get(i), "owners[" + i + "].", wrong).ifPresent(owners::add);
            }
        }
        String why = PersianText.clean(reason == null ? "" : reason);
        if (why.isEmpty()) {
            wrong.add(Problem.invalid("staff.owners.reason-missing").at("reason"));
        }
        if (!wrong.isEmpty()) {
            FormProblems.show(wrong);
            return null;
        }
        office.proposeOwners(code, owners, why);
        FormProblems.news("staff.news.proposed");
        return "parcel?faces-redirect=true&code=" + code;
    }

    private Optional<Owner> owner(Row row, String path, List<Problem> wrong) {
        int before = wrong.size();
        PartyId party = FormProblems.tried(path + "id", wrong, () -> PartyId.parse(row.id));
        String name = FormProblems.tried(path + "name", wrong, () -> named(row.name));
        Share share = FormProblems.tried(path + "share", wrong, () -> Share.parse(row.share));
        LocalDate since = FormProblems.tried(
                path + "since",
                wrong,
                () -> row.since.isEmpty()
                        ? LocalDate.now(clock.withZone(PersianDate.TEHRAN))
                        : PersianDate.parse(row.since).toLocalDate());
        return wrong.size() > before ? Optional.empty() : Optional.of(new Owner(party, name, share, since));
    }

    private static String named(String typed) {
        if (typed.isEmpty()) {
            throw Problem.invalid("staff.owners.name-missing");
        }
        return PersianText.clean(typed);
    }

    public RenewalCode getCode() {
        return code;
    }

    /** How many rows were added to those of the register; the form carries it. */
    public int getFree() {
        return free;
    }

    public List<Row> getRows() {
        return rows;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
