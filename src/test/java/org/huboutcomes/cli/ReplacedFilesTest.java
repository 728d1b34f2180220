package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.returns.findings.ReplacementChoice;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The hub is told before and after what a file replaces, and nothing else is replaced.
class ReplacedFilesTest {

    private static final Path CASES = Path.of("../shared/cases/public");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SURVEY =
            "Response ID,Hub,Academic year,URN,Activity code,\"Overall, I was satisfied with this activity\"";

    private final Path folder;
    private TestWorkspace workspace;
    private List<Integer> urns = List.of();
    private int minutes;

    ReplacedFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void registersAreThere() {
        workspace = TestWorkspace.withRegisters(folder);
    }

    @Test
    void aFileOfOneWorkGroupReplacesThatWorkGroupAlone() throws IOException {
        lay("all.csv", engagement(6, "MA22-01", "MA22-02"));
        JsonNode one = drop("one.csv", engagement(2, "MA22-02"));
        assertThat(inForce("engagement", "activity")).isEqualTo(Map.of("MA22-01", 6L, "MA22-02", 2L));
        JsonNode sheet = one.get("sheets").get(0);
        assertThat(sheet.get("replaces").toString())
                .isEqualTo("{\"rows\":{\"before\":12,\"after\":8},\"schools\":{\"before\":6,\"after\":6},"
                        + "\"activities\":{\"before\":2,\"after\":2}}");
        assertThat(rules(sheet)).contains("others_stay");
        assertThat(sheet.get("totals").get("places").asInt()).isEqualTo(2);
        assertThat(sheet.get("in_force_totals").get("places").asInt()).isEqualTo(8);
        JsonNode all = receipt("all.csv").get("sheets").get(0);
        assertThat(all.get("rows").get("accepted").asInt()).isEqualTo(12);
        assertThat(all.get("in_force").asInt()).isEqualTo(6);
        assertThat(all.get("replaced_since").asInt()).isEqualTo(6);
        assertThat(page("all.csv")).contains("<b>Partly replaced.</b>", "6 rows</b> of this sheet no longer count");
    }

    @Test
    void aStatedTotalOfOnePhaseReplacesThatOfThisPhaseAlone() throws IOException {
        String headings = "Hub,Academic year,Phase,Quantity,Stated value\n";
        lay(
                "both.csv",
                headings + "QS1,2022/23,Primary,Developing,9\nQS1,2022/23,Secondary,Developing,7\n"
                        + "QS1,2022/23,,Developing,16\n");
        drop("one.csv", headings + "QS1,2022/23,Secondary,Developing,8\n");
        assertThat(inForce("stated_total", "stated_value::varchar")).isEqualTo(Map.of("9", 1L, "8", 1L, "16", 1L));
    }

    @Test
    @Tag("long")
    void theChoiceCellTakesOutTheActivitiesThatStayed() throws IOException {
        lay("all.csv", engagement(6, "MA22-01", "MA22-02"));
        drop("one.csv", engagement(2, "MA22-02"));
        Path answered = answered("one.csv", ReplacementChoice.EVERYTHING);
        drop(answered);
        assertThat(inForce("engagement", "activity")).isEqualTo(Map.of("MA22-02", 2L));
        assertThat(page("all.csv")).contains("<b>Replaced.</b>");
    }

    @Test
    void aFewCorrectionsAreHeldAndReplaceNothing() throws IOException {
        drop("full.csv", pathway(10, "Developing"));
        Path few = write("few.csv", pathway(2, "Embedding"));
        assertThat(workspace.exitCode("check", few.toString())).isEqualTo(1);
        JsonNode held = drop(few);
        assertThat(held.get("status").asString()).isEqualTo("held");
        JsonNode sheet = held.get("sheets").get(0);
        assertThat(sheet.get("held_for").asString()).isEqualTo("confirmation");
        assertThat(sheet.get("replaces").get("schools").toString()).isEqualTo("{\"before\":10,\"after\":2}");
        assertThat(sheet.get("in_force_totals").get("places").asInt()).isEqualTo(10);
        assertThat(inForce("pathway", "stage")).isEqualTo(Map.of("Developing", 10L));
        assertThat(page("few.csv")).contains("Held for confirmation", "had 10 rows and 10 schools in force");
    }

    @Test
    @Tag("long")
    void correctionsThatAreConfirmedChangeTheirSchoolsAndLeaveTheOthers() throws IOException {
        lay("full.csv", pathway(10, "Developing"));
        drop("few.csv", pathway(2, "Embedding"));
        JsonNode done = drop(answered("few.csv", ReplacementChoice.ADDS));
        assertThat(done.get("status").asString()).isEqualTo("accepted");
        assertThat(inForce("pathway", "stage")).isEqualTo(Map.of("Developing", 8L, "Embedding", 2L));
        assertThat(done.get("sheets").get(1).get("replaces").get("schools").toString())
                .isEqualTo("{\"before\":10,\"after\":10}");
        workspace.run("withdraw", done.get("file").asString(), "--why", "the wrong file");
        assertThat(inForce("pathway", "stage")).isEqualTo(Map.of("Developing", 10L));
    }

    @Test
    @Tag("long")
    void aFileThatIsConfirmedToReplaceEverythingDoes() throws IOException {
        lay("full.csv", pathway(10, "Developing"));
        drop("few.csv", pathway(2, "Embedding"));
        drop(answered("few.csv", ReplacementChoice.EVERYTHING));
        assertThat(inForce("pathway", "stage")).isEqualTo(Map.of("Embedding", 2L));
    }

    @Test
    @Tag("long")
    void filesOfOneNightAreTakenInTheOrderOfTheirTimes() throws IOException {
        Path later = write("a.csv", pathway(2, "Embedding"));
        Path earlier = write("b.csv", pathway(10, "Developing"));
        Files.setLastModifiedTime(later, FileTime.from(Instant.parse("2026-11-20T10:00:00Z")));
        Files.setLastModifiedTime(earlier, FileTime.from(Instant.parse("2026-11-20T09:00:00Z")));
        copyIn(later);
        copyIn(earlier);
        workspace.run("import");
        assertThat(receipt("b.csv").get("status").asString()).isEqualTo("accepted");
        assertThat(receipt("a.csv").get("status").asString()).isEqualTo("held");
    }

    @Test
    @Tag("long")
    void aNilEngagementReturnIsHeldWhereRowsAreInForce() throws IOException {
        lay("all.csv", engagement(3, "MA22-01"));
        JsonNode nil = drop("nil.csv", "Hub: QS1,Academic year: 2022/23\n" + ENGAGEMENT + "\n");
        assertThat(nil.get("status").asString()).isEqualTo("held");
        assertThat(nil.get("sheets").get(0).get("held_for").asString()).isEqualTo("confirmation");
        assertThat(inForce("engagement", "activity")).isEqualTo(Map.of("MA22-01", 3L));
    }

    @Test
    @Tag("long")
    void aFileThatWasReplacedIsHeldWhenItIsSentAgainAndSaysSo() throws IOException {
        Path few = write("few.csv", pathway(2, "Embedding"));
        drop(few);
        drop("full.csv", pathway(10, "Developing"));
        Files.setLastModifiedTime(few, FileTime.from(Instant.parse("2026-11-22T09:00:00Z")));
        copyIn(few);
        workspace.run("import");
        assertThat(receipt("few.csv.again").get("status").asString()).isEqualTo("held");
        assertThat(receipt("few.csv").get("status").asString()).isEqualTo("accepted");
        assertThat(page("few.csv")).contains("<b>Replaced.</b>");
    }

    @Test
    @Tag("long")
    void aReExportGivesTheNumbersOfItsAnswers() throws IOException {
        lay("june.csv", survey(8, "Agree"));
        JsonNode july = drop("july.csv", survey(12, "Agree"));
        assertThat(july.get("sheets").get(0).get("answers").toString())
                .isEqualTo("{\"read\":12,\"new\":4,\"replaced\":8,\"in_force\":12}");
        assertThat(responses()).isEqualTo(12);
    }

    @Test
    void twoFormsThatShareIdsBothCount() throws IOException {
        lay("form1.csv", survey(12, "Agree"));
        JsonNode second = drop("form2.csv", survey(12, "Disagree"));
        assertThat(responses()).isEqualTo(24);
        assertThat(rules(second.get("sheets").get(0))).contains("answers_of_another_form");
    }

    @Test
    void idsThatLostDigitsAreNotUsed() throws IOException {
        JsonNode told = drop("ids.csv", survey(12, "Agree").replaceAll("(?m)^r\\d+,", "1.14246E+11,"));
        assertThat(responses()).isEqualTo(12);
        assertThat(rules(told.get("sheets").get(0))).contains("id_lost_digits");
    }

    @Test
    @Tag("long")
    void aReturnedSurveyReplacesTheFileThatItCorrects() throws IOException {
        // A column that no instrument has causes the file to be returned converted.
        drop(
                "form.csv",
                survey(4, "Agree").replaceAll("(?m)(?<=.)$", ",Blue").replaceFirst("Blue", "Favourite colour"));
        Path back = returned("form.csv");
        Path corrected = folder.resolve("corrected.xlsx");
        try (InputStream in = Files.newInputStream(back);
                Workbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(corrected)) {
            for (Row row : workbook.getSheetAt(1)) {
                if (row.getRowNum() == 0 || row.getCell(5) == null) continue;
                row.getCell(0).setCellValue("new " + row.getRowNum());
                row.getCell(5).setCellValue("Disagree");
            }
            workbook.write(out);
        }
        drop(corrected);
        assertThat(responses()).isEqualTo(4);
    }

    @Test
    @Tag("long")
    void aListWithFarFewerRowsIsHeldUntilThatIsConfirmed() throws IOException {
        lay("targets.csv", targets(10));
        JsonNode held = drop("fewer.csv", targets(4));
        assertThat(held.get("sheets").get(0).get("held_for").asString()).isEqualTo("confirmation");
        assertThat(held.toString()).contains("Targets: this sheet holds 4 indicators (4 rows)");
        assertThat(inForce("target", "network")).isEqualTo(Map.of("Maths Hubs", 10L));
        drop(answered("fewer.csv", ReplacementChoice.EVERYTHING));
        assertThat(inForce("target", "network")).isEqualTo(Map.of("Maths Hubs", 4L));
    }

    private static String targets(int rows) {
        StringBuilder text = new StringBuilder("Indicator,Network,Academic year,Target\n");
        for (int i = 0; i < rows; i++) text.append("indicator_%d,Maths Hubs,2022/23,50%n".formatted(i));
        return text.toString();
    }

    @Test
    @Tag("long")
    void aConvertedWorkbookReplacesNothingOfTheSheetsThatWereAcceptedBesideIt() throws IOException {
        Path file = folder.resolve("two.xlsx");
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            fill(workbook.createSheet("Returned"), engagement(3, "MA22-01"));
            fill(
                    workbook.createSheet("Kept"),
                    "Maths Hub: QS1,2022/23,MA22-02\nSchool URN,Delegate ref,Session 1,Session 2\n%1$s,D1,Y,Y\n%1$s,D2,Y,N\n"
                            .formatted(urns().get(5)));
            workbook.write(out);
        }
        assertThat(drop(file).get("status").asString()).isEqualTo("partial");
        assertThat(inForce("engagement", "activity")).isEqualTo(Map.of("MA22-01", 3L));
        ConvertedFile.of(workspace, "two.xlsx").fillAndDrop(workspace, Map.of());
        workspace.run("import");
        assertThat(inForce("engagement", "activity")).isEqualTo(Map.of("MA22-01", 3L, "MA22-02", 2L));
    }

    private static void fill(Sheet sheet, String lines) {
        int number = 0;
        for (String line : lines.split("\\R")) {
            Row row = sheet.createRow(number++);
            String[] cells = line.split(",");
            for (int column = 0; column < cells.length; column++)
                row.createCell(column).setCellValue(cells[column]);
        }
    }

    // -- the files of others

    @Test
    @Tag("long")
    void twelveAnswersWhoseIdsLostDigitsCount() throws IOException {
        JsonNode told = dropCase("T41_sci_ids.csv");
        assertThat(responses()).isEqualTo(12);
        assertThat(rules(told.get("sheets").get(0))).contains("id_lost_digits");
    }

    @Test
    void twelveAnswersOfWhichTwoShareAnIdCount() throws IOException {
        JsonNode told = dropCase("T51_same_id.csv");
        assertThat(responses()).isEqualTo(12);
        assertThat(rules(told.get("sheets").get(0))).contains("answers_share_id");
    }

    @Test
    @Tag("long")
    void theAnswersOfTwoFormsThatShareIdsCount() throws IOException {
        dropCase("T77_form1.csv");
        JsonNode told = dropCase("T77_form2.csv");
        assertThat(responses()).isEqualTo(24);
        assertThat(rules(told.get("sheets").get(0))).contains("answers_of_another_form");
        assertThat(workspace
                        .ask("select avg(overall) as mean from response")
                        .get(0)
                        .get("mean"))
                .isEqualTo(3.25);
    }

    @Test
    @Tag("long")
    void aChoiceOfManyActivitiesIsReadAsItsCodes() throws IOException {
        dropCase("T42_forms_multiselect.csv");
        assertThat(workspace.ask("select activity, count(*) as n from response_activity group by all"))
                .containsExactly(Map.of("activity", "MA22-01", "n", 12L));
    }

    @Test
    @Tag("long")
    void theCorrectionsOfThreeSchoolsOfAnAnalystAreHeldUntilTheyAreConfirmed(@TempDir Path national)
            throws IOException {
        Path corrections = CASES.resolveSibling("analyst").resolve("MH01 pathway corrections only.xlsx");
        Path register = Path.of("../shared/national/register/gias_register.zip");
        assumeTrue(Files.exists(corrections) && Files.exists(register), "the shared cases are not here");
        workspace = TestWorkspace.in(national);
        urns = List.of();
        copyIn(register);
        copyIn(write("hubs.csv", "Network,Hub code,Hub name,Opened\nMaths Hubs,MH01,Abacus,2018/19\n"));
        workspace.run("import");
        StringBuilder year = new StringBuilder("Hub,Academic year,URN,Stage,Status\n");
        for (int urn : urns()) year.append("MH01,2022/23,%d,Sustaining,Active%n".formatted(urn));
        for (int urn : List.of(100_000, 100_009, 100_011))
            if (!urns().contains(urn)) year.append("MH01,2022/23,%d,Sustaining,Active%n".formatted(urn));
        drop("year.csv", year.toString());
        long before = inForce("pathway", "status").values().stream()
                .mapToLong(n -> (Long) n)
                .sum();
        JsonNode held = drop(corrections);
        assertThat(held.get("sheets").get(0).get("held_for").asString()).isEqualTo("confirmation");
        assertThat(inForce("pathway", "status")).isEqualTo(Map.of("Active", before));
        JsonNode done = drop(answered(corrections.getFileName().toString(), ReplacementChoice.ADDS));
        assertThat(done.get("status").asString()).isEqualTo("accepted");
        assertThat(inForce("pathway", "status")).isEqualTo(Map.of("Active", before - 3, "Left", 3L));
    }

    private JsonNode dropCase(String name) throws IOException {
        Path file = CASES.resolve(name);
        assumeTrue(Files.exists(file), "the shared cases are not here");
        if (workspace.ask("from hub where hub = 'T77'").isEmpty()) {
            workspace.drop(CASES.resolve("registers"));
            workspace.drop(TestWorkspace.SAMPLES.resolve("activities")).run("import");
        }
        return drop(file);
    }

    // -- files

    private static final String ENGAGEMENT =
            "Hub,Academic year,URN,Activity code,Participant reference,Sessions offered,Sessions attended,Status";

    private static final String PATHWAY_ROW = "QS1,2022/23,%d,%s,Active%n";

    private String engagement(int schools, String... activities) throws IOException {
        StringBuilder text = new StringBuilder(ENGAGEMENT + "\n");
        for (String activity : activities)
            for (int i = 0; i < schools; i++)
                text.append("QS1,2022/23,%s,%s,P%d,6,6,Completed%n".formatted(urns().get(i), activity, i));
        return text.toString();
    }

    private String pathway(int schools, String stage) throws IOException {
        StringBuilder text = new StringBuilder("Hub,Academic year,URN,Stage,Status\n");
        for (int i = 0; i < schools; i++) text.append(PATHWAY_ROW.formatted(urns().get(i), stage));
        return text.toString();
    }

    private String survey(int answers, String answer) throws IOException {
        StringBuilder text = new StringBuilder(SURVEY + "\n");
        for (int i = 0; i < answers; i++)
            text.append("r%d,QS1,2022/23,%s,MA22-01,%s%n".formatted(i, urns().get(i), answer));
        return text.toString();
    }

    /// Open schools.
    private List<Integer> urns() throws IOException {
        if (urns.isEmpty()) urns = askUrns();
        return urns;
    }

    private List<Integer> askUrns() throws IOException {
        return workspace.ask("""
                        select urn
                        from school
                        where status = 'Open' and phase = 'Primary' and is_state_funded
                        order by urn
                        limit 500""").stream().map(row -> (Integer) row.get("urn")).toList();
    }

    // -- what came back

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    /// Drops a file so that the next run reads it before later ones.
    private void lay(String name, String text) throws IOException {
        copyIn(write(name, text));
    }

    private JsonNode drop(String name, String text) throws IOException {
        return drop(write(name, text));
    }

    private JsonNode drop(Path file) throws IOException {
        copyIn(file);
        workspace.run("import");
        return receipt(file.getFileName().toString());
    }

    private void copyIn(Path file) throws IOException {
        Path there = workspace.root().resolve("import").resolve(file.getFileName());
        Files.copy(file, there);
        if (!Files.getLastModifiedTime(file).toInstant().isBefore(Instant.parse("2026-11-25T00:00:00Z")))
            Files.setLastModifiedTime(
                    there, FileTime.from(Instant.parse("2026-11-20T08:00:00Z").plusSeconds(60L * ++minutes)));
        else Files.setLastModifiedTime(there, Files.getLastModifiedTime(file));
    }

    private Path find(String name) throws IOException {
        try (Stream<Path> all = Files.walk(workspace.root().resolve("returned"))) {
            return all.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("nothing came back as " + name));
        }
    }

    private JsonNode receipt(String name) throws IOException {
        return JSON.readTree(find(name + ".receipt.json").toFile());
    }

    private String page(String name) throws IOException {
        return Files.readString(find(name + ".receipt.html"));
    }

    private Path returned(String name) throws IOException {
        return find(name + ".returned.xlsx");
    }

    /// The returned workbook, with an answer chosen from the list of its choice cell.
    private Path answered(String name, ReplacementChoice choice) throws IOException {
        Path answered = folder.resolve("answered " + name + ".xlsx");
        try (InputStream in = Files.newInputStream(returned(name));
                Workbook workbook = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(answered)) {
            Sheet findings = workbook.getSheetAt(0);
            CellRangeAddress cell = findings.getDataValidations().stream()
                    .filter(list -> isChoice(list, choice))
                    .map(list -> list.getRegions().getCellRangeAddress(0))
                    .findFirst()
                    .orElseThrow();
            findings.getRow(cell.getFirstRow()).getCell(cell.getFirstColumn()).setCellValue(choice.words());
            workbook.write(out);
        }
        return answered;
    }

    private static boolean isChoice(DataValidation list, ReplacementChoice choice) {
        String[] words = list.getValidationConstraint().getExplicitListValues();
        return words != null && List.of(words).contains(choice.words());
    }

    private static List<String> rules(JsonNode sheet) {
        return IntStream.range(0, sheet.get("findings").size())
                .mapToObj(i -> sheet.get("findings").get(i).get("rule").asString())
                .toList();
    }

    private Map<Object, Object> inForce(String table, String column) throws IOException {
        Map<Object, Object> counts = new java.util.TreeMap<>();
        workspace
                .ask("select " + column + " as what, count(*) as n from " + table
                        + " semi join claim_in_force using (claim) group by all")
                .forEach(row -> counts.put(row.get("what"), row.get("n")));
        return counts;
    }

    private long responses() throws IOException {
        return (Long) workspace.ask("select count(*) as n from response").get(0).get("n");
    }
}
