package org.huboutcomes.receipts;

import java.util.BitSet;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.model.SharedStringsTable;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCell;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTPhoneticRun;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;

/// The shared texts of a workbook's cells. A workbook keeps them even if no cell uses them any more.
public final class SharedTexts {

    private SharedTexts() {}

    /// Blanks the texts that no cell uses.
    public static void blankUnused(XSSFWorkbook workbook) {
        BitSet used = new BitSet();
        for (Sheet sheet : workbook)
            for (Row row : sheet)
                for (Cell cell : row) {
                    CTCell kept = ((XSSFCell) cell).getCTCell();
                    if (kept.getT() == STCellType.S && kept.isSetV()) used.set(Integer.parseInt(kept.getV()));
                }
        SharedStringsTable texts = workbook.getSharedStringSource();
        for (int text = used.nextClearBit(0); text < texts.getUniqueCount(); text = used.nextClearBit(text + 1)) {
            XSSFRichTextString unused = (XSSFRichTextString) texts.getItemAt(text);
            unused.setString("");
            unused.getCTRst().setRPhArray(new CTPhoneticRun[0]);
        }
    }
}
