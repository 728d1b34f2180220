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
import org.junit.jupiter.params.provider.ValueSource;

/// Sheets that have a column for each year, or several tables below each other.
class YearsInColumnsTest {

    private final KeptSheets kept;

    YearsInColumnsTest(@TempDir Path folder) {
        this.kept = new KeptSheets(folder);
    }

    @Test
    void totalsWithAColumnForEachYearAreTotalsOfEachYear() {
        ConvertedTable table = kept.converted(
                "totals.xlsx",
                "Northtown",
                "Measure | 2021/22 | 2022/23",
                "Schools active on the pathway | 33 | 36",
                "Developing | 8 | 7",
                "Total | 41 | 43");
        assertThat(column(table, "time_period")).containsExactly("2021/22", "2022/23", "2021/22", "2022/23");
        assertThat(column(table, "quantity"))
                .containsExactly(
                        "Schools active on the pathway", "Schools active on the pathway", "Developing", "Developing");
        assertThat(column(table, "stated_value")).containsExactly("33", "36", "8", "7");
        assertThat(remarks(table, "columns_of_years")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Project code | Places offered 2021/22 | Places filled 2021/22 | Places offered 2022/23 | Places filled 2022/23",
                "Project code | 2021-22 Places offered | 2021-22 Places filled | 2022-23 Places offered | 2022-23 Places filled",
                "Project code | Places offered (2021/22) | Places filled (2021/22) | Places offered (2022/23) | Places filled (2022/23)"
            })
    void figuresOfDeliveryWithAColumnForEachYearAreReadForEachYear(String headings) {
        assertDelivery(kept.converted(
                "delivery.xlsx",
                "Northtown delivery",
                headings,
                "AB21-01 | 24 | 20 | 30 | 28",
                "AB21-02 | 12 | 12 | |"));
    }

    @Test
    void theYearsMayStandInARowAboveTheHeadings() {
        assertDelivery(kept.converted(
                "delivery.xlsx",
                "Northtown delivery",
                "Project code | 2021/22 | | 2022/23 |",
                " | Places offered | Places filled | Places offered | Places filled",
                "AB21-01 | 24 | 20 | 30 | 28",
                "AB21-02 | 12 | 12 | |"));
    }

    private static void assertDelivery(ConvertedTable table) {
        assertThat(column(table, "time_period")).containsExactly("2021/22", "2022/23", "2021/22");
        assertThat(column(table, "activity")).containsExactly("AB21-01", "AB21-01", "AB21-02");
        assertThat(column(table, "places_offered")).containsExactly("24", "30", "12");
        assertThat(column(table, "places_filled")).containsExactly("20", "28", "12");
        assertThat(remarks(table, "columns_of_years")).hasSize(1);
    }

    @Test
    void stageAndStatusBelowEachYearAreRowsOfThatYear() {
        ConvertedTable table = kept.converted(
                "pathway.xlsx",
                "Northtown",
                "School | | 2021-22 | | 2022-23 |",
                "Name | URN | Stage | Status | Stage | Status",
                "Green Lane School | 200001 | Dev | Active | Emb | Active",
                "Mill Road Infant School | 200002 | | | Dev | Paused");
        assertThat(column(table, "time_period")).containsExactly("2021/22", "2022/23", "2022/23");
        assertThat(column(table, "stage")).containsExactly("Developing", "Embedding", "Developing");
        assertThat(column(table, "status")).containsExactly("Active", "Active", "Paused");
    }

    @Test
    void termsInARowAboveTheHeadingsAreOneTable() {
        ConvertedTable table = kept.converted(
                "delivery.xlsx",
                "Northtown 2022/23",
                "Course code | Title | Autumn | | Spring |",
                " | | Places | Booked | Places | Booked",
                "AB22-01 | Science | 20 | 18 | 20 | 15",
                "AB22-02 | Circle | 8 | 8 | 8 | 7");
        assertThat(column(table, "activity")).containsExactly("AB22-01", "AB22-02");
        assertThat(column(table, "places_offered")).containsExactly("40", "16");
        assertThat(column(table, "places_filled")).containsExactly("33", "15");
    }

    @Test
    void tablesOfTotalsBelowEachOtherAreEachReadBelowTheirOwnHeadings() {
        ConvertedTable table = kept.converted(
                "summary.xlsx",
                "Northtown summary 2022/23",
                "Pathway | Number",
                "Schools active on the pathway | 36",
                "Developing | 7",
                "Note: three schools merged",
                "Specialists",
                "Cohort | In training | Accredited",
                "C5 | 3 | 2",
                "C6 | 2 | 0",
                "Total | 5 | 2");
        assertThat(column(table, "quantity"))
                .containsExactly(
                        "Schools active on the pathway",
                        "Developing",
                        "C5 in training",
                        "C5 accredited",
                        "C6 in training",
                        "C6 accredited");
        assertThat(column(table, "stated_value")).containsExactly("36", "7", "3", "2", "2", "0");
        assertThat(given(table)).containsExactlyInAnyOrder("N1", "2022/23");
    }

    @Test
    void tablesOfTotalsOfTwoHubsKeepTheirHubs() {
        ConvertedTable table = kept.converted(
                "summary.xlsx",
                "2022/23",
                "Northtown",
                "Pathway | Number",
                "Developing | 7",
                "Embedding | 10",
                "Southtown",
                "Pathway | Number",
                "Developing | 4",
                "Embedding | 5");
        assertThat(column(table, "hub")).containsExactly("N1", "N1", "S1", "S1");
        assertThat(column(table, "stated_value")).containsExactly("7", "10", "4", "5");
        assertThat(given(table)).containsExactly("2022/23");
    }

    @Test
    void theNameOfATermWithItsYearTellsTheYear() {
        ScreenedFile file = kept.read(
                "terms.xlsx",
                Page.of(
                        "Autumn 22",
                        "Northtown",
                        "Name | School | URN | Group | Sessions offered | Sessions attended",
                        "Kate Black | Green Lane School | 200001 | AB22-01 | 2 | 2"),
                Page.of(
                        "Spring 2023",
                        "Northtown",
                        "Name | School | URN | Group | Sessions offered | Sessions attended",
                        "Paul Green | Green Lane School | 200001 | AB22-01 | 2 | 1"));
        assertThat(file.sheets())
                .allSatisfy(sheet -> assertThat(given(sheet.converted())).containsExactlyInAnyOrder("N1", "2022/23"));
    }
}
