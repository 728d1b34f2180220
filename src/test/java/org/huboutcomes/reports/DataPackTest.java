package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.reports.pack.DataPack;
import org.huboutcomes.reports.paper.ReportResources;
import org.junit.jupiter.api.Test;

/// The data pack by the rules for accessible spreadsheets, and as safe to open as to read.
class DataPackTest {

    private final DataPack pack = new DataPack(InventedHubs.small(), InventedHubs.EDITION);

    private static XSSFWorkbook opened(DataPack pack) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(pack.workbook()));
    }

    @Test
    void theSameFiguresGiveTheSameBytes() {
        DataPack again = new DataPack(InventedHubs.small(), InventedHubs.EDITION);
        assertThat(Arrays.equals(again.workbook(), pack.workbook())).isTrue();
        assertThat(Arrays.equals(again.csv(), pack.csv())).isTrue();
    }

    @Test
    void theFirstSheetSaysWhatTheOthersHoldAndEachOfThemHoldsOneTable() throws IOException {
        try (XSSFWorkbook book = opened(pack)) {
            assertThat(book.getProperties().getCoreProperties().getTitle()).startsWith("Data pack 2022/23");
            List<String> names = new ArrayList<>();
            for (int i = 1; i < book.getNumberOfSheets(); i++) {
                XSSFSheet sheet = book.getSheetAt(i);
                names.add(sheet.getSheetName());
                assertThat(sheet.getTables()).as(sheet.getSheetName()).hasSize(1);
                assertThat(sheet.getMergedRegions()).isEmpty();
                assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            }
            List<String> about = texts(book.getSheetAt(0));
            assertThat(names)
                    .contains("Symbols", "Figures", "Definitions")
                    .allSatisfy(name -> assertThat(about).anyMatch(line -> line.startsWith("Worksheet " + name + ":")));
        }
    }

    @Test
    void everyPublishedTableIsNamedAsItsReadersWouldLookForIt() throws IOException {
        Map<String, ?> named = YamlKeys.of(
                        "sheets.yaml", ReportResources.packaged().text("data_pack/sheets.yaml"))
                .map();
        String tables = Catalogue.packaged().list("publish", "sql").stream()
                .filter(entry -> entry.name().equals("report_table"))
                .map(Catalogue.Entry::text)
                .collect(Collectors.joining());
        assertThat(Pattern.compile("\\('(\\w+)', '").matcher(tables).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(20)
                .allSatisfy(table -> assertThat(named).containsKey(table));
        try (XSSFWorkbook book = opened(new DataPack(InventedHubs.large(), InventedHubs.EDITION))) {
            assertThat(book.getSheet("Contexts reached").getRow(0).getCell(0).getStringCellValue())
                    .startsWith("Eligible and engaged schools in each context");
            assertThat(book.getSheet("Schools described")
                            .getRow(3)
                            .getCell(3)
                            .getCellStyle()
                            .getDataFormatString())
                    .as("a number of schools")
                    .isEqualTo("#,##0");
            for (Sheet sheet : book)
                assertThat(String.join(" ", texts(sheet))).doesNotContain("published table", "Context cell");
        }
    }

    @Test
    void onPaperEachPageHasItsHeadingsAndItsNumberAndIsAsWideAsTheTable() throws IOException {
        try (XSSFWorkbook book = opened(pack)) {
            for (Sheet sheet : book) {
                assertThat(sheet.getFitToPage()).isTrue();
                assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
                assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
                assertThat(sheet.getFooter().getRight()).isEqualTo("Page &P of &N");
                assertThat(sheet.getHeader().getLeft()).startsWith("Data pack 2022/23: ");
                if (((XSSFSheet) sheet).getTables().isEmpty()) continue;
                int headings = ((XSSFSheet) sheet).getTables().get(0).getStartRowIndex();
                assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
                assertThat(sheet.getPrintSetup().getPaperSize())
                        .as(sheet.getSheetName())
                        .isEqualTo(
                                List.of("Figures", "Definitions").contains(sheet.getSheetName())
                                        ? PrintSetup.A3_PAPERSIZE
                                        : PrintSetup.A4_PAPERSIZE);
                assertThat(sheet.getRepeatingRows().getFirstRow()).isEqualTo(headings);
                assertThat(sheet.getRepeatingRows().getLastRow()).isEqualTo(headings);
            }
        }
    }

    @Test
    void aTablesMarkedHeadingsAreThoseOfItsFirstRow() throws IOException {
        try (XSSFWorkbook book = opened(pack)) {
            for (Sheet sheet : book)
                for (XSSFTable table : ((XSSFSheet) sheet).getTables()) {
                    Row headings = sheet.getRow(table.getStartRowIndex());
                    for (int i = 0; i < table.getColumnCount(); i++)
                        assertThat(headings.getCell(i).getStringCellValue())
                                .isEqualTo(table.getColumns().get(i).getName());
                    assertThat(sheet.getLastRowNum()).isEqualTo(table.getEndRowIndex());
                }
        }
    }

    @Test
    void noRowInsideATableIsEmpty() throws IOException {
        try (XSSFWorkbook book = opened(pack)) {
            for (Sheet sheet : book)
                for (int i = 0; i <= sheet.getLastRowNum(); i++)
                    assertThat(sheet.getRow(i))
                            .as(sheet.getSheetName() + " " + i)
                            .isNotEmpty();
        }
    }

    @Test
    void symbolsStandWhereTheReportPrintsThem() throws IOException {
        try (XSSFWorkbook book = opened(pack)) {
            assertThat(texts(book.getSheet("Figures"))).contains("c", "x");
        }
        assertThat(new String(pack.csv(), StandardCharsets.UTF_8)).contains(",c,");
    }

    @Test
    void theCsvHoldsTheFiguresOfTheWorkbook() throws IOException {
        try (XSSFWorkbook book = opened(pack);
                CSVParser csv = CSVParser.parse(
                        new String(pack.csv(), StandardCharsets.UTF_8),
                        CSVFormat.DEFAULT
                                .builder()
                                .setHeader()
                                .setSkipHeaderRecord(true)
                                .get())) {
            List<CSVRecord> rows = csv.getRecords();
            XSSFSheet sheet = book.getSheet("Figures");
            assertThat(rows).hasSize(sheet.getLastRowNum() - 2).isNotEmpty();
            assertThat(csv.getHeaderNames())
                    .contains("value", "value_lower_ci", "numerator", "denominator", "n", "symbol", "numerator_counts");
            for (int i = 0; i < rows.size(); i++) {
                Cell value = sheet.getRow(i + 3).getCell(10);
                String written = rows.get(i).get("value");
                if (value.getCellType() == CellType.NUMERIC)
                    assertThat(Double.parseDouble(written)).isEqualTo(value.getNumericCellValue());
                else assertThat(written).isEqualTo(value.getStringCellValue());
            }
        }
    }

    @Test
    void aNameThatLooksLikeAFormulaIsNone() throws IOException {
        DataPack hostile = new DataPack(
                HubFiguresBuilder.named("=HYPERLINK(\"http://example.org\")", "Maths Hubs", 202223)
                        .share("schools_engaged_percent", 10, 40, 100, 400, "similar")
                        .figures(),
                InventedHubs.EDITION);
        try (XSSFWorkbook book = opened(hostile)) {
            for (Sheet sheet : book)
                for (Row row : sheet)
                    for (Cell cell : row) assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
        }
        assertThat(new String(hostile.csv(), StandardCharsets.UTF_8))
                .contains("'=HYPERLINK")
                .doesNotContain(",=", "\"=");
    }

    private static List<String> texts(Sheet sheet) {
        List<String> texts = new ArrayList<>();
        for (Row row : sheet)
            for (Cell cell : row) if (cell.getCellType() == CellType.STRING) texts.add(cell.getStringCellValue());
        return texts;
    }
}
