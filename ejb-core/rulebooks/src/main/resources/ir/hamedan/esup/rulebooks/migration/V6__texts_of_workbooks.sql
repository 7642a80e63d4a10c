-- What can be wrong in any workbook has its texts where all kinds of books find them: faults that are kept follow.
update rulebooks.fault set code = 'workbooks.fault.' || substr(code, length('rulebooks.fault.') + 1)
where code in (select 'rulebooks.fault.' || name from unnest(array['too-many-faults', 'sheet-missing', 'sheet-twice',
    'unknown-sheet', 'too-many-sheets', 'keys-missing', 'column-missing', 'column-twice', 'unknown-column',
    'cell-without-column', 'too-many-rows', 'merged-cells', 'formula', 'error-cell', 'cell-too-long', 'date-cell',
    'percent-cell', 'empty', 'code-too-long', 'twice-in-list', 'list-too-long', 'not-a-number', 'too-fine', 'out-of-range',
    'band-without-width', 'neither-yes-nor-no', 'unknown-constant', 'not-a-date', 'one-line-needed', 'twice',
    'not-positive']) name);
