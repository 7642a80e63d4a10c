package ir.hamedan.esup.jobs.internal.imports;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.LandUse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words of a file for uses and deeds, folded: the names of the constants, and their labels in both languages. */
record Words(Map<String, LandUse> uses, Map<String, DeedKind> deeds) {
    Words {
        uses = Map.copyOf(uses);
        deeds = Map.copyOf(deeds);
    }

    static Words read() {
        return new Words(folded(LandUse.values()), folded(DeedKind.values()));
    }

    private static <E extends Enum<E>> Map<String, E> folded(E[] constants) {
        Map<String, E> words = new HashMap<>();
        for (E constant : constants) {
            words.put(PersianText.fold(constant.name()), constant);
            for (Locale language : List.of(Messages.PERSIAN, Locale.ENGLISH)) {
                words.put(PersianText.fold(Messages.in(language).label("parcels", constant)), constant);
            }
        }
        return words;
    }

    Optional<LandUse> use(String cell) {
        return Optional.ofNullable(uses.get(PersianText.fold(cell)));
    }

    Optional<DeedKind> deed(String cell) {
        return Optional.ofNullable(deeds.get(PersianText.fold(cell)));
    }
}
