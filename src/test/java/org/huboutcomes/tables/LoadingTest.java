package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.huboutcomes.tables.LoadingBench.accepted;
import static org.huboutcomes.tables.LoadingBench.file;
import static org.huboutcomes.tables.LoadingBench.held;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.returns.ScreenedSheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoadingTest {

    private final LoadingBench bench = new LoadingBench();

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
    void aNilReturnSupersedesWhatWasReturnedBefore() {
        bench.drop("a", accepted(bench.stated("H1", 202223, 36)));
        bench.drop("b", accepted(bench.stated("H1", 202223)));
        assertThat(bench.inForce()).isEmpty();
        assertThat(bench.numbers("select accepted from claim where in_force")).containsExactly(0);
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
    void surveyResponsesAccumulateAndALaterExportReplacesThoseThatItHolds() {
        submitHub();
        bench.drop("a", accepted(survey(response("r1", 1), response("r2", 2))));
        bench.drop("b", accepted(survey(response("r2", 5), response("r3", 3))));
        assertThat(answers()).containsExactly(1, 3, 5);
    }

    @Test
    void responsesWithoutAnIdAreNeverTakenForTheSame() {
        submitHub();
        bench.drop("a", accepted(survey(response(null, 4), response(null, 4))));
        bench.drop("b", accepted(survey(response(null, 4))));
        assertThat(answers()).containsExactly(4, 4, 4);
    }

    @Test
    void anEarlierExportReadAfterALaterOneDoesNotReplaceItsResponses() {
        submitHub();
        Submission early = bench.receive("early");
        bench.load(early, file(ScreenedFile.Status.WAITING));
        bench.drop("late", accepted(survey(response("r1", 5))));
        bench.load(early.as(Submission.Status.WAITING), accepted(survey(response("r1", 1), response("r2", 2))));
        assertThat(answers()).containsExactly(2, 5);
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

    /// Nothing but the overall item is answered.
    private static Object[] response(String id, int overall) {
        List<Object> values = new ArrayList<>(Arrays.asList("H1", 202223, null, "A1", id, overall));
        while (values.size() < 22) values.add(null);
        return values.toArray();
    }
}
