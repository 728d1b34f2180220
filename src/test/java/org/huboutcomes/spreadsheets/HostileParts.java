package org.huboutcomes.spreadsheets;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Workbooks that no library writes: bombs and entities in their XML, invalid addresses and numbers.
final class HostileParts {

    private static final String HEADINGS = row(1, HostileFiles.HEADINGS);
    private static final String GOOD = row(2, HostileFiles.GOOD);
    private static final String SHEET = "xl/worksheets/first.xml";
    private static final String SPACE = "xmlns='" + WorkbookParts.TRANSITIONAL + "'";

    private final List<HostileFile> files = new ArrayList<>();

    private HostileParts() {}

    static List<HostileFile> all() {
        HostileParts parts = new HostileParts();
        parts.bombs();
        parts.entities();
        parts.markup();
        parts.addresses();
        parts.numbers();
        parts.texts();
        parts.packages();
        return parts.files;
    }

    private static String row(int number, List<Object> values) {
        return "<row r='" + number + "'>"
                + values.stream().map(HostileParts::cell).collect(Collectors.joining()) + "</row>";
    }

    private static String cell(Object value) {
        return value instanceof Integer
                ? "<c><v>" + value + "</v></c>"
                : "<c t='inlineStr'><is><t>" + value + "</t></is></c>";
    }

    private void bombs() {
        rows("two hundred thousand empty rows", "accepted", () -> HEADINGS + GOOD + noisy("<row s='%s'/>", 200_000));
        rows("six million empty rows", "refused too_large", () -> HEADINGS + GOOD + "<row/>".repeat(6_000_000));
        rows(
                "a hundred thousand empty cells",
                "accepted",
                () -> HEADINGS + GOOD + "<row>" + noisy("<c s='%s'/>", 100_000) + "</row>");
        rows(
                "all columns",
                "refused too_many_columns",
                () -> HEADINGS + "<row>" + "<c><v>1</v></c>".repeat(16_384) + "</row>");
        rows(
                "the last cell there is",
                "refused too_many_columns",
                () -> HEADINGS + GOOD + "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>");
        rows(
                "a cell of two million letters",
                "refused cell_too_long",
                () -> HEADINGS + GOOD + "<row>" + cell(HostileFiles.noise(2_000_000)) + "</row>");
        parts(
                "a shared text of two million letters",
                "refused cell_too_long",
                parts -> parts.sharedStrings("<si><t>" + HostileFiles.noise(2_000_000) + "</t></si>"));
        parts(
                "two hundred thousand shared texts",
                "accepted",
                parts -> parts.sharedStrings(noisy("<si><t>%s</t></si>", 200_000)));
        parts(
                "a text of a hundred thousand runs",
                "refused cell_too_long",
                parts -> parts.sharedStrings("<si>" + noisy("<r><t>%s</t></r>", 100_000) + "</si>"));
        parts(
                "sixty thousand styles",
                "accepted",
                parts -> parts.styles("<cellXfs>" + noisy("<xf numFmtId='0' fontId='%s'/>", 60_000) + "</cellXfs>"));
        parts(
                "a format that is slow to match",
                "accepted",
                parts -> parts.styles("<numFmts><numFmt numFmtId='170' formatCode='" + "[$-".repeat(80)
                        + "'/></numFmts><cellXfs><xf numFmtId='0'/>" + noisy("<xf numFmtId='170' fontId='%s'/>", 20_000)
                        + "</cellXfs>"));
        parts(
                "sixty sheets",
                "accepted",
                parts -> parts.sheets(IntStream.range(0, 60)
                        .mapToObj(i -> "<sheet name='S" + i + "' r:id='rId1'/>")
                        .collect(Collectors.joining())));
        parts(
                "a hundred thousand names",
                "accepted",
                parts -> parts.workbook("<definedNames>" + noisy("<definedName name='%s'>A1</definedName>", 100_000)
                        + "</definedNames>"));
        sheet(
                "three hundred thousand merges",
                "accepted",
                () -> "<mergeCells>"
                        + IntStream.range(1, 300_000)
                                .mapToObj(i -> "<mergeCell ref='A" + (i * 3) + ":A" + (i * 3 + 1) + "'/>")
                                .collect(Collectors.joining())
                        + "</mergeCells>");
        sheet(
                "merges that lie over one another",
                "accepted",
                () ->
                        "<mergeCells><mergeCell ref='A1:XFD1048576'/><mergeCell ref='A2:A9'/><mergeCell ref='B2:A1'/><mergeCell ref='here'/><mergeCell/></mergeCells>");
    }

    private void entities() {
        String laughs = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>"
                + IntStream.range(1, 10)
                        .mapToObj(i -> "<!ENTITY " + (char) ('a' + i) + " '"
                                + ("&" + (char) ('a' + i - 1) + ";").repeat(10) + "'>")
                        .collect(Collectors.joining())
                + "]>";
        for (String part : List.of(
                SHEET,
                "xl/workbook.xml",
                "xl/sharedStrings.xml",
                "xl/styles.xml",
                "[Content_Types].xml",
                "_rels/.rels",
                "xl/_rels/workbook.xml.rels"))
            parts(
                    "laughs in " + part.replace('/', ' '),
                    "refused damaged_file",
                    parts -> parts.part(part, laughs + parts.xml(part).replace("</", "&j;</")));
        parts(
                "a quadratic entity",
                "refused damaged_file",
                parts -> parts.part(
                        SHEET,
                        "<!DOCTYPE w [<!ENTITY a '" + "a".repeat(50_000) + "'>]><worksheet " + SPACE
                                + "><sheetData><row><c t='str'><v>" + "&a;".repeat(50_000)
                                + "</v></c></row></sheetData></worksheet>"));
        parts(
                "an entity from a file",
                "refused damaged_file",
                parts -> parts.part(
                        SHEET,
                        "<!DOCTYPE w [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><worksheet " + SPACE
                                + "><sheetData><row><c t='str'><v>&a;</v></c></row></sheetData></worksheet>"));
        parts(
                "a document type from elsewhere",
                "refused damaged_file",
                parts -> parts.part(
                        "xl/sharedStrings.xml",
                        "<!DOCTYPE sst SYSTEM 'http://127.0.0.1:9/none.dtd'><sst " + SPACE + "/>"));
        parts(
                "an entity that nobody defined",
                "refused damaged_file",
                parts -> parts.part(
                        SHEET,
                        "<worksheet " + SPACE
                                + "><sheetData><row><c t='str'><v>&nobody;</v></c></row></sheetData></worksheet>"));
    }

    private void markup() {
        rows(
                "ten thousand deep",
                "refused damaged_file",
                () -> HEADINGS + GOOD + "<a>".repeat(10_000) + "</a>".repeat(10_000));
        rows(
                "an attribute of two million letters",
                "refused too_large",
                () -> HEADINGS + "<row spans='" + HostileFiles.noise(2_000_000) + "'/>");
        rows(
                "a comment of two million letters",
                "refused too_large",
                () -> HEADINGS + "<!--" + HostileFiles.noise(2_000_000) + "-->" + GOOD);
        rows(
                "thirty thousand attributes",
                "refused damaged_file",
                () -> HEADINGS + "<row "
                        + IntStream.range(0, 30_000)
                                .mapToObj(i -> "a" + i + "='1' ")
                                .collect(Collectors.joining()) + "/>" + GOOD);
        rows("not closed", "refused damaged_file", () -> HEADINGS + GOOD + "<row><c>");
        rows("a number of no character", "refused damaged_file", () -> HEADINGS + GOOD + row(3, List.of("&#x0;")));
        rows("half a character", "refused damaged_file", () -> HEADINGS + GOOD + row(3, List.of("&#xD800;")));
        parts(
                "namespaces by prefix",
                "accepted",
                parts -> parts.part(
                        SHEET,
                        parts.xml(SHEET)
                                .replaceAll("<(/?)([a-z])", "<$1x:$2")
                                .replaceAll("<(/?)([A-Z])", "<$1x:$2")
                                .replace("xmlns=", "xmlns:x=")));
        parts(
                "no namespace",
                "accepted",
                parts -> parts.part(SHEET, parts.xml(SHEET).replace(SPACE, "")));
        raw(
                "parts in utf-16",
                "accepted",
                SHEET,
                xml -> ("<?xml version='1.0' encoding='UTF-16'?>" + xml).getBytes(UTF_16));
        raw("parts behind a mark", "accepted", SHEET, xml -> ("\ufeff" + xml).getBytes(UTF_8));
        raw(
                "parts in no known encoding",
                "refused damaged_file",
                SHEET,
                xml -> ("<?xml version='1.0' encoding='klingon'?>" + xml).getBytes(UTF_8));
        raw(
                "parts that are not utf-8",
                "refused damaged_file",
                SHEET,
                xml -> xml.replace("Active", "Act\u00efve").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        raw("a sheet of nothing", "refused damaged_file", SHEET, xml -> new byte[0]);
        raw("a sheet that is a picture", "refused damaged_file", SHEET, xml ->
                new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10});
    }

    private void addresses() {
        rows("no addresses", "accepted", () -> (HEADINGS + GOOD).replaceAll(" r='\\d'", ""));
        rows(
                "the same cell twice",
                "accepted",
                () -> HEADINGS + "<row r='2'>" + cell("none").replace("<c", "<c r='A2'")
                        + GOOD.substring(GOOD.indexOf("<c")).replaceFirst("<c", "<c r='A2'"));
        rows("the same row twice", "refused damaged_file", () -> HEADINGS + GOOD + GOOD);
        rows("rows that go back", "refused damaged_file", () -> GOOD.replace("r='2'", "r='9'") + HEADINGS);
        rows(
                "cells that go back",
                "accepted",
                () -> HEADINGS
                        + "<row r='2'><c r='E2' t='str'><v>Active</v></c><c r='D2' t='str'><v>Developing</v></c><c r='C2'><v>900001</v></c><c r='B2' t='str'><v>2019/20</v></c><c r='A2' t='str'><v>QS1</v></c></row>");
        rows("cells of other rows", "accepted", () -> HEADINGS + GOOD.replaceFirst("<c", "<c r='A99'"));
        for (String address : List.of("", "1", "A", "$A$2", "A0", "\u00c42", "A99999999999"))
            rows(
                    "the address " + address.replace('$', 's'),
                    "accepted",
                    () -> HEADINGS + GOOD.replaceFirst("<c", Matcher.quoteReplacement("<c r='" + address + "'")));
        rows(
                "a column that no sheet has",
                "refused too_many_columns",
                () -> HEADINGS + GOOD.replaceFirst("<c", "<c r='AAAAAAAA2'"));
        rows(
                "the address of another kind",
                "held missing_value too_many_errors",
                () -> HEADINGS + GOOD.replaceFirst("<c", "<c r='R2C1'"));
        for (String number : List.of("", "0", "-5", "2147483647", "99999999999", "two", "1e1"))
            rows("the row " + number, "accepted", () -> HEADINGS + GOOD.replace("r='2'", "r='" + number + "'"));
        sheet("a wrong dimension", "accepted", () -> "<dimension ref='A1:XFD1048576'/>");
        parts(
                "columns without number",
                "accepted",
                parts -> parts.part(
                        SHEET,
                        parts.xml(SHEET)
                                .replace(
                                        "<sheetData>",
                                        "<cols><col hidden='1'/><col min='x' max='y' hidden='1'/><col min='0' max='99999999999' hidden='1'/><col min='9' max='3' hidden='1'/></cols><sheetData>")));
    }

    /// One odd cell per row, in place of a URN: each is reported at its place and does not affect the others.
    private void numbers() {
        cells(
                "numbers that are none",
                "held",
                Stream.of(
                                "NaN",
                                "INF",
                                "1E400",
                                "1E-400",
                                "-1E999999",
                                "0x10",
                                "1,5",
                                " ",
                                "1e",
                                "\u0661",
                                "1_000",
                                "+.5",
                                "--1",
                                "9".repeat(500))
                        .map(number -> "<c><v>" + number + "</v></c>"));
        cells(
                "cells of every type",
                "held",
                Stream.of("b", "d", "e", "s", "str", "inlineStr", "n", "zz", "")
                        .flatMap(type ->
                                Stream.of("", "7", "x").map(value -> "<c t='" + type + "'><v>" + value + "</v></c>")));
        cells(
                "shared texts that are not there",
                "held error_value too_many_errors",
                Stream.of("-1", "999999", "1.0", "2147483648", "0").map(index -> "<c t='s'><v>" + index + "</v></c>"));
        cells(
                "styles that are not there",
                "accepted",
                Stream.of("-1", "99999", "x", "2147483648").map(style -> "<c s='" + style + "'><v>900001</v></c>"));
        parts(
                "dates that are none",
                "held",
                parts -> parts.styles("<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs>")
                        .rows(HEADINGS
                                + rowsOf(Stream.of("60", "0", "-1", "2958466", "1E308", "0.99999999999", "44197.5")
                                        .map(days -> "<c s='1'><v>" + days + "</v></c>"))));
        cells("two values", "accepted", "<c><v>1</v><v>900001</v></c>");
        cells("a formula never calculated", "held formula_not_calculated too_many_errors", "<c><f>A1</f></c>");
        cells("an array formula", "accepted", "<c><f t='array' ref='C2:C9'>SUM(A1:A2*B1:B2)</f><v>900001</v></c>");
        cells("a shared formula without its first", "accepted", "<c><f t='shared' si='7'/><v>900001</v></c>");
        cells("a formula of another workbook", "accepted", "<c><f>[1]Sheet1!A1</f><v>900001</v></c>");
        cells("a value of many parts", "accepted", "<c><v>900<!-- a -->0<![CDATA[0]]>1</v></c>");
    }

    private void texts() {
        rows(
                "escapes of escapes",
                "held missing_value too_many_errors",
                () -> HEADINGS + GOOD + row(3, List.of("_x0000__x005F_x0000_ _xD800_ _x", "2019/20")));
        parts("no shared texts at all", "accepted", parts -> parts.without("xl/sharedStrings.xml"));
        parts("no styles at all", "accepted", parts -> parts.without("xl/styles.xml"));
    }

    private void packages() {
        parts("no list of types", "refused damaged_file", parts -> parts.without("[Content_Types].xml"));
        parts("no list of parts", "refused damaged_file", parts -> parts.without("_rels/.rels"));
        parts("no workbook", "refused damaged_file", parts -> parts.without("xl/workbook.xml"));
        parts("no list of sheets", "refused damaged_file", parts -> parts.without("xl/_rels/workbook.xml.rels"));
        parts("no sheet", "refused damaged_file", parts -> parts.without(SHEET));
        for (String target : List.of(
                "../../../../etc/passwd",
                "/etc/passwd",
                "file:///etc/passwd",
                "workbook.xml",
                "..",
                "",
                "a b.xml",
                "%2e%2e/first.xml",
                "#Sheet1"))
            parts(
                    "a sheet at " + target.replace('/', ' '),
                    "refused damaged_file",
                    parts -> parts.part(
                            "xl/_rels/workbook.xml.rels",
                            parts.xml("xl/_rels/workbook.xml.rels").replace("worksheets/first.xml", target)));
        parts(
                "a sheet elsewhere",
                "refused damaged_file",
                parts -> parts.part(
                        "xl/_rels/workbook.xml.rels",
                        parts.xml("xl/_rels/workbook.xml.rels")
                                .replace(
                                        "Target='worksheets/first.xml'",
                                        "Target='http://127.0.0.1:9/s.xml' TargetMode='External'")));
        parts("no sheets", "refused unrecognised_file", parts -> parts.sheets(""));
        parts(
                "one sheet twice",
                "accepted",
                parts -> parts.sheets("<sheet name='A' r:id='rId1'/><sheet name='A' r:id='rId1'/>"));
        for (String name : List.of("", "../../a", "a_x000A_b", "=1+1", "n".repeat(5_000), "\u202e"))
            parts(
                    "a sheet named "
                            + name.substring(0, Math.min(9, name.length())).replace('/', ' '),
                    "accepted",
                    parts -> parts.sheets("<sheet name='" + name + "' r:id='rId1'/>"));
        parts(
                "a very hidden sheet",
                "accepted hidden_sheet",
                parts -> parts.sheets("<sheet name='A' state='veryHidden' r:id='rId1'/>"));
        parts(
                "a chart sheet",
                "refused unrecognised_file",
                parts -> parts.part(
                        "xl/_rels/workbook.xml.rels",
                        parts.xml("xl/_rels/workbook.xml.rels").replace("/worksheet'", "/chartsheet'")));
        add("one part twice.xlsx", "refused ambiguous_zip", () -> HostileZips.twice(SHEET, new byte[0], new byte[0]));
        add(
                "cut short.xlsx",
                "refused damaged_file",
                () -> HostileZips.half(WorkbookParts.withRows(HEADINGS + GOOD).bytes()));
        parts(
                "a letter, not a workbook",
                "refused not_a_spreadsheet",
                parts -> parts.types(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"));
    }

    private static String noisy(String pattern, int times) {
        return IntStream.range(0, times)
                .mapToObj(i -> pattern.formatted(Integer.toString(i * 7919, 36)))
                .collect(Collectors.joining());
    }

    private void cells(String name, String ends, String cell) {
        cells(name, ends, Stream.of(cell));
    }

    /// A row for each cell, which is in place of the URN.
    private void cells(String name, String ends, Stream<String> cells) {
        String rows = rowsOf(cells);
        rows(name, ends, () -> HEADINGS + rows);
    }

    private static String rowsOf(Stream<String> cells) {
        return cells.map(cell -> GOOD.replace("<c><v>900001</v></c>", cell).replace(" r='2'", ""))
                .collect(Collectors.joining());
    }

    private void rows(String name, String ends, Supplier<String> rows) {
        add(name + ".xlsx", ends, () -> WorkbookParts.withRows(rows.get()).bytes());
    }

    private void sheet(String name, String ends, Supplier<String> after) {
        parts(
                name,
                ends,
                parts -> parts.part(SHEET, parts.xml(SHEET).replace("</sheetData>", "</sheetData>" + after.get())));
    }

    private void parts(String name, String ends, UnaryOperator<WorkbookParts> change) {
        add(
                name + ".xlsx",
                ends,
                () -> change.apply(WorkbookParts.withRows(HEADINGS + GOOD)).bytes());
    }

    private void raw(String name, String ends, String part, java.util.function.Function<String, byte[]> bytes) {
        add(name + ".xlsx", ends, () -> {
            WorkbookParts parts = WorkbookParts.withRows(HEADINGS + GOOD);
            Map<String, byte[]> members = parts.members();
            members.put(part, bytes.apply(parts.xml(part)));
            return HostileZips.zip(members);
        });
    }

    private void add(String name, String ends, HostileFile.Making making) {
        files.add(new HostileFile(name, ends, making));
    }
}
