package ir.hamedan.esup.workbooks;

import java.util.List;

/** The sheets of a small book of trees, for all that is the same with every book. */
enum TreeSheet implements SheetForm {
    TREES("درخت‌ها", "code kind streets height girth ageFrom ageUntil listed born note", 3_000),
    STREETS("خیابان‌ها", "code title", 5),
    TREE_CARE("نگهداری درخت‌ها", "tree text", 100);

    private final String title;
    private final String columns;
    private final int most;

    TreeSheet(String title, String columns, int most) {
        this.title = title;
        this.columns = columns;
        this.most = most;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public List<String> columns() {
        return List.of(columns.split(" "));
    }

    @Override
    public int mostLines() {
        return most;
    }
}
