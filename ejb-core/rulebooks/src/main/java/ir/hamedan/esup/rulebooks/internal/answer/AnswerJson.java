package ir.hamedan.esup.rulebooks.internal.answer;

import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Sha256;
import ir.hamedan.esup.parcels.api.Site;
import ir.hamedan.esup.rulebooks.api.Answer;
import ir.hamedan.esup.rulebooks.api.BookData;
import ir.hamedan.esup.rulebooks.api.Given;
import ir.hamedan.esup.rulebooks.api.NumberName;
import ir.hamedan.esup.rulebooks.api.Rules;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * An answer as machines read it: percent, metres and square metres with their decimals. Equal answers give equal bytes; the
 * hash is of the document without it.
 */
public final class AnswerJson {
    /**
     * What the answer was made by: another reading of the same book, or another form of the document, is another version. 2:
     * a plot partly in no zone is provisional; plots put together, uses asked for, and why a use is not permitted. 3: what lies
     * in a zone or in a feature is said in square metres and in percent.
     */
    public static final int ENGINE_VERSION = 3;

    /** Asked for once: {@code Json} looks for its provider on the class path at every call, many times the work itself. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private AnswerJson() {}

    /** The document with its hash. */
    public static JsonObject document(Answer answer) {
        JsonObject facts = facts(answer);
        return JSON.createObjectBuilder(facts)
                .add("hash", hash(CanonicalJson.text(facts)))
                .build();
    }

    /** The bytes of the document: members in the order of their names, no space. */
    public static byte[] bytes(Answer answer) {
        return of(answer).json().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The text of the document and its hashes. Written once: in the order of names the hash stands right before the instant, and
     * within a value no such member can be, for its quotes would bear a backslash.
     */
    public static Rules.Document of(Answer answer) {
        String facts = CanonicalJson.text(facts(answer));
        String known = "\"known\":\"" + answer.known() + "\",";
        String hash = hash(facts);
        return new Rules.Document(
                answer.verdict(),
                facts.replace(known, "\"hash\":\"" + hash + "\"," + known),
                hash,
                hash(facts.replace(known, "")));
    }

    private static String hash(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonObject facts(Answer answer) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        answer.parcel().map(RenewalCode::toString).ifPresent(code -> object.add("parcel", code));
        answer.width().ifPresent(width -> object.add("streetWidth", decimal(width, 2)));
        return object.add("engine", ENGINE_VERSION)
                .add("on", answer.on().toString())
                .add("known", answer.known().toString())
                .add("book", book(answer.book()))
                .add("whatIf", answer.isWhatIf())
                .add("given", given(answer))
                .add("verdict", answer.verdict().name())
                .add("zones", array(answer.zones(), AnswerJson::zone))
                .add("concerns", array(answer.concerns(), AnswerJson::concern))
                .add("doesNotConcern", texts(answer.doesNotConcern()))
                .add("noData", array(answer.noData(), AnswerJson::unknown))
                .add("uses", array(answer.uses(), AnswerJson::use))
                .add("layers", array(answer.versions(), AnswerJson::version))
                .build();
    }

    private static JsonObjectBuilder book(BookData book) {
        return JSON.createObjectBuilder()
                .add("code", book.code())
                .add("title", book.title())
                .add("version", book.version())
                .add("authority", book.authority())
                .add("approval", book.approval())
                .add("effectiveFrom", book.effectiveFrom().toString())
                .add("demonstration", book.demonstration());
    }

    /** What was supposed, without the locks: the verdict says all of them that the public may know. */
    private static JsonObjectBuilder given(Answer answer) {
        Given given = answer.given();
        JsonObjectBuilder object = JSON.createObjectBuilder()
                .add("merged", given.merged())
                .add("with", texts(answer.asked().with()))
                .add("ceded", decimal(given.ceded(), 2))
                .add("uses", texts(answer.asked().uses()));
        given.groundLevel().ifPresent(level -> object.add("groundLevel", decimal(level, 2)));
        given.rooms().ifPresent(rooms -> object.add("rooms", rooms));
        given.decision()
                .ifPresent(decision -> object.add(
                        "decision",
                        JSON.createObjectBuilder()
                                .add("number", decision.number())
                                .add("date", decision.date().toString())
                                .add("map", decision.map())));
        return object;
    }

    private static JsonObjectBuilder zone(Answer.ZonePart zone) {
        return JSON.createObjectBuilder()
                .add("code", zone.code())
                .add("name", zone.name())
                .add("area", decimal(zone.area(), 2))
                .add("share", decimal(zone.share(), 1));
    }

    private static JsonObjectBuilder concern(Answer.Concern concern) {
        return JSON.createObjectBuilder()
                .add("layer", concern.layer().name())
                .add("feature", concern.feature())
                .add("name", concern.name())
                .add("grade", concern.grade())
                .add("area", decimal(concern.area(), 2))
                .add("share", decimal(concern.share(), 1))
                .add("distance", decimal(concern.distance(), 2))
                .add("rules", texts(concern.rules()))
                .add("needs", texts(concern.needs()))
                .add("clauses", array(concern.clauses(), AnswerJson::clause));
    }

    private static JsonObjectBuilder unknown(Answer.Unknown unknown) {
        return JSON.createObjectBuilder()
                .add("layer", unknown.layer().name())
                .add("missing", unknown.missing().name())
                .add("couldLower", unknown.couldLower())
                .add("clauses", array(unknown.clauses(), AnswerJson::clause));
    }

    private static JsonObjectBuilder use(Answer.UseAnswer use) {
        return JSON.createObjectBuilder()
                .add("use", use.use())
                .add("title", use.title())
                .add("verdict", use.verdict().name())
                .add("rows", texts(use.rows()))
                .add("numbers", array(use.numbers(), AnswerJson::figure))
                .add("whyNot", array(use.whyNot(), AnswerJson::whyNot))
                .add("needs", texts(use.needs()))
                .add("notPermitted", array(use.notPermitted(), AnswerJson::notPermitted));
    }

    private static JsonObjectBuilder notPermitted(Answer.NotPermitted not) {
        return JSON.createObjectBuilder()
                .add("zone", not.zone())
                .add("permitted", array(not.permitted(), one -> JSON.createObjectBuilder()
                        .add("use", one.use())
                        .add("title", one.title())))
                .add("clauses", array(not.clauses(), AnswerJson::clause));
    }

    private static JsonObjectBuilder figure(Answer.Figure figure) {
        NumberName.Unit unit = figure.name().unit();
        JsonObjectBuilder object = JSON.createObjectBuilder()
                .add("name", figure.name().key())
                .add("unit", unit.name())
                .add("basis", basis(figure.basis()))
                .add("clauses", array(figure.clauses(), AnswerJson::clause))
                .add("lost", array(figure.lost(), lost -> lost(lost, unit)));
        if (figure.value().isEmpty()) {
            return object.addNull("value");
        }
        return object.add("value", decimal(figure.value().getAsLong(), unit.decimals()));
    }

    private static JsonObjectBuilder basis(Answer.Basis basis) {
        JsonObjectBuilder object =
                JSON.createObjectBuilder().add("kind", basis.kind().name());
        basis.kind().decimals().ifPresent(decimals -> object.add("amount", decimal(basis.amount(), decimals)));
        return object;
    }

    private static JsonObjectBuilder lost(Answer.Lost lost, NumberName.Unit unit) {
        return JSON.createObjectBuilder()
                .add("value", decimal(lost.value(), unit.decimals()))
                .add("because", lost.because().name())
                .add("by", lost.by())
                .add("clauses", array(lost.clauses(), AnswerJson::clause));
    }

    private static JsonObjectBuilder whyNot(Answer.WhyNot whyNot) {
        return JSON.createObjectBuilder()
                .add("row", whyNot.row())
                .add("condition", whyNot.condition().name())
                .add("shortBy", decimal(whyNot.shortBy(), 2));
    }

    private static JsonObjectBuilder clause(Answer.ClauseRef clause) {
        return JSON.createObjectBuilder().add("number", clause.number()).add("title", clause.title());
    }

    private static JsonObjectBuilder version(Site.Version version) {
        return JSON.createObjectBuilder()
                .add("layer", version.layer().name())
                .add("number", version.number())
                .add("validFrom", version.validFrom().toString())
                .add("hash", version.hash());
    }

    private static BigDecimal decimal(long value, int decimals) {
        return BigDecimal.valueOf(value, decimals);
    }

    private static JsonArrayBuilder texts(List<?> values) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }

    private static <T> JsonArrayBuilder array(List<T> values, Function<T, JsonObjectBuilder> shape) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        values.forEach(value -> array.add(shape.apply(value)));
        return array;
    }
}
