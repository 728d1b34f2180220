package org.huboutcomes.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.receipts.Receipt.Note;
import org.junit.jupiter.api.Test;

class CellCommentsTest {

    private static final Note NOTE = new Note(
            "heading_guessed",
            "query",
            null,
            null,
            "Read as Stage.",
            new Receipt.Parts("", "", ""),
            null,
            1,
            null,
            null);

    @Test
    void neighbouringCellsHaveACommentEachWhicheverComesFirst() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet();
            XSSFRow row = sheet.createRow(0);
            CellComments comments = new CellComments(sheet);
            for (int column : new int[] {3, 2, 4, 1}) comments.put(row.createCell(column), List.of(NOTE));
            assertThat(sheet.getCellComments().values())
                    .extracting(comment -> comment.getAddress().formatAsString())
                    .containsExactlyInAnyOrder("B1", "C1", "D1", "E1");
        }
    }
}
