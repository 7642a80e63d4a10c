package ir.hamedan.esup.jobs.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ir.hamedan.esup.jobs.api.JobKind;
import ir.hamedan.esup.jobs.api.JobState;
import ir.hamedan.esup.jobs.api.Severity;
import ir.hamedan.esup.jobs.internal.imports.Column;
import ir.hamedan.esup.jobs.internal.imports.RowFault;
import ir.hamedan.esup.jobs.internal.imports.Tally;
import ir.hamedan.esup.kernel.Messages;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void every_text_and_label_is_there_in_both_languages() {
        String bundle = "ir.hamedan.esup.jobs.messages";
        assertEquals(
                ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet(),
                ResourceBundle.getBundle(bundle, Messages.PERSIAN).keySet());
        for (Messages messages : List.of(Messages.in(Messages.PERSIAN), Messages.in(Locale.ENGLISH))) {
            for (Enum<?>[] labels : new Enum<?>[][] {
                JobKind.values(),
                JobState.values(),
                Severity.values(),
                Column.values(),
                RowFault.values(),
                Tally.values()
            }) {
                for (Enum<?> label : labels) {
                    assertFalse(messages.label("jobs", label).isBlank());
                }
            }
        }
    }
}
