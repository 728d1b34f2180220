package org.huboutcomes.samples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// An evaluator's summary for Quillshire in 2022/23: a form with blocks, with dates as people write them. The first
/// meeting is dated a year too late, so it is listed before one with an earlier date.
final class EvidenceSummary {

    private static final Object[][] ROWS = {
        {"Maths Hub", "Quillshire"},
        {"Academic year", "2022/23"},
        {"Strategic goal", "Schools sustain the teaching approaches that they began with the hub"},
        {"Research questions", "What helps a department to keep going after its first two years?"},
        {"", "What do leaders in school need from the hub?"},
        {"What is the case?", "Case study of a school"},
        {},
        {"Context"},
        {"In 2022/23 the hub counts 36 schools active on the pathway: 7 Developing, 10 Embedding and 27 Sustaining."},
        {
            "School A is a secondary school in Quillshire. It has been involved with the hub since 2016/17, and three of"
                    + " its teachers took part this year."
        },
        {"School B is a rural primary school in Ostbridge. It has worked with us for two years."},
        {},
        {"Activity and data collection"},
        {"Date", "What", "Participants", "Methods"},
        {"28/11/23", "First meeting with the leads of both schools", "4 leads", "Notes of the meeting"},
        {"11/01/23", "Second meeting", "4 leads", "Notes of the meeting"},
        {"9/2/23", "Visit to School A", "3 teachers", "Lesson observation, interviews"},
        {"10/2/23", "Visit to School B", "2 teachers", "Lesson observation, interviews"},
        {"March 23", "Questionnaire to all participants", "31 teachers", "Questionnaire"},
        {"June 2023", "Closing meeting", "4 leads", "Group interview"},
        {},
        {"Significant themes", "Possible implications"},
        {
            "Where the head of department teaches the approach too, others go on with it.",
            "Ask heads of department to take part in the first year."
        },
        {"One keen teacher can carry a school for a year, and not for three.", "Invite two teachers from each school."},
        {
            "Cover for absent teachers is what keeps schools away most often.",
            "Offer the same session twice, on two days of the week."
        },
        {},
        {"Conclusion"},
        {
            "From two schools we can conclude only that shared planning time went with going on; we cannot say that it"
                    + " was the cause. Most schools on the pathway have taken part for at least five years."
        }
    };

    private EvidenceSummary() {}

    static void write(Path file) throws IOException {
        PersonsWorkbook workbook = new PersonsWorkbook();
        PersonsWorkbook.Page page = workbook.page("Summary");
        page.title("Evidence and reporting summary");
        for (Object[] row : ROWS) page.row(List.of(row));
        workbook.write(file);
    }
}
