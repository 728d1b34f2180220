package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.NullNode;

/// Two nightly runs with one change of each kind between them: a late return, a corrected return, a transferred area
/// and a changed definition.
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ComparedNightsTest {

    private static final String LATE = "QS1_2022-23_return.xlsx";
    private static final List<String> CAUSES = List.of("new_rows", "corrected_rows", "register", "definition");

    private final TestWorkspace workspace;
    private final Path folder;
    private List<CSVRecord> moved = List.of();
    private JsonNode told = NullNode.getInstance();

    ComparedNightsTest(@TempDir Path folder) {
        this.folder = folder;
        workspace = TestWorkspace.in(folder);
    }

    @BeforeAll
    void twoNights() throws IOException {
        workspace.dropSampleYears();
        Path dropped = workspace.root().resolve("import");
        Files.delete(dropped.resolve(LATE));
        workspace.runWithoutReports("nightly");

        Files.copy(TestWorkspace.SAMPLES.resolve("2022-23").resolve(LATE), dropped.resolve(LATE));
        Files.writeString(dropped.resolve("corrected.csv"), corrected());
        Files.writeString(dropped.resolve("hub_areas.csv"), areas());
        Path jobs = folder.resolve("jobs");
        TestWorkspace.copy(Path.of("jobs"), jobs);
        Path definition = jobs.resolve("indicators/acceptability/participants_completed_percent.sql");
        String sql = Files.readString(definition);
        Files.writeString(
                definition,
                sql.replace("participation.rung = 3", "participation.rung >= 2")
                        .replaceAll("(?m)^(-- version: +)\\d+", "$199"));
        // The example of the changed definition must still match: nobody in it attended without completing.
        Path example = jobs.resolve("indicators/acceptability/participants_completed_percent.md");
        Files.writeString(example, Files.readString(example).replace("| A1       | 2    |", "| A1       | 1    |"));
        workspace.runWithoutReports("--catalogue", jobs.toString(), "--as-of", "2026-11-24", "nightly");
        Path file = folder.resolve("moved.csv");
        told = new JsonMapper()
                .readTree(workspace.printed("--json", "compare", "2026-11-23", "2026-11-24", "-o", file.toString()));
        moved = TestWorkspace.csv(file);
    }

    /// Replaces the participants of one activity by one.
    private static String corrected() {
        return """
                Hub,Academic year,URN,Activity code,Participant reference,Sessions offered,Sessions attended,Status
                HM1,2022/23,900071,MA22-04,P1,4,4,Completed
                """;
    }

    /// The list of areas without its last line.
    private static String areas() throws IOException {
        List<String> lines = Files.readAllLines(TestWorkspace.SAMPLES.resolve("registers/hub_areas.csv"));
        return lines.subList(0, lines.size() - 1).stream().collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void theCausesAddUpToEveryChange() {
        assertThat(moved).isNotEmpty();
        assertThat(moved)
                .filteredOn(row -> !row.get("change").isEmpty())
                .isNotEmpty()
                .allSatisfy(row -> {
                    BigDecimal sum =
                            CAUSES.stream().map(cause -> number(row, cause)).reduce(BigDecimal.ZERO, BigDecimal::add);
                    assertThat(sum).isEqualByComparingTo(number(row, "change"));
                    assertThat(new BigDecimal(row.get("to")).subtract(new BigDecimal(row.get("from"))))
                            .isEqualByComparingTo(sum);
                });
    }

    @Test
    void aLateReturnCountsAsNewRows() {
        assertThat(of("QS1", "participants_completed_percent", "denominator").get("causes"))
                .isEqualTo("new rows");
    }

    @Test
    void aReturnSentAgainWithOtherRowsIsACorrection() {
        CSVRecord rows = of("HM1", "participants_completed_percent", "denominator");
        assertThat(rows.get("causes")).isEqualTo("corrected rows");
        assertThat(rows.get("corrected_rows")).isEqualTo(rows.get("change"));
    }

    @Test
    void aTransferredAreaChangesTheEligibleSchools() {
        assertThat(moved)
                .filteredOn(row -> row.get("indicator").equals("schools_engaged_percent"))
                .filteredOn(row ->
                        row.get("hub").equals("FV1") && row.get("measure").equals("denominator"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.get("causes")).isEqualTo("register");
                    assertThat(row.get("register")).isEqualTo(row.get("change"));
                });
    }

    @Test
    void aChangedDefinitionIsReportedWithItsVersions() {
        assertThat(moved)
                .filteredOn(row -> row.get("causes").contains("definition"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.get("indicator")).isIn("participants_completed_percent", "hub_consistency_points");
                    if (row.get("indicator").startsWith("participants"))
                        assertThat(row.get("version_to")).isEqualTo("99");
                });
    }

    @Test
    void jsonHasTheSameNumbersAndTheFilesThatChanged() {
        assertThat(told.get("moved")).hasSize(moved.size());
        JsonNode first = told.get("moved").get(0);
        assertThat(first.get("time_period").isIntegralNumber()).isTrue();
        assertThat(told.get("moved")
                        .valueStream()
                        .filter(row -> row.get("change").isNumber()))
                .isNotEmpty()
                .allMatch(row -> row.get("from").isNumber() && row.get("to").isNumber());
        assertThat(told.get("definitions").valueStream()).anySatisfy(one -> {
            assertThat(one.get("indicator").asString()).isEqualTo("participants_completed_percent");
            assertThat(one.get("version_to").asInt()).isEqualTo(99);
            assertThat(one.get("in_itself").asBoolean()).isTrue();
            assertThat(one.get("under")).isEmpty();
        });
    }

    @Test
    void comparingARunWithItselfFindsNothing() {
        assertThat(workspace.exitCode("compare", "2026-11-24", "published")).isZero();
    }

    @Test
    void comparingLeavesTheStoreUnchanged() throws IOException {
        byte[] figures = Files.readAllBytes(workspace.published("indicators.csv"));
        workspace.runWithoutReports(
                "--catalogue", folder.resolve("jobs").toString(), "--as-of", "2026-11-24", "nightly");
        assertThat(Files.readAllBytes(workspace.published("indicators.csv"))).isEqualTo(figures);
    }

    @Test
    void anUnknownEditionIsWrongUse() {
        assertThat(workspace.exitCode("compare", "2019-20-v1", "published")).isEqualTo(2);
    }

    private CSVRecord of(String hub, String indicator, String measure) {
        return moved.stream()
                .filter(row ->
                        row.get("hub").equals(hub) && row.get("indicator").equals(indicator))
                .filter(row -> row.get("measure").equals(measure)
                        && row.get("time_period").equals("202223"))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal number(CSVRecord row, String column) {
        return new BigDecimal(row.get(column));
    }
}
