package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huboutcomes.returns.KeptSheets.column;
import static org.huboutcomes.returns.KeptSheets.given;
import static org.huboutcomes.returns.KeptSheets.remarks;

import java.nio.file.Path;
import org.huboutcomes.returns.KeptSheets.Page;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Lists of more kinds as hubs keep them: whose they are, and what their columns mean.
class KeptListsTest {

    private static final String TRACKED = "200001 | Green Lane School | Developing | Active";
    private static final String TRACKER = "URN | School | Stage of TfM | RAG";

    private final KeptSheets kept;

    KeptListsTest(@TempDir Path folder) {
        this.kept = new KeptSheets(folder);
    }

    @Test
    void aDeliveryPlanIsNoPivotOfItsCodes() {
        ConvertedTable table = kept.converted(
                "plan.xlsx",
                "Northtown Maths Hub delivery plan 2022/23",
                "NCP | No. of WGs | Recruited | Delivered as designed?",
                "AB22-01 | 2 | 24 | Y",
                "AB22-02 | 1 | 12 | N");
        assertThat(table.type().name()).isEqualTo("delivery");
        assertThat(column(table, "activity")).containsExactly("AB22-01", "AB22-02");
        assertThat(column(table, "groups")).containsExactly("2", "1");
        assertThat(column(table, "places_filled")).containsExactly("24", "12");
    }

    @Test
    void aPivotOfCodesIsStillOne() {
        ScreenedFile file = kept.read(
                "Northtown 2022-23.xlsx",
                Page.of(
                        "Pivot",
                        "Row Labels | Count of Participant",
                        "AB22-01 | 24",
                        "AB22-02 | 12",
                        "Grand Total | 36"));
        assertThat(file.findings()).extracting(one -> one.rule()).containsExactly("pivot_of_rows");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSheetThatListsAllHubsAndYearsHidesNothingOfTheNameOfTheFile(boolean hidden) {
        Page lists = new Page(
                "Lists",
                hidden,
                java.util.List.of("Hubs | Years", "Northtown | 2021/22", "Southtown | 2022/23", "S1 | 2023/24"));
        ScreenedFile file = kept.read(
                "Northtown pathway 2022-23.xlsx",
                lists,
                Page.of("Pathway", "URN | Stage | Status", "200001 | Developing | Active"));
        assertThat(Desk.only(file.sheets().get(1))).containsEntry("hub", "N1").containsEntry("time_period", 202223);
    }

    @Test
    void theNameOfTheFileIsAskedBeforeAnotherSheet() {
        ScreenedFile file = kept.read(
                "Northtown 2022-23.xlsx",
                Page.of("Notes", "As agreed with Southtown in 2021/22"),
                Page.of("Pathway", "URN | Stage | Status", "200001 | Developing | Active"));
        assertThat(Desk.only(file.sheets().get(1))).containsEntry("hub", "N1").containsEntry("time_period", 202223);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Year 12-13 Work Group", "Years 10/11 tracker", "12-13 July 2023", "Y 12/13 pathway"})
    void classesAndDaysAreNoAcademicYear(String title) {
        ConvertedTable table = kept.converted("N1 2022-23.xlsx", title, TRACKER, TRACKED);
        assertThat(given(table)).containsExactly("N1", "2022/23");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "N1-Engagement-2022-23.xlsx",
                "N1_pathway_2022_23.xlsx",
                "N1 tracker AY2223.xlsx",
                "N1-2022-23.xlsx",
                "Northtown-Maths-Hub-tracker-AY22-23.xlsx",
                "N1.pathway.2022-23.xlsx"
            })
    void theHubAndTheYearAreFoundInTheNameOfAFileHoweverItsWordsAreParted(String name) {
        assertThat(given(kept.converted(name, TRACKER, TRACKED))).containsExactly("N1", "2022/23");
    }

    @Test
    void anOldDraftOnAHiddenSheetIsSetAsideWhereBothGoBackConverted() {
        ScreenedFile file = kept.read(
                "N1 2022-23.xlsx",
                Page.of("Tracker", TRACKER, TRACKED),
                Page.hidden("Tracker old", TRACKER, "200002 | Mill Road Infant School | Developing | Active"));
        assertThat(file.sheets())
                .extracting(ScreenedSheet::status)
                .containsExactly(ScreenedSheet.Status.CONVERTED, ScreenedSheet.Status.IGNORED);
        assertThat(Desk.rules(file.sheets().get(1))).containsExactly("hidden_copy");
    }

    @Test
    void aHiddenSheetOfAnotherActivityIsNoDraft() {
        String headings = "Hub | Academic year | URN | Activity code | Participant reference";
        ScreenedFile file = kept.read(
                "two.xlsx",
                Page.of("One", headings, "N1 | 2022/23 | 200001 | AB22-01 | D1"),
                Page.hidden("Two", headings, "N1 | 2022/23 | 200001 | AB22-02 | D1"));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(ScreenedSheet.Status.ACCEPTED);
    }

    private static final String[] WITH_WORDS = {
        "Northtown 2022/23 AB22-01",
        "URN | School | Participant | 12 Oct | 16 Nov | 18 Jan",
        "200001 | Green Lane School | D1 | ✓ | late | ✓",
        "200002 | Mill Road Infant School | D2 | ✓ | sick | recording",
        "200003 | St Ann's Primary School | D3 | apols | ✓ | "
    };

    @Test
    void aWordAmongTheTicksOfASessionIsAskedAboutAndTheColumnStays() {
        ConvertedTable table = kept.converted("register.xlsx", WITH_WORDS);
        assertThat(column(table, "sessions_offered")).containsOnly("3");
        assertThat(column(table, "sessions_attended")).containsExactly("2", "1", "1");
        assertThat(remarks(table, "session_mark_unknown")).containsExactly("E3 late", "E4 sick", "F4 recording");
    }

    @ParameterizedTest
    @CsvSource({"ü,û", "P,O", "/,N", "\\,N", "✓,✗"})
    void aTickIsKnownInEveryFontAndRegister(String tick, String absence) {
        ConvertedTable table = kept.converted(
                "register.xlsx",
                "Northtown 2022/23 AB22-01",
                "URN | School | Participant | Session 1 | Session 2",
                "200001 | Green Lane School | D1 | " + tick + " | " + tick,
                "200002 | Mill Road Infant School | D2 | " + absence + " | " + tick);
        assertThat(column(table, "sessions_attended")).containsExactly("2", "1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 | 2",
                "WG1 | WG2",
                "Workshop 1 | Webinar 2",
                "Sept | Oct 22",
                "12 Oct (online) | 16 Nov (in person)",
                "Session 1 - intro | Session 2 - algebra"
            })
    void theHeadingsOfSessionsAreKnownInMoreWays(String headings) {
        ConvertedTable table = kept.converted(
                "register.xlsx",
                "Northtown 2022/23 AB22-01",
                "URN | School | Participant | " + headings,
                "200001 | Green Lane School | D1 | ✓ | ✓",
                "200002 | Mill Road Infant School | D2 |  | ✓");
        assertThat(column(table, "sessions_offered")).containsExactly("2", "2");
        assertThat(column(table, "sessions_attended")).containsExactly("2", "1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "URN | School | Participant | Sessions; | | | 1 | 2 | 3",
                "URN | School | Participant | Session 1 | Session 2 | Session 3; | | | 12 Oct | 16 Nov | 18 Jan",
                " | | | Session 1 | Session 2 | Session 3; URN | School | Participant | 12 Oct | 16 Nov | 18 Jan"
            })
    void sessionsInTwoRowsOfHeadingsAreCounted(String upper, String lower) {
        ConvertedTable table = kept.converted(
                "register.xlsx",
                "Northtown 2022/23 AB22-01",
                upper,
                lower,
                "200001 | Green Lane School | D1 | ✓ | ✓ | ✓",
                "200002 | Mill Road Infant School | D2 |  | ✓ | ");
        assertThat(column(table, "sessions_offered")).containsExactly("3", "3");
        assertThat(column(table, "sessions_attended")).containsExactly("3", "1");
        assertThat(column(table, "urn")).containsExactly("200001", "200002");
    }

    @Test
    void ticksBesideTheHeadingsOfAReturnAreCounted() {
        ScreenedSheet sheet = kept.sheet(
                "register.xlsx",
                "Hub | Academic year | URN | Activity code | Participant reference | Session 1 | Session 2 | Session 3",
                "N1 | 2022/23 | 200001 | AB22-01 | D1 | ✓ | late | ✓",
                "N1 | 2022/23 | 200002 | AB22-01 | D2 | apols | ✓ | ",
                "Hub | Academic year | URN | Activity code | Participant reference | Session 1 | Session 2 | Session 3",
                "Ticks as signed in the room");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
        assertThat(Desk.rows(sheet))
                .extracting(row -> row.get("sessions_offered"))
                .containsExactly(3, 3);
        assertThat(Desk.rows(sheet))
                .extracting(row -> row.get("sessions_attended"))
                .containsExactly(2, 1);
        assertThat(Desk.places(sheet))
                .containsExactly("columns_counted F1", "columns_counted F1", "session_mark_unknown G2");
    }

    @Test
    void theFirstRowsOfALongSheetAreEnoughToSeeWhoseItIs() {
        String[] lines = new String[6_003];
        lines[0] = "Northtown Maths Hub 2022/23";
        lines[1] = "URN | Stage | Status";
        for (int i = 2; i < lines.length; i++)
            lines[i] = (200_001 + i % 4) + " | " + (i % 2 == 0 ? "Developing" : "Embedding") + " | Active";
        ScreenedSheet sheet = kept.sheet("long.xlsx", lines);
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
        assertThat(sheet.claims()).extracting(Claim::hub).containsExactly("N1");
    }

    @Test
    void blocksOfYearsWithBareTitlesAreReadEachForItsYear() {
        ScreenedFile file = kept.read(
                "blocks.xlsx",
                Page.of(
                        "Pathway",
                        "Northtown Maths Hub",
                        "2021/22",
                        "URN | Stage | Status",
                        "200001 | Developing | Active",
                        "",
                        "2022/23",
                        "URN | Stage | Status",
                        "200001 | Embedding | Active",
                        "200002 | Developing | Paused"));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(ScreenedSheet.Status.ACCEPTED);
        assertThat(file.sheets().stream().flatMap(sheet -> Desk.rows(sheet).stream()))
                .extracting(row -> row.get("time_period") + " " + row.get("urn") + " " + row.get("stage"))
                .containsExactly("202122 200001 Developing", "202223 200001 Embedding", "202223 200002 Developing");
    }

    @Test
    void blocksOfYearsThatAreConvertedKeepTheirYears() {
        ConvertedTable table = kept.converted(
                "blocks.xlsx",
                "Northtown Maths Hub",
                "2021/22",
                TRACKER,
                TRACKED,
                "2022/23",
                TRACKER,
                "200002 | Mill Road Infant School | Embedding | Active");
        assertThat(column(table, "time_period")).containsExactly("2021/22", "2022/23");
        assertThat(column(table, "urn")).containsExactly("200001", "200002");
        assertThat(given(table)).containsExactly("N1");
    }

    @Test
    void blocksOfWorkGroupsKeepTheirActivities() {
        ConvertedTable table = kept.converted(
                "groups.xlsx",
                "Northtown Maths Hub 2022/23",
                "AB22-01 Mastery Readiness",
                "URN | School | Delegate | Attended",
                "200001 | Green Lane School | D1 | 3",
                "AB22-02 Mastery Development",
                "URN | School | Delegate | Attended",
                "200002 | Mill Road Infant School | D2 | 2");
        assertThat(column(table, "activity")).containsExactly("AB22-01", "AB22-02");
        assertThat(column(table, "participant")).containsExactly("D1", "D2");
    }

    @Test
    void blocksOfColumnsForEachWorkGroupAreReadEachForItsOwn() {
        ConvertedTable table = kept.converted(
                "groups.xlsx",
                "Northtown Maths Hub 2022/23",
                "AB22-01 | | | | AB22-02 | | ",
                "URN | Participant ref | Attended | | URN | Participant ref | Attended",
                "200001 | D1 | 3 | | 200002 | D2 | 2",
                "200003 | D3 | 1 | | | | ");
        assertThat(column(table, "urn")).containsExactly("200001", "200003", "200002");
        assertThat(column(table, "participant")).containsExactly("D1", "D3", "D2");
        assertThat(column(table, "activity")).containsExactly("AB22-01", "AB22-01", "AB22-02");
        assertThat(table.rowsRead()).isEqualTo(2);
    }

    @Test
    void aListOfCoursesWithItsBookingsIsADeliveryPlanAndNoPivot() {
        ConvertedTable table = kept.converted(
                "courses.xlsx",
                "Northtown courses 2022/23",
                "Course | Course code | Max places | Booked | Attended",
                "Practical work | AB22-01 | 20 | 18 | 15",
                "Primary circle | AB22-02 | 15 | 12 | 12");
        assertThat(table.type().name()).isEqualTo("delivery");
        assertThat(column(table, "activity")).containsExactly("AB22-01", "AB22-02");
        assertThat(column(table, "places_filled")).containsExactly("18", "12");
    }

    @Test
    void theYearsInWhichSchoolsJoinedAreNotTheYearOfTheSheet() {
        ConvertedTable table = kept.converted(
                "tracker.xlsx",
                "Northtown Maths Hub 2022/23",
                "URN | School | Cohort joined | Stage of TfM",
                "200001 | Green Lane School | 2019 | Developing",
                "200002 | Mill Road Infant School | 2020 | Embedding");
        assertThat(given(table)).containsExactly("N1", "2022/23");
        assertThat(remarks(table, "unknown_column")).containsExactly("C2 Cohort joined");
    }

    @Test
    void aTabThatCountsDelegatesBesideTheirWorkGroupsIsNoListOfThem() {
        ScreenedFile file = kept.read(
                "Northtown 2022-23.xlsx",
                Page.of("AB22-01", "URN | School | Delegate", "200001 | Green Lane School | D1"),
                Page.of("Summary", "WG | Delegates | Schools", "AB22-01 | 2 | 2", "AB22-02 | 2 | 1"));
        assertThat(file.sheets())
                .extracting(ScreenedSheet::status)
                .containsExactly(ScreenedSheet.Status.CONVERTED, ScreenedSheet.Status.IGNORED);
    }

    @Test
    void groupsTellTwoColumnsOfNamesApart() {
        ConvertedTable table = kept.converted(
                "register.xlsx",
                "Northtown 2022/23 AB22-01",
                "School details | | Participant | ",
                "Name | URN | Name | Role",
                "Green Lane School | 200001 | Jo Exemplar | Teacher",
                "Mill Road Infant School | 200002 | Al Specimen | Leader");
        assertThat(column(table, "school")).containsExactly("Green Lane School", "Mill Road Infant School");
        assertThat(column(table, "participant")).allMatch(one -> one.startsWith("P-"));
    }

    @Test
    void aWordOfHerOwnInAColumnOfAYearIsAskedAboutAndNoneIsLost() {
        ConvertedTable table = kept.converted(
                "years.xlsx",
                "Northtown Maths Hub",
                "URN | School | 2021/22 | 2022/23",
                "200001 | Green Lane School | Dev | Emb",
                "200002 | Mill Road Infant School | n/a | ?",
                "200003 | St Ann's Primary School | Dev/Emb | Emb");
        assertThat(column(table, "urn")).containsExactly("200001", "200001", "200002", "200003", "200003");
        assertThat(remarks(table, "unknown_choice")).containsExactly("D4 ?", "C5 Dev/Emb");
    }

    @Test
    void aPivotOfKnownTotalsAloneBecomesStatedTotals() {
        ConvertedTable table = kept.converted(
                "Northtown 2022-23.xlsx",
                "Row Labels | Count of URN",
                "Developing | 7",
                "Embedding | 10",
                "Grand Total | 17");
        assertThat(table.type().name()).isEqualTo("stated_total");
        assertThat(column(table, "stated_value")).containsExactly("7", "10");
        assertThat(given(table)).containsExactly("N1", "2022/23");
    }

    @Test
    void columnsOfTotalsThatAreNotReadAreTold() {
        ConvertedTable table = kept.converted(
                "cohorts.xlsx",
                "Northtown Maths Hub 2022/23",
                "Cohort | Recruited | In training | Accredited",
                "C5 | 4 | 0 | 3",
                "C6 | 3 | 2 | 1");
        assertThat(table.type().name()).isEqualTo("stated_total");
        assertThat(remarks(table, "unknown_column")).containsExactly("B2 Recruited");
    }
}
