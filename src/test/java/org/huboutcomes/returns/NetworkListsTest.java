package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huboutcomes.returns.KeptSheets.column;

import java.nio.file.Path;
import org.huboutcomes.returns.KeptSheets.Page;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.findings.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A list of the network's own is replaced as a whole, so that no table of a hub may be taken for it.
class NetworkListsTest {

    private final KeptSheets kept;

    NetworkListsTest(@TempDir Path folder) {
        this.kept = new KeptSheets(folder);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Network | Hub | Hub name | Indicator | Target;Maths Hubs | N1 | Northtown | Schools engaged | 45",
                "Network | Hub code | Hub name | 2023/24 goal | Progress;Maths Hubs | N1 | Northtown | 45 | 80%",
                "Network | Hub | Hub name | School URN | School name;Maths Hubs | N1 | Northtown | 200001 | Green Lane School",
                "Hub | Lead school | From | Number of leads;N1 | Northtown Trust | 2020/21 | 12",
                "Hub | Indicator | Network | Academic year | Target;N1 | schools_engaged_percent | Maths Hubs | 2022/23 | 45"
            })
    void aHubsOwnTableIsNotTheListWhoseHeadingsItHas(String headings, String row) {
        ScreenedFile file = kept.read("targets.xlsx", Page.of("Targets", headings, row));
        assertThat(file.status()).isEqualTo(ScreenedFile.Status.REFUSED);
        assertThat(file.findings()).extracting(Finding::rule).containsExactly("not_the_list");
    }

    @Test
    void theListWithNotesOfItsOwnIsStillTheList() {
        ScreenedSheet sheet = kept.sheet(
                "hubs.xlsx",
                "Network | Hub code | Hub name | Region | Opened",
                "Maths Hubs | N1 | Northtown | North | 2018/19",
                "Maths Hubs | S1 | Southtown | South | 2018/19");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
        assertThat(Desk.rows(sheet)).hasSize(2);
    }

    @Test
    void aPlanOfActivitiesWithItsPlacesIsNoCatalogueOfThem() {
        ConvertedTable table = kept.converted(
                "N1 2022-23.xlsx",
                "Activity code | Academic year | Activity | Activity type | No. of WGs | Recruited",
                "AB22-01 | 2022/23 | Mastery Readiness | Programme | 2 | 20",
                "AB22-02 | 2022/23 | Mastery Development | Programme | 1 | 9");
        assertThat(table.type().name()).isEqualTo("delivery");
        assertThat(column(table, "places_filled")).containsExactly("20", "9");
    }

    @Test
    void aRegisterOfDelegatesWithTheTitlesOfActivitiesIsNoCatalogueOfThem() {
        ConvertedTable table = kept.converted(
                "N1 2022-23.xlsx",
                "NCP | Year | Activity | School | Delegate | Sessions attended",
                "AB22-01 | 2022/23 | Mastery Readiness | Green Lane School | D1 | 5",
                "AB22-01 | 2022/23 | Mastery Readiness | Mill Road Infant School | D2 | 4");
        assertThat(table.type().name()).isEqualTo("engagement");
        assertThat(column(table, "participant")).containsExactly("D1", "D2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Network | Hub code | Hub name;Maths Hubs | N1 | Northtown",
                "Hub code | Hub name;N1 | Northtown;S1 | Southtown",
                "URN | LA (code) | EstablishmentName | EstablishmentTypeGroup (name) | EstablishmentStatus (name) | PhaseOfEducation (name);200001 | 101 | Green Lane School | Academies | Open | Primary"
            })
    void aListBesideAReturnIsThereToLookThingsUp(String list) {
        ScreenedFile file = kept.read(
                "Northtown 2022-23.xlsx",
                Page.of(
                        "Pathway",
                        "Hub | Academic year | URN | Stage | Status",
                        "N1 | 2022/23 | 200001 | Developing | Active"),
                Page.of("Lists", list.split(";")));
        assertThat(file.status()).isEqualTo(ScreenedFile.Status.ACCEPTED);
        assertThat(file.sheets().get(1).claims()).isEmpty();
        assertThat(Desk.rules(file.sheets().get(1))).containsExactly("list_beside");
    }
}
