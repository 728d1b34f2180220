package org.huboutcomes.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxBookTest {

    private static final String DATE_STYLES = """
            <numFmts><numFmt numFmtId='164' formatCode='dd/mm/yyyy hh:mm'/></numFmts>
            <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>
            <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/></cellXfs>""";

    @TempDir
    Path folder;

    @Test
    void numbersAreExactlyAsWritten() throws Exception {
        assertThat(cells("""
                <c><v>1234567890123456</v></c><c><v>0.30000000000000004</v></c>
                <c><v>1E3</v></c><c t='n'><v>36</v></c>""")).containsExactly(number("1234567890123456"), number("0.3"), number("1E3"), number("36"));
    }

    @Test
    void whatIsNoNumberStaysText() throws Exception {
        assertThat(cells("<c><v>many</v></c><c><v>1E999999999</v></c>"))
                .containsExactly(text("many"), text("1E999999999"));
    }

    @Test
    void cellsWithoutAddressAreCountedOn() throws Exception {
        List<Row> rows = rows(WorkbookParts.withRows("""
                <row><c><v>1</v></c></row>
                <row r='4'><c r='C4'><v>2</v></c><c><v>3</v></c></row>
                <row><c r='AA5'><v>4</v></c></row>"""));
        assertThat(rows).extracting(Row::number).containsExactly(1, 4, 5);
        assertThat(rows.get(1).cells()).containsExactly(Cell.BLANK, Cell.BLANK, number("2"), number("3"));
        assertThat(rows.get(2).cell(26)).isEqualTo(number("4"));
    }

    @Test
    void inlineAndFormulaTextsAreRead() throws Exception {
        assertThat(cells("""
                <c t='inlineStr'><is><t>in </t></is></c>
                <c t='inlineStr'><is><r><t>ri</t></r><r><rPr><b/></rPr><t>ch</t></r></is></c>
                <c t='str'><f>A1</f><v>from a formula</v></c>
                <c t='inlineStr'><is><t><![CDATA[<&>]]></t></is></c>""")).containsExactly(text("in "), text("rich"), text("from a formula"), text("<&>"));
    }

    @Test
    void sharedTextsJoinRunsAndLeaveOutPronunciation() throws Exception {
        WorkbookParts parts = WorkbookParts.withRows(
                        "<row><c t='s'><v>2</v></c><c t='s'><v>0</v></c><c t='s'><v>1</v></c></row>")
                .sharedStrings("""
                        <si><t>Zażółć €</t></si><si><t/></si>
                        <si><r><t xml:space='preserve'>a </t></r><r><t>b</t></r><rPh><t>x</t></rPh></si>""");
        assertThat(rows(parts).get(0).cells()).containsExactly(text("a b"), text("Zażółć €"));
    }

    @Test
    void escapesOfForbiddenCharactersAreDecoded() throws Exception {
        assertThat(cells("<c t='inlineStr'><is><t>_x0041__x005F_x0041_ _x000D_$_xyz_</t></is></c>"))
                .containsExactly(text("A_x0041_ \r$_xyz_"));
    }

    @Test
    void truthsAndErrorValuesAreRead() throws Exception {
        assertThat(cells("""
                <c t='b'><v>1</v></c><c t='b'><v>0</v></c>
                <c t='e'><v>#REF!</v></c><c t='e'><f>1/0</f><v>#DIV/0!</v></c>"""))
                .containsExactly(
                        new Cell.Truth(true),
                        new Cell.Truth(false),
                        new Cell.Broken("#REF!"),
                        new Cell.Broken("#DIV/0!"));
    }

    @Test
    void aFormulaIsReadByItsCachedValueAndNeverCalculated() throws Exception {
        assertThat(cells("""
                <c><f>1+1</f><v>2</v></c><c><f>1+1</f></c><c><f>1+1</f><v></v></c><c t='str'><f>""</f><v></v></c>
                <c><f t='shared' si='0'/><v>3</v></c>"""))
                .containsExactly(
                        number("2"), new Cell.Uncalculated(), new Cell.Uncalculated(), Cell.BLANK, number("3"));
    }

    @Test
    void aNumberIsADateWhereItsStyleSaysSo() throws Exception {
        WorkbookParts parts = WorkbookParts.withRows("""
                        <row><c s='0'><v>45170</v></c><c s='1'><v>45170</v></c><c s='2'><v>45170.395833333336</v></c>
                        <c s='2'><v>-1</v></c><c s='1'><v>99999999</v></c></row>""").styles(DATE_STYLES);
        assertThat(rows(parts).get(0).cells())
                .containsExactly(
                        number("45170"),
                        moment("2023-09-01T00:00", "m/d/yy"),
                        moment("2023-09-01T09:30", "dd/mm/yyyy hh:mm"),
                        new Cell.Number(new BigDecimal("-1"), "dd/mm/yyyy hh:mm"),
                        new Cell.Number(new BigDecimal("99999999"), "m/d/yy"));
    }

    @Test
    void anOldMacCountsItsDatesFrom1904() throws Exception {
        WorkbookParts parts = WorkbookParts.withRows("<row><c s='1'><v>43708</v></c></row>")
                .styles(DATE_STYLES)
                .workbook("<workbookPr date1904='true'/>");
        assertThat(rows(parts).get(0).cells()).containsExactly(moment("2023-09-01T00:00", "m/d/yy"));
    }

    @Test
    void aPartThatIsMissingAndThatNoCellNeedsIsNotMissed() throws Exception {
        WorkbookParts parts = WorkbookParts.withRows(
                        "<row><c><v>7</v></c><c t='inlineStr'><is><t>here</t></is></c></row>")
                .without("xl/styles.xml")
                .without("xl/sharedStrings.xml");
        assertThat(rows(parts).get(0).cells()).containsExactly(number("7"), text("here"));
        assertThatThrownBy(() -> rows(WorkbookParts.withRows("<row><c t='s'><v>0</v></c></row>")
                        .without("xl/sharedStrings.xml")))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void datesWrittenAsDatesAreRead() throws Exception {
        assertThat(cells("""
                <c t='d'><v>2023-09-01</v></c><c t='d'><v>2023-09-01T09:30:00</v></c>
                <c t='d'><v>2023-09-01T09:30:00Z</v></c><c t='d'><v>first of May</v></c>"""))
                .containsExactly(
                        moment("2023-09-01T00:00"),
                        moment("2023-09-01T09:30"),
                        moment("2023-09-01T09:30"),
                        text("first of May"));
    }

    @Test
    void aStrictWorkbookReadsLikeAnyOther() throws Exception {
        WorkbookParts parts = WorkbookParts.strictWithRows("<row r='1'><c r='A1' t='s'><v>0</v></c></row>")
                .sharedStrings("<si><t>strict</t></si>");
        assertThat(rows(parts).get(0).cells()).containsExactly(text("strict"));
    }

    @Test
    void whatIsOnlyFormattedIsNotThere() throws Exception {
        List<Row> rows = rows(WorkbookParts.withRows("""
                <row r='1' hidden='1'><c r='A1'><v>1</v></c><c r='B1' s='3'/></row>
                <row r='2'><c r='A2' s='3'/></row><row r='3'/>
                <row r='4'><c r='B4'><v>2</v></c></row><row r='1048576'><c r='A1048576' s='3'/></row>"""));
        assertThat(rows).extracting(Row::number).containsExactly(1, 4);
        assertThat(rows.get(0).cells()).containsExactly(number("1"));
        assertThat(rows).extracting(Row::hidden).containsExactly(true, false);
    }

    @Test
    void aRowThatGoesBackIsDamage() {
        assertUnreadable("damaged_file", WorkbookParts.withRows("<row r='2'><c><v>1</v></c></row><row r='1'/>"));
    }

    @Test
    void anEntityIsRefused() {
        WorkbookParts parts = WorkbookParts.withRows("").part("xl/worksheets/first.xml", """
                <!DOCTYPE worksheet [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]>
                <worksheet><sheetData><row><c t='str'><v>&secret;</v></c></row></sheetData></worksheet>""");
        assertUnreadable("damaged_file", parts);
    }

    @Test
    void aSheetThatIsListedAndMissingLeavesTheOthersReadable() throws Exception {
        WorkbookParts parts =
                WorkbookParts.withRows("<row><c><v>1</v></c></row>").part("xl/workbook.xml", """
                        <workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>
                        <sheets><sheet name='Lost' r:id='rId9'/><sheet name='Kept' state='hidden' r:id='rId1'/></sheets>
                        </workbook>""");
        try (Book book = TestFiles.open(parts.write(folder))) {
            assertThat(book.sheets()).extracting(Sheet::name).containsExactly("Lost", "Kept");
            assertThat(book.sheets()).extracting(Sheet::hidden).containsExactly(false, true);
            assertThatThrownBy(() -> book.sheets().get(0).rows()).isInstanceOf(UnreadableException.class);
            assertThat(TestFiles.rows(book.sheets().get(1))).hasSize(1);
        }
    }

    @Test
    void aSheetBeyondTheLimitsIsUnreadable() {
        assertUnreadable("too_many_columns", WorkbookParts.withRows("<row><c r='XFD1'><v>1</v></c></row>"));
        assertUnreadable("too_many_rows", WorkbookParts.withRows("<row r='9000000'><c><v>1</v></c></row>"));
        assertUnreadable(
                "cell_too_long",
                WorkbookParts.withRows("<row><c t='str'><v>%s</v></c></row>".formatted("long ".repeat(7_000))));
    }

    @Test
    void aBombIsUnreadable() {
        String rows = "<row><c t='str'><v>0</v></c></row>".repeat(2_000_000);
        assertUnreadable("too_large", WorkbookParts.withRows(rows));
    }

    private List<Cell> cells(String cells) throws UnreadableException, IOException {
        return rows(WorkbookParts.withRows("<row>" + cells + "</row>")).get(0).cells();
    }

    private List<Row> rows(WorkbookParts parts) throws UnreadableException, IOException {
        return TestFiles.rows(parts.write(folder));
    }

    private void assertUnreadable(String rule, WorkbookParts parts) {
        assertThatThrownBy(() -> rows(parts))
                .isInstanceOfSatisfying(
                        UnreadableException.class,
                        unreadable -> assertThat(unreadable.rule()).isEqualTo(rule));
    }

    private static Cell number(String value) {
        return new Cell.Number(new BigDecimal(value));
    }

    private static Cell text(String text) {
        return new Cell.Text(text);
    }

    private static Cell moment(String value, String format) {
        return new Cell.Moment(LocalDateTime.parse(value), format);
    }

    private static Cell moment(String value) {
        return new Cell.Moment(LocalDateTime.parse(value));
    }
}
