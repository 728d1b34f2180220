package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFComment;
import org.huboutcomes.returns.WordDocument;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The invented evaluator's summary, as a text document and as a workbook.
class EvaluatorSampleTest {

    private final TestWorkspace workspace;

    EvaluatorSampleTest(@TempDir Path folder) {
        workspace = TestWorkspace.withRegisters(folder);
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

    private Path imported(String name) {
        return workspace.root().resolve("import").resolve(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QS1_2022-23_evaluation.docx", "QS1_2022-23_evaluation.xlsx"})
    void itIsReadWholeInBothFormats(String file) throws IOException {
        Files.copy(TestWorkspace.SAMPLES.resolve("evaluator").resolve(file), imported(file));
        workspace.runWithoutReports("nightly");
        assertThat(asked("select hub, time_period, education_phase from evidence_phase"))
                .containsExactly("QS1 | 202223 | Secondary");
        assertThat(asked("select held, methods from evidence_meeting order by meeting_order"))
                .containsExactly(
                        "28 November 2023 | Notes of the meeting",
                        "11 January 2023 | Choice of questions\nPlan of the visits",
                        "9 February 2023 | Lesson observation\nInterviews",
                        "March 2023 | Questionnaire",
                        "June 2023 | Group interview");
        assertThat(asked("select theme_order, implications is not null from evidence_beside"))
                .containsExactly("1 | true", "2 | true", "3 | true");
        assertThat(asked("select school, risk, identified_by from evidence_case order by school"))
                .containsExactly(
                        "School A | Could be identified | the month and grade of an inspection",
                        "School B | Not identifiable | ");
        assertThat(asked("select claim, stated, result from evidence_claim order by claim_order"))
                .containsExactly(
                        "Developing | 7 | Cannot be checked",
                        "Embedding | 10 | Cannot be checked",
                        "Schools active on the pathway | 36 | Cannot be checked",
                        "Sustaining | 27 | Cannot be checked",
                        "Schools and places | 36 schools; 7 + 10 + 27 = 44 places | Reconciled",
                        "SMS C6 in training | 2 | Cannot be checked",
                        "SMS C7 in training | 5 | Cannot be checked",
                        "Schools eligible and not continuing | 12 | Cannot be checked",
                        "Schools expected to return | Several | Cannot be checked",
                        "Schools pausing for staff turnover or absence | Most of the schools | Cannot be checked",
                        "Taking part since | 2018/19 | Cannot be checked",
                        "Taking part since | 2016/17 | Cannot be checked",
                        "A number that was not recognised |  | Not checked");
        assertThat(asked("select rule from finding where severity = 'error'")).isEmpty();
    }

    @Test
    @Tag("long")
    void theConvertedWorkbookReplacesTheDocumentAndAddsTheCodes() throws IOException {
        String file = "QS1_2022-23_evaluation.docx";
        Files.copy(TestWorkspace.SAMPLES.resolve("evaluator").resolve(file), imported(file));
        workspace.runWithoutReports("nightly");
        ConvertedFile back = ConvertedFile.of(workspace, file);
        String again = back.fillAndDrop(workspace, Map.of());
        workspace.runWithoutReports("nightly");
        JsonNode receipt = ConvertedFile.receipt(workspace, again);
        assertThat(receipt.get("status").asString()).isEqualTo("accepted");
        assertThat(asked("select count(*) from evidence_meeting")).containsExactly("5");
        assertThat(asked("select count(*) from evidence_beside")).containsExactly("3");
        assertThat(asked("select school from evidence_case order by school")).containsExactly("School A", "School B");
        assertThat(asked("select distinct file_name from submission join claim using (submission)"
                        + " where claim.in_force and return_name = 'evaluator_evidence'"))
                .containsExactly(again);
    }

    @Test
    @Tag("long")
    void theCommandOfAnEditionListsTheSchoolsThatCouldBeIdentified() throws IOException {
        String file = "QS1_2022-23_evaluation.docx";
        Files.copy(TestWorkspace.SAMPLES.resolve("evaluator").resolve(file), imported(file));
        workspace.runWithoutReports("nightly");
        assertThat(workspace.printed("annual", "--year", "2022/23", "--hub", "QS1"))
                .contains("QS1, School A: by the month and grade of an inspection");
    }

    @Test
    void nothingOfCommentsAuthorsAndPropertiesGoesBack() throws IOException {
        WordDocument document = new WordDocument()
                .text("Hub: Quillshire", "2022/23")
                .heading(1, "Context")
                .text("The hub is in two towns.")
                .heading(1, "Conclusion")
                .text("It went well.");
        var inserted = document.poi().createParagraph().getCTP().addNewIns();
        inserted.setId(BigInteger.ONE);
        inserted.setAuthor("Zebedee Quux");
        inserted.addNewR().addNewT().setStringValue("It took time.");
        XWPFComment comment = document.poi().createComments().createComment(BigInteger.ONE);
        comment.setAuthor("Zebedee Quux");
        comment.createParagraph().createRun().setText("Ask Zebedee Quux.");
        document.poi().getProperties().getCoreProperties().setLastModifiedByUser("Zebedee Quux");
        document.write(imported("summary.docx"));
        workspace.run("import");
        ConvertedFile back = ConvertedFile.of(workspace, "summary.docx");
        assertThat(back.parts()).noneMatch(part -> part.contains("Quux"));
        JsonNode receipt = ConvertedFile.receipt(workspace, "summary.docx");
        assertThat(receipt.toString()).doesNotContain("Quux").contains("comments_not_read", "tracked_changes");
    }
}
