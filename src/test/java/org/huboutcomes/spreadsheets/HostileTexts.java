package org.huboutcomes.spreadsheets;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Text files that are broken, odd, huge, or not text at all.
final class HostileTexts {

    private static final String HEADINGS = line(HostileFiles.HEADINGS, ",");
    private static final String GOOD = line(HostileFiles.GOOD, ",");
    private static final String CSV = HEADINGS + "\n" + GOOD + "\n";

    private final List<HostileFile> files = new ArrayList<>();

    private HostileTexts() {}

    static List<HostileFile> all() {
        HostileTexts texts = new HostileTexts();
        texts.encodings();
        texts.lines();
        texts.quotes();
        texts.delimiters();
        texts.huge();
        texts.notWhatTheNameSays();
        texts.names();
        return texts.files;
    }

    private static String line(List<Object> values, String delimiter) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(delimiter));
    }

    private void encodings() {
        bytes("utf-16le without mark.csv", "accepted", () -> CSV.getBytes(UTF_16LE));
        bytes("utf-16be without mark.csv", "accepted", () -> CSV.getBytes(UTF_16BE));
        bytes("utf-32le without mark.csv", "accepted", () -> CSV.getBytes(Charset.forName("UTF-32LE")));
        bytes("utf-32be with mark.csv", "accepted", () -> ("\ufeff" + CSV).getBytes(Charset.forName("UTF-32BE")));
        bytes("utf-16 cut in a character.csv", "accepted", () -> join(CSV.getBytes(UTF_16LE), new byte[] {1}));
        bytes("two marks.csv", "accepted", () -> ("\ufeff\ufeff" + CSV).getBytes(UTF_8));
        bytes(
                "mixed encodings.csv",
                "accepted",
                () -> join((CSV + "* caf\u00e9\n").getBytes(UTF_8), new byte[] {'*', ' ', (byte) 0xe9, '\n'}));
        bytes(
                "a lone surrogate.csv",
                "held too_many_errors unknown_choice",
                () -> (CSV.replace("Active", "Active\ud800")).getBytes(UTF_16LE));
        text("a stray nul.csv", "held too_many_errors unknown_choice", CSV.replace("Developing", "Devel\0oping"));
        text("a nul for each space.csv", "accepted", CSV.replace(' ', '\0'));
        text("nuls at the end.csv", "refused damaged_file", CSV + "\0".repeat(5_000));
        text("only nuls.csv", "refused damaged_file", "\0".repeat(5_000));
        text("a control-z at the end.csv", "accepted", CSV + "\u001a");
        text("zero-width everywhere.csv", "accepted", CSV.replace(",", "\u200b,\u200b"));
        text("right to left.csv", "accepted", CSV.replace("Hub,", "\u202eHub\u202c,"));
    }

    private void lines() {
        text("lone carriage returns.csv", "accepted", CSV.replace('\n', '\r'));
        text("line feeds before carriage returns.csv", "accepted", CSV.replace("\n", "\n\r"));
        text("two carriage returns.csv", "accepted", CSV.replace("\n", "\r\r\n"));
        text("every kind of line end.csv", "accepted", HEADINGS + "\r" + GOOD + "\n" + GOOD + "\r\n" + GOOD);
        text("next-line characters.csv", "held missing_heading unknown_column", CSV.replace('\n', '\u0085'));
        text("headings alone.csv", "accepted nil_return_of_nobody", HEADINGS);
        text("two heading lines.csv", "accepted", ",,,Where it stands,\n" + CSV);
        text("a million blank lines.csv", "accepted", HEADINGS + "\n".repeat(1_000_000) + GOOD + "\n");
        text(
                "rows of every length.csv",
                "held missing_value too_many_errors",
                CSV + GOOD + ",,,,,\n" + GOOD + "," + GOOD + "\nQS1\n");
    }

    private void quotes() {
        text(
                "a quote never closed.csv",
                "refused unclosed_quote",
                () -> HEADINGS + "\n\"" + (GOOD + "\n").repeat(2_000));
        text(
                "a quote never closed in a long file.csv",
                "refused unclosed_quote",
                () -> HEADINGS + "\n\"" + (GOOD + "\n").repeat(60_000));
        text("a million quotes.csv", "refused cell_too_long", () -> "\"".repeat(1_000_001));
        text(
                "quotes around everything.csv",
                "accepted",
                "\"" + CSV.replace(",", "\",\"").replace("\n", "\"\n\"") + "\"");
        text("single quotes.csv", "held too_many_errors unknown_choice", CSV.replace("Developing", "'Developing'"));
        text("an escaped quote.csv", "accepted", CSV + GOOD + ",\"a \\\" b\"\n");
    }

    private void delimiters() {
        text("a line that names the delimiter.csv", "accepted", "sep=;\n" + CSV.replace(',', ';'));
        text("carets.csv", "accepted", CSV.replace(',', '^'));
        text("tildes.csv", "accepted", CSV.replace(',', '~'));
        text("colons.csv", "accepted", CSV.replace(',', ':'));
        text("unit separators.csv", "accepted", CSV.replace(',', '\u001f'));
        text("commas and spaces.csv", "accepted", CSV.replace(",", ", "));
        text(
                "padded to columns.txt",
                "refused unrecognised_file",
                String.format(
                        "%-10s %-15s %-10s %-15s %-10s%n%-10s %-15s %-10s %-15s %-10s%n",
                        "Hub",
                        "Academic year",
                        "URN",
                        "Stage",
                        "Status",
                        "QS1",
                        "2019/20",
                        "900001",
                        "Developing",
                        "Active"));
        text(
                "a table drawn with bars.txt",
                "accepted",
                "| Hub | Academic year | URN | Stage | Status |\n|---|---|---|---|---|\n| QS1 | 2019/20 | 900001 | Developing | Active |\n");
    }

    private void huge() {
        text("a million commas.csv", "refused too_many_columns", () -> CSV + "x" + ",".repeat(1_000_000) + "x\n");
        text("a million empty commas.csv", "accepted", () -> CSV + ",".repeat(1_000_000) + "\n");
        text("a line of ten million letters.csv", "refused cell_too_long", () -> CSV + HostileFiles.noise(10_000_000));
        text("three thousand columns.csv", "refused too_many_columns", () -> CSV + "x,".repeat(3_000));
        text(
                "a heading of a million letters.csv",
                "refused cell_too_long",
                () -> HEADINGS + "," + HostileFiles.noise(1_000_000) + "\n" + GOOD);
        text(
                "all rows wrong.csv",
                "held not_a_urn too_many_findings unknown_choice year_not_understood",
                () -> HEADINGS + "\n" + "x,y,z,a,b\n".repeat(26_000));
        text(
                "a formula in each cell.csv",
                "held not_a_urn too_many_errors unknown_choice year_not_understood",
                HEADINGS + "\n=cmd|' /C calc'!A0,@SUM(1),+1,-1,=HYPERLINK(\"\"x\"\")\n");
    }

    private void notWhatTheNameSays() {
        text("a page named.xls", "refused web_page", "<html><table><tr><td>Hub</td></tr></table></html>");
        text(
                "a mail named.xls",
                "refused unrecognised_file",
                "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--x\r\n");
        text("a page behind a comment.xls", "refused web_page", "\n\n<!-- a -->\n<table border=1>");
        text(
                "old xml.xls",
                "refused web_page",
                "<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>");
        text("csv named.xlsx", "accepted", CSV);
        text("a scan named.csv", "refused not_a_spreadsheet", "%PDF-1.7\n%\u00e2\u00e3\n1 0 obj\n");
        text("letters.csv", "refused unrecognised_file", "Dear all,\nplease find attached nothing.\n");
        text("json.csv", "refused unrecognised_file", "{\"Hub\": \"QS1\", \"URN\": 900001}\n");
        text("sylk.slk", "refused unrecognised_file", "ID;PWXL;N;E\nC;Y1;X1;K\"Hub\"\nE\n");
        text("dif.csv", "refused unrecognised_file", "TABLE\n0,1\n\"EXCEL\"\nVECTORS\n0,2\n\"\"\n");
        text(
                "packed.csv",
                "refused not_a_spreadsheet",
                () -> "\u001f\u008b\b\0\0\0\0\0\0\u0003" + "\u0001\u0002\u0003\u0004".repeat(50));
        text(
                "dbase.dbf",
                "refused not_a_spreadsheet",
                () -> "\u0003\u0077\u0001\u0001\u0001\0\0\0" + "\0".repeat(24) + "HUB" + "\0".repeat(60));
        bytes("empty.xlsx", "refused empty_file", () -> new byte[0]);
        text("one byte.xlsx", "refused unrecognised_file", "P");
        text("only a magic.xlsx", "refused damaged_file", "PK\u0003\u0004");
        text("only a magic.xls", "refused damaged_file", "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
        text("blanks.csv", "refused unrecognised_file", () -> " ".repeat(20_000) + "\n".repeat(20_000));
    }

    private void names() {
        named("a name\nof two lines.csv");
        named("\u202evsc.exe.csv");
        named("<script>alert(1)<!--.csv");
        named("a..b..csv");
        named("-rf *.csv");
        named("%00%2e%2e%2f{}${x}.csv");
        named("'; drop table submission; --.csv");
        named("\u00e9\u0142\u4e2d\ud83d\ude00.csv");
        named("n".repeat(251) + ".csv");
        named("\u4e2d".repeat(80) + ".csv");
        named("no ending");
        named("ends in a dot.");
        named("back\\slash.csv");
    }

    /// Different blank lines, so that they are not all the same submission.
    private void named(String name) {
        text(name, "accepted", CSV + "\n".repeat(files.size()));
    }

    private void text(String name, String ends, String text) {
        text(name, ends, () -> text);
    }

    private void text(String name, String ends, Supplier<String> text) {
        bytes(name, ends, () -> encoded(text.get()));
    }

    /// Text without letters beyond Latin-1 is written as Latin-1, so that its characters are its bytes.
    private static byte[] encoded(String text) {
        return text.getBytes(text.chars().allMatch(c -> c < 0x100) ? ISO_8859_1 : UTF_8);
    }

    private void bytes(String name, String ends, HostileFile.Making making) {
        files.add(new HostileFile(name, ends, making));
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = java.util.Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
