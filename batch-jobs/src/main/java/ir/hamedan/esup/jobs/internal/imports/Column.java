package ir.hamedan.esup.jobs.internal.imports;

import ir.hamedan.esup.kernel.Messages;
import ir.hamedan.esup.kernel.PersianText;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The columns of a file of land objects and owners, in any order; headed by their names here or by their labels. */
public enum Column {
    CODE("code", true),
    PLATE("plate", false),
    SECTION("section", false),
    POSTAL_CODE("postalCode", false),
    ADDRESS("address", true),
    USE("use", true),
    DEED("deed", true),
    LAND_AREA("landArea", true),
    FLOOR_AREA("floorArea", false),
    GARDEN("garden", false),
    REGISTERED_ON("registeredOn", true),
    OWNER_ID("ownerId", true),
    OWNER_NAME("ownerName", true),
    SHARE("share", true),
    OWNED_SINCE("ownedSince", true);

    private final String header;
    private final boolean required;

    Column(String header, boolean required) {
        this.header = header;
        this.required = required;
    }

    String header() {
        return header;
    }

    /** Whether a file without it cannot be read at all. */
    boolean isRequired() {
        return required;
    }

    /** The key of its label. */
    String key() {
        return "jobs.column." + name();
    }

    /** The column a header means. */
    static Optional<Column> of(String headed) {
        String folded = PersianText.fold(headed);
        return Arrays.stream(values())
                .filter(column -> column.names().map(PersianText::fold).anyMatch(folded::equals))
                .findFirst();
    }

    private Stream<String> names() {
        return Stream.concat(
                Stream.of(header), Stream.of(Messages.PERSIAN, Locale.ENGLISH).map(language -> Messages.in(language)
                        .label("jobs", this)));
    }
}
