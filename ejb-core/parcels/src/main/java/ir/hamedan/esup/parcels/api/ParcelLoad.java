package ir.hamedan.esup.parcels.api;

import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.internal.CopyStage;
import ir.hamedan.esup.parcels.internal.LoadSql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bulk door of the register: rows are staged by COPY and then checked and inserted set by set, in the transaction of
 * the connection, which must not commit by itself. A row that cannot stand is refused and reported; the others go in.
 * Owners of an object stand or fall together.
 *
 * <p>The same reference loads nothing twice: objects, owners and certificates that are there already are refused as
 * known.
 */
public final class ParcelLoad implements AutoCloseable {
    /** How many refused rows a report names; all are counted. */
    public static final int NAMED_REFUSALS = 1_000;

    /** A row that was not taken: what it was, of which code, and why, as a key of the message bundle. */
    public record Refused(String what, String code, String reason) {}

    /** What went in, by kind of row, and what did not. */
    public record Report(Map<String, Long> loaded, long refusedRows, List<Refused> refused) {
        public Report {
            loaded = Map.copyOf(loaded);
            refused = List.copyOf(refused);
        }
    }

    private final Connection connection;
    private final String reference;
    private final Instant recordedAt;
    private final String recordedBy;
    private final CopyStage stage;

    /**
     * @param reference names this load for ever, such as the SHA-256 of its file
     * @param recordedAt since when the register knows what is loaded
     * @param recordedBy the account or job that loads
     */
    public ParcelLoad(Connection connection, String reference, Instant recordedAt, String recordedBy)
            throws SQLException {
        this.connection = connection;
        this.reference = reference;
        this.recordedAt = recordedAt;
        this.recordedBy = recordedBy;
        LoadSql.createStages(connection);
        this.stage = new CopyStage(connection);
    }

    /** Whether a load with this reference was committed before. */
    public static boolean wasLoaded(Connection connection, String reference) throws SQLException {
        return LoadSql.wasLoaded(connection, reference);
    }

    /** A land object; one that was retired stays in the register for its history. */
    public void object(LandObject object, LocalDate registeredOn, Optional<LocalDate> retiredOn) throws SQLException {
        stage.row(
                "object",
                object.code().text(),
                Integer.toString(object.region()),
                PersianText.asciiDigits(PersianText.clean(object.registryPlate())),
                PersianText.clean(object.registrySection()),
                object.postalCode().orElse(null),
                PersianText.clean(object.address()),
                LoadSql.searchColumn(object),
                object.use().name(),
                object.deed().name(),
                Long.toString(object.landArea()),
                Long.toString(object.floorArea()),
                Boolean.toString(object.garden()),
                registeredOn.toString(),
                retiredOn.map(LocalDate::toString).orElse(null));
    }

    /**
     * The outline of an object from a day on, as WKB in metres of EPSG:32639 with its bounds.
     *
     * @param bounds west, south, east, north
     */
    public void shape(RenewalCode code, LocalDate validFrom, byte[] wkb, double... bounds) throws SQLException {
        if (bounds.length != 4) {
            throw new IllegalArgumentException("bounds are west, south, east, north");
        }
        stage.row(
                "shape",
                code.text(),
                validFrom.toString(),
                "\\x" + HexFormat.of().formatHex(wkb),
                "((%s,%s),(%s,%s))".formatted(bounds[0], bounds[1], bounds[2], bounds[3]));
    }

    public void title(RenewalCode code, Title title) throws SQLException {
        Title.Sides sides = title.sides();
        stage.row(
                "title",
                code.text(),
                PersianText.asciiDigits(PersianText.clean(title.number())),
                title.issuedOn().toString(),
                PersianText.clean(title.issuer()),
                Long.toString(title.surveyedArea()),
                PersianText.clean(sides.north()),
                PersianText.clean(sides.east()),
                PersianText.clean(sides.south()),
                PersianText.clean(sides.west()));
    }

    /** One share of an object; all the shares of an object given to this load are its owners from the latest day on. */
    public void owner(RenewalCode code, Owner owner, LocalDate validFrom) throws SQLException {
        stage.row(
                "owner",
                code.text(),
                validFrom.toString(),
                owner.party().kind().name(),
                owner.party().id(),
                PersianText.clean(owner.name()),
                Long.toString(owner.share().numerator()),
                Long.toString(owner.share().denominator()),
                owner.since().toString());
    }

    public void certificate(RenewalCode code, BuildingCertificate certificate) throws SQLException {
        stage.row(
                "certificate",
                code.text(),
                certificate.kind().name(),
                PersianText.asciiDigits(PersianText.clean(certificate.number())),
                certificate.issuedOn().toString());
    }

    public void lock(RenewalCode code, LockKind kind, String authority, String letter, LocalDate from)
            throws SQLException {
        stage.row(
                "lock",
                code.text(),
                kind.name(),
                PersianText.clean(authority),
                PersianText.clean(letter),
                from.toString());
    }

    /** A step in the life of a code; the old object is given as retired, the new one as in force. */
    public void codeChange(Parcels.CodeChange change) throws SQLException {
        stage.row(
                "code_change",
                change.from().text(),
                change.to().text(),
                change.action(),
                change.on().toString(),
                PersianText.clean(change.reference()));
    }

    /** Says that a source was loaded, and as of when it is known: from then on a missing row means that there is none. */
    public void loaded(Source source, Instant asOf) throws SQLException {
        stage.row("source", source.name(), asOf.toString());
    }

    /** Checks what was staged, takes what can stand and reports the rest. */
    public Report finish() throws SQLException {
        stage.flush();
        return LoadSql.insert(connection, reference, recordedAt, recordedBy);
    }

    /** Drops what is staged. */
    @Override
    public void close() throws SQLException {
        LoadSql.dropStages(connection);
    }
}
