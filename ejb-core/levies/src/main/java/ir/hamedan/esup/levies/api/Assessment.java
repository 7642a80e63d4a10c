package ir.hamedan.esup.levies.api;

import ir.hamedan.esup.kernel.Rial;

/** The yearly assessment of the renewal levy. */
public interface Assessment {
    /** What a run did. */
    record Report(int year, int region, long objects, long posted, long already, long withoutPrice, Rial sum) {}

    /**
     * Posts the renewal levy of a Persian year for all objects of a region, set by set; running it again posts nothing
     * twice. Objects without a price are counted, never taken as owing nothing. REVENUE_OFFICER, SYSTEM.
     */
    Report assess(int year, int region);
}
