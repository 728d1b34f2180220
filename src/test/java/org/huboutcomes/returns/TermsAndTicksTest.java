package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huboutcomes.returns.KeptSheets.column;
import static org.huboutcomes.returns.KeptSheets.marks;
import static org.huboutcomes.returns.KeptSheets.words;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.conversion.ConvertedTable.Mark;
import org.huboutcomes.spreadsheets.model.ReadLimits;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sheets with one column for each term, stage or work group, and questions on fewer numbers than are known.
class TermsAndTicksTest {

    private final KeptSheets kept;
    private final Desk desk;
    private final Path folder;

    TermsAndTicksTest(@TempDir Path folder) {
        this.kept = new KeptSheets(folder);
        this.desk = new Desk(folder);
        this.folder = folder;
    }

    @Test
    void countsOfEachTermAreAddedUp() {
        ConvertedTable table = kept.converted(
                "N1.xlsx",
                "Northtown 2022/23 AB22-05",
                "URN|School|Teacher ref|Autumn||Spring||Summer",
                "|||Offered|Attended|Offered|Attended|Offered|Attended",
                "200001|Green Lane School|T1|2|2|2|1|2|",
                "200002|Mill Road Infant School|T2|2|2|2|2|2|2");
        assertThat(column(table, "sessions_offered")).containsExactly("6", "6");
        assertThat(column(table, "sessions_attended")).containsExactly("3", "6");
        assertThat(marks(table, "sessions_attended")).containsOnly(Mark.GUESS);
    }

    @Test
    void aTermThatIsNoNumberIsAskedAbout() {
        ConvertedTable table = kept.converted(
                "N1.xlsx",
                "Hub|Year|NCP|Activity|Places offered Autumn|Places offered Spring|Places filled Autumn|Places filled Spring",
                "N1|2022/23|AB22-01|Mastery|12|12|10|11",
                "N1|2022/23|AB22-02|Number|12|8|10|tbc");
        assertThat(table.type().name()).isEqualTo("delivery");
        assertThat(column(table, "places_offered")).containsExactly("24", "20");
        assertThat(column(table, "places_filled")).containsExactly("21", "10 + tbc");
        assertThat(marks(table, "places_filled")).containsExactly(Mark.GUESS, Mark.GAP);
    }

    @Test
    void ofTheStagesOfThreeTermsTheLastHolds() {
        ConvertedTable table = kept.converted(
                "Northtown 2022-23.xlsx",
                "URN|School|Autumn 2022|Spring 2023|Summer 2023|Status",
                "200001|Green Lane School|Developing|Developing|Embedding|Active",
                "200002|Mill Road Infant School|Developing|||Active");
        assertThat(column(table, "stage")).containsExactly("Embedding", "Developing");
    }

    @Test
    void ofTheStagesTheLastTermHoldsInWhateverOrderTheyStand() {
        ConvertedTable table = kept.converted(
                "Northtown 2022-23.xlsx",
                "URN|School|Stage Summer|Stage Spring|Stage Autumn|Status",
                "200001|Green Lane School|Embedding|Developing|Developing|Active",
                "200002|Mill Road Infant School||Sustaining|Developing|Active");
        assertThat(column(table, "stage")).containsExactly("Embedding", "Sustaining");
    }

    @Test
    void halfTermsMayBeAbbreviated() {
        ConvertedTable table = kept.converted(
                "Northtown 2022-23.xlsx",
                "URN|School|Stage Aut 1|Stage Spr 2|Stage Sum. 1|Status",
                "200001|Green Lane School|Developing|Developing|Embedding|Active",
                "200002|Mill Road Infant School|Developing|Sustaining||Active");
        assertThat(column(table, "stage")).containsExactly("Embedding", "Sustaining");
    }

    @Test
    void termsOfSeveralYearsAreNotAddedUp() {
        ConvertedTable table = kept.converted(
                "N1.xlsx",
                "Hub|Year|NCP|Activity|Places offered Autumn 2021|Places offered Summer 2022|Places offered Autumn 2022|Places filled",
                "N1|2022/23|AB22-01|Mastery|12|13|14|10",
                "N1|2022/23|AB22-02|Number|12|13|14|10");
        assertThat(column(table, "places_offered")).doesNotContain("39", "25", "26");
        assertThat(KeptSheets.remarks(table, "columns_of_terms")).isEmpty();
    }

    @Test
    void ofTwoGroupsBelowTheSameTermsBothAreJoinedOrNone() {
        ConvertedTable table = kept.converted(
                "N1.xlsx",
                "Northtown 2022/23 AB22-05",
                "URN|School|Teacher ref|Autumn||Spring||Summer",
                "|||Offered|Attended|Offered|Attended|Offered|Attended",
                "200001|Green Lane School|T1|2|67%|2|50%|2|100%",
                "200002|Mill Road Infant School|T2|2|100%|2|100%|2|100%");
        assertThat(column(table, "sessions_offered")).doesNotContain("6");
        assertThat(column(table, "sessions_attended")).doesNotContain("4");
        assertThat(KeptSheets.remarks(table, "columns_of_terms")).isEmpty();
    }

    @Test
    void aHiddenDraftOfTotalsIsSetAsideBesideASheetThatIsConverted() {
        ScreenedFile file = kept.read(
                "2022-23.xlsx",
                KeptSheets.Page.of(
                        "Totals",
                        "Northtown headline numbers",
                        "Measure|Number",
                        "of which Developing|40",
                        "Embedding|30"),
                KeptSheets.Page.hidden(
                        "Old",
                        "Hub|Academic year|Quantity|Stated total",
                        "N1|2022/23|Developing|38",
                        "N1|2022/23|Embedding|29"));
        assertThat(file.sheets())
                .extracting(ScreenedSheet::status)
                .containsExactly(ScreenedSheet.Status.CONVERTED, ScreenedSheet.Status.IGNORED);
    }

    @Test
    void aTickUnderAStageIsThatStage() {
        ConvertedTable table = kept.converted(
                "2022-23.xlsx",
                "Northtown",
                "School|URN|Developing|Embedding|Sustaining|Reason",
                "Green Lane School|200001|x||",
                "Mill Road Infant School|200002||x|x",
                "St Ann's Primary School|200003||||New head");
        assertThat(table.type().name()).isEqualTo("pathway");
        assertThat(column(table, "stage")).containsExactly("Developing", "Embedding", "Sustaining", "");
        assertThat(column(table, "urn")).containsExactly("200001", "200002", "200002", "200003");
    }

    @Test
    void aMatrixOfSchoolsByWorkGroupsIsOneRowForEachTick() {
        ConvertedTable table = kept.converted(
                "matrix.xlsx",
                "Northtown 2022/23",
                "School|URN|AB22-01|AB22-02|AB22-03 Number",
                "Green Lane School|200001|\u2713||\u2713",
                "Mill Road Infant School|200002|||",
                "St Ann's Primary School|200003||\u2713|");
        assertThat(column(table, "activity")).containsExactly("AB22-01", "AB22-03", "AB22-02");
        assertThat(column(table, "urn")).containsExactly("200001", "200001", "200003");
        assertThat(marks(table, "participant")).containsOnly(Mark.GAP);
    }

    @Test
    void numbersOfPeopleByWorkGroupAskForTheListOfThem() {
        ScreenedFile file = kept.read(
                "matrix.xlsx",
                KeptSheets.Page.of(
                        "Sheet1",
                        "School|URN|AB22-01 no. of teachers|AB22-02 no. of teachers",
                        "Green Lane School|200001|2|1",
                        "Mill Road Infant School|200002|1|3"));
        assertThat(file.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.rule()).isEqualTo("pivot_of_rows"));
    }

    @Test
    void blocksBelowTheNameOfAStageAreReadWithIt() {
        ConvertedTable table = kept.converted(
                "Northtown 2022-23.xlsx",
                "Developing",
                "URN|School|Status",
                "200001|Green Lane School|Active",
                "Embedding",
                "URN|School|Status",
                "200002|Mill Road Infant School|Paused");
        assertThat(column(table, "stage")).containsExactly("Developing", "Embedding");
    }

    @Test
    void aReturnThatLacksAColumnIsNoListOfTheNetwork() {
        ScreenedSheet two = kept.sheet(
                "N1.xlsx",
                "Hub:|Northtown|Academic year:|2022/23",
                "Activity||Places||Core components",
                "code|title|offered|filled|due|delivered",
                "AB22-01|Mastery|40|38|10|9",
                "AB22-02|Number|20|18|10|10");
        assertThat(two.type().name()).isEqualTo("delivery");
        assertThat(Desk.rows(two)).extracting(row -> row.get("places_filled")).containsExactly(38, 18);
    }

    @Test
    void choicesOfADropDownAreNoReturn() {
        ScreenedFile file = kept.read(
                "book.xlsx",
                KeptSheets.Page.of("Cover", "Maths Hub|Northtown", "Academic year|2022/23"),
                KeptSheets.Page.of("Pathway", "URN|Stage|Status", "200001|Developing|Active"),
                KeptSheets.Page.of("Lists", "Stage|Status", "Developing|Active", "Embedding|Paused"));
        assertThat(file.sheets())
                .extracting(ScreenedSheet::status)
                .containsExactly(
                        ScreenedSheet.Status.IGNORED, ScreenedSheet.Status.ACCEPTED, ScreenedSheet.Status.IGNORED);
    }

    @Test
    void headlineNumbersAreStatedTotalsAndNoneIsLost() {
        ConvertedTable table = kept.converted(
                "2022-23.xlsx",
                "Northtown headline numbers",
                "Measure|Number",
                "Schools active on the pathway|120",
                "of which Developing|40",
                "Embedding|about thirty",
                "Primary only|12");
        assertThat(column(table, "quantity"))
                .containsExactly("Schools active on the pathway", "Developing", "Embedding", "Primary only");
        assertThat(column(table, "stated_value")).containsExactly("120", "40", "about thirty", "12");
        assertThat(marks(table, "stated_value")).containsExactly(Mark.NONE, Mark.NONE, Mark.GAP, Mark.NONE);
    }

    @Test
    void totalsOfSeveralHubsKeepTheirHub() {
        ConvertedTable table = kept.converted(
                "totals.xlsx", "Hub|Academic year|Developing|Embedding", "N1|2022/23|40|30", "S1|2022/23|41|31");
        assertThat(column(table, "hub")).containsExactly("N1", "N1", "S1", "S1");
        assertThat(column(table, "stated_value")).containsExactly("40", "30", "41", "31");
    }

    @Test
    void aRecommendationThatStaysBetweenOneAndFiveCountsAndIsAskedAbout() {
        ScreenedSheet narrow = recommended("How likely are you to recommend this hub to a colleague?");
        assertThat(Desk.rows(narrow)).hasSize(12).allMatch(row -> row.containsKey("recommend"));
        assertThat(words(narrow, "narrow_scale"))
                .singleElement()
                .satisfies(said ->
                        assertThat(said).containsEntry("highest", "5").containsEntry("choices", "from 0 to 10"));
        ScreenedSheet said = recommended("How likely are you to recommend this hub to a colleague? (0 to 10)");
        assertThat(Desk.rows(said)).allMatch(row -> row.containsKey("recommend"));
        assertThat(words(said, "narrow_scale")).isEmpty();
        ScreenedSheet ends = recommended("How likely are you to recommend this hub to a colleague?"
                + " (0 = not at all likely, 10 = extremely likely)");
        assertThat(Desk.rows(ends)).allMatch(row -> row.containsKey("recommend"));
        assertThat(words(ends, "narrow_scale")).isEmpty();
        ScreenedSheet five = recommended("How likely are you to recommend this hub to a colleague? (1-5)");
        assertThat(words(five, "unknown_column"))
                .singleElement()
                .satisfies(column -> assertThat(column).doesNotContainKey("nearest"));
    }

    private ScreenedSheet recommended(String question) {
        List<String> lines = IntStream.range(0, 12)
                .mapToObj(i -> "H1,2022/23,123456,AB22-01,Agree," + (i % 5 + 1))
                .toList();
        String headings = "Hub,Academic year,URN,Activity code,\"Overall, I was satisfied with this activity\",\"";
        return desk.csvSheet(Stream.concat(Stream.of(headings + question + "\""), lines.stream())
                .toArray(String[]::new));
    }

    @Test
    void aSecondWordingOfAQuestionIsToldAsThat() {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,Academic year,URN,\"Overall, I was satisfied with this activity\",\"Overall, how satisfied were you with the Work Group?\"",
                "H1,2022/23,123456,Agree,Satisfied");
        assertThat(words(sheet, "second_heading"))
                .singleElement()
                .satisfies(
                        said -> assertThat(said).containsEntry("other", "Overall, I was satisfied with this activity"));
    }

    @Test
    void initialsThatLookLikeNotApplicableAreAPerson() {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,Academic year,URN,Activity code,Participant reference",
                "H1,2022/23,123456,AB22-01,NA",
                "H1,2022/23,123456,AB22-01,JS");
        assertThat(Desk.rows(sheet))
                .extracting(row -> row.get("participant"))
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void theHeadingRowsOfAPlatformAreNoAnswersAndItsDatesTellTheYear() {
        String overall = "\"Overall, I was satisfied with this activity\"";
        ConvertedTable table = converted(
                "Northtown.csv",
                "Respondent ID,Start Date,Please rate,,Your school URN",
                ",," + overall + ",I like this activity,Open-Ended Response",
                "1,06/13/2023 09:00:00 AM,Agree,Agree,200001",
                "2,09/10/2022 09:00:00 AM,Agree,Disagree,200002");
        assertThat(column(table, "overall")).containsExactly("Agree", "Agree");
        assertThat(KeptSheets.given(table)).containsExactly("N1", "2022/23");
    }

    @Test
    void attendanceInPercentOfNothingKnownIsAskedFor() {
        ConvertedTable table = kept.converted(
                "AB22-03.xlsx",
                "Northtown 2022/23 AB22-03",
                "School|URN|Delegate|% attended",
                "Green Lane School|200001|D1|88%",
                "Mill Road Infant School|200002|D2|75%");
        assertThat(marks(table, "sessions_attended")).containsOnly(Mark.GAP);
    }

    private ConvertedTable converted(String name, String... lines) {
        desk.write(name, String.join("\r\n", lines) + "\r\n");
        try {
            return new Screening(Desk.TYPES, ReadLimits.standard())
                    .conversions(folder.resolve(name), name, new Town())
                    .get(0);
        } catch (UnreadableException e) {
            throw new AssertionError(e);
        }
    }
}
