package ir.hamedan.esup.rulebooks.internal.impact;

/** The impact on 200,000 plots, as the long form of the test has it: it prints what it took. */
public final class CityImpact {
    private CityImpact() {}

    public static void main(String[] arguments) {
        new ImpactSizeTest().the_impact_on_every_plot_of_a_city_is_known();
        System.exit(0);
    }
}
