package ir.hamedan.esup.rulebooks.internal.statement;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.AnswerWords;
import ir.hamedan.esup.signing.api.Paper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** An answer as its owner reads it on paper: Persian, and every number with the clauses that set it. */
final class StatementPaper {
    private final Messages texts = Messages.in(Messages.PERSIAN);
    private final AnswerWords words = new AnswerWords(texts);
    private final LandObject object;
    private final String owner;
    private final Answer answer;
    private final LocalDate validUntil;

    StatementPaper(LandObject object, String owner, Answer answer, LocalDate validUntil) {
        this.object = object;
        this.owner = owner;
        this.answer = answer;
        this.validUntil = validUntil;
    }

    Paper paper() {
        List<Paper.Section> sections = new ArrayList<>();
        sections.add(property());
        sections.add(book());
        for (Answer.UseAnswer use : answer.uses()) {
            sections.add(use(use));
            lost(use).ifPresent(sections::add);
        }
        if (!answer.concerns().isEmpty()) {
            sections.add(concerns());
        }
        if (!answer.noData().isEmpty()) {
            sections.add(noData());
        }
        if (!answer.doesNotConcern().isEmpty()) {
            sections.add(doesNotConcern());
        }
        return new Paper(
                text("title"),
                text(
                        "verdict",
                        PersianText.isolated(object.code().text()),
                        date(answer.on()),
                        texts.label("rulebooks", answer.verdict())),
                sections,
                notes());
    }

    private Paper.Section property() {
        List<Paper.Line> lines = new ArrayList<>();
        lines.add(Paper.Line.code(text("code"), object.code().text()));
        lines.add(Paper.Line.text(text("address"), digits(object.address())));
        lines.add(Paper.Line.text(text("owner"), owner));
        for (Answer.ZonePart zone : answer.zones()) {
            lines.add(Paper.Line.text(
                    text("zone"), text("zone-of", named(zone), words.area(zone.area()), words.share(zone.share()))));
        }
        answer.given()
                .decision()
                .ifPresent(decision -> lines.add(Paper.Line.text(
                        text("decision"),
                        text(
                                "decision-of",
                                PersianText.isolated(digits(decision.number())),
                                date(decision.date()),
                                digits(decision.map())))));
        answer.width().ifPresent(width -> lines.add(Paper.Line.text(text("street"), words.length(width))));
        return Paper.Section.of(text("property"), lines);
    }

    /** A zone by its code and its name, where it has one of its own. */
    private static String named(Answer.ZonePart zone) {
        String code = PersianText.isolated(zone.code());
        return zone.name().isBlank() || zone.name().equals(zone.code()) ? code : code + "، " + zone.name();
    }

    private Paper.Section book() {
        List<Paper.Line> lines = new ArrayList<>();
        lines.add(Paper.Line.text(text("book-title"), answer.book().title()));
        lines.add(Paper.Line.code(text("book-version"), answer.book().version()));
        lines.add(Paper.Line.text(text("book-approval"), digits(answer.book().approval())));
        lines.add(Paper.Line.text(text("book-from"), date(answer.book().effectiveFrom())));
        lines.add(Paper.Line.text(text("valid-until"), date(validUntil)));
        return Paper.Section.of(text("book"), lines);
    }

    private Paper.Section use(Answer.UseAnswer use) {
        List<Paper.Line> lines = new ArrayList<>();
        lines.add(Paper.Line.text(text("use-verdict"), texts.label("rulebooks", use.verdict())));
        use.needs().forEach(need -> lines.add(Paper.Line.text(text("need"), words.need(need))));
        List<List<String>> rows = use.numbers().stream()
                .map(figure -> List.of(
                        texts.label("rulebooks", figure.name()),
                        words.figure(figure),
                        figure.value().isPresent() ? words.basis(figure.basis()) : "",
                        clauses(figure.clauses())))
                .toList();
        Optional<Paper.Table> table = rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new Paper.Table(
                        List.of(
                                Paper.Column.text(text("number")),
                                Paper.Column.text(text("value")),
                                Paper.Column.text(text("basis")),
                                Paper.Column.text(text("clauses"))),
                        rows));
        return new Paper.Section(text("use", use.title()), lines, table);
    }

    private Paper.Section concerns() {
        List<List<String>> rows = answer.concerns().stream()
                .map(concern -> List.of(
                        texts.label("parcels", concern.layer()),
                        concern.name(),
                        concern.share() > 0
                                ? text("share-of", words.share(concern.share()), words.area(concern.area()))
                                : text("distance-of", words.length(concern.distance())),
                        clauses(concern.clauses())))
                .toList();
        return Paper.Section.of(
                text("concerns"),
                new Paper.Table(
                        List.of(
                                Paper.Column.text(text("layer")),
                                Paper.Column.text(text("name")),
                                Paper.Column.text(text("where")),
                                Paper.Column.text(text("clauses"))),
                        rows));
    }

    private Paper.Section noData() {
        List<Paper.Line> lines = answer.noData().stream()
                .map(one ->
                        Paper.Line.text(texts.label("parcels", one.layer()), texts.label("rulebooks", one.missing())))
                .toList();
        return Paper.Section.of(text("no-data"), lines);
    }

    private Paper.Section doesNotConcern() {
        String layers = answer.doesNotConcern().stream()
                .map(layer -> texts.label("parcels", layer))
                .collect(Collectors.joining("، "));
        return Paper.Section.of(text("does-not-concern"), List.of(Paper.Line.text(text("layers"), layers)));
    }

    /** Every value that did not last, with what put another in its place. */
    private Optional<Paper.Section> lost(Answer.UseAnswer use) {
        List<List<String>> rows = use.numbers().stream()
                .flatMap(figure -> figure.lost().stream()
                        .map(lost -> List.of(
                                texts.label("rulebooks", figure.name()),
                                words.value(figure.name(), lost.value()),
                                texts.label("rulebooks", lost.because()),
                                clauses(lost.clauses()))))
                .toList();
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(Paper.Section.of(
                        text("lost", use.title()),
                        new Paper.Table(
                                List.of(
                                        Paper.Column.text(text("number")),
                                        Paper.Column.text(text("lost-value")),
                                        Paper.Column.text(text("lost-because")),
                                        Paper.Column.text(text("clauses"))),
                                rows)));
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (answer.book().demonstration()) {
            notes.add(text("note.demonstration"));
        }
        notes.add(text("note.validity", date(validUntil)));
        notes.add(text("note.no-permit"));
        return notes;
    }

    private String clauses(List<Answer.ClauseRef> clauses) {
        return clauses.isEmpty()
                ? "—"
                : clauses.stream()
                        .map(clause -> text("clause", digits(clause.number())))
                        .collect(Collectors.joining("، "));
    }

    private String text(String key, Object... arguments) {
        return texts.text("rulebooks.paper." + key, arguments);
    }

    private static String date(LocalDate date) {
        return digits(PersianDate.of(date).text());
    }

    private static String digits(String text) {
        return PersianText.digits(text);
    }
}
