package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.huboutcomes.files.RenderedPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Three editions: a return was corrected before the second, and nothing changed before the third. Each explains its
/// changes since the previous one, and the nightly note does the same for two runs.
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EditionsExplainedTest {

    private static final List<String> CAUSES = List.of("new_rows", "corrected_rows", "register", "definition");

    private final Path folder;
    private TestWorkspace workspace = new TestWorkspace(Path.of(""));
    private List<CSVRecord> moved = List.of();
    private String note = "";

    EditionsExplainedTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeAll
    void threeEditions() throws IOException {
        workspace = TestWorkspace.afterTheNight(folder);
        annual();
        Files.writeString(workspace.root().resolve("import/corrected.csv"), """
                Hub,Academic year,URN,Activity code,Participant reference,Sessions offered,Sessions attended,Status
                HM1,2022/23,900071,MA22-04,P1,4,4,Completed
                """);
        workspace.runWithoutReports("nightly");
        note = Files.readString(workspace.published("night.html"));
        annual();
        annual();
        Path file = folder.resolve("moved.csv");
        workspace.run("compare", "2022-23-v1", "2022-23-v2", "-o", file.toString());
        moved = TestWorkspace.csv(file);
    }

    private void annual() {
        workspace.run("annual", "--year", "2022/23", "--hub", "HM1", "QS1");
    }

    @Test
    void theFirstHasNoPreviousEdition() throws IOException {
        assertThat(report("v1", "hubs/HM1/202223", "HM1")).contains("This is the first edition, so no figure");
        assertThat(report("v1", "public/reports/202223", "HM1")).contains("This is the first edition, so no figure");
    }

    @Test
    void theSecondListsEachChangedFigureWithItsCauses() throws IOException {
        String report = report("v2", "hubs/HM1/202223", "HM1");
        assertThat(report).contains("Since edition 2022/23 v1, ");
        List<CSVRecord> headlines = moved.stream()
                .filter(row ->
                        row.get("hub").equals("HM1") && row.get("time_period").equals("202223"))
                .filter(row -> row.get("education_phase").equals("Total")
                        && row.get("breakdown").equals("Total"))
                .toList();
        assertThat(headlines).hasSizeGreaterThan(5);
        for (CSVRecord row : headlines)
            if (row.get("measure").equals("denominator") && !row.get("change").isEmpty())
                assertThat(report)
                        .containsIgnoringCase("denominator " + count(row.get("from")) + " " + count(row.get("to")) + " "
                                + String.join(
                                        " ",
                                        CAUSES.stream()
                                                .map(cause -> signed(row.get(cause)))
                                                .toList()));
        assertThat(headlines)
                .anyMatch(row -> row.get("measure").equals("denominator")
                        && !row.get("change").isEmpty());
    }

    @Test
    void thePublicReportHasNoCauses() throws IOException {
        assertThat(report("v2", "public/reports/202223", "HM1"))
                .contains("Since edition 2022/23 v1, ", "Before Now")
                .doesNotContain("and why");
    }

    @Test
    void aHubWithoutChangesReadsOnlyThat() throws IOException {
        List<CSVRecord> own =
                moved.stream().filter(row -> row.get("hub").equals("QS1")).toList();
        assertThat(own).isEmpty();
        assertThat(report("v2", "hubs/QS1/202223", "QS1")).contains("No figure has changed since edition 2022/23 v1.");
    }

    @Test
    void theThirdSaysThatNothingChanged() throws IOException {
        for (String place : List.of("hubs/HM1/202223", "public/reports/202223"))
            assertThat(report("v3", place, "HM1")).contains("No figure has changed since edition 2022/23 v2.");
    }

    @Test
    void theNightlyNoteDividesTheChangesOfEachHub() {
        long figures = moved.stream()
                .filter(row ->
                        row.get("hub").equals("HM1") && row.get("time_period").equals("202223"))
                .map(row -> row.get("indicator") + row.get("education_phase") + row.get("breakdown"))
                .distinct()
                .count();
        assertThat(new RenderedPage(note).text())
                .containsPattern("HM1 [\\w ]+ 2022/23 " + figures + " 0 " + figures + " 0 0 ");
    }

    @Test
    void theNoteOfTheNightLinksToReceiptsThatExist() {
        List<String> links = new RenderedPage(note)
                .tags("a").stream()
                        .map(tag -> tag.replaceAll("<a href=\"(.*)\">", "$1"))
                        .toList();
        assertThat(links).anyMatch(link -> link.endsWith(".receipt.html"));
        for (String link : links)
            assertThat(Path.of(workspace.published("").toUri().resolve(link)))
                    .as(link)
                    .exists();
    }

    @Test
    void theDataPackHasEveryChangedNumber() throws IOException {
        Path pack = workspace.root().resolve("editions/2022-23-v2/hubs/HM1/202223/HM1.xlsx");
        try (var workbook = org.apache.poi.ss.usermodel.WorkbookFactory.create(pack.toFile(), null, true)) {
            assertThat(workbook.getSheet("Figures that changed").getLastRowNum() - 2)
                    .isEqualTo((int) moved.stream()
                            .filter(row -> row.get("hub").equals("HM1"))
                            .count());
        }
    }

    private String report(String version, String place, String hub) throws IOException {
        Path file = workspace.root().resolve("editions/2022-23-" + version + "/" + place + "/" + hub + ".pdf");
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            return stripper.getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String count(String cell) {
        return cell.matches("\\d+") ? String.format("%,d", Long.parseLong(cell)) : cell;
    }

    private static String signed(String cell) {
        BigDecimal number = new BigDecimal(cell).setScale(0, RoundingMode.HALF_UP);
        return (number.signum() > 0 ? "+" : "") + number.toPlainString().replace('-', '\u2212');
    }
}
