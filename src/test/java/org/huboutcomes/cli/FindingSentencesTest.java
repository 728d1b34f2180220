package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A finding is reported in three columns, whatever its values contain: semicolons, quotation marks, braces, and
/// words that look like ours.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FindingSentencesTest {

    private static final String STATUS =
            "Attended; use \"one\" of {choices}; the row was kept. ".repeat(4).strip();
    private static final String NAME = "Zzyx \"Qu\"; correct it; now";

    private final TestWorkspace workspace;

    FindingSentencesTest(@TempDir Path folder) {
        workspace = TestWorkspace.withRegisters(folder);
    }

    @BeforeAll
    void aReturnWithAwkwardValues() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("Hub,Academic year,URN,School,Activity code,Participant reference,Sessions attended,Status");
        for (int person = 1; person <= 9; person++)
            lines.add("HM1,2022/23,900046,,MA22-01,P%d,6,Completed".formatted(person));
        lines.add("HM1,2022/23,900046,,MA22-01,P10,6,\"" + STATUS.replace("\"", "\"\"") + "\"");
        lines.add("HM1,2022/23,900046,,MA22-01,P11,tbc,Attending");
        lines.add("HM1,2022/23,900046,\"" + NAME.replace("\"", "\"\"") + "\",MA22-01,P12,6,Completed");
        lines.add("HM1,2022/23,9000,,MA22-01,P13,lots,Completed");
        // Enough valid rows for the sheet to be accepted.
        for (int person = 14; person <= 30; person++)
            lines.add("HM1,2022/23,900046,,MA22-01,P%d,6,Completed".formatted(person));
        Files.write(workspace.root().resolve("import/engagement.csv"), lines);
        workspace.run("import");
    }

    @Test
    void aValueWithSemicolonsStaysInItsColumnHoweverLongItIs() throws IOException {
        assertThat(columns("unknown_choice"))
                .containsExactly(
                        "Status is \"" + STATUS.substring(0, 119).strip() + "\u2026\".",
                        "Use one of Enrolled, Attending, Completed, Withdrew.",
                        "The row was left out.");
    }

    @Test
    void aSentenceWithASemicolonStaysInItsColumn() throws IOException {
        assertThat(columns("number_to_come"))
                .containsExactly(
                        "Sessions attended is \"tbc\".",
                        "Send a number when it is known; until then it counts as not recorded.",
                        "The row was kept.");
    }

    @Test
    void aNameWithSemicolonsInACheckStaysInItsColumn() throws IOException {
        assertThat(columns("school_name_differs"))
                .containsExactly(
                        "School is \"" + NAME
                                + "\", and the register calls 900046 \"Pellowmoor Church of England Primary School\".",
                        "Correct the URN or the name.",
                        "The row was kept under its URN.");
    }

    @Test
    void theReceiptHasTheValueTheSentenceAndItsParts() throws IOException {
        JsonNode receipt = new JsonMapper()
                .readTree(returned("engagement.csv.receipt.json").toFile());
        JsonNode note = receipt.get("sheets")
                .get(0)
                .get("findings")
                .valueStream()
                .filter(one -> one.get("rule").asString().equals("unknown_choice"))
                .findFirst()
                .orElseThrow();
        assertThat(note.get("found").asString()).isEqualTo(STATUS);
        assertThat(note.get("message").asString()).isEqualTo(String.join(" ", columns("unknown_choice")));
        Map<String, String> parts = new LinkedHashMap<>();
        note.get("parts")
                .propertyStream()
                .forEach(part -> parts.put(part.getKey(), part.getValue().asString()));
        assertThat(parts.keySet()).containsExactly("found", "accepted", "action");
        assertThat(parts.values()).containsExactlyElementsOf(columns("unknown_choice"));
    }

    @Test
    void errorsComeBeforeQueriesAndBothInTheOrderOfTheirCells() throws IOException {
        JsonNode receipt = new JsonMapper()
                .readTree(returned("engagement.csv.receipt.json").toFile());
        assertThat(receipt.get("sheets")
                        .get(0)
                        .get("findings")
                        .valueStream()
                        .filter(one -> one.has("cell"))
                        .map(one -> one.get("severity").asString() + " "
                                + one.get("cell").asString()))
                .containsExactly("error H11", "error C14", "error G14", "query G12", "query D13");
    }

    /// The value found is stored once, unchanged; no stored text contains it.
    @Test
    void theStoreKeepsTheValueApartFromTheSentences() throws IOException {
        assertThat(
                        workspace.ask(
                                "select value, found, accepted, words::varchar as words from finding where rule = 'unknown_choice'"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("value")).isEqualTo(STATUS);
                    assertThat(row.get("found")).isEqualTo("{field} is {value}.");
                    assertThat(row.get("accepted")).isEqualTo("Use one of {choices}.");
                    assertThat(row.get("words").toString()).doesNotContain("Attended;");
                });
    }

    /// The three columns of the Findings sheet.
    private List<String> columns(String rule) throws IOException {
        try (InputStream in = Files.newInputStream(returned("engagement.csv.returned.xlsx"));
                Workbook workbook = new XSSFWorkbook(in)) {
            for (Row row : workbook.getSheet("Findings"))
                if (row.getCell(6) != null && row.getCell(6).toString().equals(rule))
                    return List.of(
                            row.getCell(3).toString(),
                            row.getCell(4).toString(),
                            row.getCell(5).toString());
        }
        throw new AssertionError("no finding of " + rule);
    }

    private Path returned(String file) {
        return workspace.root().resolve("returned/HM1/2022-23").resolve(file);
    }
}
