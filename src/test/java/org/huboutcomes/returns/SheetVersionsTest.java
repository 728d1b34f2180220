package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.huboutcomes.returns.KeptSheets.Page;
import org.huboutcomes.returns.ScreenedSheet.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Workbooks in which the draft of a sheet was left beside the final one, or a copy that was changed afterwards.
class SheetVersionsTest {

    private static final String PATHWAY = "Hub | Academic year | URN | Stage | Status";
    private static final String ENGAGEMENT =
            "Hub | Academic year | URN | Activity code | Participant reference | Sessions attended";
    private static final String TRACKER = "URN | School | Stage of TfM | Current status";

    private final KeptSheets kept;

    SheetVersionsTest(@TempDir Path folder) {
        this.kept = new KeptSheets(folder);
    }

    @Test
    void aVisibleDraftIsSetAsideAndAskedAbout() {
        ScreenedFile file = kept.read(
                "engagement.xlsx",
                Page.of("Engagement DRAFT", ENGAGEMENT, row("D1", 2), row("D2", 3)),
                Page.of("Engagement FINAL", ENGAGEMENT, row("D1", 4), row("D2", 4), row("D3", 4)));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsExactly(Status.IGNORED, Status.ACCEPTED);
        assertThat(Desk.rules(file.sheets().get(0))).containsExactly("draft_set_aside");
        assertThat(file.sheets().get(0).tally()).isEqualTo(new RowCounts(2, 0, 0, 0, 2));
        assertThat(Desk.rows(file.sheets().get(1))).hasSize(3);
    }

    @Test
    void aDraftOfOtherPeopleIsNoDraftOfThisSheet() {
        ScreenedFile file = kept.read(
                "engagement.xlsx",
                Page.of("Old students", ENGAGEMENT, row("D8", 2)),
                Page.of("New students", ENGAGEMENT, row("D1", 4)));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(Status.ACCEPTED);
    }

    @Test
    void ofTwoVersionsNeitherCountsBeforeTheHubSaysWhich() {
        ScreenedFile file = kept.read(
                "engagement.xlsx",
                Page.of("Engagement v1", ENGAGEMENT, row("D1", 2), row("D2", 3), row("D3", 3)),
                Page.of("Engagement v2", ENGAGEMENT, row("D1", 4), row("D2", 3), row("D4", 3)));
        assertThat(file.status()).isEqualTo(ScreenedFile.Status.HELD);
        assertThat(file.sheets())
                .allSatisfy(sheet -> assertThat(Desk.rules(sheet)).containsExactly("sheet_versions"));
        assertThat(KeptSheets.words(file.sheets().get(0), "sheet_versions").get(0))
                .containsEntry("sheet", "Engagement v2")
                .containsEntry("shared", "2 of 3 rows are");
    }

    @Test
    void aCopyInWhichAStageWasChangedIsAVersion() {
        String same = "N1 | 2022/23 | 200002 | Developing | Active";
        ScreenedFile file = kept.read(
                "pathway.xlsx",
                Page.of("Pathway", PATHWAY, "N1 | 2022/23 | 200001 | Developing | Active", same),
                Page.of("Pathway (2)", PATHWAY, "N1 | 2022/23 | 200001 | Embedding | Active", same));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(Status.HELD);
    }

    @Test
    void aSheetForEachStageIsNoVersion() {
        ScreenedFile file = kept.read(
                "pathway.xlsx",
                Page.of("Developing", PATHWAY, "N1 | 2022/23 | 200001 | Developing | Active"),
                Page.of("Embedding", PATHWAY, "N1 | 2022/23 | 200001 | Embedding | Active"));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(Status.ACCEPTED);
    }

    @Test
    void aListThatGoesOnOnAnotherSheetIsNoVersion() {
        ScreenedFile file = kept.read(
                "engagement.xlsx",
                Page.of("Autumn", ENGAGEMENT, row("D1", 4), row("D2", 4)),
                Page.of("Spring", ENGAGEMENT, row("D1", 4), row("D2", 4), row("D3", 4)));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(Status.ACCEPTED);
        assertThat(Desk.rules(file.sheets().get(1))).containsExactly("copied_rows");
    }

    @Test
    void twoVersionsOfASheetThatWouldBeConvertedAreAskedAboutFirst() {
        ScreenedFile file = kept.read(
                "Northtown 2022-23.xlsx",
                Page.of(
                        "Tracker Oct",
                        TRACKER,
                        "200001 | Green Lane School | Dev | Active",
                        "200002 | Mill Road Infant School | Dev | Active"),
                Page.of(
                        "Tracker July",
                        TRACKER,
                        "200001 | Green Lane School | Emb | Active",
                        "200002 | Mill Road Infant School | Dev | Active"));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(Status.HELD);
    }

    @Test
    void registersOfTwoTermsAreNoCopiesOfEachOther() {
        String headings = "Hub | Academic year | URN | Activity code | Participant reference | ";
        String ticks = "N1 | 2022/23 | 200001 | AB22-01 | D1 | ✓ | ✓";
        ScreenedFile file = kept.read(
                "registers.xlsx",
                Page.of("Autumn", headings + "12 Oct | 16 Nov", ticks),
                Page.of("Spring", headings + "18 Jan | 22 Feb", ticks));
        assertThat(file.sheets())
                .allSatisfy(sheet -> assertThat(Desk.rules(sheet)).contains("sheet_versions"));
    }

    @Test
    void twoExportsOfOneSurveyWithoutIdsAreVersions() {
        String survey = "Hub | Academic year | Overall, I was satisfied with this activity | Completion time";
        ScreenedFile file = kept.read(
                "survey.xlsx",
                Page.of(
                        "Export 1",
                        survey,
                        answer("Agree", 1),
                        answer("Agree", 2),
                        answer("Agree", 3),
                        answer("Agree", 4)),
                Page.of(
                        "Export 2",
                        survey,
                        answer("Agree", 1),
                        answer("Agree", 2),
                        answer("Agree", 3),
                        answer("Agree", 5)));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(Status.HELD);
    }

    @Test
    void aListWithoutAKeyOnTwoSheetsIsNoVersion() {
        String target = "Indicator | Network | Academic year | Target";
        ScreenedFile file = kept.read(
                "targets.xlsx",
                Page.of(
                        "Targets 1",
                        target,
                        "schools_engaged | Maths | 2022/23 | 10",
                        "schools_reached | Maths | 2022/23 | 8"),
                Page.of(
                        "Targets 2",
                        target,
                        "schools_engaged | Maths | 2022/23 | 10",
                        "schools_kept | Maths | 2022/23 | 6"));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(Status.ACCEPTED);
        assertThat(Desk.rows(file.sheets().get(1))).hasSize(1);
    }

    @Test
    void aSheetThatIsCalledOldAndSharesOneRowCounts() {
        ScreenedFile file = kept.read(
                "engagement.xlsx",
                Page.of("Old students", ENGAGEMENT, row("D1", 2), row("D7", 2), row("D8", 2)),
                Page.of("New students", ENGAGEMENT, row("D1", 4), row("D4", 4)));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(Status.ACCEPTED);
    }

    @Test
    void answersOfAnOldFormWithTheSameIdsCount() {
        String survey =
                "Hub | Academic year | Response ID | Overall, I was satisfied with this activity | Activity code";
        ScreenedFile file = kept.read(
                "survey.xlsx",
                Page.of("Old form", survey, "N1 | 2022/23 | 1 | Agree | AB22-01", "N1 | 2022/23 | 2 | Agree | AB22-01"),
                Page.of(
                        "New form",
                        survey,
                        "N1 | 2022/23 | 1 | Disagree | AB22-01",
                        "N1 | 2022/23 | 2 | Disagree | AB22-01"));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(Status.ACCEPTED);
    }

    @Test
    void sheetsOfTwoYearsThatWouldBeConvertedAreNoVersions() {
        String[] schools = {
            TRACKER, "200001 | Green Lane School | Dev | Active", "200002 | Mill Road Infant School | Dev | Active"
        };
        String[] later = {
            TRACKER, "200001 | Green Lane School | Emb | Active", "200002 | Mill Road Infant School | Dev | Active"
        };
        ScreenedFile file = kept.read("tracker.xlsx", Page.of("2021-22", schools), Page.of("2022-23", later));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(Status.CONVERTED);
    }

    @Test
    void aSheetOfOneRowIsNoVersionOfALongOne() {
        ScreenedFile file = kept.read(
                "engagement.xlsx",
                Page.of("Added", ENGAGEMENT, row("D1", 2)),
                Page.of("All", ENGAGEMENT, row("D1", 4), row("D2", 4), row("D3", 4), row("D4", 4)));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(Status.ACCEPTED);
    }

    @Test
    void registersOfTwoTermsThatShareOnePersonBothCount() {
        String headings = "Hub | Academic year | URN | Activity code | Participant reference | ";
        String of = "N1 | 2022/23 | 200001 | AB22-01 | ";
        ScreenedFile file = kept.read(
                "registers.xlsx",
                Page.of(
                        "Autumn",
                        headings + "12 Oct | 16 Nov",
                        of + "D1 | ✓ | ✓",
                        of + "D2 | ✓ | ✓",
                        of + "D3 | ✓ | ✓"),
                Page.of(
                        "Spring",
                        headings + "18 Jan | 22 Feb",
                        of + "D1 | ✓ | ✓",
                        of + "D4 | ✓ | ✓",
                        of + "D5 | ✓ | ✓"));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(Status.ACCEPTED);
        assertThat(file.sheets())
                .allSatisfy(sheet -> assertThat(Desk.rows(sheet)).hasSize(3));
    }

    @Test
    void tablesOfOneSheetAreNotCompared() {
        ScreenedFile file = kept.read(
                "engagement.xlsx",
                Page.of(
                        "Engagement",
                        ENGAGEMENT,
                        row("D1", 2),
                        row("D2", 2),
                        "",
                        "Hub | Academic year | Activity code | URN | Participant reference | Sessions attended",
                        "N1 | 2022/23 | AB22-01 | 200001 | D1 | 4",
                        "N1 | 2022/23 | AB22-01 | 200001 | D2 | 3"));
        assertThat(file.sheets()).hasSize(2);
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(Status.ACCEPTED);
    }

    private static String answer(String answer, int day) {
        return "N1 | 2022/23 | " + answer + " | 0" + day + "/03/2023 10:00";
    }

    private static String row(String participant, int attended) {
        return "N1 | 2022/23 | 200001 | AB22-01 | " + participant + " | " + attended;
    }
}
