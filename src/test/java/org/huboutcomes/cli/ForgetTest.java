package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.files.ReproducibleZip;
import org.huboutcomes.intake.ArchiveJournal;
import org.huboutcomes.intake.ArchiveJournal.Event;
import org.huboutcomes.tables.LedgerJournal;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Workspace;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// Two people are forgotten, one by name and one by reference. One hub names them in a CSV file, a workbook, a
/// strict workbook and a zip with unreadable members; another hub has somebody of the same name, somebody with the
/// same reference, and a zip with a member that names no hub.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgetTest {

    private static final String NAME = "Peregrine Featherquill";
    private static final String HEADINGS = "Hub,Academic year,URN,Activity code,Participant reference,Participant role,"
            + "Sessions offered,Sessions attended,Status\n";

    private final Path folder;
    private final TestWorkspace testWorkspace;
    private TestWorkspace killed;
    private String figures = "";
    private List<Map<String, Object>> rows = List.of();
    private String printed = "";
    private boolean hasCopies;

    ForgetTest(@TempDir Path folder) {
        this.folder = folder;
        this.testWorkspace = TestWorkspace.withRegisters(folder);
        this.killed = testWorkspace;
    }

    @BeforeAll
    void aWorkspaceWithPeopleOfWhomTwoAreForgotten() throws IOException {
        Path first = folder.resolve("HM1 engagement.csv");
        Files.writeString(first, HEADINGS + engagement("HM1"));
        dropAgain(first);
        Path other = folder.resolve("QS1 engagement.csv");
        Files.writeString(other, HEADINGS + engagement("QS1"));
        dropAgain(other);
        leads(testWorkspace.root().resolve("import/HM1 leads.xlsx"), "2022/23");
        Path leads = folder.resolve("leads.xlsx");
        leads(leads, "2021/22");
        ReproducibleZip.write(leads, testWorkspace.root().resolve("import/HM1 strict leads.xlsx"), ForgetTest::strict);
        zips();
        testWorkspace.runWithoutReports("nightly");
        figures = Files.readString(testWorkspace.published("indicators.csv"));
        rows = counted(testWorkspace);
        assertThat(testWorkspace.root().resolve("returned/HM1/templates")).isNotEmptyDirectory();
        killed = new TestWorkspace(folder.resolve("killed/workspace"));
        FileSystemUtils.copyRecursively(testWorkspace.root(), killed.root());
        printed = testWorkspace.printed("forget", NAME, "--hub", "HM1");
        testWorkspace.run("forget", "t0042", "--hub", "HM1");
        hasCopies = Stream.of("store/last-night.duckdb", "returned/HM1/templates")
                .anyMatch(copy -> Files.exists(testWorkspace.root().resolve(copy)));
        dropAgain(first);
        testWorkspace.runWithoutReports("nightly");
    }

    private static String engagement(String hub) {
        StringBuilder rows = new StringBuilder();
        for (int one = 0; one < 14; one++) {
            String person =
                    one == 3 ? "\"Featherquill, Peregrine\"" : one == 4 ? NAME : one == 5 ? "T0042" : "T1" + one;
            rows.append("%s,2022/23,%d,MA22-01,%s,Teacher,6,6,Completed\n".formatted(hub, 900040 + one, person));
        }
        return rows.toString();
    }

    private static InputStream strict(String part, InputStream content) throws IOException {
        return new ByteArrayInputStream(new String(content.readAllBytes(), StandardCharsets.UTF_8)
                .replace("schemas.openxmlformats.org/spreadsheetml/2006/main", "purl.oclc.org/ooxml/spreadsheetml/main")
                .replace(
                        "schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "purl.oclc.org/ooxml/officeDocument/relationships")
                .getBytes(StandardCharsets.UTF_8));
    }

    private void zips() throws IOException {
        String row = "%s,2021/22,900040,MA21-01,%s,Teacher,6,6,Completed\n";
        Path imported = testWorkspace.root().resolve("import");
        zip(
                imported.resolve("HM1 pack.zip"),
                Map.of(
                        "HM1 late.csv",
                        HEADINGS + row.formatted("HM1", NAME),
                        "Gr\u00f6\u00dfe.pdf",
                        "%PDF-1.4",
                        "__MACOSX/._HM1 late.csv",
                        "\0\5\26\7"));
        zip(
                imported.resolve("QS1 pack.zip"),
                Map.of(
                        "QS1 late.csv",
                        HEADINGS + row.formatted("QS1", "T77"),
                        "nobody.csv",
                        HEADINGS + row.formatted("", NAME)));
    }

    /// Members are named as by older programs.
    private static void zip(Path file, Map<String, String> members) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file), StandardCharsets.ISO_8859_1)) {
            for (Map.Entry<String, String> member : new TreeMap<>(members).entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private static void leads(Path file, String year) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("Leads");
            List<List<String>> table = List.of(
                    List.of("Hub", "Academic year", "Lead reference", "Lead role"),
                    List.of("HM1", year, NAME, "Facilitator"),
                    List.of("HM1", year, "L7", "Coordinator"),
                    List.of("HM1", year, "42", "Designer"));
            for (int number = 0; number < table.size(); number++) {
                Row row = sheet.createRow(number);
                for (int column = 0; column < 4; column++)
                    row.createCell(column).setCellValue(table.get(number).get(column));
            }
            CellStyle bold = workbook.createCellStyle();
            sheet.getRow(0).getCell(0).setCellStyle(bold);
            workbook.createSheet("To do").createRow(0).createCell(0).setCellValue("Ask " + NAME + " about dates");
            workbook.getProperties().getCoreProperties().setCreator(NAME);
            workbook.write(out);
        }
    }

    private void dropAgain(Path file) throws IOException {
        Path dropped = testWorkspace.root().resolve("import").resolve(file.getFileName());
        Files.copy(file, dropped);
        Files.setLastModifiedTime(dropped, FileTime.fromMillis(1_700_000_000_000L));
    }

    private static List<Map<String, Object>> counted(TestWorkspace workspace) throws IOException {
        return workspace.ask("""
                select hub, urn, count(*) as rows, count(distinct participant) as people, bool_or(is_pseudonym(participant)) as named
                from engagement
                group by all
                union all
                select hub, null, count(*), count(distinct lead), bool_or(is_pseudonym(lead)) from pd_lead group by all
                order by all""");
    }

    @Test
    void theNewReferenceIsPrintedAndTheNameIsNot() {
        assertThat(printed)
                .containsPattern("The person is now P-[0-9a-f]{10} in 5 rows and 5 archived files\\.")
                .doesNotContain(NAME);
    }

    @Test
    void copiesMadeFromTheRowsAreDeletedUntilTheNextNight() {
        assertThat(hasCopies).isFalse();
        assertThat(testWorkspace.root().resolve("store/last-night.duckdb")).exists();
        assertThat(testWorkspace.root().resolve("returned/HM1/templates")).isNotEmptyDirectory();
    }

    @Test
    void aMemberThatCannotBeReadIsListedAndTheOthersAreChanged() throws IOException {
        assertThat(printed.lines().filter(line -> line.contains("cannot be read")))
                .singleElement()
                .asString()
                .startsWith("HM1 pack.zip > ")
                .endsWith(".pdf cannot be read, so it is in the archive as it was received.");
        assertThat(testWorkspace.ask("select claim.hub from claim join submission using (submission)"
                        + " where file_name = 'QS1 pack.zip'"))
                .as("the claims of the file with rows of no hub")
                .singleElement()
                .hasToString("{hub=QS1}");
        assertThat(texts(testWorkspace.root().resolve("archive")).values())
                .anyMatch(text -> text.contains("%PDF-1.4") && text.contains("HM1,2021/22,900040,MA21-01,P-"))
                .anyMatch(text -> text.contains("T77") && text.contains(",2021/22,900040,MA21-01,P-"));
    }

    @Test
    void noRowAndNoFigureChanges() throws IOException {
        assertThat(testWorkspace.published("indicators.csv")).content().isEqualTo(figures);
        assertThat(counted(testWorkspace)).isEqualTo(rows);
        assertThat(testWorkspace.ask("select distinct participant from engagement where hub = 'HM1'"
                        + " and participant not like 'T1%'"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(String.valueOf(row)).containsPattern("P-[0-9a-f]{10}|R-[1-9]\\d{9}"));
        assertThat(testWorkspace.ask("select participant from engagement where participant = 'T0042'"))
                .as("the other hub's")
                .hasSize(1);
    }

    @Test
    void theArchiveNamesThePersonNoMore() throws IOException {
        Map<String, String> texts = texts(testWorkspace.root().resolve("archive"));
        assertThat(texts).hasSizeGreaterThan(5);
        assertThat(texts.values().stream().filter(text -> text.contains("Featherquill")))
                .as("the file of the other hub")
                .hasSize(1)
                .allMatch(text -> text.contains("QS1,2022/23"));
        assertThat(texts.values().stream().filter(text -> text.contains("T0042")))
                .hasSize(1)
                .allMatch(text -> text.contains("QS1,2022/23"));
        assertThat(texts.get("journal.jsonl")).containsPattern("\"event\":\"forgotten\"");
        assertThat(testWorkspace.root().resolve("archive/forget.json")).doesNotExist();
        assertThat(testWorkspace.printed("doctor")).doesNotContain("not in order");
    }

    @Test
    void theOldFileIsRefusedWithAFindingAndNotKept() throws IOException {
        assertThat(testWorkspace.ask("select submission.status, rule from submission join finding using (submission)"
                        + " where rule = 'person_forgotten'"))
                .singleElement()
                .hasToString("{status=refused, rule=person_forgotten}");
        try (Stream<Path> receipts = Files.walk(testWorkspace.root().resolve("returned/unrecognised"))) {
            assertThat(receipts.filter(file -> file.toString().endsWith("receipt.json")))
                    .singleElement()
                    .satisfies(receipt -> assertThat(receipt)
                            .content()
                            .contains("\"refused\"", "Send the file without that person's name or reference."));
        }
    }

    @Test
    @Tag("long")
    void theSameComesFromTheArchive() throws IOException {
        TestWorkspace lost = new TestWorkspace(folder.resolve("lost/workspace"));
        FileSystemUtils.copyRecursively(
                testWorkspace.root().resolve("archive"), lost.root().resolve("archive"));
        for (String file : List.of("pseudonyms.key", "workspace.yaml"))
            Files.copy(testWorkspace.root().resolve(file), lost.root().resolve(file));
        Files.createDirectories(lost.root().resolve("import"));
        lost.run("restore", "--from-archive");
        lost.runWithoutReports("nightly");
        assertThat(lost.published("indicators.csv")).content().isEqualTo(figures);
        String both = "select participant from engagement union all select lead from pd_lead order by all";
        assertThat(lost.ask(both)).isEqualTo(testWorkspace.ask(both));
        assertThat(lost.ask("select submission, status, sha256 from submission order by all"))
                .isEqualTo(testWorkspace.ask("select submission, status, sha256 from submission order by all"));
        assertThat(lost.ask("select sha256, replacement from forgotten_file order by all"))
                .isEqualTo(testWorkspace.ask("select sha256, replacement from forgotten_file order by all"));
    }

    @Test
    void aJournalThatIsLostIsWrittenAgainWithWhatWasForgotten() throws IOException {
        ArchiveJournal again = new ArchiveJournal(folder.resolve("again"));
        List<Map<String, Object>> forgotten = testWorkspace.ask("from forgotten_file");
        try (OpenWorkspace open = OpenWorkspace.open(new Workspace(testWorkspace.root()), Catalogue.packaged())) {
            LedgerJournal journal = new LedgerJournal(open.store(), again);
            journal.update(LocalDate.of(2026, 11, 23));
            journal.update(LocalDate.of(2026, 11, 23));
        }
        assertThat(again.events().stream().filter(Event.Forgotten.class::isInstance))
                .hasSameSizeAs(forgotten);
        assertThat(ArchiveJournal.contents(again.events()))
                .isEqualTo(ArchiveJournal.contents(
                        new ArchiveJournal(testWorkspace.root().resolve("archive")).events()));
    }

    @Test
    @Tag("long")
    void aRunThatWasKilledIsCompletedByTheNext() throws IOException {
        String old = String.valueOf(killed.ask("select distinct lead from pd_lead where is_pseudonym(lead)")
                .get(0)
                .get("lead"));
        Files.writeString(
                killed.root().resolve("archive/forget.json"),
                "{\"hub\":\"HM1\",\"reference\":\"%s\",\"name\":\"%s\",\"replacement\":\"P-0123456789\"}"
                        .formatted(old, NAME));
        killed.run("import");
        assertThat(killed.root().resolve("store/last-night.duckdb")).doesNotExist();
        assertThat(killed.root().resolve("archive/forget.json")).doesNotExist();
        assertThat(killed.ask("select distinct lead from pd_lead where is_pseudonym(lead)"))
                .singleElement()
                .hasToString("{lead=P-0123456789}");
        assertThat(counted(killed)).isEqualTo(rows);
    }

    @Test
    void somebodyWhomNobodyNamesIsWrongUse() {
        assertThat(testWorkspace.exitCode("forget", "Nobody Here", "--hub", "HM1"))
                .isEqualTo(2);
        assertThat(testWorkspace.exitCode("forget", NAME, "--hub", "HM111")).isEqualTo(2);
    }

    /// Every file in a folder as text; for a workbook or zip, the text of all its parts.
    private static Map<String, String> texts(Path folder) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                texts.put(folder.relativize(file).toString(), text(file));
        }
        return texts;
    }

    private static String text(Path file) throws IOException {
        if (!file.toString().matches(".*\\.(xlsx|zip)")) return Files.readString(file, StandardCharsets.ISO_8859_1);
        StringBuilder text = new StringBuilder();
        try (ZipFile zip = ReproducibleZip.open(file)) {
            for (ZipEntry part : Collections.list(zip.entries()))
                try (InputStream content = zip.getInputStream(part)) {
                    text.append(new String(content.readAllBytes(), StandardCharsets.UTF_8));
                }
        }
        return text.toString();
    }
}
