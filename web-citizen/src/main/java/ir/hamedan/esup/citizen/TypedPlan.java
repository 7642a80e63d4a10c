package ir.hamedan.esup.citizen;

import ir.hamedan.esup.kernel.Measure;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.permits.api.Plan;
import ir.hamedan.esup.permits.api.Works;
import ir.hamedan.esup.web.FormProblems;
import ir.hamedan.esup.web.Parameters;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What an owner types of a plan: kept as it was typed, and read field by field. */
public class TypedPlan {
    private String works = "";
    private String use = "";
    private String storeys = "";
    private String height = "";
    private String groundArea = "";
    private String floorArea = "";
    private String units = "";
    private String spaces = "";
    private String setback = "";
    private String words = "";

    /** As a plan that was asked for before, to be corrected. */
    static TypedPlan of(Plan plan) {
        TypedPlan typed = new TypedPlan();
        typed.works = plan.works().name();
        typed.use = plan.use();
        typed.storeys = Integer.toString(plan.storeys());
        typed.height = decimal(plan.height());
        typed.groundArea = decimal(plan.groundArea());
        typed.floorArea = decimal(plan.floorArea());
        typed.units = Integer.toString(plan.units());
        typed.spaces = Integer.toString(plan.spaces());
        typed.setback = decimal(plan.setback());
        typed.words = plan.words();
        return typed;
    }

    private static String decimal(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }

    /** The plan, or nothing, and then what is wrong with it is said at each field. */
    Optional<Plan> plan() {
        List<Problem> wrong = new ArrayList<>();
        Works chosen = FormProblems.tried("works", wrong, this::works);
        if (use.isEmpty()) {
            wrong.add(Problem.invalid("citizen.permit.missing.use").at("use"));
        }
        Integer ofStoreys = number("storeys", storeys, 0, Plan.MOST, wrong);
        Integer ofHeight = number("height", height, 2, Plan.LONGEST, wrong);
        Integer ofGround = number("groundArea", groundArea, 2, Plan.GREATEST, wrong);
        Integer ofFloors = number("floorArea", floorArea, 2, Plan.GREATEST, wrong);
        Integer ofUnits = number("units", units, 0, Plan.MOST, wrong);
        Integer ofSpaces = number("spaces", spaces, 0, Plan.MOST, wrong);
        Integer ofSetback = number("setback", setback, 2, Plan.LONGEST, wrong);
        if (wrong.isEmpty()) {
            try {
                return Optional.of(new Plan(
                        chosen, use, ofStoreys, ofHeight, ofGround, ofFloors, ofUnits, ofSpaces, ofSetback, words));
            } catch (Problem outOfRange) {
                wrong.add(outOfRange);
            }
        }
        FormProblems.show(wrong);
        return Optional.empty();
    }

    private Works works() {
        return Arrays.stream(Works.values())
                .filter(known -> known.name().equals(works))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("citizen.permit.missing.works"));
    }

    /** What is left empty is asked for by its name. */
    private static Integer number(String field, String typed, int decimals, int most, List<Problem> wrong) {
        if (typed.isEmpty()) {
            wrong.add(Problem.invalid("citizen.permit.missing." + field).at(field));
            return null;
        }
        return FormProblems.tried(field, wrong, () -> Math.toIntExact(Measure.read(field, typed, decimals, most)));
    }

    public String getWorks() {
        return works;
    }

    public void setWorks(String works) {
        this.works = Parameters.typed(works);
    }

    public String getUse() {
        return use;
    }

    public void setUse(String use) {
        this.use = Parameters.typed(use);
    }

    public String getStoreys() {
        return storeys;
    }

    public void setStoreys(String storeys) {
        this.storeys = Parameters.typed(storeys);
    }

    public String getHeight() {
        return height;
    }

    public void setHeight(String height) {
        this.height = Parameters.typed(height);
    }

    public String getGroundArea() {
        return groundArea;
    }

    public void setGroundArea(String groundArea) {
        this.groundArea = Parameters.typed(groundArea);
    }

    public String getFloorArea() {
        return floorArea;
    }

    public void setFloorArea(String floorArea) {
        this.floorArea = Parameters.typed(floorArea);
    }

    public String getUnits() {
        return units;
    }

    public void setUnits(String units) {
        this.units = Parameters.typed(units);
    }

    public String getSpaces() {
        return spaces;
    }

    public void setSpaces(String spaces) {
        this.spaces = Parameters.typed(spaces);
    }

    public String getSetback() {
        return setback;
    }

    public void setSetback(String setback) {
        this.setback = Parameters.typed(setback);
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = Parameters.typed(words);
    }
}
