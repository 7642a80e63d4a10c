package ir.hamedan.esup.jobs.internal.imports;

import ir.hamedan.esup.kernel.PartyId;
import ir.hamedan.esup.kernel.PersianDate;
import ir.hamedan.esup.kernel.PersianText;
import ir.hamedan.esup.kernel.PostalCode;
import ir.hamedan.esup.kernel.Problem;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.kernel.Share;
import ir.hamedan.esup.parcels.api.DeedKind;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.LandUse;
import ir.hamedan.esup.parcels.api.Owner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the cells of one row as people wrote them: digits of any script, days of the Persian calendar, words of either language. */
final class RowReader {
    private static final int LONGEST_CELL = 500;
    private static final String AREA = "[0-9]{1,9}(\\.[0-9]{1,2})?";
    private static final List<String> YES = List.of("1", "true", "yes", "بله", "بلی");
    private static final List<String> NO = List.of("", "0", "false", "no", "خیر");

    private final Map<Column, String> cells = new EnumMap<>(Column.class);
    private final List<Row.Fault> faults = new ArrayList<>();
    private final Words words;
    private final LocalDate today;

    private RowReader(Words words, LocalDate today) {
        this.words = words;
        this.today = today;
    }

    static Row read(ImportHeader header, Line line, Words words, LocalDate today) {
        if (line.fault().isPresent()) {
            return Row.faulty(line.number(), line.fault().get());
        }
        Optional<List<String>> split = header.split(line.text());
        if (split.isEmpty()) {
            return Row.faulty(line.number(), RowFault.QUOTES);
        }
        if (split.get().size() != header.columns().size()) {
            return Row.faulty(line.number(), RowFault.CELLS);
        }
        RowReader reader = new RowReader(words, today);
        for (int i = 0; i < header.columns().size(); i++) {
            reader.put(header.columns().get(i), PersianText.clean(split.get().get(i)));
        }
        return reader.row(line.number());
    }

    private void put(Column column, String cell) {
        if (cell.length() > LONGEST_CELL) {
            fault(RowFault.TOO_LONG, column);
            cells.put(column, "");
        } else {
            cells.put(column, cell);
        }
    }

    private Row row(long line) {
        Optional<RenewalCode> code = required(Column.CODE, RowFault.CODE, RenewalCode::parse);
        code.filter(read -> read.level() == RenewalCode.Level.BLOCK || read.region() > 99)
                .ifPresent(block -> fault(RowFault.BLOCK, Column.CODE));
        Optional<LandObject> object = object(code);
        Optional<LocalDate> registeredOn = day(Column.REGISTERED_ON);
        Optional<Owner> owner = owner();
        Optional<Row.Entry> entry = faults.isEmpty()
                ? Optional.of(new Row.Entry(object.orElseThrow(), registeredOn.orElseThrow(), owner))
                : Optional.empty();
        return new Row(line, code, entry, faults);
    }

    private Optional<LandObject> object(Optional<RenewalCode> code) {
        Optional<String> postalCode = text(Column.POSTAL_CODE).isEmpty()
                ? Optional.empty()
                : parsed(Column.POSTAL_CODE, RowFault.POSTAL_CODE, PostalCode::parse)
                        .map(PostalCode::text);
        Optional<String> address = required(Column.ADDRESS, RowFault.MISSING, cell -> cell);
        Optional<LandUse> use = required(Column.USE, RowFault.USE, cell -> known(words.use(cell)));
        Optional<DeedKind> deed = required(Column.DEED, RowFault.DEED, cell -> known(words.deed(cell)));
        Optional<Long> land = required(Column.LAND_AREA, RowFault.AREA, RowReader::area);
        Optional<Long> floor = text(Column.FLOOR_AREA).isEmpty()
                ? Optional.of(0L)
                : parsed(Column.FLOOR_AREA, RowFault.AREA, RowReader::area);
        Optional<Boolean> garden = parsed(Column.GARDEN, RowFault.YES_OR_NO, RowReader::yesOrNo);
        if (!faults.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LandObject(
                code.orElseThrow(),
                code.orElseThrow().region(),
                PersianText.value(text(Column.PLATE)),
                text(Column.SECTION),
                postalCode,
                address.orElseThrow(),
                use.orElseThrow(),
                deed.orElseThrow(),
                land.orElseThrow(),
                floor.orElseThrow(),
                garden.orElseThrow()));
    }

    /** A row without an owner names the object alone; an owner is named whole or not at all. */
    private Optional<Owner> owner() {
        List<Column> columns = List.of(Column.OWNER_ID, Column.OWNER_NAME, Column.SHARE, Column.OWNED_SINCE);
        if (columns.stream().allMatch(column -> text(column).isEmpty())) {
            return Optional.empty();
        }
        for (Column column : columns) {
            if (text(column).isEmpty()) {
                fault(RowFault.OWNER_INCOMPLETE, column);
                return Optional.empty();
            }
        }
        Optional<PartyId> party = parsed(Column.OWNER_ID, RowFault.PARTY, PartyId::parse);
        Optional<Share> share = parsed(Column.SHARE, RowFault.SHARE, Share::parse);
        Optional<LocalDate> since = day(Column.OWNED_SINCE);
        return party.isEmpty() || share.isEmpty() || since.isEmpty()
                ? Optional.empty()
                : Optional.of(new Owner(party.get(), text(Column.OWNER_NAME), share.get(), since.get()));
    }

    private Optional<LocalDate> day(Column column) {
        Optional<LocalDate> day =
                required(column, RowFault.DAY, cell -> PersianDate.parse(cell).toLocalDate());
        day.filter(read -> read.isAfter(today)).ifPresent(later -> fault(RowFault.DAY_TO_COME, column));
        return day;
    }

    private <T> Optional<T> required(Column column, RowFault otherwise, Function<String, T> parse) {
        if (text(column).isEmpty()) {
            if (faults.stream().noneMatch(fault -> fault.column().equals(Optional.of(column)))) {
                fault(RowFault.MISSING, column);
            }
            return Optional.empty();
        }
        return parsed(column, otherwise, parse);
    }

    private <T> Optional<T> parsed(Column column, RowFault otherwise, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text(column)));
        } catch (Problem problem) {
            fault(otherwise, column);
            return Optional.empty();
        }
    }

    private String text(Column column) {
        return cells.getOrDefault(column, "");
    }

    private void fault(RowFault what, Column column) {
        faults.add(new Row.Fault(what, Optional.of(column), text(column)));
    }

    /** Square metres with a point, the Persian decimal mark or, as on many a deed, a slash; in hundredths. */
    private static long area(String cell) {
        String digits = PersianText.decimal(cell);
        if (!digits.matches(AREA)) {
            throw Problem.invalid("jobs.row-fault.AREA");
        }
        return new BigDecimal(digits).movePointRight(2).longValueExact();
    }

    private static boolean yesOrNo(String cell) {
        String folded = PersianText.fold(cell);
        if (!YES.contains(folded) && !NO.contains(folded)) {
            throw Problem.invalid("jobs.row-fault.YES_OR_NO");
        }
        return YES.contains(folded);
    }

    private static <T> T known(Optional<T> constant) {
        return constant.orElseThrow(() -> Problem.invalid("jobs.row-fault.USE"));
    }
}
