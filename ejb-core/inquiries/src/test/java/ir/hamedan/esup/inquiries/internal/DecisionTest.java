package ir.hamedan.esup.inquiries.internal;

import static ir.hamedan.esup.inquiries.api.InquiryState.AWAITING_PAYMENT;
import static ir.hamedan.esup.inquiries.api.InquiryState.ISSUED;
import static ir.hamedan.esup.inquiries.api.InquiryState.WITH_OFFICER;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.inquiries.api.Check;
import ir.hamedan.esup.inquiries.api.CheckCode;
import ir.hamedan.esup.inquiries.api.InquiryState;
import ir.hamedan.esup.inquiries.api.Outcome;
import ir.hamedan.esup.inquiries.api.ReasonCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecisionTest {
    private static List<Check> with(CheckCode code, Outcome outcome) {
        List<Check> checks = new ArrayList<>();
        for (CheckCode each : CheckCode.values()) {
            checks.add(new Check(
                    each, each == code ? outcome : Outcome.CLEAR, "X", Instant.EPOCH, "inquiries.x", List.of()));
        }
        return checks;
    }

    private static InquiryState expected(CheckCode code, Outcome outcome) {
        return switch (outcome) {
            case CLEAR, NOT_APPLICABLE -> ISSUED;
            case NO_DATA -> WITH_OFFICER;
            case CONCERN ->
                switch (code) {
                    case RENEWAL_LEVY, WASTE_FEE, TRADE_LEVY, OTHER_CLAIMS, INSTALMENTS -> AWAITING_PAYMENT;
                    case CODE,
                            OWNERSHIP,
                            SEIZURE,
                            MORTGAGE,
                            BUILDING_CERTIFICATE,
                            ARTICLE_100,
                            ROAD_PLAN,
                            AUDIT,
                            GARDEN,
                            SUBDIVISION,
                            OPEN_REQUESTS -> WITH_OFFICER;
                };
        };
    }

    @Test
    void every_check_and_outcome_has_its_decision() {
        for (CheckCode code : CheckCode.values()) {
            for (Outcome outcome : Outcome.values()) {
                assertEquals(
                        expected(code, outcome), Decision.of(with(code, outcome), Verdict.NONE), code + " " + outcome);
            }
        }
    }

    @Test
    void an_officers_clean_answer_covers_what_it_looked_at_and_no_debt() {
        List<Check> seized = with(CheckCode.SEIZURE, Outcome.CONCERN);
        Verdict verdict = new Verdict(
                true, ReasonCode.EXAMINED_AND_CLEAR, "", "o", "O", "", "", Verdict.findings(seized.subList(2, 3)));
        assertEquals(ISSUED, Decision.of(seized, verdict));
        assertEquals(WITH_OFFICER, Decision.of(with(CheckCode.MORTGAGE, Outcome.CONCERN), verdict));
        assertEquals(AWAITING_PAYMENT, Decision.of(with(CheckCode.WASTE_FEE, Outcome.CONCERN), verdict));
        assertEquals(verdict, Verdict.read(verdict.write()));
    }
}
