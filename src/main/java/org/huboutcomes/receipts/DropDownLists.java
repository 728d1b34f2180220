package org.huboutcomes.receipts;

import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.returns.recognition.GeneratedParts;

/// The hidden sheet of a template with the choices of its columns.
final class DropDownLists {

    private final XSSFSheet sheet;
    private int listed;

    DropDownLists(XSSFWorkbook workbook) {
        sheet = workbook.createSheet("Choices");
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.HIDDEN);
    }

    /// Adds a row of words. It can be longer than a list written into the validation rule of a cell.
    ///
    /// @return the address of the words
    String list(List<String> words) {
        Row row = sheet.createRow(listed++);
        for (int i = 0; i < words.size(); i++) row.createCell(i).setCellValue(words.get(i));
        return "Choices!$A$" + listed + ":$" + CellReference.convertNumToColString(words.size() - 1) + "$" + listed;
    }

    /// Marks the sheet as ours, below all lists.
    void sign() {
        sheet.createRow(listed).createCell(0).setCellValue(GeneratedParts.NOT_READ);
    }
}
