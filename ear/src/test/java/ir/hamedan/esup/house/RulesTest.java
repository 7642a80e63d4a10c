package ir.hamedan.esup.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import ir.hamedan.esup.house.Modules.Module;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule holds for the product, and is seen finding the class that was planted to break it. */
class RulesTest {
    private static final String PLANTED = "ir.hamedan.esup.house.planted";

    private static JavaClasses product;
    private static JavaClasses planted;

    /**
     * A rule, and what it must find among the planted classes.
     *
     * @param rule makes the rule for a root package
     * @param finds a word of the violation it must report
     */
    record Gate(String name, Function<String, ArchRule> rule, String finds) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void read() {
        product = Modules.classes();
        planted = new ClassFileImporter().importPackages(PLANTED);
    }

    static Stream<Gate> gates() {
        return Stream.of(
                new Gate("a module calls down the table", ModuleRules::neighbours, "planted.people.internal.CallsUp"),
                new Gate("a portal knows another", ModuleRules::neighbours, "planted.notary.KnowsStaff"),
                new Gate("an internal class is used", ModuleRules::internals, "planted.levies.internal.OpensLedger"),
                new Gate("an api names an internal class", ModuleRules::apis, "planted.ledger.api.Leaking"),
                new Gate("the kernel drags something along", ModuleRules::kernel, "planted.kernel.Heavy"),
                new Gate("a clock of one's own", CodeRules::clock, "planted.people.internal.OwnClock.now"),
                new Gate("the day without the clock", CodeRules::clock, "planted.people.internal.OwnClock.today"),
                new Gate("a clock made elsewhere", CodeRules::clock, "planted.people.internal.OwnClock.clock"),
                new Gate("floating money declared", CodeRules::money, "planted.ledger.internal.Floating.rate"),
                new Gate("floating money on the way", CodeRules::money, "planted.ledger.internal.Floating.half"),
                new Gate("a name looked up", CodeRules::names, "planted.ledger.internal.LooksUp"),
                new Gate("a business method open to all", CodeRules::rights, "planted.people.internal.OpenBean.open"),
                new Gate("an exception of one's own", CodeRules::exceptions, "planted.ledger.internal.LedgerFault"),
                new Gate("state that is not final", CodeRules::state, "planted.people.internal.Counts.count"),
                new Gate("a hand in a proxy", CodeRules::proxies, "planted.people.internal.ReachesIn"),
                new Gate("a class named after its pattern", CodeRules::words, "planted.people.internal.UsersImpl"),
                new Gate("a drawer for classes", CodeRules::words, "planted.people.internal.util.Stray"),
                new Gate("a remote interface", CodeRules::remote, "planted.people.api.Far"));
    }

    @ParameterizedTest
    @MethodSource("gates")
    void the_product_keeps_the_rule(Gate gate) {
        gate.rule().apply(Modules.PRODUCT).check(product);
    }

    @ParameterizedTest
    @MethodSource("gates")
    void the_rule_finds_what_breaks_it(Gate gate) {
        EvaluationResult result = gate.rule().apply(PLANTED).evaluate(planted);
        assertTrue(
                result.getFailureReport().getDetails().stream().anyMatch(line -> line.contains(gate.finds())),
                () -> gate.finds() + " was not found, only "
                        + result.getFailureReport().getDetails());
    }

    static Stream<Module> modules() {
        return Modules.built().stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void every_module_is_looked_at(Module module) {
        assertTrue(
                product.stream()
                        .anyMatch(type -> Modules.of(type, Modules.PRODUCT).equals(Optional.of(module))),
                module.name() + " has no class: its rules would hold for nothing");
    }

    @Test
    void every_class_belongs_to_a_module() {
        assertEquals(
                List.of(),
                product.stream()
                        .filter(type -> Modules.of(type, Modules.PRODUCT).isEmpty())
                        .map(JavaClass::getName)
                        .toList());
    }
}
