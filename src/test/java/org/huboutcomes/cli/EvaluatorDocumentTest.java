package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The evaluator's document that the specification gives as an example, as a text document and typed into
/// workbooks, together with a return, and with registers and hubs only.
class EvaluatorDocumentTest {

    private static final Path REGISTERS = TestWorkspace.SAMPLES.resolve("registers");
    private static final Path SEEDS = Path.of("../shared/seeds");
    private static final String DOCUMENT = "BBO_evaluator_summary_2022-23.docx";
    private static final List<String> TYPED = List.of("", "_exact", "_known_heading");

    private final TestWorkspace workspace;
    private boolean published;

    EvaluatorDocumentTest(@TempDir Path folder) {
        assumeTrue(Files.isDirectory(SEEDS), "the document is not here");
        this.workspace = TestWorkspace.in(folder);
    }

    /// The sample registers, with the hub of the document in place of Quillshire. Lists that use its other name are
    /// read as well.
    private void dropRegisters() throws IOException {
        for (String list : List.of("edubasealldata20230901.csv", "hub_areas.csv")) drop(REGISTERS.resolve(list));
        Files.writeString(
                imported("hubs.csv"),
                Files.readString(REGISTERS.resolve("hubs.csv"))
                        .replaceAll("QS1,.*", "SE1,\"Bucks, Berks and Oxon\",BBO; QS1,2020/21,"));
    }

    private Path imported(String name) {
        return workspace.root().resolve("import").resolve(name);
    }

    /// Imports the dropped files, and builds the tables of reports.
    private void takeIn() throws IOException {
        workspace.run("import");
        if (published) EvidenceTables.makeAgain(workspace);
        else EvidenceTables.makeAll(workspace);
        published = true;
    }

    private void drop(Path... files) throws IOException {
        for (Path file : files) Files.copy(file, imported(file.getFileName().toString()));
    }

    private List<String> asked(String query) throws IOException {
        return workspace.ask(query).stream()
                .map(row -> String.join(
                        " | ",
                        row.values().stream()
                                .map(value -> value == null ? "" : value.toString())
                                .toList()))
                .toList();
    }

    private String count(String table) throws IOException {
        return workspace
                .ask("select count(*) as n from " + table + " where hub = 'SE1' and time_period = 202223")
                .get(0)
                .get("n")
                .toString();
    }

    private void assertReadWhole() throws IOException {
        assertThat(asked("select hub, time_period, education_phase from evidence_phase"))
                .containsExactly("SE1 | 202223 | Secondary");
        assertThat(asked("select meeting_order, held from evidence_meeting order by meeting_order"))
                .hasSize(9)
                .startsWith("1 | 28 November 2023", "2 | 11 January 2023")
                .contains("7 | March 2023");
        assertThat(asked("select implications is not null, indicator, finding from evidence_beside"))
                .hasSize(5)
                .allMatch("true |  | Not coded"::equals);
        assertThat(asked("select school, risk from evidence_case order by school"))
                .containsExactly("School A | Could be identified", "School B | Could be identified");
        assertThat(workspace.ask("select text from evidence_part where part = 'Conclusion'"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("text").toString().lines()).hasSize(1));
        assertThat(asked("select part from evidence_part order by part_order"))
                .containsExactly(
                        "Strategic goal",
                        "Research question",
                        "What is the case?",
                        "Overview of the region",
                        "National priorities",
                        "Why the focus matters",
                        "Conclusion");
        assertThat(asked("select claim, stated from evidence_claim order by claim_order"))
                .containsExactly(
                        "Developing | 7",
                        "Embedding | 10",
                        "SMS C6 in training | 2",
                        "SMS C7 in training | 5",
                        "Schools active on the pathway | 36",
                        "Sustaining | 27",
                        "Schools and places | 36 schools; 7 + 10 + 27 = 44 places",
                        "Schools eligible and not continuing | 12",
                        "Schools expected to return | several",
                        "Schools pausing for staff turnover or absence | majority of the schools",
                        "Taking part since | 2018/19",
                        "Taking part since | 2016/17",
                        "Taking part since | 2016/17");
        assertThat(asked("select returns from evidence_claim where claim = 'Schools and places'"))
                .containsExactly("8 places more than schools: at least 4 schools hold more than one place");
        assertThat(workspace.ask("select cell from finding semi join claim_in_force using (claim)"
                        + " where rule = 'date_outside_year' and value = '28/11/23'"))
                .hasSize(1);
        assertThat(workspace.ask("select 1 from finding where severity = 'error' and rule = 'text_in_no_block'"))
                .isEmpty();
    }

    /// It is removed once another file is in force.
    private void assertConverted() {
        assertThat(workspace.root().resolve("returned/SE1/2022-23/" + DOCUMENT + ".converted.xlsx"))
                .isRegularFile();
    }

    private void assertNothingIsDenied() throws IOException {
        try (Stream<Path> files = Files.walk(workspace.published("hubs"))) {
            List<Path> reports = files.filter(
                            file -> file.getFileName().toString().matches("SE1.*\\.pdf"))
                    .toList();
            assertThat(reports).isNotEmpty();
            for (Path report : reports)
                try (PDDocument pdf = Loader.loadPDF(report.toFile())) {
                    assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s+", " "))
                            .doesNotContain("evidence was received");
                }
        }
    }

    @Test
    void eachClaimIsComparedOnceReturnsAreThereAndTheConvertedWorkbookReplacesTheDocument() throws IOException {
        dropRegisters();
        drop(SEEDS.resolve(DOCUMENT));
        takeIn();
        assertReadWhole();
        assertThat(asked("select distinct result from evidence_claim order by result"))
                .containsExactly("Cannot be checked", "Reconciled");
        assertConverted();
        Path back = workspace.root().resolve("returned/SE1/2022-23/" + DOCUMENT + ".converted.xlsx");
        Files.copy(back, imported("again.xlsx"));
        drop(TestWorkspace.SAMPLES.resolve("2022-23/QS1_2022-23_return.xlsx"));
        takeIn();
        for (Map.Entry<String, String> table : Map.of(
                        "evidence_meeting", "9", "evidence_beside", "5", "evidence_case", "2")
                .entrySet())
            assertThat(count(table.getKey())).as(table.getKey()).isEqualTo(table.getValue());
        assertThat(asked("select claim, returns, result from evidence_claim where returns like '% (secondary schools)'"
                        + " order by claim_order"))
                .containsExactly(
                        "Developing | 0 (secondary schools) | Differs",
                        "Embedding | 2 (secondary schools) | Differs",
                        "Schools active on the pathway | 8 (secondary schools) | Differs",
                        "Sustaining | 6 (secondary schools) | Differs",
                        "Schools eligible and not continuing | 3 (secondary schools) | Differs",
                        "Schools expected to return | 0 (secondary schools) | Differs",
                        "Schools pausing for staff turnover or absence | 1 of 3 schools whose reason is recorded (secondary"
                                + " schools) | Differs");
        assertThat(asked("select distinct file_name from submission join claim using (submission) where claim.in_force"
                        + " and claim.hub = 'SE1' and claim.time_period = 202223 and file_name in ('again.xlsx', '"
                        + DOCUMENT + "')"))
                .containsExactly("again.xlsx");
    }

    @Test
    @Tag("long")
    void noReportDeniesItAndTheSameTypedIntoWorkbooksIsReadWhole() throws IOException {
        dropRegisters();
        drop(SEEDS.resolve(DOCUMENT));
        workspace.run("nightly");
        assertReadWhole();
        assertNothingIsDenied();
        published = true;
        for (String typed : TYPED) {
            drop(SEEDS.resolve("SE1_2022-23_evidence_seed" + typed + ".xlsx"));
            takeIn();
            assertReadWhole();
        }
    }
}
