package ir.hamedan.esup.levies.internal;

import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.Parcels;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Persian years for which the renewal levy of a code must have been looked at.
 *
 * @param first may come after the last one: then there is none
 */
record Span(RenewalCode code, int first, int last) {
    /** The years up to the day of all that may carry the levy. */
    static List<Span> of(List<Parcels.Kin> kin, LocalDate day) {
        return kin.stream().flatMap(of -> of(of, day).stream()).toList();
    }

    /**
     * From the year in which the object came to be, or, when it took the place of others, from the first year whose first
     * day it saw: up to then they answer.
     */
    private static Optional<Span> of(Parcels.Kin kin, LocalDate day) {
        int first = kin.followed() ? yearOf(kin.registeredOn().minusDays(1)) + 1 : yearOf(kin.registeredOn());
        LocalDate end = Stream.of(kin.retiredOn(), kin.before())
                .flatMap(Optional::stream)
                .map(gone -> gone.minusDays(1))
                .filter(lastDay -> lastDay.isBefore(day))
                .min(LocalDate::compareTo)
                .orElse(day);
        return switch (kin.code().level()) {
            case PARCEL, APARTMENT -> Optional.of(new Span(kin.code(), first, yearOf(end)));
            case BLOCK, BUILDING, SHOP -> Optional.empty();
        };
    }

    private static int yearOf(LocalDate day) {
        return PersianDate.of(day).year();
    }
}
