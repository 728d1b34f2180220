package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.huboutcomes.returns.WordDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Summaries of two evaluators with other habits, together with the sample years: what was read, and the result of
/// each claim.
class EvaluatorHabitsTest {

    @TempDir
    private static Path folder;

    private static TestWorkspace workspace;

    /// Bold titles with numbers, activities in prose, findings with titles, and claims in words.
    private static WordDocument inBold() {
        return new WordDocument()
                .text("Quillshire Maths Hub", "Evaluation report for the year 2022/23")
                .bold("1. Strategic goal")
                .text("All phases")
                .bold("2. Background")
                .text(
                        "Thirty-six schools were part of the pathway, up from 30. Of these, seven are at the Developing stage,"
                                + " ten at Embedding and 27 at Sustaining.",
                        "None of our schools dropped out. Some 40 teachers came from the schools.",
                        "No school left the pathway in 2020/21.")
                .bold("3. The schools we visited")
                .text(
                        "School A is an 11\u201316 comprehensive in Quillshire, judged \u2018Good\u2019 by Ofsted in March 2022.",
                        "School B is a primary school.")
                .bold("4. What we did")
                .text(
                        "We met the hub\u2019s leads on 14 October 2022 to agree the questions. They chose two schools.",
                        "On 8 and 9 February 2023 we visited both.",
                        "In May 2023 a questionnaire went to all participants.")
                .bold("5. What we found")
                .bold("Finding 1: Planning together holds departments together")
                .text(
                        "Where teachers plan in pairs the approach survives a change of staff.",
                        "Implications: protect an hour a week.")
                .bold("Finding 2: Cover is the sticking point")
                .text("Heads cannot release two teachers at a time.", "Implications: run sessions twice.")
                .bold("6. To conclude")
                .text("Both went on because somebody had time for it. Keep groups together for two years.");
    }

    /// Heading styles, activities typed with tabs, schools under a title of their own, and themes as headings.
    private static WordDocument inStyles() {
        return new WordDocument()
                .text("Hallowmere Maths Hub", "2022/23")
                .heading(1, "Section A \u2013 Strategic goal")
                .text("Primary")
                .heading(1, "Section B \u2013 Setting the scene")
                .text(
                        "The number of schools on the pathway rose from 14 to 19.",
                        "One school left. Two thirds of participants were satisfied.",
                        "18 of our 24 primary schools engaged this year. Across the network, 90% of schools engaged.",
                        "60% of last year\u2019s schools came back.")
                .heading(1, "People and places")
                .text(
                        "Case 1 \u2013 an infant school",
                        "Case 2 \u2013 a junior school with 98.5% at the expected standard in SATs")
                .heading(1, "Section C \u2013 What we did and when")
                .text("3 November 2022\tKick-off call\tNotes", "1 February 2023\tVisit to Case 1\tObservation")
                .heading(1, "Section D \u2013 Key messages")
                .heading(2, "Key message 1: Small steps matter")
                .text("Teachers changed one lesson a week.")
                .heading(3, "So what?")
                .text("Ask for one lesson a week.")
                .heading(2, "Key message 2: Leaders set the pace")
                .text("Where leaders hurried, teachers stopped.")
                .heading(3, "So what?")
                .text("Ask leaders to wait.")
                .heading(1, "Section E \u2013 Closing reflections")
                .text("Slow was quick in the end.");
    }

    @BeforeAll
    static void takeIn() throws IOException {
        workspace = TestWorkspace.afterTheNight(folder);
        Path imports = workspace.root().resolve("import");
        inBold().write(imports.resolve("one.docx"));
        inStyles().write(imports.resolve("other.docx"));
        workspace.run("import");
        EvidenceTables.makeAgain(workspace);
    }

    private static List<String> asked(String query) {
        return workspace.ask(query).stream()
                .map(row -> String.join(
                        " | ",
                        row.values().stream()
                                .map(value ->
                                        value == null ? "" : value.toString().replace("\n", " / "))
                                .toList()))
                .toList();
    }

    @Test
    void nothingIsLostOrLeftAside() {
        assertThat(asked("select file_name, rule, finding.value from finding join submission using (submission)"
                        + " where file_name in ('one.docx', 'other.docx') and severity = 'error'"))
                .isEmpty();
        assertThat(asked("select hub, part, text from evidence_part where time_period = 202223 and part in"
                        + " ('Strategic goal', 'Conclusion', 'About the data collection') order by hub, part_order"))
                .containsExactly(
                        "HM1 | Strategic goal | Primary",
                        "HM1 | Conclusion | Slow was quick in the end.",
                        "QS1 | Strategic goal | All phases",
                        "QS1 | Conclusion | Both went on because somebody had time for it. Keep groups together for two years.");
    }

    @Test
    void activitiesInProseAndWithTabsAreRows() {
        assertThat(asked("select hub, held, activity, methods from evidence_meeting where time_period = 202223"
                        + " order by hub, meeting_order"))
                .containsExactly(
                        "HM1 | 3 November 2022 | Kick-off call | Notes",
                        "HM1 | 1 February 2023 | Visit to Case 1 | Observation",
                        "QS1 | 14 October 2022 | We met the hub\u2019s leads on 14 October 2022 to agree the questions."
                                + " | They chose two schools.",
                        "QS1 | 8 February 2023, 9 February 2023 | On 8 and 9 February 2023 we visited both. | ",
                        "QS1 | May 2023 | In May 2023 a questionnaire went to all participants. | ");
    }

    @Test
    void aThemeKeepsItsTitleItsTextAndItsImplications() {
        assertThat(asked("select hub, theme, implications from evidence_beside where time_period = 202223"
                        + " order by hub, theme_order"))
                .containsExactly(
                        "HM1 | Small steps matter / Teachers changed one lesson a week. | Ask for one lesson a week.",
                        "HM1 | Leaders set the pace / Where leaders hurried, teachers stopped. | Ask leaders to wait.",
                        "QS1 | Planning together holds departments together / Where teachers plan in pairs the approach"
                                + " survives a change of staff. | protect an hour a week.",
                        "QS1 | Cover is the sticking point / Heads cannot release two teachers at a time."
                                + " | run sessions twice.");
    }

    @Test
    void eachDescribedSchoolIsProtectedAsItsDescriptionAsks() {
        assertThat(asked("select hub, school, risk, identified_by from evidence_case where time_period = 202223"
                        + " order by hub, school"))
                .containsExactly(
                        "HM1 | Case 1 | Not identifiable | ",
                        "HM1 | Case 2 | Could be identified | an exact result",
                        "QS1 | School A | Could be identified | the month and grade of an inspection",
                        "QS1 | School B | Not identifiable | ");
    }

    @Test
    void eachClaimHasItsResultAndWhatWasNotRecognisedIsListed() {
        assertThat(asked("select hub, claim, stated, returns, result from evidence_claim where time_period = 202223"
                        + " and result <> 'Not checked' order by hub, claim_order"))
                .containsExactly(
                        "HM1 | Schools active on the pathway | 19 | 19 (primary schools) | Agrees",
                        "HM1 | Schools eligible and not continuing | 1 | 1 (primary schools) | Agrees",
                        "HM1 | Satisfied respondents | Two thirds | 18 of 26 (69%) | Agrees",
                        "HM1 | Schools engaged | 18 | 18 (primary schools) | Agrees",
                        "HM1 | Schools engaged | 90% | It does not speak of this hub. | Cannot be checked",
                        "HM1 | Schools of last year that came back | 60% | 10 of 12 (83%) (primary schools) | Differs",
                        "QS1 | Schools active on the pathway | 36 | 36 | Agrees",
                        "QS1 | Schools and places | 36 schools; 7 + 10 + 27 = 44 places | 8 places more than schools: at least"
                                + " 4 schools hold more than one place | Reconciled",
                        "QS1 | Developing | 7 | 7 | Agrees",
                        "QS1 | Embedding | 10 | 10 | Agrees",
                        "QS1 | Sustaining | 27 | 27 | Agrees",
                        "QS1 | Schools eligible and not continuing | 0 | 4 | Differs",
                        "QS1 | Schools eligible and not continuing | 0 | It does not speak of this year. | Cannot be checked");
        assertThat(asked(
                        "select hub, sentence from evidence_claim where time_period = 202223 and result = 'Not checked'"
                                + " order by hub, claim_order"))
                .containsExactly(
                        "QS1 | Thirty-six schools were part of the pathway, up from 30.",
                        "QS1 | Some 40 teachers came from the schools.");
    }
}
