package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Survey exports as each platform writes them, and answers as people and platforms word them.
class SurveyDialectsTest {

    private static final String OVERALL = "\"Overall, I was satisfied with this activity\"";
    private static final String PLAIN = "Hub,Academic year,Activity code,Response ID," + OVERALL;

    private final Desk desk;

    SurveyDialectsTest(@TempDir Path folder) {
        desk = new Desk(folder);
    }

    @Test
    void microsoftFormsWithTimesPointsAndPersonalColumns() {
        ScreenedSheet sheet = desk.csvSheet(
                "ID,Start time,Completion time,Email,Name,Total points,Quiz feedback,Hub,Academic year," + OVERALL
                        + ",\"Points - Overall, I was satisfied with this activity\",\"Feedback - Overall\",I like this activity2",
                "7,6/14/23 9:00:00,6/14/23 9:05:10,anonymous,Jo Bloggs,,,H1,2022/23,Agree,,,Strongly agree");
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.only(sheet))
                .containsEntry("response_id", "7")
                .containsEntry("started", "2023-06-14T09:00")
                .containsEntry("completed", "2023-06-14T09:05:10")
                .containsEntry("overall", 4)
                .containsEntry("aim3", 5);
    }

    @Test
    void googleFormsWithTheRowsOfAGridInBrackets() {
        ScreenedSheet sheet = desk.csvSheet(
                "Timestamp,Email Address,Which hub ran this activity?,Academic year,"
                        + "\"How far do you agree? [Overall, I was satisfied with this activity]\","
                        + "How far do you agree? [This activity meets my approval]",
                "2023/06/14 9:05:12 am GMT+1,jo@example.org,Hub One,2022/23,Agree,Disagree");
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.only(sheet))
                .containsEntry("completed", "2023-06-14T09:05:12")
                .containsEntry("overall", 4)
                .containsEntry("aim1", 2);
    }

    @Test
    void surveyMonkeyWithTwoHeadingRows() {
        ScreenedSheet sheet = desk.csvSheet(
                "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Hub,"
                        + "Academic year," + OVERALL + ",How far do you agree?,,Any other comments?",
                ",,,,,,,,Response,Response,Response,This activity meets my approval,I like this activity,"
                        + "Open-Ended Response",
                "3292879998,1,06/14/2023 09:00:00 AM,06/14/2023 09:05:00 AM,192.0.2.1,,Jo,Bloggs,H1,2022/23,Agree,"
                        + "Neutral,Strongly agree,Thanks");
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(sheet.tally()).isEqualTo(new Tally(1, 1, 0, 0, 0));
        assertThat(Desk.only(sheet))
                .containsEntry("response_id", "3292879998")
                .containsEntry("overall", 4)
                .containsEntry("aim1", 3)
                .containsEntry("aim3", 5);
    }

    @Test
    void qualtricsWithThreeHeadingRows() {
        ScreenedSheet sheet = desk.csvSheet(
                "StartDate,IPAddress,ResponseId,Hub,Year,Q1,Q2_1",
                "Start Date,IP Address,Response ID,Hub,Academic year," + OVERALL
                        + ",How far do you agree? - I welcome this activity",
                "{ImportId:startDate},{ImportId:ipAddress},{ImportId:_recordId},{ImportId:hub},{ImportId:year},{x},{y}",
                "2023-06-14 09:00:00,192.0.2.1,R_1,H1,2022/23,Agree,Strongly agree");
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.only(sheet)).containsEntry("response_id", "R_1").containsEntry("aim4", 5);
    }

    @Test
    void thePublishedItemsAreKnownByWhateverTheActivityIsCalled() {
        ScreenedSheet sheet = desk.csvSheet(
                PLAIN + ",Lesson study meets my approval,Lesson study is appealing to me,I like lesson study,"
                        + "Lesson study seems fitting,Lesson study seems doable",
                "H1,2022/23,A1,r1,Agree,Completely agree,Completely disagree,Neither agree nor disagree,Agree,Disagree");
        assertThat(Desk.rules(sheet)).isEmpty();
        assertThat(Desk.only(sheet))
                .containsEntry("aim1", 5)
                .containsEntry("aim2", 1)
                .containsEntry("aim3", 3)
                .containsEntry("iam1", 4)
                .containsEntry("fim3", 2);
    }

    @Test
    void aQuestionThatOnlyBeginsLikeAnItemIsNotTakenForIt() {
        ScreenedSheet sheet = desk.csvSheet(PLAIN + ",I like the biscuits", "H1,2022/23,A1,r1,Agree,Agree");
        assertThat(Desk.rules(sheet)).containsExactly("unknown_column");
        assertThat(Desk.only(sheet)).doesNotContainKey("aim3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    strongly AGREE | 5
                    5 - Strongly agree | 5
                    1 - Strongly agree | 5
                    Strongly agree (5) | 5
                    (4) Agree | 4
                    a. Strongly disagree | 1
                    Somewhat agree | 4
                    Neither agree or disagree | 3
                    2 | 2
                    2.0 | 2
                    """)
    void aLabelIsReadWithOrWithoutItsNumber(String answer, int point) {
        assertThat(Desk.only(desk.csvSheet(PLAIN, "H1,2022/23,A1,r1," + answer), "overall"))
                .isEqualTo(point);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Don't know", "N/A", "not applicable", "Prefer not to say", ""})
    void whatIsNoAnswerIsNoValue(String answer) {
        ScreenedSheet sheet = desk.csvSheet(PLAIN, "H1,2022/23,A1,r1," + answer);
        assertThat(Desk.only(sheet, "overall")).isNull();
        assertThat(Desk.rules(sheet)).isEmpty();
    }

    @Test
    void numbersRunTheOtherWayOnlyWhereTheQuestionSaysSo() {
        String reversed = PLAIN.replace("activity\"", "activity (1 = strongly agree)\"");
        assertThat(Desk.only(desk.csvSheet(reversed, "H1,2022/23,A1,r1,1"), "overall"))
                .isEqualTo(5);
        assertThat(Desk.only(desk.csvSheet(reversed, "H1,2022/23,A1,r1,Strongly agree"), "overall"))
                .isEqualTo(5);
    }

    @Test
    void aWordingMayBringAScaleOfItsOwn() {
        String rated = PLAIN.replace(OVERALL, "\"Overall, how would you rate this activity?\"");
        assertThat(Desk.only(desk.csvSheet(rated, "H1,2022/23,A1,r1,Very good"), "overall"))
                .isEqualTo(5);
    }

    @Test
    void aNumberThatTheScaleDoesNotHaveIsOutOfRange() {
        String recommend = PLAIN + ",How likely are you to recommend this hub to a colleague?";
        assertThat(Desk.places(desk.csvSheet(recommend, "H1,2022/23,A1,r1,Agree,11")))
                .contains("number_out_of_range F2");
        assertThat(Desk.only(desk.csvSheet(recommend, "H1,2022/23,A1,r1,Agree,10 - Extremely likely"), "recommend"))
                .isEqualTo(10);
    }

    @Test
    void anAddressInATextIsTakenOutAndAskedAbout() {
        ScreenedSheet sheet = desk.csvSheet(
                PLAIN, "H1,2022/23,ask jo@example.org,jo@example.org,Agree", "H1,2022/23,A1,jo@example.org,Agree");
        List<Map<String, Object>> rows = Desk.rows(sheet);
        assertThat(rows.get(0)).containsEntry("activity", "ask (address left out)");
        assertThat(rows.get(0).get("response_id"))
                .asString()
                .startsWith("code-")
                .isEqualTo(rows.get(1).get("response_id"));
        assertThat(Desk.rules(sheet)).containsOnly("personal_value");
        assertThat(sheet.findings() + "" + rows).doesNotContain("example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jo.bloggs+x@mail.example.org",
                "192.0.2.17",
                "2001:db8:0:0:0:0:0:1",
                "07700 900123",
                "+44 20 7946 0018",
                "(01632) 960 983"
            })
    void anAddressIsKnownByItsLooks(String address) {
        assertThat(Personal.without("Write to " + address + " please."))
                .isEqualTo("Write to (address left out) please.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3292879998",
                "123456 and 123457",
                "825/4012",
                "28/11/2022 09:30:00",
                "version 2.0.1",
                "0.5 of 12 groups",
                "A@B"
            })
    void whatOnlyLooksABitLikeOneIsLeft(String text) {
        assertThat(Personal.without(text)).isEqualTo(text);
    }

    @Test
    void aTestOfTheSurveyIsAskedAboutWithoutRepeatingIt() {
        ScreenedSheet sheet = desk.csvSheet(PLAIN + ",Comments", "H1,2022/23,A1,r1,Agree,ASDF");
        assertThat(Desk.places(sheet)).containsExactly("test_answer F2");
        assertThat(sheet.findings().toString()).doesNotContainIgnoringCase("asdf");
    }

    @Test
    void everyRealExportEndsAsReadOrAsAFinding() throws IOException {
        Path surveys = Path.of("../shared/surveys");
        assumeThat(surveys).isDirectory();
        try (Stream<Path> files = Files.list(surveys)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".csv")).toList()) {
                ScreenedFile screened = desk.read(file, Desk.REGISTERS);
                assertThat(screened.status()).as(file.toString()).isNotEqualTo(ScreenedFile.Status.WAITING);
                long findings = screened.findings().size()
                        + screened.sheets().stream()
                                .mapToInt(sheet -> sheet.findings().size())
                                .sum();
                if (screened.status() != ScreenedFile.Status.ACCEPTED)
                    assertThat(findings).isPositive();
            }
        }
    }
}
