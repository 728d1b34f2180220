package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huboutcomes.returns.KeptSheets.column;
import static org.huboutcomes.returns.KeptSheets.remarks;
import static org.huboutcomes.returns.KeptSheets.words;

import java.nio.file.Path;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Lists of a network as people keep them: they go back converted, as the returns of hubs do.
class KeptByNetworksTest {

    private final KeptSheets kept;

    KeptByNetworksTest(@TempDir Path folder) {
        this.kept = new KeptSheets(folder);
    }

    @Test
    void aCatalogueOfActivitiesWithHeadingsOfItsOwnIsConverted() {
        ConvertedTable table = kept.converted(
                "activities.xlsx",
                "Code | Name of activity | AY | Kind | National / local | Follows on from",
                "AB23-01 | Number Sense | 2023/24 | Programme | National | AB22-01",
                "AB23-02 | Mastery | 2023/24 | Work Group | Local (N1) | AB22-02");
        assertThat(table.type().name()).isEqualTo("activity");
        assertThat(column(table, "activity")).containsExactly("AB23-01", "AB23-02");
        assertThat(column(table, "designed")).containsExactly("National", "Local");
        assertThat(column(table, "continues")).containsExactly("AB22-01", "AB22-02");
    }

    @Test
    void whoLeadsAHubIsConvertedWithItsDates() {
        ConvertedTable table = kept.converted(
                "leads.xlsx",
                "Maths Hub | Lead school | Since | Until",
                "Northtown | Green Park Academy | 01/09/2018 | 31/08/2021",
                "Southtown | Mill Road Trust | Sept 2021 | present");
        assertThat(table.type().name()).isEqualTo("hub_leadership");
        assertThat(column(table, "organisation")).containsExactly("Green Park Academy", "Mill Road Trust");
        assertThat(remarks(table, "year_not_understood")).isEmpty();
        assertThat(remarks(table, "value_not_known")).containsExactly("D3 present");
    }

    @Test
    void targetsWithAColumnForEachYearAreARowForEach() {
        ConvertedTable table = kept.converted(
                "targets.xlsx",
                "Measure | Phase | 2022/23 | 2023/24",
                "Pathway schools | Primary | 70% | 75%",
                "Pathway schools | Secondary | 55% | 60%");
        assertThat(table.type().name()).isEqualTo("target");
        assertThat(column(table, "target")).containsExactly("70%", "75%", "55%", "60%");
        assertThat(column(table, "time_period")).containsExactly("2022/23", "2023/24", "2022/23", "2023/24");
    }

    @Test
    void evidenceSourcesAreConverted() {
        ConvertedTable table = kept.converted(
                "Sources.xlsx",
                "Ref | Kind of source | Who | When | Consent?",
                "Q1 | Interview | Hub lead | 14/11/2022 | Y",
                "Q2 | Meeting notes | Facilitator | 21/11/2022 | n/a");
        assertThat(table.type().name()).isEqualTo("evidence_source");
        assertThat(remarks(table, "unknown_choice")).containsExactly("B3 Meeting notes");
    }

    @Test
    void anAreaIsToldByTheNameOfItsAuthority() {
        ScreenedSheet sheet =
                kept.sheet("areas.xlsx", "Hub | LA | From | To", "N1 | Northshire | 2020/21 |", "S1 | 102 | 2020/21 |");
        assertThat(Desk.rows(sheet)).extracting(row -> row.get("la_code")).containsExactly("101", "102");
    }

    @Test
    void severalAuthoritiesInACellAreNamedByTheirCodes() {
        ScreenedSheet sheet = kept.sheet("areas.xlsx", "Hub | LA | From", "N1 | Northshire; Southshire | 2020/21");
        assertThat(words(sheet, "several_codes").get(0)).containsEntry("codes", "101 and 102");
    }

    @Test
    void aListOfAreasWithoutAnyPlaceTakesNoAreaAway() {
        ScreenedSheet sheet = kept.sheet("areas.xlsx", "Hub | From | Note", "N1 | 2020/21 | ok", "S1 | 2020/21 | ok");
        assertThat(sheet.claims()).allSatisfy(claim -> assertThat(claim.rows()).isEmpty());
    }

    @Test
    void areasBelowAnotherHeadingAreProposed() {
        ConvertedTable table = kept.converted(
                "areas.xlsx",
                "Hub | Local authorities | From",
                "Northtown | Northshire | Sept 2023",
                "Southtown | Southshire | Sept 2023");
        assertThat(table.type().name()).isEqualTo("hub_area");
        assertThat(column(table, "la_code")).containsExactly("Northshire", "Southshire");
    }

    @Test
    void aYearThatBeginsOrEndsOnADayIsAskedAboutAndAnEndThatIsNotKnownIsOpen() {
        ScreenedSheet sheet = kept.sheet(
                "areas.xlsx",
                "Hub | LA | From | To",
                "N1 | 101 | 01/09/2020 | 31/08/2021",
                "S1 | 102 | September 2021 | ongoing");
        assertThat(Desk.rows(sheet)).extracting(row -> row.get("from_period")).containsExactly(202021, 202122);
        assertThat(Desk.rows(sheet).get(0)).containsEntry("to_period", 202021);
        assertThat(Desk.rows(sheet).get(1)).doesNotContainKey("to_period");
        assertThat(Desk.rules(sheet)).contains("year_alone", "value_not_known");
    }

    @Test
    void aReturnOfAHubIsNoListOfItsNetwork() {
        ConvertedTable table = kept.converted(
                "N1 delivery 2022-23.xlsx",
                "Northtown",
                "Code | Name of activity | Max places | Recruited",
                "AB22-01 | Number Sense | 30 | 20",
                "AB22-02 | Mastery | 40 | 30");
        assertThat(table.type().name()).isEqualTo("delivery");
    }
}
