package ir.hamedan.esup.parcels.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.parcels.api.BuildingCertificate;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.FaultCode;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.LayerFault;
import ir.hamedan.esup.parcels.api.LayerKind;
import ir.hamedan.esup.parcels.api.LayerState;
import ir.hamedan.esup.parcels.api.LockKind;
import ir.hamedan.esup.parcels.api.Source;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void every_text_and_label_is_there_in_both_languages() {
        String bundle = "ir.hamedan.esup.parcels.messages";
        assertEquals(
                ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet(),
                ResourceBundle.getBundle(bundle, Messages.PERSIAN).keySet());
        for (Messages messages : new Messages[] {Messages.in(Messages.PERSIAN), Messages.in(Locale.ENGLISH)}) {
            for (Enum<?>[] labels : new Enum<?>[][] {
                LandUse.values(),
                DeedKind.values(),
                LockKind.values(),
                Source.values(),
                BuildingCertificate.Kind.values(),
                LayerKind.values(),
                LayerState.values(),
                LayerFault.Severity.values(),
                FaultCode.values()
            }) {
                for (Enum<?> label : labels) {
                    assertEquals(false, messages.label("parcels", label).isBlank());
                }
            }
            assertEquals(false, messages.text("parcels.code-replaced", "a", "b").isBlank());
        }
    }
}
