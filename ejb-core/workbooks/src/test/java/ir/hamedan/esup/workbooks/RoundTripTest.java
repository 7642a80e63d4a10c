package ir.hamedan.esup.workbooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.workbooks.TreeBook.Age;
import ir.hamedan.esup.workbooks.TreeBook.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What was written is read back as it was. */
class RoundTripTest {
    private record Tree(
            String code,
            Kind kind,
            List<String> streets,
            long height,
            OptionalInt girth,
            Age age,
            boolean listed,
            LocalDate born,
            Optional<String> note) {}

    private record Street(String code, String title) {}

    private record Care(String tree, long worth) {}

    private record Book(List<Tree> trees, List<Street> streets, List<Care> care) {}

    @Property(tries = 60)
    void any_lines_come_back_as_they_were(@ForAll long seed) {
        Random random = new Random(seed);
        Book book = new Planter(random).book();
        Locale language = random.nextBoolean() ? Messages.PERSIAN : Locale.ENGLISH;
        TreeBook.Reading reading = TreeBook.read(TreeBook.write(lines(book), language));
        Book read = book(reading.file());
        assertEquals(List.of(), reading.told());
        assertEquals(book.trees(), read.trees());
        assertEquals(book, read);
    }

    @Test
    void the_longest_text_and_the_greatest_number_come_back() {
        Street street = new Street("S", "_x0041_".repeat(2_000) + "ی".repeat(4_000));
        Book book = new Book(List.of(), List.of(street), List.of(new Care("T", TreeNumber.WORTH.most())));
        TreeBook.Reading reading = TreeBook.read(TreeBook.write(lines(book)));
        assertEquals(book, book(reading.file()));
        assertEquals(List.of(), reading.told());
    }

    private static SheetLines lines(Book book) {
        SheetLines lines = new SheetLines();
        book.trees().forEach(tree -> lines.add(TreeSheet.TREES)
                .text("code", tree.code())
                .text("kind", tree.kind().name())
                .list("streets", tree.streets())
                .number("height", TreeNumber.HEIGHT, tree.height())
                .optional("girth", TreeNumber.COUNT, tree.girth())
                .band("age", TreeNumber.COUNT, tree.age())
                .flag("listed", tree.listed())
                .date("born", tree.born())
                .maybe("note", tree.note()));
        book.streets()
                .forEach(street ->
                        lines.add(TreeSheet.STREETS).text("code", street.code()).text("title", street.title()));
        book.care().forEach(care -> lines.add(TreeSheet.TREE_CARE)
                .text("tree", care.tree())
                .number("text", TreeNumber.WORTH, care.worth()));
        return lines;
    }

    private static Book book(WorkbookFile file) {
        return new Book(
                file.lines(TreeSheet.TREES).stream()
                        .map(line -> new Tree(
                                line.requiredCode("code"),
                                line.constant("kind", Kind.class),
                                line.codes("streets"),
                                line.number("height", TreeNumber.HEIGHT),
                                line.optional("girth", TreeNumber.COUNT),
                                line.band("ageFrom", "ageUntil", TreeNumber.COUNT, Age.OPEN, Age::new),
                                line.flag("listed"),
                                line.date("born"),
                                Optional.of(line.text("note")).filter(note -> !note.isEmpty())))
                        .toList(),
                file.lines(TreeSheet.STREETS).stream()
                        .map(line -> new Street(line.requiredCode("code"), line.required("title")))
                        .toList(),
                file.lines(TreeSheet.TREE_CARE).stream()
                        .map(line -> new Care(line.requiredCode("tree"), line.number("text", TreeNumber.WORTH)))
                        .toList());
    }

    /** Books of every shape. */
    private record Planter(Random random) {
        private static final String LETTERS = "abXآکی‌ۀ٠۱2_x0041_&<>\"'=-+@؛/% \u00a0\t\n\r\u0085\u2028é\u0301";

        Book book() {
            return new Book(
                    list(12, this::tree),
                    list(5, () -> new Street(code(), text())),
                    list(5, () -> new Care(code(), random.nextLong(TreeNumber.WORTH.most() + 1))));
        }

        private Tree tree() {
            long from = random.nextInt(3) == 0 ? 0 : random.nextInt(2_999);
            return new Tree(
                    code(),
                    List.of(Kind.values()).get(random.nextInt(3)),
                    list(4, this::code).stream().distinct().toList(),
                    random.nextLong(TreeNumber.HEIGHT.most() + 1),
                    random.nextBoolean() ? OptionalInt.of(random.nextInt(3_001)) : OptionalInt.empty(),
                    new Age(from, random.nextBoolean() ? Age.OPEN : from + 1 + random.nextLong(3_000 - from)),
                    random.nextBoolean(),
                    LocalDate.of(1950, 1, 1).plusDays(random.nextInt(40_000)),
                    random.nextBoolean() ? Optional.of(text()) : Optional.empty());
        }

        /** As a code is compared. */
        private String code() {
            return Stream.generate(() -> List.of("T", "پ", "-", "7", "_x0041_", ".", "/", "é")
                            .get(random.nextInt(8)))
                    .limit(1 + random.nextInt(5))
                    .reduce("", String::concat);
        }

        /** With something to be seen, and no formula. */
        private String text() {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "🌳" : "");
            random.ints(random.nextInt(30), 0, LETTERS.length()).forEach(i -> text.append(LETTERS.charAt(i)));
            boolean formula = text.toString().stripLeading().startsWith("=");
            boolean unseen = PersianText.value(text.toString()).isEmpty();
            return formula || unseen ? "ب" + text : text.toString();
        }

        private <T> List<T> list(int most, Supplier<T> maker) {
            List<T> list = new ArrayList<>();
            for (int count = random.nextInt(most + 1); count > 0; count--) {
                list.add(maker.get());
            }
            return list;
        }
    }
}
