package ir.hamedan.esup.permits.api;

/** What is to be done on the plot. Repairs, copies and renewals of a permit are not asked for here: no rule of a plot bears on them. */
public enum Works {
    /** On land with nothing on it (احداث). */
    NEW_BUILDING,
    /** In the place of what is taken down (تخریب و نوسازی). */
    REBUILDING,
    /** Of what stands (توسعه). */
    EXTENSION,
    /** On top of what stands (اضافه‌اشکوب). */
    ADDED_STOREY
}
