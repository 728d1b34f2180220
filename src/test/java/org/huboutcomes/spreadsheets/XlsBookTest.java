package org.huboutcomes.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsBookTest {

    @TempDir
    Path folder;

    @Test
    void cellsAreTypedAsInTheXmlFormat() throws Exception {
        HSSFWorkbook workbook = new HSSFWorkbook();
        CellStyle date = workbook.createCellStyle();
        date.setDataFormat((short) 14);
        org.apache.poi.ss.usermodel.Row row = workbook.createSheet("Return").createRow(3);
        row.createCell(0).setCellValue(100_001);
        row.createCell(2).setCellValue(0.1 + 0.2);
        row.createCell(3).setCellValue(LocalDateTime.parse("2023-09-01T09:30"));
        row.getCell(3).setCellStyle(date);
        row.createCell(4).setCellValue(-1);
        row.getCell(4).setCellStyle(date);
        row.createCell(5).setCellStyle(date);
        List<Row> rows = TestFiles.rows(TestFiles.workbook(folder, "return.xls", workbook));
        assertThat(rows)
                .containsExactly(new Row(
                        4,
                        false,
                        List.of(
                                new Cell.Number(new BigDecimal("100001")),
                                Cell.BLANK,
                                new Cell.Number(new BigDecimal("0.3")),
                                new Cell.Moment(LocalDateTime.parse("2023-09-01T09:30"), "m/d/yy"),
                                new Cell.Number(new BigDecimal("-1"), "m/d/yy"))));
    }

    @Test
    void tooManyColumnsAreUnreadable() throws Exception {
        HSSFWorkbook workbook = new HSSFWorkbook();
        workbook.createSheet("Return").createRow(0).createCell(255).setCellValue("x");
        Path file = TestFiles.workbook(folder, "wide.xls", workbook);
        assertThatThrownBy(() -> TestFiles.rows(file, TestFiles.limits(1_000_000, 1_000_000, 100, 255, 9, 9, 9)))
                .isInstanceOfSatisfying(UnreadableException.class, wide -> {
                    assertThat(wide.rule()).isEqualTo("too_many_columns");
                    assertThat(wide.words()).isEqualTo(Map.of("where", "wide.xls > Return", "limit", "255"));
                });
    }
}
