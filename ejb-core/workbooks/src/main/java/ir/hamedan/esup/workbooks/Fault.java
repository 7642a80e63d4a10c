package ir.hamedan.esup.workbooks;

import java.util.List;

/**
 * One thing that is wrong in a workbook.
 *
 * @param sheet name of the sheet as the file has it; empty when the file as a whole is meant
 * @param row as spreadsheets count, from one; zero when the sheet as a whole is meant
 * @param column letter; empty when the row as a whole is meant
 * @param field key of the column; empty when there is none
 * @param code of the text that says what is wrong and what to do
 * @param arguments for the places of that text
 */
public record Fault(String sheet, int row, String column, String field, String code, List<String> arguments) {
    public Fault {
        arguments = List.copyOf(arguments);
    }
}
