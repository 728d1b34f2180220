package org.huboutcomes.samples;

import static org.huboutcomes.samples.ReturnSheet.ENGAGEMENT;
import static org.huboutcomes.samples.ReturnSheet.PATHWAY;
import static org.huboutcomes.samples.ReturnSheet.STATED_TOTALS;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCell;

/// One file for each rule, with one fault, and the list of them in README.md.
final class FaultyFiles {

    private static final String ERROR = "error";
    private static final String QUERY = "query";

    private final List<ExpectedFinding> faults = new ArrayList<>();
    private final SampleSchools schools;

    FaultyFiles(SampleSchools schools) {
        this.schools = schools;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        writeFaultyCells(folder);
        writeFaultySchools(folder);
        writeFaultyTables(folder);
        writeRepeatedTables(folder);
        writeFaultyAnswers(folder);
        writeFaultyFormulas(folder);
        writeFaultyHeadings(folder);
        writeFaultySheets(folder);
        writeHiddenParts(folder);
        writeColours(folder);
        writeFaultyText(folder);
        writeUnreadable(folder);
        FaultyChecks.Press press = (fault, workbook) -> {
            faults.add(fault);
            workbook.write(folder.resolve(fault.file()));
        };
        FaultyChecks checks = new FaultyChecks(schools, press);
        checks.write();
        Files.write(
                folder.resolve(told(
                        "closed_without_date.zip",
                        QUERY,
                        "return.xlsx > Engagement!C2",
                        "The register has it as closed and does not say since when.")),
                checks.registerAndReturn());
        new FaultySummaries(press).write();
        new FaultyContainers(good(ENGAGEMENT).bytes(), (fault, content) -> {
                    faults.add(fault);
                    Files.write(folder.resolve(fault.file()), content);
                })
                .write();
        writeList(folder.resolve("README.md"));
    }

    private void writeFaultyCells(Path folder) throws IOException {
        cell(folder, "unknown_urn", ERROR, ENGAGEMENT, "C5", 999_999, "No school of the register has this URN.");
        cell(folder, "not_a_urn", ERROR, ENGAGEMENT, "C5", "12-34", "Neither a URN nor a LAESTAB.");
        cell(folder, "ambiguous_laestab", ERROR, ENGAGEMENT, "C5", "101/2998", "Two closed schools had this number.");
        cell(folder, "unknown_choice", ERROR, PATHWAY, "E5", "Sustaning", "The stage is misspelt.");
        cell(folder, "missing_value", ERROR, PATHWAY, "E5", "", "The stage is left out.");
        cell(folder, "not_a_number", ERROR, ENGAGEMENT, "I5", "all of them", "Words where a count belongs.");
        cell(folder, "number_out_of_range", ERROR, ENGAGEMENT, "I5", -2, "Fewer than no sessions.");
        cell(folder, "approximate_number", QUERY, ENGAGEMENT, "I5", "~3", "About three is taken for three.");
        cell(folder, "number_to_come", QUERY, ENGAGEMENT, "I5", "tbc", "The count is still to come.");
        cell(folder, "attended_more_than_offered", QUERY, ENGAGEMENT, "I5", 7, "Seven sessions of four.");
        cell(folder, "year_not_understood", ERROR, ENGAGEMENT, "B5", "next year", "No academic year.");
        cell(folder, "year_alone", QUERY, ENGAGEMENT, "B5", "2022", "Taken for 2022/23, which may not be meant.");
        cell(folder, "code_spelled_twice", QUERY, ENGAGEMENT, "E5", "ma22-01", "A code in small letters.");
        cell(folder, "code_became_date", QUERY, ENGAGEMENT, "E5", "01/03/2022", "MAR-22 became a date.");
        cell(folder, "several_codes", ERROR, ENGAGEMENT, "E5", "MA22-01; MA22-02", "Two codes in one cell.");
        cell(folder, "person_named", QUERY, ENGAGEMENT, "F5", "Ann Example", "A name where a reference belongs.");
        cell(folder, "percentage_of_count", QUERY, ENGAGEMENT, "I5", "50%", "Half of the sessions.");
        cell(folder, "value_not_known", QUERY, ENGAGEMENT, "J5", "not sure", "The status is not known.");
        cell(folder, "same_as_above", ERROR, ENGAGEMENT, "E5", "as above", "A mark in place of the code.");
        cell(folder, "unknown_hub", ERROR, ENGAGEMENT, "A5", "Atlantis", "No hub of the list has this name.");
    }

    /// A table that is in a workbook twice, and one that lacks a column.
    private void writeRepeatedTables(Path folder) throws IOException {
        GoodWorkbook copied = good(PATHWAY);
        copied.cell(PATHWAY, "A1").getSheet().getWorkbook().cloneSheet(0);
        copied.write(folder.resolve(told("copied_rows.xlsx", QUERY, "Pathway (2)", "The sheet was copied.")));
        GoodWorkbook draft = good(PATHWAY);
        draft.cell(PATHWAY, "A1").getSheet().getWorkbook().cloneSheet(0);
        draft.cell(PATHWAY, "A1").getSheet().getWorkbook().setSheetHidden(1, true);
        draft.write(folder.resolve(told("hidden_copy.xlsx", QUERY, "Pathway (2)", "An old draft on a hidden sheet.")));
        GoodWorkbook visible = good(PATHWAY);
        visible.cell(PATHWAY, "A1").getSheet().getWorkbook().cloneSheet(0);
        visible.cell(PATHWAY, "A1").getSheet().getWorkbook().setSheetName(1, "Pathway draft");
        visible.write(folder.resolve(
                told("draft_set_aside.xlsx", QUERY, "Pathway draft", "A draft that was left beside the final sheet.")));
        GoodWorkbook versions = good(PATHWAY);
        versions.cell(PATHWAY, "A1").getSheet().getWorkbook().cloneSheet(0);
        versions.put(PATHWAY, "E5", "Developing")
                .write(folder.resolve(told(
                        "sheet_versions.xlsx",
                        ERROR,
                        "Pathway and Pathway (2)",
                        "The sheet was copied, and a stage was changed in one of the two.")));
        PersonsWorkbook narrow = new PersonsWorkbook();
        PersonsWorkbook.Page page = narrow.page(ENGAGEMENT.sheet);
        int last = ENGAGEMENT.columns.size() - 1;
        page.headings(ENGAGEMENT.columns.subList(0, last).stream()
                .map(ReturnSheet.Column::canonical)
                .toList());
        for (List<Object> row : new GoodWorkbook(schools).rows(ENGAGEMENT)) page.row(row.subList(0, last));
        narrow.write(folder.resolve(told("missing_column.xlsx", QUERY, ENGAGEMENT.sheet, "The status has no column.")));
    }

    private void writeFaultyAnswers(Path folder) throws IOException {
        String overall = "\"Overall, I was satisfied with this activity\"";
        String headings = "Hub,Academic year,Response ID," + overall;
        String recommend = ",How likely are you to recommend this hub to a colleague?";
        survey(
                folder,
                "other_scale.csv",
                ERROR,
                "D1",
                "Answers of seven points.",
                headings + recommend,
                "Agree,8",
                "Mostly agree,9");
        survey(
                folder,
                "twin_answers_differ.csv",
                ERROR,
                "E2",
                "A question of two branches with two answers.",
                headings + "," + overall.replace("activity", "activity2"),
                "Agree,Disagree",
                "Agree,");
        survey(
                folder,
                "answers_set_aside.csv",
                QUERY,
                "sheet",
                "An answer that was not finished.",
                headings + ",Finished",
                "Agree,False",
                "Agree,True");
    }

    private void survey(
            Path folder, String file, String severity, String cell, String sentence, String headings, String... answers)
            throws IOException {
        List<String> lines = new ArrayList<>(List.of(headings));
        for (int i = 0; i < 20; i++) lines.add("HM1,2022/23," + (i + 1) + "," + answers[i == 0 ? 0 : 1]);
        text(folder, told(file, severity, cell.equals("sheet") ? cell : file + "!" + cell, sentence), lines);
    }

    private void writeFaultyTables(Path folder) throws IOException {
        PersonsWorkbook zero = new PersonsWorkbook();
        PersonsWorkbook.Page empty = zero.page(ENGAGEMENT.sheet);
        empty.row(List.of("Hub", "HM1"));
        empty.row(List.of("Academic year", "2022/23"));
        empty.headings(
                ENGAGEMENT.columns.stream().map(ReturnSheet.Column::canonical).toList());
        zero.write(folder.resolve(
                told("nil_return.xlsx", QUERY, ENGAGEMENT.sheet, "Headings and no row: zero, as the hub says above.")));
        PersonsWorkbook nil = new PersonsWorkbook();
        nil.page(ENGAGEMENT.sheet)
                .headings(ENGAGEMENT.columns.stream()
                        .map(ReturnSheet.Column::canonical)
                        .toList());
        nil.write(folder.resolve(told(
                "nil_return_of_nobody.xlsx", QUERY, ENGAGEMENT.sheet, "Headings, no row, and no hub above them.")));
        PersonsWorkbook links = new PersonsWorkbook();
        PersonsWorkbook.Page page = links.page("Links");
        page.headings(List.of("URN", "LinkURN", "LinkType", "LinkEstablishedDate"));
        for (int i = 0; i < 12; i++)
            page.row(List.of(
                    schools.predecessor.urn(),
                    schools.all().get(i).urn(),
                    "Other",
                    i == 3 ? "31/02/2021" : "01/09/2021"));
        links.write(folder.resolve(told("not_a_date.xlsx", ERROR, "Links!D5", "31 February.")));
    }

    private void cell(
            Path folder, String rule, String severity, ReturnSheet form, String address, Object value, String sentence)
            throws IOException {
        good(form)
                .put(form, address, value)
                .write(folder.resolve(told(rule + ".xlsx", severity, form, address, sentence)));
    }

    private void writeFaultySchools(Path folder) throws IOException {
        School outside = schools.openIn(SampleHub.HM1, 2022).get(0);
        school(folder, "outside_area", outside, "A school of Hallowmere in a return of Quillshire.");
        school(
                folder,
                "closed_without_successor",
                schools.closedForGood,
                "It closed in 2019, and no school followed it.");
    }

    private void school(Path folder, String rule, School school, String sentence) throws IOException {
        good(ENGAGEMENT)
                .put(ENGAGEMENT, "C5", school.urn())
                .put(ENGAGEMENT, "D5", school.name())
                .write(folder.resolve(told(rule + ".xlsx", QUERY, ENGAGEMENT, "C5", sentence)));
    }

    private void writeFaultyFormulas(Path folder) throws IOException {
        GoodWorkbook broken = good(ENGAGEMENT);
        broken.cell(ENGAGEMENT, "I5").setCellErrorValue(FormulaError.REF.getCode());
        broken.write(folder.resolve(told("error_value.xlsx", ERROR, ENGAGEMENT, "I5", "The cell shows #REF!.")));
        GoodWorkbook uncalculated = good(ENGAGEMENT);
        XSSFCell cell = (XSSFCell) uncalculated.cell(ENGAGEMENT, "I5");
        cell.setCellFormula("H5-1");
        cell.getCTCell().unsetV(); // as programs write it that never calculate
        uncalculated.write(folder.resolve(
                told("formula_not_calculated.xlsx", ERROR, ENGAGEMENT, "I5", "A formula without its value.")));
    }

    private void writeFaultyHeadings(Path folder) throws IOException {
        new GoodWorkbook(schools)
                .without(ENGAGEMENT, "hub")
                .write(folder.resolve(told(
                        "missing_heading.xlsx", ERROR, ENGAGEMENT, "A1", "No column for the hub, nor a word of it.")));
        new GoodWorkbook(schools)
                .without(ENGAGEMENT, "activity")
                .write(folder.resolve(told(
                        "nearest_return.xlsx",
                        ERROR,
                        ENGAGEMENT.sheet,
                        "No column for the activity: it is converted.")));
        good(ENGAGEMENT)
                .putColumn(ENGAGEMENT, "K", "Room", "Hall")
                .write(folder.resolve(told("unknown_column.xlsx", QUERY, ENGAGEMENT, "K1", "Nobody asks for a room.")));
        good(ENGAGEMENT)
                .putColumn(ENGAGEMENT, "K", "Status", "Completed")
                .write(folder.resolve(
                        told("duplicate_heading.xlsx", ERROR, ENGAGEMENT, "K1", "Two columns of status.")));
    }

    private void writeFaultySheets(Path folder) throws IOException {
        good(PATHWAY)
                .put(PATHWAY, "E5", "Sustaning")
                .put(PATHWAY, "E6", "Mastery")
                .write(folder.resolve(told(
                        "too_many_errors.xlsx",
                        ERROR,
                        "Pathway",
                        "Two rows of fourteen have an unknown stage (E5, E6: unknown_choice), so the sheet is held.")));
        good(PATHWAY)
                .with(STATED_TOTALS)
                .put(STATED_TOTALS, "D3", GoodWorkbook.ROWS + 2)
                .write(folder.resolve(told(
                        "stated_total_differs.xlsx",
                        QUERY,
                        STATED_TOTALS,
                        "D3",
                        "It says 16 at Embedding; the sheet Pathway has 14.")));
    }

    private void writeColours(Path folder) throws IOException {
        GoodWorkbook coloured = good(PATHWAY);
        CellStyle red = coloured.cell(PATHWAY, "A1").getSheet().getWorkbook().createCellStyle();
        red.setFillForegroundColor(IndexedColors.RED.getIndex());
        red.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        for (int row = 2; row <= GoodWorkbook.ROWS + 1; row++)
            coloured.cell(PATHWAY, "G" + row).setCellStyle(red);
        coloured.write(folder.resolve(
                told("colours_not_read.xlsx", QUERY, PATHWAY, "G1", "The reason is a colour, and no word.")));
    }

    private void writeHiddenParts(Path folder) throws IOException {
        GoodWorkbook rows = good(ENGAGEMENT);
        for (String address : List.of("A5", "A6"))
            rows.cell(ENGAGEMENT, address).getRow().setZeroHeight(true);
        rows.write(folder.resolve(told("hidden_rows.xlsx", QUERY, ENGAGEMENT, "A5", "Rows 5 and 6 are hidden.")));
        GoodWorkbook struck = good(ENGAGEMENT);
        Workbook book = struck.cell(ENGAGEMENT, "A5").getSheet().getWorkbook();
        Font line = book.createFont();
        line.setStrikeout(true);
        CellStyle through = book.createCellStyle();
        through.setFont(line);
        struck.cell(ENGAGEMENT, "A5").getRow().forEach(cell -> cell.setCellStyle(through));
        struck.write(folder.resolve(told("struck_rows.xlsx", QUERY, ENGAGEMENT, "A5", "Row 5 has a line through it.")));
        GoodWorkbook column = good(ENGAGEMENT);
        column.cell(ENGAGEMENT, "I1").getSheet().setColumnHidden(8, true);
        column.write(folder.resolve(
                told("hidden_column.xlsx", QUERY, ENGAGEMENT, "I1", "The column of attendance is hidden.")));
        GoodWorkbook named = good(ENGAGEMENT).put(ENGAGEMENT, "C5", "");
        School school = schools.openIn(SampleHub.QS1, 2022).get(3);
        named.put(ENGAGEMENT, "K1", "LA").put(ENGAGEMENT, "K5", school.la());
        named.write(folder.resolve(
                told("school_by_name.xlsx", QUERY, ENGAGEMENT, "C5", "A name and its local authority, and no URN.")));
        GoodWorkbook second = good(ENGAGEMENT);
        second.put(ENGAGEMENT, "A18", "Hub").put(ENGAGEMENT, "B18", "Academic year");
        second.put(ENGAGEMENT, "C18", "Lead reference").put(ENGAGEMENT, "D18", "Lead role");
        second.put(ENGAGEMENT, "A19", "QS1").put(ENGAGEMENT, "B19", "2022/23");
        second.put(ENGAGEMENT, "C19", "L1").put(ENGAGEMENT, "D19", "Coordinator");
        second.write(folder.resolve(
                told("second_table.xlsx", QUERY, ENGAGEMENT, "A18", "The list of leads stands below the engagement.")));
        GoodWorkbook sheet = good(ENGAGEMENT).with(PATHWAY);
        sheet.cell(PATHWAY, "A1").getSheet().getWorkbook().setSheetHidden(1, true);
        sheet.write(
                folder.resolve(told("hidden_sheet.xlsx", QUERY, PATHWAY.sheet, "The pathway is on a hidden sheet.")));
    }

    private void writeFaultyText(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(
                ",",
                ENGAGEMENT.columns.stream().map(ReturnSheet.Column::canonical).toList()));
        for (List<Object> row : new GoodWorkbook(schools).rows(ENGAGEMENT))
            lines.add(String.join(",", row.stream().map(Object::toString).toList()));
        lines.set(4, lines.get(4).replace("Completed", "\"Completed"));
        text(folder, told("unclosed_quote.csv", ERROR, "row 5", "A quotation mark opens and is never closed."), lines);
        text(
                folder,
                told("unrecognised_file.csv", ERROR, "file", "No return has such headings."),
                List.of("Item,Quantity", "Tea bags,80", "Biscuits,6", "Milk,2"));
        text(
                folder,
                told("turned_table.csv", ERROR, "file", "A column for each activity, and a row for each heading."),
                List.of("Activity code,MA22-01,MA22-02", "Places offered,24,12", "Places filled,20,9"));
        text(
                folder,
                told("no_heading_row.csv", ERROR, "file", "Schools with their numbers, and no headings above them."),
                schools.openIn(SampleHub.QS1, 2022).subList(0, 4).stream()
                        .map(school -> school.urn() + "," + school.name())
                        .toList());
        text(
                folder,
                told("web_page.xlsx", ERROR, "file", "A web page that says it is a workbook."),
                List.of("<html><body><table>", "<tr><td>URN</td></tr>", "</table></body></html>"));
        text(folder, told("empty_file.csv", ERROR, "file", "Not a single byte."), List.of());
    }

    private void writeUnreadable(Path folder) throws IOException {
        byte[] good = good(ENGAGEMENT).bytes();
        Files.write(
                folder.resolve(told("damaged_file.xlsx", ERROR, "file", "The second half of the workbook is gone.")),
                Arrays.copyOf(good, good.length / 2));
        Path encrypted = folder.resolve(told("encrypted_file.xlsx", ERROR, "file", "It asks for a password."));
        // Encryption uses a random salt, so a new file would differ each time: the old one is kept.
        if (!Files.exists(encrypted)) encrypt(good, encrypted);
    }

    private static void encrypt(byte[] workbook, Path target) throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream file = Files.newOutputStream(target)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("invented");
            try (OutputStream locked = encryptor.getDataStream(container)) {
                locked.write(workbook);
            }
            container.writeFilesystem(file);
        } catch (GeneralSecurityException noSuchCipher) {
            throw new IOException(noSuchCipher);
        }
    }

    private GoodWorkbook good(ReturnSheet form) {
        return new GoodWorkbook(schools).with(form);
    }

    private static void text(Path folder, String name, List<String> lines) throws IOException {
        String text = lines.isEmpty() ? "" : String.join("\r\n", lines) + "\r\n";
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private String told(String file, String severity, ReturnSheet form, String address, String sentence) {
        return told(file, severity, form.sheet + "!" + address, sentence);
    }

    private String told(String file, String severity, String place, String sentence) {
        faults.add(new ExpectedFinding(file, severity, place, sentence));
        return file;
    }

    private void writeList(Path file) throws IOException {
        StringBuilder list = new StringBuilder("""
            # Faulty files

            Each file has one fault, and must give the finding it is named after and no other. The files are read
            together with `../registers`. `SampleData` writes the files and this list.

            | file | rule | severity | place | what is wrong |
            |---|---|---|---|---|
            """);
        faults.stream()
                .sorted(Comparator.comparing(ExpectedFinding::file))
                .forEach(fault -> list.append("| %s | %s | %s | %s | %s |\n"
                        .formatted(fault.file(), fault.rule(), fault.severity(), fault.place(), fault.sentence())));
        Files.writeString(file, list, StandardCharsets.UTF_8);
    }
}
