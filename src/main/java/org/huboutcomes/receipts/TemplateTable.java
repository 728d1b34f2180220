package org.huboutcomes.receipts;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.huboutcomes.receipts.WorkbookStyles.Part;
import org.huboutcomes.returns.definition.TemplateColumn;
import org.huboutcomes.returns.recognition.GeneratedParts;

/// A template of a return with rows below headings.
record TemplateTable(TemplateSheet on, DropDownLists choices) {

    private static final int SPARE_ROWS = 200;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 40;
    // A long question is wrapped to four lines instead of taking the width of the page.
    private static final int HEADING_LINES = 4;
    // The width of a landscape A4 page in characters of full size, and the smallest scale for printing.
    private static final double PAGE = 145;
    private static final int MORE = 18;
    private static final double SMALLEST = 0.65;

    void fill(List<TemplateColumn> all) {
        int line = 0;
        on.top(line++, on.template().type().title(), Part.TITLE).setHeightInPoints(26);
        on.top(line++, GeneratedParts.TEMPLATE, Part.ASIDE);
        for (TemplateColumn claimed : all)
            if (claimed.claimed()) {
                Row row = on.top(line++, claimed.title(), Part.COLUMN_HEADING);
                String value = on.given(claimed);
                on.dress().put(row.createCell(1), value, Part.COLUMN_HEADING);
            }
        on.top(
                line++,
                "Fill in what you know. Leave a row unchanged if there is nothing to report. Only the headings are locked.",
                Part.LEAD);
        int hints = ++line;
        int heading = ++line;
        writeHeadings(hints, heading);
        writeRows(heading);
        lay(heading);
        on.sheet().setActiveCell(new CellAddress(heading + 1, 0));
    }

    private void writeHeadings(int hints, int heading) {
        Row above = on.sheet().createRow(hints);
        Row row = on.sheet().createRow(heading);
        List<TemplateColumn> columns = on.template().columns();
        int hintLines = 2;
        int lines = 3;
        for (int i = 0; i < columns.size(); i++) {
            hintLines = Math.max(hintLines, FindingsSheet.lines(columns.get(i).accepted(), width(i)));
            lines = Math.max(lines, FindingsSheet.lines(columns.get(i).title(), width(i)));
            on.dress().put(above.createCell(i), columns.get(i).accepted(), Part.HINT);
            on.dress().put(row.createCell(i), columns.get(i).title(), Part.HEADING);
        }
        above.setHeightInPoints(Math.min(hintLines, 8) * 12 + 4);
        row.setHeightInPoints(lines * 14 + 4);
    }

    /// Column widths in characters, including gaps. If the page has space left, text columns get it.
    private int[] widths() {
        List<TemplateColumn> columns = on.template().columns();
        int[] widths = IntStream.range(0, columns.size()).map(i -> width(i) + 2).toArray();
        int words = (int) columns.stream().filter(TemplateTable::isOfWords).count();
        int spare = (int) PAGE - IntStream.of(widths).sum();
        for (int i = 0; i < widths.length; i++)
            if (spare > 0 && isOfWords(columns.get(i))) widths[i] += Math.min(MORE, spare / words);
        return widths;
    }

    private static boolean isOfWords(TemplateColumn column) {
        return column.isSchoolName()
                || List.of("text", "code", "authority_code", "network", "reference")
                        .contains(column.type());
    }

    /// The width in characters: enough for the values of the column and for the longest word of its heading; the
    /// rest of the heading is wrapped.
    private int width(int column) {
        String title = on.template().columns().get(column).title();
        int letters = on.template().rows().stream()
                .mapToInt(row -> row.get(column).toString().length())
                .max()
                .orElse(0);
        int word = Stream.of(title.split(" ")).mapToInt(String::length).max().orElse(0);
        return IntStream.of(letters, word + 2, title.length() / HEADING_LINES + 3, NARROWEST)
                .map(one -> Math.min(one, WIDEST))
                .max()
                .orElse(NARROWEST);
    }

    private void writeRows(int heading) {
        CellStyle open = on.dress().style(Part.NOTE);
        for (int i = 0; i < rows(); i++) {
            Row row = on.sheet().createRow(heading + 1 + i);
            for (int column = 0; column < on.template().columns().size(); column++) {
                Cell cell = row.createCell(column);
                cell.setCellStyle(open);
                if (i < on.template().rows().size())
                    put(cell, on.template().rows().get(i).get(column));
            }
        }
    }

    /// The known rows, and space for more.
    private int rows() {
        return on.template().rows().size() + SPARE_ROWS;
    }

    private void put(Cell cell, Object value) {
        if (value instanceof Number number) cell.setCellValue(number.doubleValue());
        else if (!value.toString().isEmpty()) on.dress().put(cell, value.toString(), Part.NOTE);
    }

    private void lay(int heading) {
        List<TemplateColumn> columns = on.template().columns();
        int[] widths = widths();
        for (int i = 0; i < columns.size(); i++) {
            on.sheet().setColumnWidth(i, widths[i] * 256);
            on.sheet().setDefaultColumnStyle(i, on.dress().style(Part.OPEN));
            guard(columns.get(i), new CellRangeAddressList(heading + 1, heading + rows(), i, i));
        }
        on.sheet().createFreezePane(0, heading + 1);
        on.sheet().setDisplayGridlines(false);
        // If there are many columns, they continue on a second page that repeats the first column, instead of
        // becoming unreadably small.
        int pages = (int) Math.ceil(IntStream.of(widths).sum() * SMALLEST / PAGE);
        on.sheet().setRepeatingRows(new CellRangeAddress(heading, heading, -1, -1));
        if (pages > 1) on.sheet().setRepeatingColumns(new CellRangeAddress(-1, -1, 0, 0));
        on.sheet().setFitToPage(true);
        PrintSetup print = on.sheet().getPrintSetup();
        print.setLandscape(true);
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setFitWidth((short) pages);
        print.setFitHeight((short) 0);
        FindingsSheet.margins(on.sheet());
        on.sheet()
                .getWorkbook()
                .setPrintArea(
                        0,
                        0,
                        columns.size() - 1,
                        0,
                        heading + Math.max(20, on.template().rows().size() + 5));
        on.protect();
    }

    private void guard(TemplateColumn column, CellRangeAddressList cells) {
        DataValidationHelper helper = on.sheet().getDataValidationHelper();
        DataValidationConstraint constraint;
        if (!column.choices().isEmpty())
            constraint = helper.createFormulaListConstraint(choices.list(column.choices()));
        else if (column.type().equals("integer") && column.minimum() != null)
            constraint = column.maximum() == null
                    ? helper.createIntegerConstraint(
                            OperatorType.GREATER_OR_EQUAL, column.minimum().toString(), null)
                    : helper.createIntegerConstraint(
                            OperatorType.BETWEEN,
                            column.minimum().toString(),
                            column.maximum().toString());
        else return;
        DataValidation guard = helper.createValidation(constraint, cells);
        guard.createErrorBox(column.title(), column.accepted());
        guard.setShowErrorBox(true);
        guard.setEmptyCellAllowed(true);
        guard.setSuppressDropDownArrow(true);
        on.sheet().addValidationData(guard);
    }
}
