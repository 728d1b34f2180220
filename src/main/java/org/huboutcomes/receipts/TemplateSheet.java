package org.huboutcomes.receipts;

import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.huboutcomes.receipts.WorkbookStyles.Part;
import org.huboutcomes.returns.definition.TemplateColumn;

/// The sheet of a template to fill in, if it is a table.
record TemplateSheet(Template template, XSSFSheet sheet, WorkbookStyles dress) {

    /// A text in the first cell of a row.
    Row top(int line, String text, Part part) {
        Row row = sheet.createRow(line);
        dress.put(row.createCell(0), text, part);
        return row;
    }

    /// The hub or the year of the template.
    String given(TemplateColumn claimed) {
        return claimed.type().equals("hub") ? template.hub() : template.year().label();
    }

    void protect() {
        protect(sheet);
    }

    /// Prevents changing a heading by mistake: there is no password.
    static void protect(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockFormatCells(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
        sheet.lockInsertRows(false);
        sheet.lockDeleteRows(false);
        sheet.lockSelectLockedCells(false);
        sheet.lockSelectUnlockedCells(false);
    }
}
