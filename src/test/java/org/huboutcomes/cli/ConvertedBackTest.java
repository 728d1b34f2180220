package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A file that cannot be read as a return is returned converted, and is read when it is sent in.
class ConvertedBackTest {

    private final TestWorkspace workspace;

    ConvertedBackTest(@TempDir Path folder) {
        workspace = TestWorkspace.withRegisters(folder);
    }

    private JsonNode drop(String name, String text) throws IOException {
        Files.writeString(workspace.root().resolve("import").resolve(name), text);
        workspace.run("import");
        return ConvertedFile.receipt(workspace, name);
    }

    @Test
    void aTrackerIsReadOnceItsGapsAreFilledIn() throws IOException {
        JsonNode receipt = drop("tracker.csv", """
                Hallowmere Maths Hub,,,,
                Tracker 2022/23,,,,
                School,School URN,Stage of TfM,Lead teacher,Email
                A,900001,Sus,Jo Exemplar,jo@example.org
                B,900002,Embedding Yr 2,Al Specimen,al@example.org
                TOTAL,,,,
                "Green = active, amber = paused",,,,
                """);
        assertThat(receipt.get("status").asString()).isEqualTo("held");
        JsonNode sheet = receipt.get("sheets").get(0);
        assertThat(sheet.get("status").asString()).isEqualTo("converted");
        assertThat(sheet.get("findings").get(0).get("message").asString())
                .startsWith(
                        "Nothing was read. Sheet \"tracker.csv\" is closest to Pathway stages: URN and School found;")
                .contains("Stage (is it \"Stage of TfM\"?) and Status missing.")
                .endsWith("A converted workbook is attached.");
        ConvertedFile back = ConvertedFile.of(workspace, "tracker.csv");
        assertThat(back.parts()).noneMatch(part -> part.contains("Exemplar") || part.contains("example.org"));
        String again = back.fillAndDrop(workspace, Map.of("Status", "Active"));
        workspace.run("import");
        JsonNode second = ConvertedFile.receipt(workspace, again);
        assertThat(second.get("status").asString()).isEqualTo("accepted");
        assertThat(second.get("sheets")
                        .valueStream()
                        .filter(one -> one.get("status").asString().equals("accepted")))
                .singleElement()
                .satisfies(one ->
                        assertThat(one.get("rows").get("accepted").asInt()).isEqualTo(2));
        assertThat(second.get("sheets")
                        .valueStream()
                        .filter(one -> !one.get("status").asString().equals("accepted")))
                .allSatisfy(one -> assertThat(one.get("findings")).isEmpty());
    }

    @Test
    void aTrackerOfSeveralYearsIsAskedAboutEachOfThemAtOnce() throws IOException {
        StringBuilder inForce = new StringBuilder("Hub,Academic year,URN,Stage,Status\n");
        for (String year : List.of("2021/22", "2022/23"))
            for (int urn = 900001; urn <= 900008; urn++)
                inForce.append("QS1,%s,%d,Developing,Active%n".formatted(year, urn));
        Files.writeString(workspace.root().resolve("import").resolve("pathway.csv"), inForce.toString());
        workspace.run("import");
        JsonNode sheet = drop("years.csv", """
                Quillshire Maths Hub,,,
                URN,School,2021/22,2022/23
                900001,A,Developing,Embedding
                900002,B,Developing,Developing
                900003,C,Embedding,Embedding
                """).get("sheets").get(0);
        assertThat(sheet.get("status").asString()).isEqualTo("converted");
        assertThat(ConvertedFile.of(workspace, "years.csv").parts())
                .anyMatch(part -> part.contains("pathway|QS1|202122"))
                .anyMatch(part -> part.contains("pathway|QS1|202223"));
    }

    @Test
    void aListThatGoesBackConvertedAsksAtOnceWhetherItReplacesTheListInForce() throws IOException {
        StringBuilder inForce = new StringBuilder("Activity code,Academic year,Title\n");
        for (int code = 1; code <= 9; code++) inForce.append("MA22-0%d,2022/23,Course %d%n".formatted(code, code));
        Files.writeString(workspace.root().resolve("import").resolve("activities.csv"), inForce.toString());
        workspace.run("import");
        JsonNode sheet = drop("next.csv", """
                Code,Name of activity,AY,Kind
                MA23-01,Number Sense,2023/24,Programme
                MA23-02,Mastery,2023/24,Work Group
                """).get("sheets").get(0);
        assertThat(sheet.get("status").asString()).isEqualTo("converted");
        assertThat(sheet.get("return").asString()).isEqualTo("activity");
        assertThat(sheet.toString()).contains("7 rows would no longer count");
        assertThat(ConvertedFile.of(workspace, "next.csv").parts())
                .anyMatch(part -> part.contains("adds to and corrects what is there"));
    }

    @Test
    void aPartOfTheRegisterIsHeldForConfirmation() throws IOException {
        JsonNode register = drop("part_of_register.csv", """
                URN,LA (code),EstablishmentName,EstablishmentTypeGroup (name),EstablishmentStatus (name),PhaseOfEducation (name)
                900001,101,A School,Academies,Open,Primary
                """);
        assertThat(register.get("status").asString()).isEqualTo("held");
        assertThat(register.get("sheets").get(0).get("held_for").asString()).isEqualTo("confirmation");
        assertThat(register.toString()).contains("would no longer count");
    }

    @Test
    void aRegisterWithoutGapsIsAcceptedUnchanged() throws IOException {
        drop("register.csv", """
                Hallowmere Maths Hub attendance 2022/23 AB22-01,,,,
                URN,School,Participant,Session 1,Session 2
                900001,A,Jo Exemplar,y,n
                900002,B,Jo Exemplar,y,y
                """);
        ConvertedFile back = ConvertedFile.of(workspace, "register.csv");
        assertThat(back.parts()).noneMatch(part -> part.contains("Exemplar"));
        String again = back.fillAndDrop(workspace, Map.of());
        workspace.run("import");
        JsonNode second = ConvertedFile.receipt(workspace, again);
        assertThat(second.get("status").asString()).isEqualTo("accepted");
        assertThat(second.get("sheets").toString()).contains("\"accepted\":2").doesNotContain("\"severity\":\"error\"");
    }
}
