package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.huboutcomes.returns.WordDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two more evaluators' summaries, each in its own words and layout, from the file to the claims: one with headings,
/// lists and tables of numbers, one in a single table of titles and texts.
class OtherEvaluatorsTest {

    private static Rehearsal rehearsal;

    @BeforeAll
    static void load(@TempDir Path folder) throws IOException {
        rehearsal = Rehearsal.in(folder);
        rehearsal.drop(Rehearsal.SAMPLES.resolve("registers"));
        withHeadings().write(rehearsal.workspace().resolve("import/Quillshire evaluation.docx"));
        inOneTable().write(rehearsal.workspace().resolve("import/Hallowmere evaluation.docx"));
        rehearsal.runWithoutReports("nightly");
    }

    private static WordDocument withHeadings() {
        return new WordDocument()
                .text("Evaluation summary", "Hub: Quillshire", "Academic year: 2022-23", "Strategic goal: Primary")
                .heading(1, "Background")
                .text("In 2022/23 38 schools were active on the pathway. They were at these stages:")
                .table(
                        new String[] {"Year", "Developing", "Embedding", "Sustaining"},
                        new String[] {"2021/22", "9", "11", "12"},
                        new String[] {"2022/23", "8", "12", "20"})
                .text("Fourteen eligible schools have chosen not to continue; three plan to re-join.")
                .bullets("Three SMS C8 in training", "SMS C9: 4 in training")
                .heading(1, "What we did")
                .bullets("14 November 2022: First meeting with the hub", "6/2/23: Visit to School A", "May 2023: Report")
                .heading(1, "Findings")
                .table(
                        new String[] {"Finding", "What it may mean"},
                        new String[] {"Headteachers open doors.", "Meet them first."},
                        new String[] {"Supply teachers are scarce.", "Offer short sessions."})
                .heading(1, "Conclusions")
                .text("Much depends on time.");
    }

    private static WordDocument inOneTable() {
        return new WordDocument()
                .bold("Evaluator in Residence 2022/23")
                .table(
                        new String[] {"Maths Hub", "Hallowmere"},
                        new String[] {"Strategic Goal", "Secondary"},
                        new String[] {
                            "Context",
                            "We work with 25 secondary schools, 17 of them on the pathway: Developing (4), Embedding (6) and"
                                    + " Sustaining (9).\nSix schools took a break, mostly because of staff turnover."
                        },
                        new String[] {"Activity and data collection", "9/2/23: Visit to a school\nMarch 23: Closing meeting"},
                        new String[] {"Significant themes", "Departments plan together.\nImplications: Give them time."},
                        new String[] {"Conclusion", "It went well."});
    }

    private static List<String> asked(String columns, String table, String hub, String order) throws IOException {
        return rehearsal
                .ask("select " + columns + " from " + table + " where hub = '" + hub
                        + "' and time_period = 202223 order by " + order)
                .stream()
                .map(row -> row.values().stream().map(String::valueOf).collect(Collectors.joining(" | ")))
                .toList();
    }

    @Test
    void everyBlockOfBothIsThere() throws IOException {
        assertThat(asked("held", "evidence_meeting", "QS1", "meeting_order"))
                .containsExactly("14 November 2022", "6 February 2023", "May 2023");
        assertThat(asked("held", "evidence_meeting", "HM1", "meeting_order"))
                .containsExactly("9 February 2023", "March 2023");
        assertThat(asked("theme, implications", "evidence_beside", "QS1", "theme"))
                .containsExactly(
                        "Headteachers open doors. | Meet them first.",
                        "Supply teachers are scarce. | Offer short sessions.");
        assertThat(asked("theme, implications", "evidence_beside", "HM1", "theme"))
                .containsExactly("Departments plan together. | Give them time.");
        assertThat(asked("text", "evidence_part", "QS1", "part_order")).contains("Primary", "Much depends on time.");
        assertThat(asked("text", "evidence_part", "HM1", "part_order")).contains("Secondary", "It went well.");
        assertThat(rehearsal.ask("select rule, value from finding where severity = 'error'"))
                .isEmpty();
    }

    @Test
    void everyNumberOfBothIsStated() throws IOException {
        assertThat(asked("claim, stated", "evidence_claim", "QS1", "claim, stated"))
                .contains(
                        "Developing | 8",
                        "Embedding | 12",
                        "SMS C8 in training | 3",
                        "SMS C9 in training | 4",
                        "Schools active on the pathway | 38",
                        "Schools eligible and not continuing | 14",
                        "Schools expected to return | 3",
                        "Sustaining | 20");
        assertThat(asked("claim, stated", "evidence_claim", "HM1", "claim, stated"))
                .contains(
                        "Developing | 4",
                        "Embedding | 6",
                        "Schools active on the pathway | 17",
                        "Schools and places | 17 schools; 4 + 6 + 9 = 19 places",
                        "Schools eligible and not continuing | 6",
                        "Sustaining | 9");
        assertThat(asked("result", "evidence_claim", "QS1", "result")).allMatch(result -> !result.isBlank());
    }
}
