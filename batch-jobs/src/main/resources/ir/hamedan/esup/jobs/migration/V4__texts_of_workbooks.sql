-- What can be wrong in any workbook has its texts where all kinds of books find them: what runs said of it follows.
create function jobs.of_workbooks(code text) returns boolean language sql immutable as $$
    select code ~ ('^rulebooks\.(file-(too-large|not-a-workbook|bomb|doctype|macros|links)|fault\.(too-many-faults'
        || '|sheet-missing|sheet-twice|unknown-sheet|too-many-sheets|keys-missing|column-missing|column-twice'
        || '|unknown-column|cell-without-column|too-many-rows|merged-cells|formula|error-cell|cell-too-long|date-cell'
        || '|percent-cell|empty|code-too-long|twice-in-list|list-too-long|not-a-number|too-fine|out-of-range'
        || '|band-without-width|neither-yes-nor-no|unknown-constant|not-a-date|one-line-needed|twice|not-positive))$')
$$;
update jobs.job_run set failure = 'work' || substr(failure, 5) where jobs.of_workbooks(failure);
update jobs.job_count set code = 'work' || substr(code, 5) where jobs.of_workbooks(code);
update jobs.job_report set code = 'work' || substr(code, 5) where jobs.of_workbooks(code);
drop function jobs.of_workbooks(text);
