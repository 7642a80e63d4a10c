package ir.hamedan.esup.jobs.internal.imports;

import ir.hamedan.esup.jobs.api.JobNote;
import ir.hamedan.esup.jobs.api.Severity;
import ir.hamedan.esup.kernel.RenewalCode;
import ir.hamedan.esup.parcels.api.LandObject;
import ir.hamedan.esup.parcels.api.Owner;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A row of the file: a land object, and a share of it where one is named.
 *
 * @param code whenever it could be read, even when something else could not
 * @param entry empty when there are faults
 */
record Row(long line, Optional<RenewalCode> code, Optional<Entry> entry, List<Fault> faults) {
    /** What a row without faults says. */
    record Entry(LandObject object, LocalDate registeredOn, Optional<Owner> owner) {
        boolean isOfSameObject(Entry other) {
            return object.equals(other.object) && registeredOn.equals(other.registeredOn);
        }
    }

    /** What is wrong, where, and what stood there. */
    record Fault(RowFault what, Optional<Column> column, String value) {
        JobNote note(long line) {
            String shown = value.length() > JobNote.LONGEST_VALUE ? value.substring(0, JobNote.LONGEST_VALUE) : value;
            Severity severity = what == RowFault.WITH_OTHERS ? Severity.WARNING : Severity.ERROR;
            return new JobNote(
                    severity,
                    what.key(),
                    List.of(),
                    line,
                    column.map(Column::key).orElse(""),
                    shown);
        }
    }

    Row {
        faults = List.copyOf(faults);
    }

    static Row faulty(long line, RowFault fault) {
        return new Row(line, Optional.empty(), Optional.empty(), List.of(new Fault(fault, Optional.empty(), "")));
    }

    Row with(RowFault fault, Optional<Column> column, String value) {
        return new Row(line, code, Optional.empty(), List.of(new Fault(fault, column, value)));
    }
}
