package ir.hamedan.esup.levies.internal;

import static org.junit.jupiter.api.Assertions.assertFalse;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.levies.api.LevyBookState;
import ir.hamedan.esup.levies.api.LevyExample;
import ir.hamedan.esup.levies.api.LevyFormula;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LevyTextsTest {
    @Test
    void every_label_and_every_column_has_a_text_in_both_languages() {
        for (Messages messages : List.of(Messages.in(Messages.PERSIAN), Messages.in(Locale.ENGLISH))) {
            for (Enum<?>[] labels :
                    new Enum<?>[][] {LevyFormula.values(), LevyBookState.values(), LevyExample.Sum.values()}) {
                for (Enum<?> label : labels) {
                    assertFalse(messages.label("levies", label).isBlank());
                }
            }
            LevyColumns guide = new LevyColumns(messages);
            for (LevySheet sheet : LevySheet.values()) {
                assertFalse(guide.purpose(sheet).isBlank());
                sheet.columns()
                        .forEach(column -> assertFalse(guide.title(column).isBlank()));
            }
        }
    }
}
