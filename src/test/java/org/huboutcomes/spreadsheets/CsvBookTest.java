package org.huboutcomes.spreadsheets;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvBookTest {

    @TempDir
    Path folder;

    @Test
    void everyValueIsTextAsItStands() throws Exception {
        assertThat(texts("URN,School\n 100001 ,\"St \"\"Anne\"\"'s, York\"\n,x\n"))
                .containsExactly(
                        List.of("URN", "School"), List.of(" 100001 ", "St \"Anne\"'s, York"), List.of("", "x"));
    }

    @Test
    void rowsAreNumberedAsASpreadsheetNumbersThem() throws Exception {
        List<Row> rows = rows("a,b\r\n\r\n,\r\n\"two\r\nlines\",c\r\nd,e");
        assertThat(rows).extracting(Row::number).containsExactly(1, 4, 5);
        assertThat(rows.get(1).cell(0)).isEqualTo(new Cell.Text("two\r\nlines"));
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void theDelimiterIsFoundByEvidence(String delimiter) throws Exception {
        String text = "Hub;SE1\n\nURN;School;Pupils\n1;\"A, B\";1,5\n2;C, D;2,5\n".replace(";", delimiter);
        assertThat(rows(text).get(1).cells()).extracting(Cell::toString).hasSize(3);
    }

    @Test
    void decimalCommasDoNotMakeColumns() throws Exception {
        assertThat(texts("x;y;z\na;1,5;2,5\nb;3,5;4,5\n").get(1)).containsExactly("a", "1,5", "2,5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void aByteOrderMarkTellsTheEncodingAndIsNotPartOfTheHeading(String charset) throws Exception {
        assertThat(texts(("\ufeff" + "URN,Šč").getBytes(Charset.forName(charset))))
                .containsExactly(List.of("URN", "Šč"));
    }

    @Test
    void withoutAMarkTheEncodingIsToldByTheBytes() throws Exception {
        String text = "URN,School\n1,Café – Llanfair\n";
        List<String> last = List.of("1", "Café – Llanfair");
        assertThat(texts(text.getBytes(UTF_8)).get(1)).isEqualTo(last);
        assertThat(texts(text.getBytes(Charset.forName("windows-1252"))).get(1)).isEqualTo(last);
        assertThat(texts(text.getBytes(UTF_16LE)).get(1)).isEqualTo(last);
        assertThat(texts(text.getBytes(UTF_16BE)).get(1)).isEqualTo(last);
    }

    @Test
    void oneLateByteThatIsNoUtf8MakesTheWholeFileWindows1252() throws Exception {
        String text = "URN,School\n" + "1,x\n".repeat(100_000) + "2,Café\n";
        List<Row> rows = rows(Files.write(folder.resolve("late.csv"), text.getBytes(Charset.forName("windows-1252"))));
        assertThat(rows.get(100_001).cell(1)).isEqualTo(new Cell.Text("Café"));
    }

    @Test
    void aStrayQuotationMarkHarmsNoOtherRow() throws Exception {
        assertThat(texts("a,b\n1,5\" pipe\n2,\"x\"y\n3,z\n"))
                .containsExactly(List.of("a", "b"), List.of("1", "5\" pipe"), List.of("2", "xy"), List.of("3", "z"));
    }

    @Test
    void aCommentOfManyLinesIsOneCell() throws Exception {
        String comment = "Great day.\nI liked it, really, and the food, too.\nThanks, Bob, and all\n, yes, indeed";
        assertThat(texts("id,hub,comment\n1,SE1,\"" + comment + "\"\n").get(1)).containsExactly("1", "SE1", comment);
        assertThat(texts("id,comment\n1,\"" + comment + "\"\n2,x\n").get(1)).containsExactly("1", comment);
    }

    @Test
    void aQuotationMarkNeverClosedIsNoticed() {
        assertUnreadable("unclosed_quote", "a,b,c\n1,2,3\n4,\"5,6\n7,8,9\n", "row 3");
        assertUnreadable("unclosed_quote", "a,b,c\n1,2,3\n4,\"5,6\n" + "7,8,9\n".repeat(400_000), "row 3");
        assertUnreadable("unclosed_quote", "a,b,c\n1,\"2,3\n" + "4,5,6\n".repeat(9) + "7,\"8\",9\n4,5,6\n", "row 2");
    }

    @Test
    void aQuotationMarkOpenOnTheLastLineLosesNothing() throws Exception {
        assertThat(texts("a,b\n1,\"2\n").get(1)).containsExactly("1", "2\n");
    }

    @Test
    void nulsStopNothing() throws Exception {
        assertThat(texts("a,b\n1,x\0y\n").get(1)).containsExactly("1", "x\0y");
    }

    @Test
    void aCellWithoutEndIsUnreadable() {
        assertUnreadable("cell_too_long", "a,b\n1," + "x".repeat(40_000) + "\n", "row 2");
        assertUnreadable("cell_too_long", "a,b\n1," + "x".repeat(4_000_000) + "\n", "row 2");
        assertUnreadable("cell_too_long", "a,b\n1,\"" + "x".repeat(4_000_000) + "\"\n", "row 2");
    }

    private List<Row> rows(String text) throws IOException, UnreadableException {
        return rows(TestFiles.text(folder, "drop.csv", text));
    }

    private static List<Row> rows(Path file) throws UnreadableException {
        return TestFiles.rows(file);
    }

    private List<List<String>> texts(String text) throws IOException, UnreadableException {
        return texts(text.getBytes(UTF_8));
    }

    private List<List<String>> texts(byte[] bytes) throws IOException, UnreadableException {
        return rows(Files.write(folder.resolve("drop.csv"), bytes)).stream()
                .map(row -> row.cells().stream().map(CsvBookTest::text).toList())
                .toList();
    }

    private static String text(Cell cell) {
        return cell instanceof Cell.Text text ? text.text() : "";
    }

    private void assertUnreadable(String rule, String text, String place) {
        assertThatThrownBy(() -> rows(text))
                .hasMessageContaining("drop.csv > " + place)
                .isInstanceOfSatisfying(
                        UnreadableException.class, e -> assertThat(e.rule()).isEqualTo(rule));
    }
}
