package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.GroundLevel;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** What is typed of a decision or of a level of the street: kept as it was typed, and read field by field. */
public class PlanForm {
    private String number = "";
    private String date = "";
    private String map = "";
    private String validFrom = "";
    private String density = "";
    private String coverage = "";
    private String storeys = "";
    private boolean pilotis;
    private String height = "";
    private String openPerUnit = "";
    private String parkingKind = "";
    private String parkingAmount = "";
    private String frontSetback = "";
    private String level = "";

    /** The decision, or null and what is wrong with it, each at its field. */
    Decision decision(List<Problem> wrong) {
        text("number", number, wrong);
        LocalDate day = FormProblems.tried("date", wrong, () -> Days.needed("date", date));
        text("map", map, wrong);
        Limits limits = limits(wrong);
        return wrong.isEmpty() ? new Decision(number, day, map, limits) : null;
    }

    private Limits limits(List<Problem> wrong) {
        Integer ofDensity = measure("density", density, 1, wrong);
        Integer ofCoverage = measure("coverage", coverage, 1, wrong);
        if (ofCoverage != null && ofCoverage > 1000) {
            wrong.add(Problem.invalid("staff.planfact.coverage-wrong").at("coverage"));
        }
        Integer ofStoreys = measure("storeys", storeys, 0, wrong);
        Integer ofHeight = measure("height", height, 2, wrong);
        Integer ofOpenSpace = measure("openPerUnit", openPerUnit, 2, wrong);
        Parking parking = parking(wrong);
        Integer ofSetback = measure("frontSetback", frontSetback, 2, wrong);
        return wrong.isEmpty()
                ? new Limits(ofDensity, ofCoverage, ofStoreys, pilotis, ofHeight, ofOpenSpace, parking, ofSetback)
                : null;
    }

    /** None asks for no amount; all others for more than nothing. */
    private Parking parking(List<Problem> wrong) {
        Parking.Kind kind = Arrays.stream(Parking.Kind.values())
                .filter(known -> known.name().equals(parkingKind))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            wrong.add(Problem.invalid("staff.planfact.parking-missing").at("parkingKind"));
            return null;
        }
        if (kind == Parking.Kind.NONE) {
            if (!parkingAmount.isEmpty()) {
                wrong.add(Problem.invalid("staff.planfact.parking-of-none").at("parkingAmount"));
            }
            return Parking.NONE;
        }
        Integer amount = measure("parkingAmount", parkingAmount, kind == Parking.Kind.PER_ROOMS ? 0 : 2, wrong);
        if (amount != null && amount == 0) {
            wrong.add(Problem.invalid("staff.planfact.number-needed").at("parkingAmount"));
            return null;
        }
        return amount == null ? null : new Parking(kind, amount);
    }

    /** The level, or null and what is wrong with it. */
    GroundLevel groundLevel(List<Problem> wrong) {
        text("number", number, wrong);
        LocalDate day = FormProblems.tried("date", wrong, () -> Days.needed("date", date));
        Integer centimetres = FormProblems.tried("level", wrong, () -> Measures.typed("level", level, 2));
        return wrong.isEmpty() ? new GroundLevel(number, day, centimetres) : null;
    }

    /** The day from which it holds, or null and one more wrong field. */
    LocalDate validFrom(List<Problem> wrong) {
        return FormProblems.tried("validFrom", wrong, () -> Days.needed("validFrom", validFrom));
    }

    private static void text(String field, String typed, List<Problem> wrong) {
        if (typed.isEmpty()) {
            wrong.add(Problem.invalid("staff.planfact.text-needed").at(field));
        }
    }

    /** No length and no share of a paper is below nothing. */
    private static Integer measure(String field, String typed, int decimals, List<Problem> wrong) {
        Supplier<Integer> reading = () -> {
            int number = Measures.typed(field, typed, decimals);
            if (number < 0) {
                throw Problem.invalid("staff.planfact.below-nothing").at(field);
            }
            return number;
        };
        return FormProblems.tried(field, wrong, reading);
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = Parameters.typed(number);
    }

    public String getDate() {
        return date;
    }

    public void setDate(String date) {
        this.date = Parameters.typed(date);
    }

    public String getMap() {
        return map;
    }

    public void setMap(String map) {
        this.map = Parameters.typed(map);
    }

    public String getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(String validFrom) {
        this.validFrom = Parameters.typed(validFrom);
    }

    public String getDensity() {
        return density;
    }

    public void setDensity(String density) {
        this.density = Parameters.typed(density);
    }

    public String getCoverage() {
        return coverage;
    }

    public void setCoverage(String coverage) {
        this.coverage = Parameters.typed(coverage);
    }

    public String getStoreys() {
        return storeys;
    }

    public void setStoreys(String storeys) {
        this.storeys = Parameters.typed(storeys);
    }

    public boolean isPilotis() {
        return pilotis;
    }

    public void setPilotis(boolean pilotis) {
        this.pilotis = pilotis;
    }

    public String getHeight() {
        return height;
    }

    public void setHeight(String height) {
        this.height = Parameters.typed(height);
    }

    public String getOpenPerUnit() {
        return openPerUnit;
    }

    public void setOpenPerUnit(String openPerUnit) {
        this.openPerUnit = Parameters.typed(openPerUnit);
    }

    public String getParkingKind() {
        return parkingKind;
    }

    public void setParkingKind(String parkingKind) {
        this.parkingKind = Parameters.typed(parkingKind);
    }

    public String getParkingAmount() {
        return parkingAmount;
    }

    public void setParkingAmount(String parkingAmount) {
        this.parkingAmount = Parameters.typed(parkingAmount);
    }

    public String getFrontSetback() {
        return frontSetback;
    }

    public void setFrontSetback(String frontSetback) {
        this.frontSetback = Parameters.typed(frontSetback);
    }

    public String getLevel() {
        return level;
    }

    public void setLevel(String level) {
        this.level = Parameters.typed(level);
    }
}
