package org.huboutcomes.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huboutcomes.returns.WordDocument;

/// An evaluator's summary for Quillshire in 2022/23 as evaluators send it: a text document with a table without
/// headings, a row that is split by a page break, and two described schools; and the same typed into a workbook.
final class EvaluatorDocument {

    private static final String NAME = "QS1_2022-23_evaluation";

    private static final String[][] LABELS = {
        {"Maths Hub", "QS1 Quillshire"},
        {"Strategic goal", "Secondary"},
        {"Research question(s)", "What keeps a department going after its first two years?"},
        {"What is the case?", "Two schools that stayed"}
    };

    private static final String[] OVERVIEW = {
        "In 2022/23, 36 schools are active on our teaching pathway: 7 Developing, 10 Embedding and 27 Sustaining. Two SMS C6"
                + " are in training, and five SMS C7 are in training. Twelve schools who were eligible have chosen not to"
                + " continue this year. Several hope to return. Most paused because of staff turnover. Some schools have"
                + " worked with us for at least five years. The hub has a team of nine leads in four towns."
    };

    private static final String[] SCHOOL_A = {
        "Part of a small trust", "Mixed 11 to 18 comprehensive in Quillshire", "Inspected in May 2022: Good"
    };

    private static final String[] SCHOOL_B = {"Primary school with 210 pupils", "With the hub since 2016/17"};

    private static final String[][] ACTIVITIES = {
        {"28/11/23", "First meeting with the leads of both schools", "Notes of the meeting"},
        {"11/01/23", "Second meeting", "Choice of questions"},
        {"", "", "Plan of the visits"},
        {"9/2/23", "Visit to School A", "Lesson observation\nInterviews"},
        {"March 23", "Questionnaire to all participants", "Questionnaire"},
        {"June 23", "Closing meeting", "Group interview"}
    };

    private static final String[][] THEMES = {
        {
            "Where the head of department teaches the approach too, others go on with it.",
            "Ask heads of department first."
        },
        {"One keen teacher can carry a school for a year, and not for three.", "Invite two teachers from each school."},
        {"Cover for absent teachers keeps schools away most often.", "Offer the same session on two days."}
    };

    private static final String CONCLUSION =
            "From two schools we can conclude only that shared planning time went with going on.";

    private EvaluatorDocument() {}

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        WordDocument document = new WordDocument()
                .text("Evaluation of the hub", "2022/23")
                .table(LABELS)
                .heading(2, "Context")
                .text("Overview of our region and its activity:")
                .text(OVERVIEW)
                .text("National priorities")
                .text("Every pupil should come to know the subject in depth.")
                .text("The case study schools")
                .bold("School A")
                .bullets(SCHOOL_A)
                .bold("School B")
                .bullets(SCHOOL_B)
                .heading(2, "Activity and data collection")
                .table(ACTIVITIES)
                .heading(2, "Significant themes")
                .table(table(new String[] {"Themes (findings and process)", "Possible implications"}, THEMES))
                .heading(2, "Conclusion")
                .text(CONCLUSION);
        Files.write(folder.resolve(NAME + ".docx"), SteadyZip.of(document.bytes()));
        PersonsWorkbook workbook = new PersonsWorkbook();
        PersonsWorkbook.Page page = workbook.page("Summary");
        page.title("Evaluation of the hub 2022/23");
        for (List<Object> row : rows()) page.row(row);
        workbook.write(folder.resolve(NAME + ".xlsx"));
    }

    private static String[][] table(String[] headings, String[]... rows) {
        List<String[]> all = new ArrayList<>(List.<String[]>of(headings));
        all.addAll(Arrays.asList(rows));
        return all.toArray(String[][]::new);
    }

    private static List<List<Object>> rows() {
        List<List<Object>> rows = new ArrayList<>();
        for (String[] label : LABELS) rows.add(List.of((Object[]) label));
        rows.add(List.of());
        rows.add(List.of("Context"));
        rows.add(List.of("Overview of our region and its activity:"));
        for (String text : OVERVIEW) rows.add(List.of(text));
        rows.add(List.of("National priorities"));
        rows.add(List.of("Every pupil should come to know the subject in depth."));
        rows.add(List.of("The case study schools"));
        rows.add(List.of("School A"));
        rows.add(List.of(String.join(" \u25cb ", SCHOOL_A)));
        rows.add(List.of("School B"));
        rows.add(List.of(String.join(" \u25cb ", SCHOOL_B)));
        rows.add(List.of());
        rows.add(List.of("Activity and data collection"));
        rows.add(List.of("Date", "What", "Methods"));
        for (String[] row : ACTIVITIES) rows.add(List.of((Object[]) row));
        rows.add(List.of());
        rows.add(List.of("Themes (findings and process)", "Possible implications"));
        for (String[] row : THEMES) rows.add(List.of((Object[]) row));
        rows.add(List.of());
        rows.add(List.of("Conclusion"));
        rows.add(List.of(CONCLUSION));
        return rows;
    }
}
