package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.conversion.ConvertedTable.Mark;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.spreadsheets.model.ReadLimits;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Sheets as people keep them, which are close to a return and are none.
class ConversionTest {

    private static final ReferenceLists REGISTERS = new Town();

    private final Desk desk;
    private final Screening screening = new Screening(Desk.TYPES, ReadLimits.standard());
    private final Path folder;

    ConversionTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = new Desk(folder);
    }

    private ScreenedSheet sheet(String name, String... lines) {
        desk.write(name, String.join("\r\n", lines) + "\r\n");
        return desk.read(folder.resolve(name), REGISTERS).sheets().get(0);
    }

    private ConvertedTable converted(String name, String... lines) throws UnreadableException {
        assertThat(sheet(name, lines).status()).isEqualTo(ScreenedSheet.Status.CONVERTED);
        List<ConvertedTable> tables = screening.conversions(folder.resolve(name), name, REGISTERS);
        assertThat(tables).hasSize(1);
        return tables.get(0);
    }

    private static List<String> column(ConvertedTable table, String field) {
        for (int i = 0; i < table.columns().size(); i++) {
            int at = i;
            if (table.columns().get(i).field().name().equals(field))
                return table.lines().stream()
                        .map(line -> CellText.of(line.entries().get(at).cell()))
                        .toList();
        }
        return List.of();
    }

    private static List<Mark> marks(ConvertedTable table, String field) {
        for (int i = 0; i < table.columns().size(); i++) {
            int at = i;
            if (table.columns().get(i).field().name().equals(field))
                return table.lines().stream()
                        .map(line -> line.entries().get(at).mark())
                        .toList();
        }
        return List.of();
    }

    private static final String[] TRACKER = {
        "Northtown Maths Hub,,,,",
        "Primary mastery 2022/23 - tracker,,,,",
        "School,School URN,Stage of TfM,Lead teacher,RAG",
        "Green Lane School,200001,Sus,Jo Example,",
        "Mill Road Infant School,200002,Embedding Yr 2,Al Sample,",
        "St Ann's Primary School,200003,Developing,Jo Example,",
        "TOTAL,,,,",
        "\"Green = active, amber = paused\",,,,"
    };

    @Test
    void theMessageSaysWhatWasFoundAndWhatIsMissing() {
        ScreenedSheet sheet = sheet("tracker.csv", TRACKER);
        assertThat(sheet.type()).isNotNull();
        assertThat(sheet.type().name()).isEqualTo("pathway");
        Map<String, String> words = sheet.findings().get(0).text().words();
        assertThat(words)
                .containsEntry("happened", "Nothing was read")
                .containsEntry("return", "Pathway stages")
                .containsEntry("known", "URN and School");
        assertThat(words.get("missing")).endsWith("Stage (is it \"Stage of TfM\"?) and Status");
    }

    @Test
    void nothingOfAConvertedSheetIsLoaded() {
        ScreenedSheet sheet = sheet("tracker.csv", TRACKER);
        assertThat(sheet.tally()).isEqualTo(new RowCounts(5, 0, 3, 0, 2));
        assertThat(sheet.claims()).containsExactly(new Claim("N1", 202223, List.of()));
    }

    @Test
    void headingsAndValuesThatAreNearlyKnownAreMarkedAsGuesses() throws UnreadableException {
        ConvertedTable table = converted("tracker.csv", TRACKER);
        assertThat(column(table, "stage")).containsExactly("Sustaining", "Embedding", "Developing");
        assertThat(marks(table, "stage")).containsOnly(Mark.GUESS);
        assertThat(marks(table, "status")).containsOnly(Mark.GAP);
        assertThat(marks(table, "urn")).containsOnly(Mark.NONE);
    }

    @Test
    void totalsAndKeysUnderATableAreNoRows() throws UnreadableException {
        assertThat(converted("tracker.csv", TRACKER).lines()).hasSize(3);
    }

    @Test
    void columnsInWhichPeopleAreNamedDoNotGoBack() throws UnreadableException {
        assertThat(converted("tracker.csv", TRACKER).personal()).containsExactly(3);
    }

    @Test
    void oneColumnASessionIsCounted() throws UnreadableException {
        ConvertedTable table = converted(
                "register.csv",
                "Northtown - Work Group register 2022/23 - AB22-02,,,,,",
                "URN,School,Participant,12 Oct,16/11/2022,18 Jan",
                "200001,Green Lane School,Jo Example,\u2713,apols,\u2713",
                "200002,Mill Road Infant School,Jo Example,x,,\u2713");
        assertThat(column(table, "sessions_offered")).containsExactly("3", "3");
        assertThat(column(table, "sessions_attended")).containsExactly("2", "1");
        assertThat(column(table, "activity")).containsExactly("AB22-02", "AB22-02");
        assertThat(column(table, "participant")).allMatch(one -> one.matches("P-[0-9a-f]{10}"));
    }

    @Test
    void whereCrossesAreTheOnlyMarksTheyAreTicks() throws UnreadableException {
        ConvertedTable table = converted(
                "register.csv",
                "Northtown 2022/23 AB22-02,,,,",
                "URN,School,Participant,Session 1,Session 2",
                "200001,Green Lane School,P1,x,x",
                "200002,Mill Road Infant School,P2,,x");
        assertThat(column(table, "sessions_attended")).containsExactly("2", "1");
    }

    @Test
    void oneColumnAYearBecomesOneRowAYear() throws UnreadableException {
        ConvertedTable table = converted(
                "years.csv",
                "Northtown Maths Hub,,,",
                "URN,School,2020/21,2021/22",
                "200001,Green Lane School,Developing,Embedding",
                "200002,Mill Road Infant School,,Developing");
        assertThat(column(table, "time_period")).containsExactly("2020/21", "2021/22", "2021/22");
        assertThat(column(table, "stage")).containsExactly("Developing", "Embedding", "Developing");
        assertThat(column(table, "urn")).containsExactly("200001", "200001", "200002");
    }

    @Test
    void aSchoolWithoutUrnIsProposedByItsNameInTheAreaOfTheHub() throws UnreadableException {
        ConvertedTable table = converted(
                "names.csv",
                "Hub,Year,School,NCP,Delegate,Sessions,Attended",
                "N1,2022/23,Green Lane Sch.,AB22-01,D1,6,5",
                "N1,2022/23,Nowhere College,AB22-01,D2,6,6");
        assertThat(column(table, "urn")).containsExactly("200001", "");
        assertThat(marks(table, "urn")).containsExactly(Mark.GUESS, Mark.GAP);
        assertThat(column(table, "sessions_offered")).containsExactly("6", "6");
    }

    @Test
    void theMessageOfASchoolThatIsNotFoundNamesTheNearest() {
        ScreenedSheet sheet = sheet(
                "names.csv",
                "Hub,Year,School,NCP,Delegate,Sessions,Attended",
                "N1,2022/23,Green Lane Sch.,AB22-01,D1,6,5");
        assertThat(sheet.findings())
                .filteredOn(finding -> finding.rule().equals("school_by_name"))
                .isEmpty();
        assertThat(sheet.findings())
                .filteredOn(finding -> finding.rule().equals("school_proposed"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text().words())
                        .containsEntry("urn", "200001")
                        .containsEntry("place", "the area of N1"));
    }

    @Test
    void aSummaryByCohortBecomesTotals() throws UnreadableException {
        ConvertedTable table = converted(
                "summary.csv",
                "Northtown Maths Hub - specialists July 2023,,",
                "Cohort,In training,Trained",
                "C4,0,4",
                "C5 in training,3,",
                "Total,3,4");
        assertThat(column(table, "quantity")).containsExactly("C4 in training", "C4 accredited", "C5 in training");
        assertThat(column(table, "stated_value")).containsExactly("0", "4", "3");
        assertThat(table.given()).extracting(given -> given.written()).containsExactly("N1", "2022/23");
    }

    @Test
    void aPivotSaysWhichListIsWanted() {
        desk.write("pivot.csv", "Row Labels,Developing,Embedding\r\nNorth,4,5\r\nSouth,2,1\r\n");
        ScreenedFile file = desk.read(folder.resolve("pivot.csv"), REGISTERS);
        assertThat(file.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("pivot_of_rows");
            assertThat(finding.text().words()).containsEntry("return", "Pathway stages");
        });
    }

    @Test
    void hubAndYearAreTakenFromTheNameOfTheFile() {
        ScreenedSheet sheet =
                sheet("Northtown pathway 2022-23(1-2).csv", "URN,Stage,Status", "200001,Developing,Active");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
        assertThat(Desk.only(sheet)).containsEntry("hub", "N1").containsEntry("time_period", 202223);
        assertThat(Desk.rules(sheet)).containsExactly("value_from_elsewhere", "value_from_elsewhere");
    }

    @Test
    void whereTwoHubsAreNamedNoneIsTaken() {
        ScreenedSheet sheet =
                sheet("2022-23.csv", "Northtown and Southtown,,", "URN,Stage,Status", "200001,Developing,Active");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.HELD);
        assertThat(Desk.places(sheet)).containsExactly("missing_heading A2");
    }

    @Test
    void aHubThatNothingNamesIsAGapWhichMayBeFilledInTwoWays() {
        ScreenedSheet sheet = sheet("list.csv", "URN,School,Stage of TfM", "200001,Green Lane School,Sus");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.CONVERTED);
        assertThat(sheet.claims()).isEmpty();
        assertThat(sheet.findings())
                .filteredOn(finding -> finding.rule().equals("missing_heading"))
                .extracting(finding -> finding.text().words().get("above"))
                .containsExactlyInAnyOrder("Hub and its name", "Academic year and the year, as 2022/23");
    }

    @Test
    void aListThatIsNoReturnIsNotConverted() {
        desk.write("stock.csv", "Item,Quantity\r\nTea,80\r\nMilk,2\r\n");
        ScreenedFile file = desk.read(folder.resolve("stock.csv"), REGISTERS);
        assertThat(file.status()).isEqualTo(ScreenedFile.Status.REFUSED);
    }
}
