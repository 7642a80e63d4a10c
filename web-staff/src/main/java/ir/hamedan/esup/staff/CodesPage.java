package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LandObject;
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
import java.util.stream.Stream;

/** A code is split, merged or renumbered: first the effect is shown, then it is done. */
@Named("codes")
@RequestScoped
public class CodesPage {
    private static final int MOST_OTHERS = 50;

    /** A new object as it is typed; what is left empty is as it was. */
    public static class Row {
        private String code = "";
        private String land = "";
        private String floor = "";
        private String plate = "";

        public String getCode() {
            return code;
        }

        public void setCode(String code) {
            this.code = Parameters.typed(code);
        }

        public String getLand() {
            return land;
        }

        public void setLand(String land) {
            this.land = Parameters.typed(land);
        }

        public String getFloor() {
            return floor;
        }

        public void setFloor(String floor) {
            this.floor = Parameters.typed(floor);
        }

        public String getPlate() {
            return plate;
        }

        public void setPlate(String plate) {
            this.plate = Parameters.typed(plate);
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

    private LandObject object;
    private String change = "SPLIT";
    private String others;
    private final List<Row> rows = new ArrayList<>();
    private String on;
    private String reference;
    private Optional<ParcelOffice.CodeEffect> effect = Optional.empty();

    @PostConstruct
    void load() {
        keepers.requireMe();
        object = parcels.facts(RenewalCode.parse(Parameters.text(request, "code")))
                .object();
        on = PersianDate.of(clock.instant()).text();
        fillTo(FreeRows.of(request));
    }

    /** Some more free rows, with what was typed so far left as it is. */
    public void addRows() {
        fillTo(FreeRows.more(rows.size()));
    }

    private void fillTo(int size) {
        while (rows.size() < size) {
            rows.add(new Row());
        }
    }

    /** Says in the form what its effect was shown of: what was typed otherwise since is shown first. */
    public String getChecked() {
        return effect.isPresent() ? checked() : Parameters.text(request, "checked");
    }

    private String checked() {
        return Integer.toHexString((change + from() + to() + day() + letter()).hashCode());
    }

    public void check() {
        effect = Optional.of(office.tryCodes(change, from(), to(), day(), letter()));
    }

    public String apply() {
        if (!checked().equals(Parameters.text(request, "checked"))) {
            check();
            return null;
        }
        List<LandObject> made = to();
        office.changeCodes(change, from(), made, day(), letter());
        FormProblems.news("staff.news.codes-changed");
        return "parcel?faces-redirect=true&code=" + made.get(0).code();
    }

    private List<RenewalCode> from() {
        List<String> typed = Stream.of(Parameters.typed(others).split("[\\s،,;]+"))
                .filter(code -> !code.isEmpty())
                .limit(MOST_OTHERS)
                .toList();
        List<RenewalCode> from = new ArrayList<>(List.of(object.code()));
        for (String code : typed) {
            from.add(at("others", () -> RenewalCode.parse(code)));
        }
        return from.stream().distinct().toList();
    }

    private List<LandObject> to() {
        List<LandObject> to = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (!row.code.isEmpty()) {
                to.add(made(row, "rows[" + i + "]."));
            }
        }
        if (to.isEmpty()) {
            throw Problem.invalid("staff.codes.none");
        }
        return to;
    }

    private LandObject made(Row row, String path) {
        return new LandObject(
                at(path + "code", () -> RenewalCode.parse(row.code)),
                object.region(),
                row.plate.isEmpty() ? object.registryPlate() : row.plate,
                object.registrySection(),
                object.postalCode(),
                object.address(),
                object.use(),
                object.deed(),
                Areas.typed(path + "land", row.land).orElse(object.landArea()),
                Areas.typed(path + "floor", row.floor).orElse(object.floorArea()),
                object.garden());
    }

    private LocalDate day() {
        return Days.needed("on", on);
    }

    private String letter() {
        String clean = PersianText.clean(Parameters.typed(reference));
        if (clean.isEmpty()) {
            throw Problem.invalid("staff.codes.reference-missing").at("reference");
        }
        return clean;
    }

    private static RenewalCode at(String field, java.util.function.Supplier<RenewalCode> reading) {
        try {
            return reading.get();
        } catch (Problem problem) {
            throw problem.at(field);
        }
    }

    public LandObject getObject() {
        return object;
    }

    public ParcelOffice.CodeEffect getEffect() {
        return effect.orElse(null);
    }

    public List<Row> getRows() {
        return rows;
    }

    public String getChange() {
        return change;
    }

    public void setChange(String change) {
        this.change = change;
    }

    public String getOthers() {
        return others;
    }

    public void setOthers(String others) {
        this.others = others;
    }

    public String getOn() {
        return on;
    }

    public void setOn(String on) {
        this.on = on;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }
}
