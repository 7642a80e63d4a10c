package ir.hamedan.esup.staff;

import ir.hamedan.esup.kernel.PersianDate;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How near the day is until which something has to be answered. */
@Named("due")
@RequestScoped
public class Due {
    @Inject
    Clock clock;

    public boolean isOver(LocalDate day) {
        return day.isBefore(today());
    }

    /** Today or tomorrow. */
    public boolean isSoon(LocalDate day) {
        return !isOver(day) && day.isBefore(today().plusDays(2));
    }

    /** Days since then. */
    long age(LocalDate day) {
        return ChronoUnit.DAYS.between(day, today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), PersianDate.TEHRAN);
    }
}
