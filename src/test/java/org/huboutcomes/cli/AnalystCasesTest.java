package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The shared files as analysts keep them: what is returned, and what is read when it is sent in. They are read
/// with the register, the hubs and their areas, without the returns of earlier years.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnalystCasesTest {

    private static final Path SHARED = Path.of("../shared");
    private static final Path CASES = SHARED.resolve("cases/analyst");
    private static final List<String> NAMES =
            List.of("Megan Price", "Fatima Ali", "Sarah Jones", "Tom Patel", "Aisha Khan", "Will Green", "Ben Smith");

    /// What is filled into the gaps of each returned converted workbook.
    private static final Map<String, Map<String, String>> FILLED = Map.of(
            "01", Map.of("Status", "Active"),
            "03", Map.of(),
            "05", Map.of(),
            "07", Map.of(),
            "09", Map.of("Status", "Attending"));

    private final Path folder;
    private final Map<String, String> again = new HashMap<>();
    private TestWorkspace workspace;

    AnalystCasesTest(@TempDir Path folder) {
        this.folder = folder;
        this.workspace = new TestWorkspace(folder);
    }

    @BeforeAll
    void dropThemAll() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(CASES), "the shared cases are not here");
        Path load = folder.resolve("load");
        assumeTrue(isGenerated(load), "the national load cannot be made here");
        workspace = TestWorkspace.in(folder);
        for (String register : List.of("gias_register.zip", "hubs.csv", "hub_areas.csv")) copy(load.resolve(register));
        workspace.run("import");
        for (String number : List.of("01", "03", "05", "07", "09", "10", "12")) copy(CASES.resolve(file(number)));
        workspace.run("import");
        for (Map.Entry<String, Map<String, String>> filled : FILLED.entrySet()) {
            ConvertedFile back = ConvertedFile.of(workspace, file(filled.getKey()));
            assertThat(back.parts()).allSatisfy(part -> assertThat(part).doesNotContain(NAMES));
            again.put(filled.getKey(), back.fillAndDrop(workspace, filled.getValue()));
        }
        workspace.run("import");
    }

    private static boolean isGenerated(Path load) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(
                                    "python3",
                                    SHARED.resolve("national/generate.py").toString(),
                                    load.toString(),
                                    "--maths",
                                    "3",
                                    "--science",
                                    "2",
                                    "--from",
                                    "2022",
                                    "--to",
                                    "2022")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noPython) {
            return false;
        }
    }

    private void copy(Path file) throws IOException {
        Files.copy(file, workspace.root().resolve("import").resolve(file.getFileName()));
    }

    private static String file(String number) throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(number + " "))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private JsonNode sheet(String number) throws IOException {
        return ConvertedFile.receipt(workspace, file(number)).get("sheets").get(0);
    }

    /// The sheet that is accepted when the converted workbook is sent in with its gaps filled.
    private JsonNode second(String number) throws IOException {
        JsonNode receipt = ConvertedFile.receipt(workspace, Objects.requireNonNull(again.get(number)));
        assertThat(receipt.get("status").asString()).isEqualTo("accepted");
        return receipt.get("sheets")
                .valueStream()
                .filter(sheet -> sheet.get("status").asString().equals("accepted"))
                .findFirst()
                .orElseThrow();
    }

    private static void assertConverted(JsonNode sheet, String returnName, String hub, String year) {
        assertThat(sheet.get("status").asString()).isEqualTo("converted");
        assertThat(sheet.get("return").asString()).isEqualTo(returnName);
        assertThat(sheet.get("hub").asString()).isEqualTo(hub);
        assertThat(sheet.get("academic_year").asString()).isEqualTo(year);
    }

    private static int accepted(JsonNode sheet) {
        return sheet.get("rows").get("accepted").asInt();
    }

    @Test
    void theTrackerIsReadAsThePathwayOnceItsStatusIsFilledIn() throws IOException {
        assertConverted(sheet("01"), "pathway", "MH01", "2022/23");
        assertThat(accepted(second("01"))).isEqualTo(20);
    }

    @Test
    void theAttendanceRegisterIsReadAsEngagementUnchanged() throws IOException {
        assertConverted(sheet("03"), "engagement", "MH02", "2022/23");
        JsonNode second = second("03");
        assertThat(accepted(second)).isEqualTo(15);
        assertThat(second.get("findings").toString()).doesNotContain("\"severity\":\"error\"");
    }

    @Test
    void theEvaluationIsReadAsASurveyWithItsSchoolsByName() throws IOException {
        assertConverted(sheet("05"), "survey_response", "MH01", "2022/23");
        assertThat(sheet("05").toString()).contains("the Work Group has improved my subject knowledge");
        assertThat(accepted(second("05"))).isEqualTo(20);
    }

    @Test
    void theSummaryByCohortIsReadAsStatedTotals() throws IOException {
        assertConverted(sheet("07"), "stated_total", "SE1", "2022/23");
        assertThat(accepted(second("07"))).isEqualTo(9);
    }

    @Test
    void theListOfNamesIsReadAsEngagementWithItsSchoolsFound() throws IOException {
        assertConverted(sheet("09"), "engagement", "SE1", "2022/23");
        assertThat(sheet("09").toString()).contains("Oak Green School (110206)");
        assertThat(accepted(second("09"))).isEqualTo(14);
    }

    @Test
    void theReturnWithTwoHeadingRowsIsReadAsItStandsAndItsCodesAreOneActivity() throws IOException {
        JsonNode sheet = sheet("10");
        assertThat(sheet.get("status").asString()).isEqualTo("accepted");
        assertThat(sheet.get("hub").asString()).isEqualTo("MH01");
        assertThat(accepted(sheet)).isEqualTo(16);
        assertThat(stored("engagement", "MH01", 202324))
                .allSatisfy(row -> assertThat(row).containsEntry("activity", "NCP23-05"))
                .filteredOn(row -> Integer.valueOf(4).equals(row.get("sessions_attended")))
                .hasSize(5);
        assertThat(sheet.get("findings").toString())
                .contains("Activity code is \\\"23-05\\\", read as NCP23-05")
                .doesNotContain("\"severity\":\"error\"");
    }

    @Test
    void sharesOfSessionsAreReadAsTheirCount() throws IOException {
        assertThat(ConvertedFile.receipt(workspace, file("12"))
                        .get("sheets")
                        .valueStream()
                        .filter(sheet -> sheet.get("sheet").asString().equals("Engagement")))
                .singleElement()
                .satisfies(sheet -> assertThat(accepted(sheet)).isEqualTo(20));
        assertThat(stored("engagement", "MH02", 202324))
                .hasSize(20)
                .filteredOn(row -> row.get("participant").equals("P1"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("sessions_attended")).isEqualTo(4));
        assertThat(ConvertedFile.receipt(workspace, file("12"))
                        .get("sheets")
                        .valueStream()
                        .filter(sheet -> sheet.get("status").asString().equals("ignored"))
                        .map(sheet -> sheet.get("sheet").asString()))
                .contains("Lookups", "Chart data");
    }

    private List<Map<String, Object>> stored(String table, String hub, int year) throws IOException {
        return workspace.ask("select " + table + ".* from " + table + " semi join claim_in_force using (claim) where "
                + table + ".hub = '" + hub + "' and " + table + ".time_period = " + year);
    }

    @Test
    void theHubOfASheetIsTakenFromTheFrontSheet() throws IOException {
        assertThat(ConvertedFile.receipt(workspace, file("12"))
                        .get("sheets")
                        .valueStream()
                        .filter(sheet -> sheet.get("sheet").asString().equals("Pathway")))
                .singleElement()
                .satisfies(sheet -> {
                    assertThat(sheet.get("hub").asString()).isEqualTo("MH02");
                    assertThat(accepted(sheet)).isEqualTo(20);
                });
    }
}
