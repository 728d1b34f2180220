package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.huboutcomes.returns.findings.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A form with labels and blocks, as an evaluator fills it in.
class FormTest {

    private final Desk desk;

    FormTest(@TempDir Path folder) {
        desk = new Desk(folder);
    }

    private static final Object[][] SUMMARY = {
        {"Evidence summary"},
        {},
        {"Maths Hub", "Uno"},
        {"Academic year", "2022/23"},
        {"Strategic goal", "Schools sustain what they began"},
        {"Research question", "What helps?"},
        {null, "What hinders?"},
        {"What is the case?", "Two schools"},
        {},
        {"Context"},
        {"The hub works with 36 schools."},
        {"School A has worked with us since 2016/17."},
        {},
        {"Activity and data collection"},
        {"Date", "What", "Methods"},
        {"28/11/23", "First meeting", "Notes"},
        {"11/01/23", "Second meeting", "Notes"},
        {"9/2/23 and 10/2/23", "Visits", "Interviews"},
        {"March 23", "Survey", "Questionnaire"},
        {},
        {"Significant themes", "Possible implications"},
        {"Time", "Plan cover early"},
        {"Momentum", "Two advocates"},
        {null, "Share the lead"},
        {"Conclusion"},
        {"We can conclude only that time matters."}
    };

    private ScreenedSheet read(Object[]... rows) {
        return desk.workbook(rows);
    }

    private static Object[][] without(int... left) {
        List<Integer> out = Arrays.stream(left).boxed().toList();
        return java.util.stream.IntStream.range(0, SUMMARY.length)
                .filter(i -> !out.contains(i))
                .mapToObj(i -> SUMMARY[i])
                .toArray(Object[][]::new);
    }

    @Test
    void whatStandsBesideOrBelowALabelIsReadAsOneRow() {
        Map<String, Object> header = Desk.only(read(SUMMARY));
        assertThat(header)
                .containsEntry("hub", "H1")
                .containsEntry("time_period", 202223)
                .containsEntry("strategic_goal", "Schools sustain what they began")
                .containsEntry("research_question", "What helps?\nWhat hinders?")
                .containsEntry("the_case", "Two schools")
                .containsEntry("context", "The hub works with 36 schools.\nSchool A has worked with us since 2016/17.")
                .containsEntry("conclusion", "We can conclude only that time matters.");
    }

    @Test
    void eachBlockIsATableOfItsOwn() {
        Map<String, List<AcceptedRow>> blocks = read(SUMMARY).claims().get(0).blocks();
        assertThat(blocks.get("evaluation_theme"))
                .extracting(row -> Arrays.asList(row.values()))
                .containsExactly(
                        Arrays.asList("Time", "Plan cover early", null, null),
                        Arrays.asList("Momentum", "Two advocates\nShare the lead", null, null));
        assertThat(blocks.get("evaluation_meeting"))
                .extracting(row -> row.number() + " " + row.values()[0])
                .containsExactly("16 2023-11-28", "17 2023-01-11", "18 2023-02-09, 2023-02-10", "19 2023-03");
    }

    @Test
    void aDateOutsideTheYearIsAskedAboutWithTheOneThatWasMeant() {
        ScreenedSheet sheet = read(SUMMARY);
        assertThat(Desk.places(sheet)).containsExactly("date_outside_year A16", "month_or_day A19");
        Finding outside = sheet.findings().get(0);
        assertThat(outside.value()).isEqualTo("28/11/23");
        assertThat(outside.text().accepted()).isEqualTo("Use a date in that year (did you mean {meant}?).");
        assertThat(outside.text().words())
                .containsEntry("field", "Date")
                .containsEntry("year", "2022/23")
                .containsEntry("meant", "28/11/2022")
                .containsEntry("happened", "The row was kept");
    }

    @Test
    void everyRowOfTheFormIsAccountedFor() {
        assertThat(read(SUMMARY).tally()).isEqualTo(new RowCounts(24, 7, 0, 0, 17));
    }

    @Test
    void theYearMayStandInTheTitle() {
        Object[][] rows = without(3);
        rows[0] = new Object[] {"Evidence and reporting 2022-23"};
        assertThat(Desk.only(read(rows))).containsEntry("time_period", 202223);
    }

    @Test
    void aFormWithoutItsHubIsNotRead() {
        ScreenedSheet sheet = read(without(2));
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.HELD);
        assertThat(Desk.rules(sheet)).containsExactly("missing_label");
    }

    @Test
    void aFormWithoutABlockIsKeptAndAskedAbout() {
        ScreenedSheet sheet = read(without(20, 21, 22, 23));
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
        assertThat(Desk.rules(sheet)).contains("missing_block");
    }
}
