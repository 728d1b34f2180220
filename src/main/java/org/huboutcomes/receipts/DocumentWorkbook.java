package org.huboutcomes.receipts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.returns.ScreenedSheet;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.Sheet;

/// The workbook that is returned for a text document: the template of its return filled with what was read, to
/// correct and complete, followed by the text as it was read. When it is sent in, it replaces what was read from
/// the document.
record DocumentWorkbook(XSSFWorkbook workbook, ReturnTypes types) {

    void write(Book book, ScreenedSheet read, ReturnType type, Receipt receipt) {
        WorkbookStyles dress = new WorkbookStyles(workbook);
        FindingsSheet findings = new FindingsSheet(workbook.createSheet("Findings"), dress, Map.of());
        DropDownLists choices = new DropDownLists(workbook);
        String title = type.title();
        String name = WorkbookUtil.createSafeSheetName(title.substring(0, Math.min(27, title.length())));
        FormValues values = FormValues.of(type, read.claims().get(0));
        new TemplateForm(type, values, workbook.createSheet(name), dress, choices).fill();
        workbook.setSheetOrder(name, 1);
        findings.write(
                receipt,
                List.of(),
                "What could be read of the document was loaded, except where there is an error. Please correct the errors and the queries.",
                "Correct the sheet \"" + name
                        + "\" and add to it, save this workbook and send it in: it then replaces what was read from the document.");
        OwnSheets own = new OwnSheets(workbook, dress, types);
        for (Sheet sheet : book.sheets()) own.copy(sheet, Optional.empty());
        choices.sign();
        workbook.setActiveSheet(0);
        workbook.setSelectedTab(0);
    }
}
