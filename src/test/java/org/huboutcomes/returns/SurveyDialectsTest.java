package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One respondent's answers, as each platform exports them, come out the same.
class SurveyDialectsTest {

    private static final Map<String, Object> ANSWERS = Map.ofEntries(
            Map.entry("hub", "H1"),
            Map.entry("time_period", 202223),
            Map.entry("urn", 123456),
            Map.entry("activity", "MA22-01"),
            Map.entry("response_id", "7"),
            Map.entry("overall", 5),
            Map.entry("aim1", 4),
            Map.entry("aim2", 3),
            Map.entry("trust", 2),
            Map.entry("recommend", 9));

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @Test
    void readsAPlainTable() {
        assertSame(
                "Response ID,Hub,Academic year,URN,Activity code,\"Overall, I was satisfied with this activity\","
                        + "This activity meets my approval,This activity is appealing to me,"
                        + "I trust the hub for advice on teaching,How likely are you to recommend this hub to a colleague?",
                "7,H1,2022/23,123456,MA22-01,Strongly agree,Agree,Neither agree nor disagree,Disagree,9");
    }

    @Test
    void readsMicrosoftForms() {
        assertSame(
                "\ufeffID,Start time,Completion time,Email,Name,Which Maths Hub?,Which academic year?,"
                        + "What is your school\u2019s URN?,Which activity did you attend?,"
                        + "\"Overall, I was satisfied with this activity.\",This programme meets my approval,"
                        + "This programme is appealing to me,I trust the hub for advice on teaching,"
                        + "How likely are you to recommend this hub to a friend or colleague?",
                "7,6/1/23 9:00:00,6/1/23 9:01:00,anonymous,,Hub One,2022/23,123456,MA22-01,"
                        + "Strongly agree,Agree,Neutral,Disagree,9");
    }

    @Test
    void readsGoogleFormsWithItsGrids() {
        assertSame(
                "Timestamp,Email Address,ID,Your hub,Academic year,URN,Activity,"
                        + "How far do you agree? [Overall I am satisfied with this activity],How far do you agree? [The course meets my approval],"
                        + "How far do you agree? [The course is appealing to me],How far do you agree? [I trust the hub for advice],"
                        + "How likely are you to recommend the hub to a colleague?",
                "2023/06/01 9:00:00 am GMT+1,jo@example.org,7,H1,22/23,123456,MA22-01,"
                        + "5 - Strongly agree,4 - Agree,3 - Neither agree nor disagree,2 - Disagree,9");
    }

    @Test
    void readsBothHeadingRowsOfSurveyMonkey() {
        assertSame(
                "Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,First Name,Last Name,Custom Data 1,"
                        + "Which hub?,Which academic year?,School URN,Which activity?,How far do you agree?,,,,"
                        + "How likely is it that you would recommend this hub to a friend or colleague?",
                ",,,,,,,,,Response,Response,Open-Ended Response,Response,I am satisfied with this activity,"
                        + "This activity meets my approval,This activity is appealing to me,I trust this hub for advice on teaching,Response",
                "7,99,06/01/2023 09:00:00,06/01/2023 09:01:00,192.0.2.7,jo@example.org,Jo,Invented,,"
                        + "H1,2022/23,123456,MA22-01,Strongly agree,Agree,Neither agree nor disagree,Disagree,9");
    }

    @Test
    void readsSurveyMonkeyThatIsNotUtf8() throws IOException {
        String text = String.join(
                "\r\n",
                "Respondent ID,Which hub?,Which academic year?,Which activity?,\"Overall, I was satisfied\",Anything else \u2013 caf\u00e9?",
                ",Response,Response,Response,Response,Open-Ended Response",
                "7,H1,2022/23,MA22-01,Strongly agree,Tr\u00e8s bien",
                "");
        Path file = Files.write(folder.resolve("monkey.csv"), text.getBytes(Charset.forName("windows-1252")));
        ScreenedSheet sheet = desk.read(file, Desk.REGISTERS).sheets().get(0);
        assertThat(Desk.only(sheet)).containsEntry("overall", 5).containsEntry("response_id", "7");
    }

    @Test
    void readsTheThreeHeadingRowsOfQualtrics() {
        assertThat(Desk.only(desk.csvSheet(
                        "StartDate,IPAddress,ResponseId,Q1,Q2,Q3,Q4,Q5_1,Q5_2,Q5_3,Q5_4,Q6",
                        "Start Date,IP Address,Response ID,Which hub?,Which academic year?,School URN,Which activity?,"
                                + "How far do you agree? - Overall I am satisfied with this activity,How far do you agree? - The activity meets my approval,"
                                + "How far do you agree? - The activity is appealing to me,How far do you agree? - I trust the hub for advice,"
                                + "How likely are you to recommend the hub to a colleague?",
                        "{\"ImportId\":\"startDate\"},{\"ImportId\":\"ipAddress\"},{\"ImportId\":\"_recordId\"},x,x,x,x,x,x,x,x,x",
                        "2023-06-01 09:00:00,192.0.2.7,7,H1,2022/23,123456,MA22-01,Strongly agree,Agree,"
                                + "Neither agree nor disagree,Disagree,9")))
                .containsAllEntriesOf(ANSWERS);
    }

    @ParameterizedTest
    @CsvSource({
        "strongly AGREE, 5",
        "5, 5",
        "5 - Strongly agree, 5",
        "(1) Strongly disagree, 1",
        "Completely agree, 5",
        "Agree (4), 4"
    })
    void knowsAnAnswerHoweverItIsWritten(String answer, int point) {
        assertThat(Desk.only(overall("Overall, I was satisfied with this activity", answer), "overall"))
                .isEqualTo(point);
    }

    @ParameterizedTest
    @CsvSource({"Don't know", "N/A", "Prefer not to say"})
    void countsNoAnswerAsNone(String answer) {
        assertThat(Desk.only(overall("Overall, I was satisfied with this activity", answer)))
                .doesNotContainKey("overall");
    }

    @Test
    void turnsNumbersRoundWhereTheQuestionSaysThatOneIsBest() {
        String question = "Overall, I was satisfied with this activity (1 = strongly agree)";
        assertThat(Desk.only(overall(question, "1"), "overall")).isEqualTo(5);
        assertThat(Desk.only(overall(question, "Strongly agree"), "overall")).isEqualTo(5);
    }

    @Test
    void leavesOutAQuestionWithAnAnswerThatIsOnNoScale() {
        assertThat(Desk.places(overall("Overall, I was satisfied with this activity", "Purple")))
                .contains("other_scale C1");
    }

    private ScreenedSheet overall(String question, String answer) {
        return desk.csvSheet("Hub,Academic year,\"" + question + "\",Response ID", "H1,2022/23," + answer + ",7");
    }

    private void assertSame(String... lines) {
        ScreenedSheet sheet = desk.csvSheet(lines);
        assertThat(Desk.rules(sheet)).isEqualTo(List.of());
        assertThat(Desk.only(sheet)).containsAllEntriesOf(ANSWERS);
    }
}
