package ir.hamedan.esup.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.Decision;
import ir.hamedan.esup.rulebooks.api.GroundLevel;
import ir.hamedan.esup.rulebooks.api.Limits;
import ir.hamedan.esup.rulebooks.api.Parking;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PlanFormTest {
    private static final LocalDate DAY = new PersianDate(1405, 8, 13).toLocalDate();

    private final PlanForm form = new PlanForm();
    private final List<Problem> wrong = new ArrayList<>();

    PlanFormTest() {
        form.setNumber(" ۱۴۰۵/۱۷ ");
        form.setDate("۱۴۰۵/۰۸/۱۳");
        form.setMap("نقشهٔ ۱۲");
        form.setDensity("۲۴۰٫۵");
        form.setCoverage("60");
        form.setStoreys("۴");
        form.setPilotis(true);
        form.setHeight("14/5");
        form.setOpenPerUnit("۲۲");
        form.setParkingKind("PER_UNIT");
        form.setParkingAmount("١٫٢");
        form.setFrontSetback("0");
    }

    private List<String> fields() {
        return wrong.stream().map(problem -> problem.field().orElseThrow()).toList();
    }

    @Test
    void a_decision_is_read_in_digits_of_any_script() {
        Limits limits = new Limits(2405, 600, 4, true, 14_50, 22_00, new Parking(Parking.Kind.PER_UNIT, 1_20), 0);
        assertEquals(new Decision("۱۴۰۵/۱۷", DAY, "نقشهٔ ۱۲", limits), form.decision(wrong));
        assertEquals(List.of(), wrong);
    }

    @Test
    void every_wrong_field_is_told_at_its_field_and_in_words() {
        form.setNumber(" ");
        form.setDate("1405/13/01");
        form.setMap("");
        form.setDensity("240.55");
        form.setCoverage("۱۰۰٫۱");
        form.setStoreys("3.5");
        form.setHeight("بلند");
        form.setOpenPerUnit("-1");
        form.setParkingKind("");
        form.setFrontSetback("");
        assertNull(form.decision(wrong));
        assertEquals(
                List.of(
                        "number",
                        "date",
                        "map",
                        "density",
                        "coverage",
                        "storeys",
                        "height",
                        "openPerUnit",
                        "parkingKind",
                        "frontSetback"),
                fields());
        for (Messages messages : List.of(Messages.in(Messages.PERSIAN), Messages.in(Locale.ENGLISH))) {
            wrong.forEach(problem -> assertEquals(false, messages.text(problem).isBlank()));
        }
        assertEquals("۱۰۰٫۱", form.getCoverage(), "what was typed stays");
    }

    @Test
    void an_amount_of_parking_is_there_when_one_is_asked_for_and_then_alone() {
        form.setParkingKind("NONE");
        assertNull(form.decision(wrong));
        form.setParkingKind("PER_ROOMS");
        assertNull(form.decision(wrong));
        form.setParkingKind("PER_AREA");
        form.setParkingAmount("۰");
        assertNull(form.decision(wrong));
        assertEquals(List.of("parkingAmount", "parkingAmount", "parkingAmount"), fields());
        wrong.clear();
        form.setParkingKind("NONE");
        form.setParkingAmount("");
        assertEquals(Parking.NONE, form.decision(wrong).limits().parking());
    }

    @Test
    void a_level_is_read_in_metres_and_may_be_below_the_sea() {
        form.setLevel("۱۸۳۰٫۲۵");
        assertEquals(new GroundLevel("۱۴۰۵/۱۷", DAY, 1830_25), form.groundLevel(wrong));
        form.setLevel("-26");
        assertEquals(-26_00, form.groundLevel(wrong).centimetres());
        form.setLevel("1830.255");
        assertNull(form.groundLevel(wrong));
        form.setValidFrom("");
        assertNull(form.validFrom(wrong));
        assertEquals(List.of("level", "validFrom"), fields());
    }
}
