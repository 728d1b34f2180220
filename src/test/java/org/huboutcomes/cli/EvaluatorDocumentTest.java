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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The evaluator's document that this software was asked for, as a text document and typed into workbooks, in a
/// workspace with returns and in one with registers and hubs alone.
class EvaluatorDocumentTest {

    private static final Path SHARED = Path.of("../shared");
    private static final Path SEEDS = SHARED.resolve("seeds");
    private static final String DOCUMENT = "BBO_evaluator_summary_2022-23.docx";

    private final Path folder;
    private final Rehearsal rehearsal;

    EvaluatorDocumentTest(@TempDir Path folder) {
        this.folder = folder;
        this.rehearsal = Rehearsal.in(folder);
    }

    private Path load() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(SEEDS), "the document is not here");
        Path load = folder.resolve("load");
        List<String> command = List.of(
                "python3",
                SHARED.resolve("national/generate.py").toString(),
                load.toString(),
                "--maths",
                "3",
                "--science",
                "2",
                "--from",
                "2020",
                "--to",
                "2022");
        boolean generated;
        try {
            generated = new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noPython) {
            generated = false;
        }
        assumeTrue(generated, "the national load cannot be made here");
        return load;
    }

    private void drop(Path... files) throws IOException {
        for (Path file : files)
            Files.copy(file, rehearsal.workspace().resolve("import").resolve(file.getFileName()));
    }

    private List<String> asked(String query) throws IOException {
        return rehearsal.ask(query).stream()
                .map(row -> String.join(
                        " | ",
                        row.values().stream()
                                .map(value -> value == null ? "" : value.toString())
                                .toList()))
                .toList();
    }

    private String count(String table) throws IOException {
        return rehearsal
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
        assertThat(rehearsal.ask("select text from evidence_part where part = 'Conclusion'"))
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
        assertThat(rehearsal.ask("select cell from finding semi join claim_in_force using (claim)"
                        + " where rule = 'date_outside_year' and value = '28/11/23'"))
                .hasSize(1);
        assertThat(rehearsal.ask("select 1 from finding where severity = 'error' and rule = 'text_in_no_block'"))
                .isEmpty();
    }

    /// It is taken away once another file is in force.
    private void assertConverted() {
        assertThat(rehearsal.workspace().resolve("returned/SE1/2022-23/" + DOCUMENT + ".converted.xlsx"))
                .isRegularFile();
    }

    private void assertNothingIsDenied() throws IOException {
        try (Stream<Path> files = Files.walk(rehearsal.published("hubs"))) {
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
    void theDocumentAndTheSameTypedIntoWorkbooksAreReadWholeWithRegistersAndHubsAlone()
            throws IOException, InterruptedException {
        Path load = load();
        drop(load.resolve("gias_register.zip"), load.resolve("hubs.csv"), SEEDS.resolve(DOCUMENT));
        rehearsal.run("nightly");
        assertReadWhole();
        assertConverted();
        assertThat(asked("select distinct result from evidence_claim order by result"))
                .containsExactly("Cannot be checked", "Reconciled");
        assertNothingIsDenied();
        for (String typed : List.of("", "_exact", "_known_heading")) {
            drop(SEEDS.resolve("SE1_2022-23_evidence_seed" + typed + ".xlsx"));
            rehearsal.runWithoutReports("nightly");
            assertReadWhole();
        }
    }

    @Test
    void beforeTheReturnsOfAWholeNetworkEachClaimIsComparedAndTheConvertedWorkbookReplacesTheDocument()
            throws IOException, InterruptedException {
        Path load = load();
        Rehearsal.copy(load, rehearsal.workspace().resolve("import"));
        drop(SEEDS.resolve(DOCUMENT));
        rehearsal.runWithoutReports("nightly");
        assertReadWhole();
        assertThat(asked("select result from evidence_claim where claim = 'Schools active on the pathway'"))
                .isSubsetOf("Agrees", "Differs")
                .hasSize(1);
        Path back = rehearsal.workspace().resolve("returned/SE1/2022-23/" + DOCUMENT + ".converted.xlsx");
        Files.copy(back, rehearsal.workspace().resolve("import/again.xlsx"));
        rehearsal.runWithoutReports("nightly");
        for (Map.Entry<String, String> table : Map.of(
                        "evidence_meeting", "9", "evidence_beside", "5", "evidence_case", "2")
                .entrySet())
            assertThat(count(table.getKey())).as(table.getKey()).isEqualTo(table.getValue());
        assertThat(asked("select distinct file_name from submission join claim using (submission) where claim.in_force"
                        + " and claim.hub = 'SE1' and claim.time_period = 202223 and file_name in ('again.xlsx', '"
                        + DOCUMENT + "')"))
                .containsExactly("again.xlsx");
    }
}
