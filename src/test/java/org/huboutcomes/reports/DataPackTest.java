package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFTable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.reports.pack.DataPack;
import org.huboutcomes.reports.paper.ReportResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The data pack follows the rules for accessible spreadsheets, and is safe to open.
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
                .keys("tables")
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
    void aSheetOnOnePageIsLargeEnoughToRead() throws IOException {
        try (XSSFWorkbook book = opened(new DataPack(InventedHubs.large(), InventedHubs.EDITION))) {
            for (Sheet sheet : book) {
                int letters = 0;
                for (Cell cell : sheet.getRow(Math.min(2, sheet.getLastRowNum())))
                    letters += sheet.getColumnWidth(cell.getColumnIndex()) / 256;
                assertThat(letters)
                        .as("letters across " + sheet.getSheetName())
                        .isLessThan(sheet.getPrintSetup().getPaperSize() == PrintSetup.A3_PAPERSIZE ? 330 : 201);
                if (((XSSFSheet) sheet).getTables().isEmpty()) continue;
                CellStyle heading = sheet.getRow(2).getCell(0).getCellStyle();
                assertThat(heading.getFillPattern()).isEqualTo(FillPatternType.SOLID_FOREGROUND);
                assertThat(heading.getWrapText()).isTrue();
            }
        }
    }

    @Test
    void ofANetworkOfTwoHubsAHubSeesNoFigure() throws IOException {
        for (int hubs : new int[] {2, 3}) {
            DataPack two = new DataPack(
                    HubFiguresBuilder.named("Ashdown Vale", "Maths Hubs", 202223)
                            .ofHubs(hubs)
                            .share("schools_engaged_percent", 10, 40, 137, 411, "similar")
                            .figures(),
                    InventedHubs.EDITION);
            try (XSSFWorkbook book = opened(two)) {
                assertThat(numbers(book).contains(411.0)).isEqualTo(hubs == 3);
                assertThat(numbers(book)).contains(40.0);
            }
            assertThat(new String(two.csv(), StandardCharsets.UTF_8).contains(",411,"))
                    .isEqualTo(hubs == 3);
        }
    }

    @Test
    void noNameOfTheStoreReachesAReader() throws IOException {
        HubFigures figures = InventedHubs.everything()
                .row("hub_led", "time_period", 202223, "organisation", "Ashdown Trust", "from_period", 202021)
                .row("target_version", "time_period", 202223, "indicator", "schools_engaged_percent", "in_force", true)
                .figures();
        try (XSSFWorkbook book = opened(new DataPack(figures, InventedHubs.EDITION))) {
            for (Sheet sheet : book)
                assertThat(texts(sheet))
                        .as(sheet.getSheetName())
                        .noneMatch(text -> text.matches("\\w*_\\w*|true|false|20\\d{4}|Fte|N|Value lower ci"));
            assertThat(texts(book.getSheet("Lead organisation"))).contains("Since", "2020/21");
            assertThat(texts(book.getSheet("Targets set"))).contains("Eligible schools engaged", "In force", "Yes");
        }
    }

    @Test
    void aTrendHasTheValueOfEachYearAndAWord() throws IOException {
        try (XSSFWorkbook book = opened(new DataPack(InventedHubs.large(), InventedHubs.EDITION))) {
            Sheet trends = book.getSheet("Trends");
            assertThat(texts(trends))
                    .containsSubsequence(
                            "Figure", "First year", "Years with a value", "Trend", "2020/21", "2021/22", "2022/23")
                    .contains("2018/19", "rising", "Too few years");
            assertThat(trends.getRow(3).getCell(8).getNumericCellValue()).isCloseTo(57.28, within(0.01));
        }
    }

    @Test
    void theDefinitionsHaveNotesAndNoScoreCountsNone() throws IOException {
        HubFigures figures = HubFiguresBuilder.named("Ashdown Vale", "Maths Hubs", 202223)
                .defines("trust_score", "acceptability", "Trust", "score", "none", "none")
                .share("trust_score", 10, 40, 100, 400, "similar")
                .figures();
        try (XSSFWorkbook book = opened(new DataPack(figures, InventedHubs.EDITION))) {
            assertThat(texts(book.getSheet("Definitions")))
                    .contains("Notes", "A score; the notes say how it is made.")
                    .doesNotContain("none");
        }
    }

    @Test
    void aTitleThatACommaCutsIsRefused(@TempDir Path folder) throws IOException {
        Files.createDirectories(folder.resolve("data_pack"));
        Files.writeString(
                folder.resolve("data_pack/sheets.yaml"), "tables: {trend: {sheet: Trends, title: Figures, and why}}");
        assertThatThrownBy(() -> DataPack.validate(ReportResources.in(folder)))
                .hasMessageStartingWith("reports/data_pack/sheets.yaml: trend sets and why, which nothing reads");
        DataPack.validate(ReportResources.packaged());
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
                Cell value = sheet.getRow(i + 3).getCell(6);
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

    private static List<Double> numbers(XSSFWorkbook book) {
        List<Double> numbers = new ArrayList<>();
        for (Sheet sheet : book)
            for (Row row : sheet)
                for (Cell cell : row)
                    if (cell.getCellType() == CellType.NUMERIC) numbers.add(cell.getNumericCellValue());
        return numbers;
    }

    private static List<String> texts(Sheet sheet) {
        List<String> texts = new ArrayList<>();
        for (Row row : sheet)
            for (Cell cell : row) if (cell.getCellType() == CellType.STRING) texts.add(cell.getStringCellValue());
        return texts;
    }
}
