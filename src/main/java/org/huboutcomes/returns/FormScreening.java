package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.conversion.Given;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.FormBlock;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.FilledForm;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.PersonalData;
import org.huboutcomes.returns.values.CellReading;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.DocumentParts;
import org.huboutcomes.spreadsheets.model.MergedCells;
import org.jspecify.annotations.Nullable;

/// Reads one filled form: its labels as one row, and each of its blocks as a separate table.
final class FormScreening {

    // List markers inside a line, each of which begins a new line.
    private static final Pattern BULLET =
            Pattern.compile("[ \\t\\u00a0]*[\\u2022\\u25cf\\u25cb\\u25aa\\u25a0\\u25e6\\u2023\\uf0b7](?=\\s)\\s+");
    private static final int LETTERS_QUOTED = 80;

    private final String name;
    private final FilledForm form;
    private final ReturnType type;
    private final FieldTypes fieldTypes;
    private final Rules rules;
    private final MergedCells merged;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, List<AcceptedRow>> accepted = new LinkedHashMap<>();
    private final Map<String, List<String>> further = new HashMap<>();
    private final Set<Integer> leftOut = new HashSet<>();
    private Function<Field, Optional<Given>> elsewhere = field -> Optional.empty();
    private Optional<DocumentParts> document = Optional.empty();
    private boolean isTemplate;
    private int kept = 1;

    FormScreening(
            String name, ReturnType type, FilledForm form, FieldTypes fieldTypes, Rules rules, MergedCells merged) {
        this.name = name;
        this.type = type;
        this.form = form;
        this.fieldTypes = fieldTypes;
        this.rules = rules;
        this.merged = merged;
    }

    /// Sets whether the sheet is one of our templates.
    FormScreening template(boolean ours) {
        isTemplate = ours;
        return this;
    }

    /// Sets where to look for the hub and the year if no label gives them.
    FormScreening whose(Function<Field, Optional<Given>> found) {
        elsewhere = found;
        return this;
    }

    /// Sets that the form is a text document, with the other parts of that document.
    FormScreening document(Optional<DocumentParts> parts) {
        document = parts;
        return this;
    }

    ScreenedSheet screen() {
        @Nullable Object[] header = header();
        if (findings.stream().anyMatch(Finding::isError)) return ScreenedSheet.held(name, type, findings);
        document.ifPresent(this::tell);
        Integer period = (Integer) header[index(1)];
        AcademicYear year = AcademicYear.ofPeriod(Objects.requireNonNull(period));
        for (FormBlock block : type.blocks()) screen(block, year);
        told(form.stray()).forEach(this::tell);
        further.forEach((field, lines) -> addTo(header, field, lines));
        List<AcceptedRow> labels = List.of(new AcceptedRow(form.firstRow(), header));
        Claim claim = new Claim((String) header[index(0)], period, labels, accepted);
        int read = form.lastRow() - form.firstRow() + 1;
        boolean isFilledIn = Arrays.stream(header).filter(Objects::nonNull).count()
                        > type.claim().size()
                || kept > 1
                || !leftOut.isEmpty();
        if (!isTemplate && !isFilledIn)
            findings.add(rules.whole(
                    Rule.NIL_RETURN,
                    "return",
                    type.title(),
                    "hub",
                    Objects.requireNonNull(claim.hub()),
                    "year",
                    year.label()));
        if (isTemplate && !isFilledIn)
            return ScreenedSheet.notFilledIn(
                    name, type, new RowCounts(read, 0, 0, 0, read), claim.hub(), claim.timePeriod());
        claim.rowNumbers().forEach(leftOut::remove);
        int out = Math.min(leftOut.size(), Math.max(0, read - kept));
        RowCounts tally = new RowCounts(Math.max(read, kept), kept, out, 0, Math.max(0, read - kept - out));
        return new ScreenedSheet(
                name, type, ScreenedSheet.Status.ACCEPTED, form.letters(), tally, List.of(claim), findings);
    }

    private void tell(DocumentParts parts) {
        if (parts.changes() > 0)
            findings.add(rules.whole(
                    Rule.TRACKED_CHANGES,
                    "changes",
                    EnglishFormat.counted(parts.changes(), "tracked change", "tracked changes")));
        if (parts.comments() > 0)
            findings.add(rules.whole(
                    Rule.COMMENTS_NOT_READ,
                    "comments",
                    EnglishFormat.counted(parts.comments(), "comment", "comments")));
        if (parts.pictures() > 0)
            findings.add(rules.whole(
                    Rule.PICTURES_NOT_READ,
                    "pictures",
                    EnglishFormat.counted(parts.pictures(), "picture", "pictures")));
    }

    private int index(int claimed) {
        return type.columns().indexOf(type.claim().get(claimed));
    }

    private void addTo(@Nullable Object[] header, String field, List<String> lines) {
        int at = type.columns().indexOf(field);
        String text = String.join("\n", lines);
        header[at] = header[at] == null ? text : header[at] + "\n" + text;
    }

    // -- labels

    private @Nullable Object[] header() {
        List<Field> stored = type.stored();
        @Nullable Object[] values = new Object[stored.size()];
        for (int i = 0; i < values.length; i++) {
            Field field = stored.get(i);
            List<FilledForm.Entry> entries = form.entries().getOrDefault(field, List.of());
            int told = findings.size();
            values[i] = field.type().equals("text") ? text(entries) : value(field, entries);
            if (values[i] == null && field.required() && findings.size() == told) findings.add(missing(field));
        }
        return values;
    }

    /// The first readable value beside any occurrence of the label; otherwise the value in the title of the sheet,
    /// its name or the name of the file.
    private @Nullable Object value(Field field, List<FilledForm.Entry> entries) {
        CellReading.Remark remark = null;
        FilledForm.Entry told = null;
        for (FilledForm.Entry entry : entries) {
            CellReading reading = fieldTypes.read(field, entry.first(), null);
            if (reading.remark() != null && remark == null) {
                remark = reading.remark();
                told = entry;
            }
            if (reading.value() == null) continue;
            if (reading.remark() != null) tell(field, entry, reading.remark());
            return reading.value();
        }
        if (remark != null && told != null) {
            tell(field, told, remark);
            return null;
        }
        Object titled = fromTitle(field);
        if (titled != null) return titled;
        Optional<Given> given = elsewhere.apply(field);
        given.ifPresent(found -> findings.add(rules.at(
                Rule.VALUE_FROM_ELSEWHERE,
                0,
                null,
                field.name(),
                null,
                Rules.words(
                        "field",
                        field.title(),
                        "meant",
                        found.written(),
                        "source",
                        found.source(),
                        "happened",
                        "The sheet was kept"))));
        return given.map(Given::value).orElse(null);
    }

    private void tell(Field field, FilledForm.Entry entry, CellReading.Remark remark) {
        String happened = rules.isError(remark.rule()) ? "The sheet was not read" : "The sheet was kept";
        findings.add(remark.finding(rules, field, entry.first(), entry.row(), entry.address(), happened));
    }

    private static @Nullable String text(List<FilledForm.Entry> entries) {
        String lines = entries.stream()
                .flatMap(entry -> entry.lines().stream())
                .map(FormScreening::paragraphs)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? null : PersonalData.without(lines);
    }

    /// Keeps line breaks, which separate paragraphs, and puts list items on separate lines.
    private static String paragraphs(Cell cell) {
        if (!(cell instanceof Cell.Text text)) return CellText.of(cell);
        return Arrays.stream(BULLET.matcher(text.text()).replaceAll("\n\u2022 ").split("\\R"))
                .map(line -> CellText.of(new Cell.Text(line)))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    /// A title such as "Evidence summary 2022/23" gives the year as a label does.
    private @Nullable Object fromTitle(Field field) {
        if (!field.type().equals("academic_year")) return null;
        return form.titles().stream()
                .flatMap(row -> row.cells().stream())
                .map(CellText::of)
                .map(AcademicYear::within)
                .flatMap(Optional::stream)
                .findFirst()
                .map(AcademicYear::timePeriod)
                .orElse(null);
    }

    private Finding missing(Field field) {
        return rules.at(
                Rule.MISSING_LABEL,
                form.firstRow(),
                document.isPresent() ? null : "A" + form.firstRow(),
                field.name(),
                null,
                Rules.words("field", field.title()));
    }

    // -- what belongs nowhere

    /// Text in one cell is reported once.
    private static List<FilledForm.Stray> told(List<FilledForm.Stray> all) {
        Map<String, FilledForm.Stray> byPlace = new LinkedHashMap<>();
        for (FilledForm.Stray stray : all)
            byPlace.merge(
                    stray.address(),
                    stray,
                    (one, more) -> new FilledForm.Stray(
                            one.row(), one.address(), one.heading(), one.text() + " " + more.text()));
        return List.copyOf(byPlace.values());
    }

    private void tell(FilledForm.Stray stray) {
        leftOut.add(stray.row());
        findings.add(stray(stray.row(), stray.address(), stray.heading(), stray.text()));
    }

    private Finding stray(int row, String address, @Nullable String heading, String text) {
        return rules.at(
                Rule.TEXT_IN_NO_BLOCK,
                row,
                address,
                null,
                quoted(text),
                Rules.words("heading", heading == null ? null : quoted(heading), "blocks", titles()));
    }

    private static String quoted(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= LETTERS_QUOTED
                ? line
                : line.substring(0, LETTERS_QUOTED).strip() + "\u2026";
    }

    private String titles() {
        return Stream.concat(
                        type.stored().stream()
                                .filter(field -> !type.claim().contains(field.name()))
                                .map(Field::title),
                        type.blocks().stream().map(FormBlock::title))
                .collect(Collectors.joining(", "));
    }

    // -- blocks

    private void screen(FormBlock block, AcademicYear year) {
        FilledForm.Block written = form.blocks().get(block);
        if (written == null) {
            if (!block.optional())
                findings.add(rules.whole(
                        Rule.MISSING_BLOCK,
                        "block",
                        block.title(),
                        "headings",
                        block.fields().stream().map(Field::title).collect(Collectors.joining(", "))));
            return;
        }
        FormRows read = new FormRows(block, fieldTypes, merged);
        List<AcceptedRow> rows = new ArrayList<>();
        for (FormRow row : read.of(written)) screen(block, row, year, rows);
        List<FilledForm.Stray> beside = new ArrayList<>();
        for (FilledForm.Paragraph paragraph : read.beside()) {
            String address = FilledForm.address(paragraph.row(), 0);
            if (block.text() == null)
                beside.add(new FilledForm.Stray(paragraph.row().number(), address, block.title(), paragraph.text()));
            else
                further.computeIfAbsent(block.text(), none -> new ArrayList<>())
                        .add(PersonalData.without(paragraphs(new Cell.Text(paragraph.text()))));
        }
        told(beside).forEach(this::tell);
        accepted.put(block.name(), rows);
        kept += rows.size();
    }

    private void screen(FormBlock block, FormRow row, AcademicYear year, List<AcceptedRow> rows) {
        List<Field> stored = block.stored();
        @Nullable Object[] values = new Object[stored.size()];
        boolean good = true;
        for (Map.Entry<Field, Cell> one : row.values().entrySet()) {
            Field field = one.getKey();
            Cell cell = one.getValue();
            CellReading reading = field.type().equals("text") ? text(cell) : fieldTypes.read(field, cell, year);
            CellReading.Remark remark = reading.remark();
            if (remark != null) {
                good &= !rules.isError(remark.rule()) || !field.required();
                String happened = good ? "The row was kept" : "The row was left out";
                String address = Objects.requireNonNull(row.addresses().get(field));
                findings.add(remark.finding(rules, field, cell, row.number(), address, happened));
            }
            if (!field.personal()) values[stored.indexOf(field)] = reading.value();
        }
        for (int i = 0; good && i < values.length; i++)
            if (stored.get(i).required() && values[i] == null) {
                good = false;
                String address = row.addresses().values().stream().findFirst().orElse(null);
                String text = row.values().values().stream().map(CellText::of).collect(Collectors.joining(" "));
                if (address != null) findings.add(stray(row.number(), address, block.title(), text));
            }
        if (good) rows.add(new AcceptedRow(row.number(), values));
        else leftOut.add(row.number());
    }

    private static CellReading text(Cell cell) {
        if (cell instanceof Cell.Uncalculated) return CellReading.of("");
        String text = paragraphs(cell);
        if (text.isEmpty()) return CellReading.NOTHING;
        return PersonalData.isIn(text)
                ? new CellReading(PersonalData.coded(text), new CellReading.Remark(Rule.PERSONAL_VALUE, Map.of()))
                : CellReading.of(text);
    }
}
