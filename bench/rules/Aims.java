import java.util.Arrays;

/** What was measured beside what was aimed at. */
public final class Aims {
    private Aims() {}

    /** @param aim such as {@code >= 0.35} */
    public static void tell(String what, double[] measured, String aim) {
        double[] sorted = measured.clone();
        Arrays.sort(sorted);
        double wanted = Double.parseDouble(aim.substring(3));
        double median = sorted[sorted.length / 2];
        boolean reached = aim.startsWith(">=") ? median >= wanted : median <= wanted;
        System.out.printf("%-40s %-24s aim %-8s %s%n", what, Arms.spread(measured), aim, reached ? "reached" : "MISSED");
    }
}
