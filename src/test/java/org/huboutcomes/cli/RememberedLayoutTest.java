package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A list with headings that its hub has confirmed is read directly the next time.
class RememberedLayoutTest {

    private static final String LIST = """
            Teacher name,School,URN,Strand,12/10/2022,16/11/2022,18/01/2023
            Kate Black,Brindlemarsh Primary School,900002,NCP22-05,x,,x
            Paul Green,Corvenholt Primary School,900003,NCP22-05,x,x,x
            """;
    private static final String NEXT = """
            Teacher name,School,URN,Strand,19/10/2022,23/11/2022,25/01/2023,01/03/2023
            Jo Marsh,Dunmarrow Primary School,900004,NCP22-06,x,,x,x
            Kim Day,Corvenholt Primary School,900003,NCP22-06,x,x,x,x
            Kim Day,No such school,123,NCP22-06,x,x,x,x
            """;

    private final TestWorkspace workspace;

    RememberedLayoutTest(@TempDir Path folder) {
        this.workspace = TestWorkspace.withRegisters(folder);
    }

    @BeforeEach
    void confirmAList() throws IOException {
        drop("HM1 first.csv", LIST);
        workspace.run("import");
        ConvertedFile.of(workspace, "HM1 first.csv").fillAndDrop(workspace, Map.of());
        workspace.run("import");
        assertThat(ConvertedFile.receipt(workspace, "HM1 first.csv.converted.xlsx")
                        .get("status")
                        .asString())
                .isEqualTo("accepted");
    }

    private void drop(String name, String text) throws IOException {
        Files.writeString(workspace.root().resolve("import").resolve(name), text);
    }

    @Test
    void theSameHeadingsAreReadAtOnceAndTold() throws IOException {
        drop("HM1 again.csv", withoutUnknownSchool());
        workspace.run("import");
        JsonNode sheet =
                ConvertedFile.receipt(workspace, "HM1 again.csv").get("sheets").get(0);
        assertThat(sheet.get("status").asString()).isEqualTo("accepted");
        assertThat(sheet.get("findings").toString())
                .contains("layout_remembered", "Teacher name as Participant reference", "HM1 first.csv.converted.xlsx");
        assertThat(
                        workspace.ask(
                                "select urn, sessions_attended, sessions_offered from engagement where activity = 'NCP22-06' order by urn"))
                .extracting(Map::values)
                .extracting(Object::toString)
                .containsExactly("[900003, 4, 4]", "[900004, 3, 4]");
        assertThat(workspace.printed("status", "--layouts"))
                .contains("HM1, engagement", "Teacher name as participant", "HM1 first.csv.converted.xlsx");
    }

    @Test
    @Tag("long")
    void aListOfWhichMoreThanHeadingsIsGuessedGoesBackConverted() throws IOException {
        drop("HM1 next.csv", NEXT);
        workspace.run("import");
        assertGoesBackConverted("HM1 next.csv");
    }

    @Test
    @Tag("long")
    void otherHeadingsAndOtherHubsGoBackConverted() throws IOException {
        drop("HM1 other.csv", withoutUnknownSchool().replace("Strand", "Course"));
        drop("QS1 next.csv", withoutUnknownSchool());
        workspace.run("import");
        assertGoesBackConverted("HM1 other.csv");
        assertGoesBackConverted("QS1 next.csv");
    }

    @Test
    @Tag("long")
    void aWithdrawnFileConfirmsNothing() throws IOException {
        workspace.run("withdraw", "HM1 first.csv.converted.xlsx", "--why", "wrong columns");
        assertThat(workspace.printed("status", "--layouts")).contains("No arrangement of headings");
        drop("HM1 next.csv", withoutUnknownSchool());
        workspace.run("import");
        assertGoesBackConverted("HM1 next.csv");
    }

    @Test
    @Tag("long")
    void aWithdrawnLayoutIsForgottenAndItsRowsStayInForce() throws IOException {
        String number = workspace.printed("status", "--layouts").strip().split(" ")[0];
        assertThat(workspace.printed("withdraw", "--layout", number, "--why", "wrong columns"))
                .contains("layout " + number + " of HM1");
        assertThat(workspace.printed("status", "--layouts")).contains("No arrangement of headings");
        assertThat(workspace.ask("select count(*) as n from engagement").get(0)).doesNotContainValue(0L);
        drop("HM1 next.csv", withoutUnknownSchool());
        workspace.run("import");
        assertGoesBackConverted("HM1 next.csv");
        assertThat(Files.readString(workspace.root().resolve("archive/journal.jsonl")))
                .containsOnlyOnce("\"event\":\"layout_withdrawn\"");
    }

    /// In a rebuild without the files that have expired, the sheets have other numbers.
    @Test
    @Tag("long")
    void aWithdrawalIsWrittenDownOnceWhateverTheNumberOfItsSheet() throws IOException {
        String number = workspace.printed("status", "--layouts").strip().split(" ")[0];
        workspace.run("withdraw", "--layout", number, "--why", "wrong columns");
        Path journal = workspace.root().resolve("archive/journal.jsonl");
        String changed = Files.readString(journal).replace("\"layout\":" + number, "\"layout\":99");
        Files.writeString(journal, changed);
        workspace.run("import");
        assertThat(Files.readString(journal))
                .contains("\"layout\":99")
                .containsOnlyOnce("\"event\":\"layout_withdrawn\"");
    }

    /// A rebuild that knew only the first would read headings that the hub has withdrawn.
    @Test
    void headingsThatAreConfirmedAndWithdrawnTwiceOnADayAreWrittenDownTwice() throws IOException {
        String number = workspace.printed("status", "--layouts").strip().split(" ")[0];
        workspace.run("withdraw", "--layout", number, "--why", "wrong columns");
        drop("HM1 second.csv", withoutUnknownSchool());
        workspace.run("import");
        ConvertedFile.of(workspace, "HM1 second.csv").fillAndDrop(workspace, Map.of());
        workspace.run("import");
        String second = workspace.printed("status", "--layouts").strip().split(" ")[0];
        workspace.run("withdraw", "--layout", second, "--why", "wrong again");
        workspace.run("import");
        assertThat(Files.readString(workspace.root().resolve("archive/journal.jsonl"))
                        .lines()
                        .filter(line -> line.contains("\"event\":\"layout_withdrawn\"")))
                .hasSize(2);
    }

    private void assertGoesBackConverted(String file) throws IOException {
        JsonNode sheet = ConvertedFile.receipt(workspace, file).get("sheets").get(0);
        assertThat(sheet.get("status").asString()).isEqualTo("converted");
    }

    private static String withoutUnknownSchool() {
        return NEXT.substring(0, NEXT.lastIndexOf("Kim Day"));
    }
}
