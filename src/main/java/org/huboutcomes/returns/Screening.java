package org.huboutcomes.returns;

import java.nio.file.Path;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.conversion.CountedSessions;
import org.huboutcomes.returns.conversion.GuessedLayout;
import org.huboutcomes.returns.conversion.NearReturn;
import org.huboutcomes.returns.conversion.RememberedSheet;
import org.huboutcomes.returns.conversion.Surroundings;
import org.huboutcomes.returns.conversion.TitledBlocks;
import org.huboutcomes.returns.conversion.WhoseReturn;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.FilledForm;
import org.huboutcomes.returns.recognition.FormRecognition;
import org.huboutcomes.returns.recognition.GeneratedParts;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.recognition.Recognition;
import org.huboutcomes.returns.recognition.SheetLayout;
import org.huboutcomes.returns.recognition.TableReader;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.CodeSpellings;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.spreadsheets.BookOpener;
import org.huboutcomes.spreadsheets.model.Book;
import org.huboutcomes.spreadsheets.model.ReadLimits;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// Reads files as returns: every row is accepted, left out with a finding, counted as a duplicate, or ignored.
public final class Screening {

    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)(20\\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)");
    private static final int HEADINGS_OF_A_LIST = 5;
    private static final Set<String> READ_AGAINST_REGISTERS = Set.of("school", "hub");

    /// Rules reported for a remembered layout too.
    private static final Set<Rule> TOLD_AGAIN =
            Set.of(Rule.COLUMNS_OF_TERMS, Rule.COLUMNS_OF_YEARS, Rule.ROWS_UNTICKED);

    private final ReturnTypes types;
    private final Recognition recognition;
    private final FormRecognition forms;
    private final ReadLimits limits;
    private final Pseudonyms pseudonyms;

    /// Pseudonyms of people found by this instance apply to this run only.
    public Screening(ReturnTypes types, ReadLimits limits) {
        this(types, limits, Pseudonyms.ofThisRun());
    }

    public Screening(ReturnTypes types, ReadLimits limits, Pseudonyms pseudonyms) {
        this.types = types;
        this.recognition = new Recognition(
                types.all().stream().filter(type -> !type.isForm()).toList(), types.dialects());
        this.forms = new FormRecognition(
                types.all().stream().filter(ReturnType::isForm).toList());
        this.limits = limits;
        this.pseudonyms = pseudonyms;
    }

    /// The lowest load order of the returns in the file, or the highest possible if no return is recognised.
    public int order(Path file, String name) {
        int last = types.all().get(types.all().size() - 1).order();
        try (Book book = BookOpener.open(file, name, limits)) {
            int order = last;
            for (Sheet sheet : book.sheets()) order = Math.min(order, order(sheet, last));
            return order;
        } catch (UnreadableException toBeToldWhenScreened) {
            return last;
        }
    }

    private int order(Sheet sheet, int last) {
        try (Rows rows = sheet.rows()) {
            return new TableReader(recognition, rows)
                    .nextTable()
                    .map(r -> r.type().order())
                    .orElse(last);
        } catch (UnreadableException toBeToldWhenScreened) {
            return last;
        }
    }

    /// Reads the whole file. Faults of the file are in the result; exceptions are faults of the machine.
    public ScreenedFile screen(Path file, String name, ReferenceLists registers) {
        try (Book book = BookOpener.open(file, name, limits)) {
            List<RepeatedTables.Read> read = new ArrayList<>();
            CodeSpellings spellings = new CodeSpellings();
            Surroundings around = around(book, name);
            for (Sheet sheet : book.sheets())
                for (ScreenedSheet table : screen(sheet, name, registers, around, spellings))
                    read.add(new RepeatedTables.Read(table, sheet.hidden()));
            List<ScreenedSheet> sheets =
                    new ListsBeside(types.rules()).setAside(new RepeatedTables(types.rules()).once(read));
            boolean waits = sheets.stream().anyMatch(sheet -> waits(sheet, registers));
            return waits
                    ? new ScreenedFile(
                            ScreenedFile.Status.WAITING,
                            List.of(),
                            List.of(types.rules().whole(Rule.WAITS_FOR_REGISTERS)))
                    : new FileWithoutReturn(types.rules())
                            .of(book, sheets, () -> near(registers, around))
                            .orElseGet(() -> ScreenedFile.of(sheets, types.rules()));
        } catch (UnreadableException e) {
            return ScreenedFile.refused(types.rules().of(e));
        }
    }

    /// The year in which a register was downloaded, from the date in its name.
    private static Year year(String sheet, String file) {
        return Stream.of(sheet, file)
                .map(DAY::matcher)
                .filter(Matcher::find)
                .map(day -> Year.of(Integer.parseInt(day.group(1))))
                .findFirst()
                .orElseGet(() -> Year.now(ZoneOffset.UTC));
    }

    /// Empty if the registers needed to read such sheets have not been received.
    private Optional<NearReturn> near(ReferenceLists registers, Surroundings around) {
        return registers.isComplete()
                ? Optional.of(
                        new NearReturn(types, registers, new FieldTypes(registers, types.scales()), around, pseudonyms))
                : Optional.empty();
    }

    private Surroundings around(Book book, String name) {
        return new Surroundings(
                name, book.sheets(), first -> recognition.recognise(first).isPresent());
    }

    private static boolean waits(ScreenedSheet sheet, ReferenceLists registers) {
        return !registers.isComplete()
                && sheet.type() != null
                && sheet.type().fields().stream().anyMatch(field -> READ_AGAINST_REGISTERS.contains(field.type()));
    }

    /// A sheet that cannot be read does not affect the other sheets.
    private List<ScreenedSheet> screen(
            Sheet sheet, String file, ReferenceLists registers, Surroundings around, CodeSpellings spellings) {
        try (Rows rows = sheet.rows()) {
            TableReader feed = new TableReader(recognition, rows);
            if (GeneratedParts.isSheet(feed.first()))
                return List.of(ScreenedSheet.ours(sheet.name(), GeneratedParts.notes(feed.first(), rows)));
            return tables(sheet, feed, fieldTypes(sheet, file, registers), registers, around, spellings);
        } catch (UnreadableException e) {
            return List.of(ScreenedSheet.unreadable(sheet.name(), types.rules().of(e)));
        }
    }

    private FieldTypes fieldTypes(Sheet sheet, String file, ReferenceLists registers) {
        return new FieldTypes(registers, types.scales(), year(sheet.name(), file));
    }

    private List<ScreenedSheet> tables(
            Sheet sheet,
            TableReader feed,
            FieldTypes fieldTypes,
            ReferenceLists registers,
            Surroundings around,
            CodeSpellings spellings)
            throws UnreadableException {
        if (sheet.document().isPresent()) return List.of(document(sheet, fieldTypes, around));
        Optional<RecognisedTable> table = feed.nextTable();
        boolean template = GeneratedParts.isTemplate(feed.first());
        Optional<ReturnType> form =
                table.filter(Screening::isNoForm).isPresent() ? Optional.empty() : forms.recognise(feed.first());
        NearReturn near = new NearReturn(types, registers, fieldTypes, around, pseudonyms);
        // A transposed table has labels like a form.
        Optional<Finding> turned =
                form.isPresent() && !template && registers.isComplete() ? near.turned(sheet) : Optional.empty();
        if (turned.isPresent()) return List.of(ScreenedSheet.unreadable(sheet.name(), turned.get()));
        if (form.isPresent()) {
            FilledForm filled = FormRecognition.filled(form.get(), feed.first(), feed.rows());
            return List.of(form(sheet, form.get(), filled, fieldTypes, around)
                    .template(template)
                    .screen());
        }
        if (!template) {
            List<Integer> others = neverOfList(table, feed);
            Optional<ConvertedTable> converted =
                    near.converted(sheet, table.orElse(null), !others.isEmpty(), feed.first());
            Optional<ScreenedSheet> remembered =
                    converted.flatMap(one -> remembered(one, fieldTypes, registers, spellings));
            if (remembered.isPresent()) return List.of(remembered.get());
            if (converted.isPresent())
                return List.of(ScreenedSheet.converted(
                        converted.get(),
                        types.rules(),
                        around.isOneSheet() ? "Nothing was read" : "This sheet was not read"));
            if (table.isPresent() && !others.isEmpty())
                return List.of(ScreenedSheet.unreadable(sheet.name(), notTheList(sheet, table.get(), others)));
        }
        List<ScreenedSheet> tables = new ArrayList<>();
        feed.parting((read, row) -> TitledBlocks.saysWhose(fieldTypes, read, row));
        for (; table.isPresent(); table = feed.nextTable()) {
            NearReturn.Whole whole = near.whole(sheet, table.get(), feed.above());
            RecognisedTable own = near.withBranches(sheet, whole.table());
            Optional<CountedSessions> sessions = near.sessions(sheet, own);
            SheetScreening screening = new SheetScreening(
                            sheet,
                            sessions.map(CountedSessions::table).orElse(own),
                            fieldTypes,
                            registers,
                            types.rules(),
                            limits.findings(),
                            spellings,
                            pseudonyms)
                    .template(template)
                    .with(whole.findings())
                    .counting(sessions.orElse(null));
            tables.add((tables.isEmpty() ? screening : screening.after()).screen(feed));
        }
        if (!tables.isEmpty()) return tables;
        return List.of(noReturn(sheet, near, registers));
    }

    /// Whether a table has too many headings to be a form: it lacks only its hub and year, or has many headings in
    /// a row.
    private static boolean isNoForm(RecognisedTable table) {
        return table.lacksOnlyItsClaim() || table.columns().size() >= HEADINGS_OF_A_LIST;
    }

    private List<Integer> neverOfList(Optional<RecognisedTable> table, TableReader feed) throws UnreadableException {
        return table.isPresent() ? recognition.neverOfList(table.get(), feed.first()) : List.of();
    }

    private Finding notTheList(Sheet sheet, RecognisedTable table, List<Integer> others) {
        List<String> headings = others.stream()
                .map(column -> CellText.of(table.heading().cell(column)))
                .toList();
        return types.rules()
                .whole(
                        Rule.NOT_THE_LIST,
                        "sheet",
                        sheet.name(),
                        "return",
                        table.type().title(),
                        "others",
                        EnglishFormat.listed(headings));
    }

    /// A sheet without a table of a return.
    private ScreenedSheet noReturn(Sheet sheet, NearReturn near, ReferenceLists registers) {
        if (!sheet.hidden() && registers.isComplete() && near.listsSchools(sheet))
            return ScreenedSheet.ignored(sheet.name(), types.rules().whole(Rule.SCHOOLS_BESIDE, "sheet", sheet.name()));
        // A hidden sheet is used by the workbook itself.
        Optional<Finding> unread = sheet.hidden() || !registers.isComplete() ? Optional.empty() : near.unread(sheet);
        if (unread.isPresent()) return ScreenedSheet.unreadable(sheet.name(), unread.get());
        boolean counts = !sheet.hidden()
                && registers.isComplete()
                && near.pivot(List.of(sheet)).isPresent();
        return counts
                ? ScreenedSheet.ignored(sheet.name(), types.rules().whole(Rule.PIVOT_BESIDE, "sheet", sheet.name()))
                : ScreenedSheet.ignored(sheet.name());
    }

    /// Reads the sheet with a layout of headings that its hub has confirmed before; empty if it has not, or if
    /// more than headings would be guessed.
    private Optional<ScreenedSheet> remembered(
            ConvertedTable table, FieldTypes fieldTypes, ReferenceLists registers, CodeSpellings spellings) {
        GuessedLayout layout = table.layout();
        if (layout == null || !table.isGuessedInHeadingsAlone()) return Optional.empty();
        Optional<ReferenceLists.KnownLayout> known = table.hub()
                .flatMap(hub -> registers.layout(hub, table.type().name(), layout.headings()))
                .filter(one -> one.columns().equals(layout.columns()));
        if (known.isEmpty()) return Optional.empty();
        RememberedSheet sheet = new RememberedSheet(table, layout.places());
        try (Rows rows = sheet.rows()) {
            TableReader feed = new TableReader(recognition, rows);
            Optional<RecognisedTable> read = feed.nextTable()
                    .filter(one -> one.missing().isEmpty() && one.type().equals(table.type()));
            if (read.isEmpty()) return Optional.empty();
            return Optional.of(new SheetScreening(
                            sheet,
                            read.get(),
                            fieldTypes,
                            registers,
                            types.rules(),
                            limits.findings(),
                            spellings,
                            pseudonyms)
                    .with(told(table, layout, known.get()))
                    .downTo(table.lastRow())
                    .screen(feed));
        } catch (UnreadableException cannotBe) {
            throw new IllegalStateException("rows that are in memory", cannotBe);
        }
    }

    /// Reports that the layout is known, and the fields that are not simple columns.
    private List<Finding> told(ConvertedTable table, GuessedLayout layout, ReferenceLists.KnownLayout known) {
        List<String> columns = layout.columns().entrySet().stream()
                .map(one -> one.getValue() + " as "
                        + Objects.requireNonNull(table.type().find(one.getKey()))
                                .title())
                .toList();
        List<Finding> findings = new ArrayList<>();
        findings.add(types.rules()
                .at(
                        Rule.LAYOUT_REMEMBERED,
                        table.heading(),
                        RecognisedTable.address(0, table.heading()),
                        null,
                        null,
                        Rules.words(
                                "file",
                                known.file(),
                                "columns",
                                EnglishFormat.listed(columns),
                                "return",
                                table.type().title())));
        table.remarks().stream()
                .filter(remark -> TOLD_AGAIN.contains(remark.rule()))
                .forEach(remark -> {
                    Map<String, String> words = new HashMap<>(remark.words());
                    words.put("happened", "The values count as they were read");
                    String field =
                            remark.field() == null ? null : remark.field().name();
                    findings.add(
                            types.rules().at(remark.rule(), remark.row(), remark.cell(), field, remark.value(), words));
                });
        return findings;
    }

    /// The result for a text document; empty if the file is not one, or if nothing in it was loaded.
    public Optional<ScreenedSheet> document(Path file, String name, ReferenceLists registers)
            throws UnreadableException {
        try (Book book = BookOpener.open(file, name, limits)) {
            Sheet first = book.sheets().get(0);
            if (first.document().isEmpty()) return Optional.empty();
            ScreenedSheet read = document(first, new FieldTypes(registers, types.scales()), around(book, name));
            return read.status() == ScreenedSheet.Status.ACCEPTED
                            && !read.claims().isEmpty()
                    ? Optional.of(read)
                    : Optional.empty();
        }
    }

    private FormScreening form(
            Sheet sheet, ReturnType type, FilledForm filled, FieldTypes fieldTypes, Surroundings around)
            throws UnreadableException {
        WhoseReturn whose = new WhoseReturn(fieldTypes, around);
        return new FormScreening(sheet.name(), type, filled, fieldTypes, types.rules(), sheet.merged())
                .whose(field -> whose.find(field, type, sheet.name(), filled.titles(), List.of()));
    }

    private ScreenedSheet document(Sheet sheet, FieldTypes fieldTypes, Surroundings around) throws UnreadableException {
        List<Row> rows = all(sheet);
        Optional<ReturnType> type = forms.recogniseDocument(rows);
        if (type.isEmpty()) return ScreenedSheet.ignored(sheet.name());
        try (Rows rest = sheet.rows()) {
            FilledForm filled = FormRecognition.filled(type.get(), List.of(), rest);
            return form(sheet, type.get(), filled, fieldTypes, around)
                    .document(sheet.document())
                    .screen();
        }
    }

    private static List<Row> all(Sheet sheet) throws UnreadableException {
        List<Row> all = new ArrayList<>();
        try (Rows rows = sheet.rows()) {
            for (Row row = rows.next(); row != null; row = rows.next()) all.add(row);
        }
        return all;
    }

    /// The sheets of a file that are returned converted.
    public List<ConvertedTable> conversions(Path file, String name, ReferenceLists registers)
            throws UnreadableException {
        List<ConvertedTable> converted = new ArrayList<>();
        try (Book book = BookOpener.open(file, name, limits)) {
            FieldTypes fieldTypes = new FieldTypes(registers, types.scales());
            NearReturn near = new NearReturn(types, registers, fieldTypes, around(book, name), pseudonyms);
            for (Sheet sheet : book.sheets())
                try (Rows rows = sheet.rows()) {
                    TableReader feed = new TableReader(recognition, rows);
                    if (sheet.document().isPresent() || GeneratedParts.isSheet(feed.first())) continue;
                    Optional<RecognisedTable> table = feed.nextTable();
                    boolean complete = table.filter(one -> one.missing().isEmpty() || isNoForm(one))
                            .isPresent();
                    boolean template = GeneratedParts.isTemplate(feed.first());
                    if (!template && (complete || forms.recognise(feed.first()).isEmpty()))
                        near.converted(
                                        sheet,
                                        table.orElse(null),
                                        !neverOfList(table, feed).isEmpty(),
                                        feed.first())
                                .ifPresent(converted::add);
                } catch (UnreadableException alreadyTold) {
                    continue;
                }
        }
        return converted;
    }

    /// The layouts of the sheets of a file that is returned. A sheet that cannot be read is left out.
    ///
    /// @param registers identify the hub and thus the pseudonyms of its people
    public List<SheetLayout> layouts(Path file, String name, ReferenceLists registers) throws UnreadableException {
        List<SheetLayout> layouts = new ArrayList<>();
        try (Book book = BookOpener.open(file, name, limits)) {
            for (Sheet sheet : book.sheets())
                try (Rows rows = sheet.rows()) {
                    layouts.add(layout(sheet.name(), new TableReader(recognition, rows), registers));
                } catch (UnreadableException alreadyTold) {
                    continue;
                }
        }
        return layouts;
    }

    /// The cells in which the returns of a file name one person.
    ///
    /// @param reference the pseudonym stored for the person
    /// @throws UnreadableException if the file cannot be read
    public List<PersonCell> personCells(Path file, String name, ReferenceLists registers, String hub, String reference)
            throws UnreadableException {
        PersonCells person = new PersonCells(new FieldTypes(registers, types.scales()), pseudonyms, hub, reference);
        List<PersonCell> cells = new ArrayList<>();
        try (Book book = BookOpener.open(file, name, limits)) {
            for (Sheet sheet : book.sheets())
                try (Rows rows = sheet.rows()) {
                    if (sheet.document().isEmpty())
                        cells.addAll(person.of(sheet.name(), new TableReader(recognition, rows)));
                } catch (UnreadableException alreadyTold) {
                    continue;
                }
        }
        return cells;
    }

    private SheetLayout layout(String sheet, TableReader feed, ReferenceLists registers) throws UnreadableException {
        List<Row> first = feed.first();
        if (GeneratedParts.isSheet(first)) return new SheetLayout(sheet, null, List.of(), true);
        Optional<RecognisedTable> table = recognition.recognise(first);
        String form = forms.recognise(first).map(ReturnType::name).orElse(null);
        if (table.isPresent() && (table.get().missing().isEmpty() || isNoForm(table.get()) || form == null))
            return new LayoutReading(new FieldTypes(registers, types.scales()), pseudonyms)
                    .of(sheet, table.get().type().name(), feed);
        return new SheetLayout(sheet, form, List.of(), false);
    }
}
