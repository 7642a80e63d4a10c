package ir.hamedan.esup.rulebooks.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.BookState;
import ir.hamedan.esup.rulebooks.api.Chamfer;
import ir.hamedan.esup.rulebooks.api.Effect;
import ir.hamedan.esup.rulebooks.api.Finding;
import ir.hamedan.esup.rulebooks.api.ImpactReports;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Parameters;
import ir.hamedan.esup.rulebooks.api.Parking;
import ir.hamedan.esup.rulebooks.api.PlanFacts;
import ir.hamedan.esup.rulebooks.api.RuleReports;
import ir.hamedan.esup.rulebooks.api.Verdict;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void every_text_and_label_is_there_in_both_languages() {
        String bundle = "ir.hamedan.esup.rulebooks.messages";
        assertEquals(
                ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet(),
                ResourceBundle.getBundle(bundle, Messages.PERSIAN).keySet());
        for (Messages messages : new Messages[] {Messages.in(Messages.PERSIAN), Messages.in(Locale.ENGLISH)}) {
            for (Enum<?>[] labels : new Enum<?>[][] {
                NumberName.values(),
                NumberName.Unit.values(),
                Verdict.values(),
                Effect.values(),
                Answer.Missing.values(),
                Answer.Because.values(),
                Answer.BasisKind.values(),
                Answer.Miss.values(),
                BookState.values(),
                ImpactReports.Outcome.values(),
                ImpactReports.Reason.values(),
                ImpactReports.Dimension.values(),
                Finding.Kind.values(),
                Finding.Settlement.values(),
                Parking.Kind.values(),
                Parameters.StreetWidth.values(),
                Parameters.LockEffect.values(),
                Chamfer.Measure.values(),
                RuleReports.Subject.values(),
                RuleReports.ReportState.values(),
                RuleReports.Outcome.values(),
                PlanFacts.PlanKind.values(),
                PlanFacts.PlanState.values()
            }) {
                for (Enum<?> label : labels) {
                    assertFalse(messages.label("rulebooks", label).isBlank());
                }
            }
            assertFalse(messages.text(Problem.tooLarge("rulebooks.too-many-rows", 5))
                    .isBlank());
        }
    }
}
