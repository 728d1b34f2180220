package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huboutcomes.tables.LoaderBench.accepted;
import static org.huboutcomes.tables.LoaderBench.file;
import static org.huboutcomes.tables.LoaderBench.held;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.huboutcomes.returns.RowCounts;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.returns.ScreenedSheet;
import org.huboutcomes.returns.findings.HubNote;
import org.huboutcomes.returns.findings.ReplacementChoice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SubmissionLoaderTest {

    private final LoaderBench bench = new LoaderBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void theSameBytesAgainAreADuplicateAndLoadNothing() {
        bench.drop("a", accepted(bench.stated("H1", 202223, 36)));
        Submission again = bench.drop("a", accepted(bench.stated("H1", 202223, 36)));
        assertThat(again.status()).isEqualTo(Submission.Status.DUPLICATE);
        assertThat(bench.numbers("select stated_value from stated_total")).containsExactly(36);
        assertThat(bench.numbers("select submission from submitted_sheet")).containsExactly(1);
    }

    @Test
    void aTableMayHaveItsColumnsInAnotherOrderThanItsReturn() {
        bench.sql().sql("drop table stated_total").update();
        bench.sql()
                .sql("create table stated_total (stated_value integer, quantity varchar, row_number integer,"
                        + " education_phase varchar, time_period integer, claim bigint, hub varchar)")
                .update();
        bench.drop("a", accepted(bench.stated("H1", 202223, 36)));
        assertThat(bench.sql().sql("from stated_total").query().singleRow().toString())
                .isEqualTo("{stated_value=36, quantity=Quantity 0, row_number=2, education_phase=null,"
                        + " time_period=202223, claim=1, hub=H1}");
    }

    @Test
    void theSameBytesAgainAreADuplicateThoughASheetOfTheirsIsHeld() {
        ScreenedFile partial =
                file(ScreenedFile.Status.PARTIAL, bench.stated("H1", 202223, 36), held(bench.stated("H2", 202223, 44)));
        bench.drop("a", partial);
        assertThat(bench.drop("a", partial).status()).isEqualTo(Submission.Status.DUPLICATE);
    }

    @Test
    void aLaterSubmissionSupersedesTheEarlierWhichIsKept() {
        bench.drop("a", accepted(bench.stated("H1", 202223, 36)));
        bench.drop("b", accepted(bench.stated("H1", 202223, 37)));
        assertThat(bench.inForce()).containsExactly(37);
        assertThat(bench.numbers("select stated_value from stated_total order by all"))
                .containsExactly(36, 37);
    }

    @Test
    void aSubmissionSupersedesNoOtherHubYearOrReturn() {
        bench.drop("a", accepted(bench.stated("H1", 202223, 36), delivery("H1", 202223)));
        bench.drop("b", accepted(bench.stated("H2", 202223, 37)));
        bench.drop("c", accepted(bench.stated("H1", 202122, 38)));
        assertThat(bench.inForce()).containsExactly(36, 37, 38);
        assertThat(bench.numbers("select count(*) from claim where in_force")).containsExactly(4);
    }

    @Test
    void aNewReferenceListTakesThePlaceOfTheWholeOldOne() {
        bench.drop("a", accepted(links(100001, 100002)));
        bench.drop("b", accepted(links(100003)));
        assertThat(bench.numbers(
                        "select urn from school_link semi join claim on claim.claim = school_link.claim and in_force"))
                .containsExactly(100003);
    }

    @Test
    void aNilReturnOfWhatIsClaimedByItsUnitsIsHeldWhereRowsAreInForce() {
        bench.drop("a", accepted(bench.stated("H1", 202223, 36)));
        Submission nil = bench.drop("b", accepted(bench.stated("H1", 202223)));
        assertThat(nil.status()).isEqualTo(Submission.Status.HELD);
        assertThat(bench.inForce()).containsExactly(36);
        bench.drop("c", accepted(bench.stated("H1", 202223), chosen("stated_total", ReplacementChoice.EVERYTHING)));
        assertThat(bench.inForce()).isEmpty();
        assertThat(bench.numbers("select accepted from claim where in_force")).containsExactly(0);
    }

    @Test
    void aNilReturnOfFewRowsReplacesThem() {
        bench.drop("a", accepted(delivery("H1", 202223)));
        bench.drop("b", accepted(bench.sheet("delivery", "H1", 202223, List.of())));
        assertThat(bench.numbers("select accepted from claim where in_force")).containsExactly(0);
    }

    @Test
    void aFileReplacesTheQuantitiesThatItStatesAndTheOthersStay() {
        bench.drop("a", accepted(bench.stated("H1", 202223, 36, 7, 10)));
        bench.drop("b", accepted(bench.stated("H1", 202223, 37)));
        assertThat(bench.inForce()).containsExactly(7, 10, 37);
        assertThat(bench.texts("select rule from finding")).containsExactly("others_stay");
    }

    @Test
    void theFindingsSheetCanTakeOutWhatStayed() {
        bench.drop("a", accepted(bench.stated("H1", 202223, 36, 7, 10)));
        bench.drop("b", accepted(bench.stated("H1", 202223, 37), chosen("stated_total", ReplacementChoice.EVERYTHING)));
        assertThat(bench.inForce()).containsExactly(37);
    }

    @Test
    void aSheetThatWouldTakeOutFiveOfManyLeadsIsHeld() {
        bench.drop("a", accepted(leads("L1", "L2", "L3", "L4", "L5", "L6")));
        Submission few = bench.drop("b", accepted(leads("L1")));
        assertThat(few.status()).isEqualTo(Submission.Status.HELD);
        assertThat(bench.texts("select status || ' for ' || held_for from submitted_sheet where submission = 2"))
                .containsExactly("held for confirmation");
        assertThat(bench.leadsInForce()).containsExactly("L1", "L2", "L3", "L4", "L5", "L6");
        assertThat(bench.numbers("select count(*) from pd_lead")).containsExactly(6);
        assertThat(bench.texts("select words['gone'] from finding")).containsExactly("5 leads");
    }

    @Test
    void aSheetThatWouldTakeOutFourOfSixLeadsReplacesThem() {
        bench.drop("a", accepted(leads("L1", "L2", "L3", "L4", "L5", "L6")));
        bench.drop("b", accepted(leads("L1", "L2")));
        assertThat(bench.leadsInForce()).containsExactly("L1", "L2");
    }

    @Test
    void aSheetThatWouldTakeOutAFifthOfManyLeadsReplacesThem() {
        bench.drop("a", accepted(leads(numbered(25))));
        bench.drop("b", accepted(leads(numbered(20))));
        assertThat(bench.leadsInForce()).hasSize(20);
    }

    @Test
    void twoSheetsOfOneFileAreComparedTogetherWithWhatIsInForce() {
        bench.drop("a", accepted(leads(numbered(10))));
        Submission both =
                bench.drop("b", accepted(leads("L1", "L2", "L3", "L4", "L5"), leads("L6", "L7", "L8", "L9", "L10")));
        assertThat(both.status()).isEqualTo(Submission.Status.ACCEPTED);
        assertThat(bench.leadsInForce()).hasSize(10);
    }

    @Test
    void aConfirmedSheetReplacesEverythingOrAddsToWhatIsThere() {
        bench.drop("a", accepted(leads("L1", "L2", "L3", "L4", "L5", "L6", "L7")));
        bench.drop("b", accepted(leads("L7", "L8"), chosen("pd_lead", ReplacementChoice.ADDS)));
        assertThat(bench.leadsInForce()).containsExactly("L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8");
        assertThat(bench.numbers("select count(*) from pd_lead")).containsExactly(9);
        bench.drop("c", accepted(leads("L9"), chosen("pd_lead", ReplacementChoice.EVERYTHING)));
        assertThat(bench.leadsInForce()).containsExactly("L9");
    }

    @Test
    void aReturnedWorkbookReplacesTheSubmissionThatItCorrects() {
        bench.drop("a", accepted(bench.stated("H1", 202223, 36)));
        bench.drop("b", accepted(bench.stated("H1", 202223, 36, 7)));
        ScreenedSheet corrected = bench.sheet(
                "stated_total", "H1", 202223, List.<Object[]>of(new Object[] {"H1", 202223, "Quantity one", 8}));
        bench.drop("c", accepted(corrected, corrects("b")));
        assertThat(bench.inForce()).containsExactly(8);
    }

    @Test
    void aFileThatWasSupersededAndIsDroppedAgainComesBackIntoForceAsANewSubmission() {
        bench.drop("a", accepted(bench.stated("H1", 202223, 36)));
        bench.drop("b", accepted(bench.stated("H1", 202223, 37)));
        Submission again = bench.drop("a", accepted(bench.stated("H1", 202223, 36)));
        assertThat(again.status()).isEqualTo(Submission.Status.ACCEPTED);
        assertThat(bench.inForce()).containsExactly(36);
        assertThat(bench.numbers("select submission from claim where in_force")).containsExactly(3);
    }

    @Test
    void aFileReadAfterItsSuccessorDoesNotTakeItsPlace() {
        Submission early = bench.receive("early");
        bench.load(early, file(ScreenedFile.Status.WAITING));
        bench.drop("late", accepted(bench.stated("H1", 202223, 37)));
        Submission waited = bench.load(early.as(Submission.Status.WAITING), accepted(bench.stated("H1", 202223, 36)));
        assertThat(waited.status()).isEqualTo(Submission.Status.ACCEPTED);
        assertThat(bench.inForce()).containsExactly(37);
        assertThat(bench.numbers("select stated_value from stated_total order by all"))
                .containsExactly(36, 37);
    }

    @Test
    void aHeldSheetSupersedesNothing() {
        bench.drop("a", accepted(bench.stated("H1", 202223, 36)));
        bench.drop("b", file(ScreenedFile.Status.HELD, held(bench.stated("H1", 202223, 37))));
        assertThat(bench.inForce()).containsExactly(36);
    }

    @Test
    void aPartialFileLoadsItsGoodSheetsAndNothingOfTheHeldOnes() {
        bench.drop(
                "a",
                file(
                        ScreenedFile.Status.PARTIAL,
                        bench.stated("H1", 202223, 36),
                        held(bench.stated("H2", 202223, 44))));
        assertThat(bench.inForce()).containsExactly(36);
        assertThat(bench.sql()
                        .sql("select status from submitted_sheet order by sheet")
                        .query(String.class)
                        .list())
                .containsExactly("accepted", "held");
    }

    @Test
    void aFileThatIsTriedAgainStartsAnew() {
        Submission held = bench.drop("a", file(ScreenedFile.Status.HELD, held(bench.stated("H1", 202223, 36))));
        bench.load(held, accepted(bench.stated("H1", 202223, 36)), "the catalogue of tomorrow");
        assertThat(bench.inForce()).containsExactly(36);
        assertThat(bench.numbers("select count(*) from submitted_sheet")).containsExactly(1);
        assertThat(bench.numbers("select count(*) from claim")).containsExactly(1);
    }

    @Test
    void aLoadThatFailsHalfWayLeavesNothingBehind() {
        bench.drop("before", accepted(bench.stated("H1", 202223, 35)));
        Submission submission = bench.receive("a");
        assertThatThrownBy(() -> bench.load(
                        submission,
                        accepted(bench.stated("H2", 202223, 1), bench.stated("H1", 202223, 36, "thirty-seven"))))
                .isInstanceOf(ClassCastException.class);
        assertThat(bench.inForce()).containsExactly(35);
        assertThat(bench.numbers("select stated_value from stated_total")).containsExactly(35);
        assertThat(bench.numbers("select submission from claim")).containsExactly(1);
        assertThat(bench.numbers("select submission from submitted_sheet")).containsExactly(1);
        assertThat(bench.status(submission)).isEqualTo(Submission.Status.RECEIVED);
    }

    @Test
    void aFileWhoseLoadFailedLoadsWhenTriedAgain() {
        Submission submission = bench.receive("a");
        assertThatThrownBy(() -> bench.load(submission, accepted(bench.stated("H1", 202223, 1, "two"))))
                .isInstanceOf(ClassCastException.class);
        bench.load(submission, accepted(bench.stated("H1", 202223, 1, 2)));
        assertThat(bench.inForce()).containsExactly(1, 2);
    }

    @Test
    void anExportThatHoldsTheSameAnswersAgainReplacesThemAndAddsTheNew() {
        submitHub();
        bench.drop("a", accepted(survey(response("r1", 1), response("r2", 2))));
        bench.drop("b", accepted(survey(response("r1", 1), response("r2", 5), response("r3", 3))));
        assertThat(answers()).containsExactly(1, 3, 5);
        assertThat(bench.numbers("select answers_new from replacement")).containsExactly(1);
        assertThat(bench.numbers("select answers_replaced from replacement")).containsExactly(2);
    }

    @Test
    void answersThatAnExportDoesNotHoldStay() {
        submitHub();
        bench.drop("a", accepted(survey(response("r1", 1), response("r2", 2))));
        bench.drop("b", accepted(survey(response("r2", 2), response("r3", 3))));
        assertThat(answers()).containsExactly(1, 2, 3);
        assertThat(bench.numbers("select accepted from claim where return_name = 'survey_response' order by claim"))
                .containsExactly(1, 2);
    }

    @Test
    void anotherFormWithTheSameIdsCountsBesideTheFirst() {
        submitHub();
        bench.drop("a", accepted(survey(response("r1", 1), response("r2", 2), response("r3", 2))));
        bench.drop("b", accepted(survey(response("r1", 1), response("r2", 4), response("r3", 5))));
        assertThat(answers()).containsExactly(1, 1, 2, 2, 4, 5);
        assertThat(bench.texts("select rule from finding")).containsExactly("answers_of_another_form");
    }

    @Test
    void anIdThatIsThereTwiceInOneFileIsNotUsed() {
        submitHub();
        bench.drop("a", accepted(survey(response("r1", 1), response("r1", 2))));
        bench.drop("b", accepted(survey(response("r1", 3))));
        assertThat(answers()).containsExactly(1, 2, 3);
    }

    @Test
    void aFileWithoutIdsReplacesTheEarlierOfWhichItHoldsHalf() {
        submitHub();
        bench.drop("a", accepted(survey(response(null, 4), response(null, 4), response(null, 2), response(null, 1))));
        bench.drop("b", accepted(survey(response(null, 4), response(null, 2), response(null, 3))));
        assertThat(answers()).containsExactly(2, 3, 4);
        assertThat(bench.texts("select rule from finding")).containsExactly("file_replaced");
    }

    @Test
    void aFileWithoutIdsThatHoldsLessThanHalfOfTheEarlierCountsBesideIt() {
        submitHub();
        bench.drop("a", accepted(survey(response(null, 4), response(null, 4), response(null, 4))));
        bench.drop("b", accepted(survey(response(null, 4), response(null, 1))));
        assertThat(answers()).containsExactly(1, 4, 4, 4, 4);
    }

    @Test
    void anEarlierExportReadAfterALaterOneDoesNotReplaceItsResponses() {
        submitHub();
        Submission early = bench.receive("early");
        bench.load(early, file(ScreenedFile.Status.WAITING));
        bench.drop("late", accepted(survey(response("r1", 1))));
        bench.load(early.as(Submission.Status.WAITING), accepted(survey(response("r1", 1), response("r2", 2))));
        assertThat(answers()).containsExactly(1, 2);
        assertThat(
                        bench.numbers(
                                "select submission from claim where return_name = 'survey_response' and accepted = 1 order by all"))
                .hasSize(2);
    }

    @Test
    void theAnswersOfAnOlderStoreAreSettled() {
        submitHub();
        bench.drop("a", accepted(survey(response("r1", 1), response("r2", 2))));
        bench.drop("b", accepted(survey(response("r1", 1), response("r2", 2), response("r3", 3))));
        // An older release left all of a survey's claims in force, and compared the answers in a query.
        bench.sql()
                .sql("update claim set in_force = true, takes = null, replaced_by = null")
                .update();
        bench.migrateOlderClaims();
        assertThat(answers()).containsExactly(1, 2, 3);
    }

    @Test
    void aWithdrawnCorrectionBringsBackTheRowsThatItReplaced() {
        bench.drop("a", accepted(bench.stated("H1", 202223, 36, 7, 10)));
        Submission wrong = bench.drop("b", accepted(bench.stated("H1", 202223, 37, 8)));
        bench.drop("c", accepted(bench.stated("H1", 202223, 38)));
        assertThat(bench.inForce()).containsExactly(8, 10, 38);
        assertThat(bench.withdraw(wrong)).containsExactly("a.xlsx");
        assertThat(bench.inForce()).containsExactly(7, 10, 38);
        assertThat(bench.numbers("select accepted from claim where in_force order by claim"))
                .containsExactly(2, 1);
    }

    private List<Integer> answers() {
        bench.build();
        return bench.numbers("select overall from response order by overall");
    }

    private void submitHub() {
        bench.drop("hubs", accepted(bench.sheet("hub_list", null, null, List.<Object[]>of(new Object[] {
            "Maths Hubs", "H1", "One", null, 201920, null
        }))));
        bench.drop("any", accepted(bench.stated("H1", 202223, 36)));
    }

    private static String[] numbered(int leads) {
        return IntStream.rangeClosed(1, leads).mapToObj(n -> "L" + n).toArray(String[]::new);
    }

    private ScreenedSheet leads(String... leads) {
        return bench.sheet(
                "pd_lead",
                "H1",
                202223,
                Arrays.stream(leads)
                        .map(lead -> new Object[] {"H1", 202223, lead, "Facilitator", null, null, null})
                        .toList());
    }

    private static ScreenedSheet chosen(String returnName, ReplacementChoice choice) {
        return findings(HubNote.of(HubNote.choiceKey(returnName, "H1", 202223), choice.words()));
    }

    private static ScreenedSheet corrects(String sha256) {
        return findings(HubNote.of(HubNote.correctsKey(sha256), ""));
    }

    private static ScreenedSheet findings(Optional<HubNote> line) {
        return new ScreenedSheet(
                "Findings",
                null,
                ScreenedSheet.Status.OURS,
                Map.of(),
                RowCounts.NONE,
                List.of(),
                List.of(),
                List.of(line.orElseThrow()),
                null);
    }

    private ScreenedSheet links(int... urns) {
        return bench.sheet(
                "school_link",
                null,
                null,
                Arrays.stream(urns)
                        .mapToObj(urn -> new Object[] {urn, urn + 1, "Successor", null})
                        .toList());
    }

    private ScreenedSheet delivery(String hub, int timePeriod) {
        return bench.sheet("delivery", hub, timePeriod, List.<Object[]>of(new Object[] {
            hub, timePeriod, "A1", null, null, null, 20, 10, null, null, null, null
        }));
    }

    private ScreenedSheet survey(Object[]... responses) {
        return bench.sheet("survey_response", "H1", 202223, List.of(responses));
    }

    /// Only the overall item is answered.
    private static Object[] response(String id, int overall) {
        List<Object> values = new ArrayList<>(Arrays.asList("H1", 202223, null, "A1", id, overall));
        while (values.size() < 22) values.add(null);
        return values.toArray();
    }
}
