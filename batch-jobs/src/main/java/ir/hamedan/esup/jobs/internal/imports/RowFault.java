package ir.hamedan.esup.jobs.internal.imports;

/** Why a row is refused. The texts say what is wrong and what is expected; the row of the report says where. */
public enum RowFault {
    LINE_TOO_LONG,
    NOT_UTF_8,
    CONTROL_CHARACTER,
    LINE_CUT,
    FEATURE,
    QUOTES,
    CELLS,
    MISSING,
    TOO_LONG,
    CODE,
    BLOCK,
    POSTAL_CODE,
    USE,
    DEED,
    AREA,
    YES_OR_NO,
    DAY,
    DAY_TO_COME,
    PARTY,
    SHARE,
    OWNER_INCOMPLETE,
    OWNER_MISSING,
    OWNER_TWICE,
    OWNERS_TOO_MANY,
    SHARES,
    OBJECT_DIFFERS,
    WITH_OTHERS;

    /** The key of its text. */
    String key() {
        return "jobs.row-fault." + name();
    }
}
