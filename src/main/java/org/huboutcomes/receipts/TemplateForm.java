package org.huboutcomes.receipts;

import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.huboutcomes.receipts.WorkbookStyles.Part;
import org.huboutcomes.returns.definition.TemplateColumn;
import org.huboutcomes.returns.recognition.GeneratedParts;

/// A template of a return that is a form.
record TemplateForm(TemplateSheet on) {

    private static final int ROWS = 10;

    /// Labels with room beside them, and small tables with room below them.
    void fill(List<TemplateColumn> all) {
        int line = 0;
        on.top(line++, on.template().type().title(), Part.TITLE).setHeightInPoints(26);
        on.top(line++, GeneratedParts.TEMPLATE, Part.ASIDE);
        for (TemplateColumn field : all) {
            Row row = on.top(line++, field.title(), Part.COLUMN_HEADING);
            Cell cell = row.createCell(1);
            cell.setCellStyle(on.dress().style(Part.NOTE));
            if (field.claimed()) on.dress().put(cell, on.given(field), Part.NOTE);
            else row.setHeightInPoints(40);
        }
        for (var block : on.template().type().blockHeadings().entrySet()) {
            on.top(++line, block.getKey(), Part.COLUMN_HEADING);
            Row heading = on.sheet().createRow(++line);
            for (int i = 0; i < block.getValue().size(); i++)
                on.dress().put(heading.createCell(i), block.getValue().get(i), Part.HEADING);
            for (int row = 0; row < ROWS; row++) {
                Row room = on.sheet().createRow(++line);
                for (int i = 0; i < block.getValue().size(); i++)
                    room.createCell(i).setCellStyle(on.dress().style(Part.NOTE));
            }
            line++;
        }
        for (int i = 0; i < 5; i++) on.sheet().setColumnWidth(i, (i == 0 ? 28 : 36) * 256);
        on.sheet().setDisplayGridlines(false);
        on.sheet().setFitToPage(true);
        on.sheet().getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        on.sheet().getPrintSetup().setFitHeight((short) 0);
        FindingsSheet.margins(on.sheet());
        on.protect();
    }
}
