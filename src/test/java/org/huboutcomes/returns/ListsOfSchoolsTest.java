package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huboutcomes.returns.KeptSheets.column;
import static org.huboutcomes.returns.KeptSheets.given;
import static org.huboutcomes.returns.KeptSheets.remarks;

import java.nio.file.Path;
import org.huboutcomes.returns.KeptSheets.Page;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.findings.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Schools listed below the words for their stages, and lists of schools that say nothing of them.
class ListsOfSchoolsTest {

    private static final String PATHWAY = "Hub | Academic year | URN | Stage | Status";

    private final KeptSheets kept;

    ListsOfSchoolsTest(@TempDir Path folder) {
        this.kept = new KeptSheets(folder);
    }

    @Test
    void schoolsBelowTheNamesOfTheirStagesAreConverted() {
        ConvertedTable table = kept.converted(
                "stages.xlsx",
                "Northtown 2022/23",
                "URN | School | Status",
                "Developing",
                "200001 | Green Lane School | Active",
                "Embedding",
                "200002 | Mill Road Infant School | Active");
        assertThat(column(table, "stage")).containsExactly("Developing", "Embedding");
    }

    @ParameterizedTest
    @CsvSource({
        "Developing,Embedding",
        "Developing (2),Embedding (1)",
        "DEVELOPING SCHOOLS,EMBEDDING SCHOOLS",
        "Stage: Developing,Stage: Embedding",
        "Developing stage,Embedding stage"
    })
    void schoolsBelowTheirStagesNeedNoHeadings(String first, String second) {
        ConvertedTable table = kept.converted(
                "stages.xlsx",
                "Northtown Maths Hub 2022/23",
                first,
                "Green Lane School",
                "Mill Road Infant School",
                second,
                "St Ann's Primary School");
        assertThat(table.type().name()).isEqualTo("pathway");
        assertThat(column(table, "urn")).containsExactly("200001", "200002", "200003");
        assertThat(column(table, "stage")).containsExactly("Developing", "Developing", "Embedding");
        assertThat(given(table)).containsExactly("N1", "2022/23");
        assertThat(table.rowsRead()).isEqualTo(4);
    }

    @Test
    void schoolsByTheirNumbersBelowTheirStagesKeepAllRows() {
        ConvertedTable table = kept.converted(
                "stages.xlsx",
                "Developing",
                "200001 | Green Lane School | new this year",
                "200002 | Mill Road Infant School",
                "Embedding",
                "200003 | St Ann's Primary School | lead on leave");
        assertThat(column(table, "urn")).containsExactly("200001", "200002", "200003");
        assertThat(column(table, "school")).startsWith("Green Lane School");
        assertThat(column(table, "stage")).containsExactly("Developing", "Developing", "Embedding");
        assertThat(remarks(table, "column_without_heading")).containsExactly("C1 null");
    }

    @Test
    void aColumnOfSchoolsForEachStageIsConverted() {
        ConvertedTable table = kept.converted(
                "Northtown 2022-23.xlsx",
                "Our schools",
                "Developing | Embedding",
                "Green Lane School | St Ann's Primary School",
                "Mill Road Infant School | ");
        assertThat(column(table, "urn")).containsExactly("200001", "200002", "200003");
        assertThat(column(table, "stage")).containsExactly("Developing", "Developing", "Embedding");
        assertThat(remarks(table, "school_proposed"))
                .containsExactly("A3 Green Lane School", "A4 Mill Road Infant School", "B3 St Ann's Primary School");
        assertThat(table.rowsRead()).isEqualTo(2);
        assertThat(table.rowsConverted()).isEqualTo(2);
    }

    @Test
    void numbersAndNamesOfSchoolsForEachStageAreConverted() {
        ConvertedTable table = kept.converted(
                "Northtown 2022-23.xlsx",
                "Developing | | Embedding | ",
                "URN | School | URN | School",
                "200001 | Green Lane School | 200003 | St Ann's Primary School",
                "200002 | Mill Road Infant School | | ");
        assertThat(column(table, "urn")).containsExactly("200001", "200002", "200003");
        assertThat(column(table, "stage")).containsExactly("Developing", "Developing", "Embedding");
    }

    @Test
    void aSheetForEachStageIsConverted() {
        ScreenedFile file = kept.read(
                "Northtown 2022-23.xlsx",
                Page.of("Developing", "URN | School", "200001 | Green Lane School"),
                Page.of("Embedding", "URN | School", "200002 | Mill Road Infant School"));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).containsOnly(ScreenedSheet.Status.CONVERTED);
        assertThat(file.sheets().stream().flatMap(sheet -> column(sheet.converted(), "stage").stream()))
                .containsExactly("Developing", "Embedding");
    }

    @Test
    void aSchoolOfThisVeryNameIsMeantAndNoneThatIsCalledNearlySo() {
        ConvertedTable table = kept.converted(
                "Northtown 2022-23.xlsx", "School | Stage of TfM | RAG", "Green Lane School | Developing | Active");
        assertThat(column(table, "urn")).containsExactly("200001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "URN;200001;200002;200003",
                "URN | School;200001 | Green Lane School;200002 | Mill Road Infant School",
                "200001 | Green Lane School;200002 | Mill Road Infant School;200003 | St Ann's Primary School",
                "URN | LA (name) | EstablishmentName | TypeOfEstablishment (name);200001 | Northshire | Green Lane School | Academy",
                "URN | School | Phase | Town;200001 | Green Lane School | Primary | Northtown"
            })
    void aListOfSchoolsBesideAReturnIsSetAsideAndHoldsNothingUp(String list) {
        ScreenedFile file = kept.read(
                "Northtown 2022-23.xlsx",
                Page.of("Pathway", PATHWAY, "N1 | 2022/23 | 200001 | Developing | Active"),
                Page.of("Schools", list.split(";")));
        assertThat(file.status()).isEqualTo(ScreenedFile.Status.ACCEPTED);
        assertThat(Desk.rules(file.sheets().get(1))).containsExactly("schools_beside");
    }

    @ParameterizedTest
    @CsvSource({
        "URN;200001;200002;200003,schools_alone",
        "200001 | Green Lane School;200002 | Mill Road Infant School;200003 | St Ann's Primary School,no_heading_row"
    })
    void aListOfSchoolsAloneIsToldForWhatItIs(String list, String rule) {
        ScreenedFile file = kept.read("Northtown 2022-23.xlsx", Page.of("Schools", list.split(";")));
        assertThat(file.status()).isEqualTo(ScreenedFile.Status.REFUSED);
        assertThat(file.findings()).extracting(Finding::rule).containsExactly(rule);
    }

    @Test
    void aRowOfDataIsNoRowOfHeadings() {
        ScreenedFile file = kept.read(
                "Northtown 2022-23.xlsx",
                Page.of(
                        "Sheet1",
                        "Green Lane School | Developing | Active",
                        "Mill Road Infant School | Embedding | Active",
                        "St Ann's Primary School | Embedding | Active"));
        assertThat(file.sheets()).extracting(ScreenedSheet::status).doesNotContain(ScreenedSheet.Status.CONVERTED);
    }
}
