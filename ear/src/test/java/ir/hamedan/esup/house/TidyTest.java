package ir.hamedan.esup.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ir.hamedan.esup.house.Sources.Source;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The repository as a whole is tidy, and each check is seen finding what was planted for it. */
class TidyTest {
    private static List<Source> sources;

    /**
     * A check, with files that break it.
     *
     * @param finds a word of the fault it must report of them
     */
    record Check(String name, Function<List<Source>, List<String>> faults, String finds, List<Source> planted) {
        Check(String name, Function<List<Source>, List<String>> faults, String finds, String path, String text) {
            this(name, faults, finds, List.of(new Source(path, text)));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void read() {
        sources = Sources.all();
    }

    static Stream<Check> checks() {
        return Stream.of(files(), java(), web(), texts(), spelling(), documents())
                .flatMap(c -> c);
    }

    private static Stream<Check> files() {
        return Stream.of(
                new Check(
                        "nothing is marked as unfinished",
                        Tidy::unfinished,
                        "a.sql:2",
                        "a.sql",
                        "select 1\n-- TO" + "DO"),
                new Check("no path of a machine", Tidy::machines, "a.md:1", "a.md", "see /ro" + "ot/notes"),
                new Check("lines end as lines do", Tidy::ragged, "a tab", "a.md", "one\ttwo\n"),
                new Check("no blanks at the end", Tidy::ragged, "blanks", "a.md", "one  \ntwo\n"),
                new Check("the last line ends", Tidy::ragged, "no line break", "a.md", "one"),
                new Check(
                        "no library that was refused",
                        Tidy::refusedLibraries,
                        "lombok",
                        "x/pom.xml",
                        "<artifactId>lombok</artifactId>"),
                new Check(
                        "migrations have a number and words",
                        Tidy::strayMigrations,
                        "not a number",
                        "m/migration/V1_people.sql",
                        ""),
                new Check(
                        "no number of a migration is given twice",
                        Tidy::strayMigrations,
                        "taken",
                        List.of(new Source("m/migration/V1__a.sql", ""), new Source("m/migration/V1__b.sql", ""))));
    }

    private static Stream<Check> java() {
        return Stream.of(
                new Check(
                        "classes are short",
                        Tidy::oversized,
                        "351 lines",
                        "m/src/main/java/A.java",
                        "class A {}" + "\n".repeat(Tidy.LONGEST_CLASS + 1)),
                new Check(
                        "methods are short",
                        Tidy::oversized,
                        "far has 49 lines",
                        "m/src/main/java/A.java",
                        "class A { void far() {" + "\n".repeat(Tidy.LONGEST_METHOD) + "} }"),
                new Check(
                        "tests are sentences",
                        Tidy::wordlessTests,
                        "testPay",
                        "m/src/test/java/A.java",
                        "class A { @Test void testPay() {} }"),
                new Check(
                        "an api says what it is",
                        Tidy::silentApis,
                        "A.java: A",
                        "m/src/main/java/x/api/A.java",
                        "public interface A {}"));
    }

    private static Stream<Check> web() {
        return Stream.of(
                new Check(
                        "no request leaves the host",
                        Tidy::pagesThatBreakThePolicy,
                        "src=",
                        "web-a/src/main/webapp/a.xhtml",
                        "<img src=\"https://example.org/a.png\"/>"),
                new Check(
                        "no script and no style inside a page",
                        Tidy::pagesThatBreakThePolicy,
                        "onclick",
                        "web-a/src/main/webapp/a.xhtml",
                        "<b onclick=\"a()\"/>"),
                new Check(
                        "no component that needs script inside a page",
                        Tidy::pagesThatBreakThePolicy,
                        "h:commandLink",
                        "web-a/src/main/webapp/a.xhtml",
                        "<h:commandLink/>"),
                new Check(
                        "every portal reads UTF-8",
                        Tidy::webWithoutEncoding,
                        "web.xml",
                        "web-a/src/main/webapp/WEB-INF/web.xml",
                        "<web-app/>"));
    }

    private static Stream<Check> texts() {
        return Stream.of(
                new Check(
                        "both languages have every text",
                        s -> new Texts(s).uneven(),
                        "no pets.b",
                        List.of(bundle("fa", "pets.a=a\npets.b=b\n"), bundle("en", "pets.a=a\n"))),
                new Check(
                        "no key stands twice",
                        s -> new Texts(s).uneven(),
                        "twice pets.a",
                        List.of(bundle("fa", "pets.a=a\npets.a=b\n"), bundle("en", "pets.a=a\n"))),
                new Check(
                        "a bundle has its own keys",
                        s -> new Texts(s).uneven(),
                        "not its own cats.a",
                        List.of(bundle("fa", "cats.a=a\n"), bundle("en", "cats.a=a\n"))),
                new Check(
                        "both languages fill the same places",
                        s -> new Texts(s).unreadable(),
                        "other places in pets.a",
                        List.of(bundle("fa", "pets.a=a {0}\n"), bundle("en", "pets.a=a {1}\n"))),
                new Check(
                        "every text is a message format",
                        s -> new Texts(s).unreadable(),
                        "pets.a",
                        List.of(bundle("fa", "pets.a=a {0\n"), bundle("en", "pets.a=a {0\n"))),
                new Check(
                        "every problem has a text",
                        s -> new Texts(s).missing(),
                        "no text for pets.lost",
                        List.of(
                                bundle("en", "pets.a=a\n"),
                                product("A.java", "class A { Object a = Problem.notFound(\"pets.lost\", 1); }"))),
                new Check(
                        "every key of a page has a text",
                        s -> new Texts(s).missing(),
                        "no text for pets.title",
                        List.of(bundle("en", "pets.a=a\n"), product("a.xhtml", "#{text['pets.title']}"))),
                new Check(
                        "every constant has its label",
                        s -> new Texts(s).missing(),
                        "no text for pets.pet-kind.DOG",
                        List.of(
                                bundle("en", "pets.pet-kind.CAT=cat\n"),
                                new Source(
                                        "ejb-core/pets/src/main/java/ir/hamedan/esup/pets/PetKind.java",
                                        "enum PetKind { CAT, DOG }"))),
                new Check(
                        "every action of the journal has words",
                        s -> new Texts(s).wordlessActions(),
                        "staff.action.pets.fed",
                        List.of(product("A.java", "class A { Object a = Audited.of(\"pets.fed\", a); }"))),
                new Check(
                        "no text lies unused",
                        s -> new Texts(s).unused(),
                        "pets.b",
                        List.of(
                                bundle("en", "pets.a=a\npets.b=b\n"),
                                product("A.java", "class A { Object a = text(\"pets.a\"); }"))));
    }

    private static Stream<Check> spelling() {
        return Stream.of(new Check(
                "an article of a law is spelt in one way",
                s -> new Texts(s).misspelt(),
                "pets.a=کمیسیون",
                List.of(bundle("fa", "pets.a=کمیسیون ماده ۱۰۰\n"))));
    }

    private static Stream<Check> documents() {
        return Stream.of(
                new Check(
                        "every setting has a default",
                        s -> new Documents(s).settings(),
                        "esup.pets has no default",
                        List.of(product("A.java", "class A { @ConfigProperty(name = \"esup.pets\") int a; }"))),
                new Check(
                        "every setting is read",
                        s -> new Documents(s).settings(),
                        "esup.pets is read by nobody",
                        "config/src/main/resources/META-INF/microprofile-config.properties",
                        "esup.pets=1"),
                new Check(
                        "every setting of the launcher has its row",
                        s -> new Documents(s).rowsAndSettings(),
                        "ESUP_PETS has no row",
                        "launcher/src/main/java/A.java",
                        "class A { String a = \"ESUP_PETS\"; }"),
                new Check(
                        "every row is a setting",
                        s -> new Documents(s).rowsAndSettings(),
                        "ESUP_PETS is no setting",
                        "README.md",
                        "| `ESUP_PETS` | `1` | pets |\n"),
                new Check(
                        "every decision is linked",
                        s -> new Documents(s).decisions(),
                        "not linked",
                        "docs/decisions/pets.md",
                        "# Pets\n"),
                new Check(
                        "every decision says its consequences",
                        s -> new Documents(s).decisions(),
                        "no consequences",
                        "docs/decisions/pets.md",
                        "# Pets\n"),
                new Check(
                        "every link leads somewhere",
                        s -> new Documents(s).deadLinks(),
                        "README.md: docs/pets.md",
                        "README.md",
                        "[pets](docs/pets.md)"),
                new Check(
                        "every page is linked",
                        s -> new Documents(s).lonelyPages(),
                        "docs/pets.md",
                        "docs/pets.md",
                        ""));
    }

    private static Source bundle(String language, String text) {
        return product("ir/hamedan/esup/pets/messages_" + language + ".properties", text);
    }

    private static Source product(String name, String text) {
        return new Source("ejb-core/pets/src/main/resources/" + name, text);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void the_repository_is_tidy(Check check) {
        List<String> faults = check.faults().apply(sources);
        assertEquals("", String.join("\n", faults), check.name());
    }

    @ParameterizedTest
    @MethodSource("checks")
    void the_check_finds_what_breaks_it(Check check) {
        List<String> faults = check.faults().apply(check.planted());
        assertTrue(faults.stream().anyMatch(fault -> fault.contains(check.finds())), () -> "found only " + faults);
    }

    @Test
    void the_whole_repository_is_read() {
        for (String path : List.of("README.md", "pom.xml", "verify", ".ci/run", "docs/decisions/README.md")) {
            assertTrue(sources.stream().anyMatch(s -> s.path().equals(path)), path);
        }
        assertTrue(new Texts(sources).bundles() >= 20, "bundles were not found");
    }
}
