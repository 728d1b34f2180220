package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huboutcomes.returns.conversion.rows.ColumnValues;
import org.huboutcomes.returns.conversion.rows.SessionRows;
import org.huboutcomes.returns.conversion.rows.SheetRows;
import org.huboutcomes.returns.conversion.rows.TablesBeside;
import org.huboutcomes.returns.conversion.rows.TermColumns;
import org.huboutcomes.returns.conversion.rows.YearColumns;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.recognition.GeneratedParts;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.returns.values.SchoolFinder;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Sheet;

/// Finds the closest return for a sheet that is not a return, and converts its rows to that return.
public final class Conversion {

    private static final double ALIKE = 0.5;
    private static final Set<Rule> PUT_TOGETHER = Set.of(Rule.COLUMNS_OF_TERMS, Rule.COLUMNS_OF_YEARS);
    private static final Set<Rule> MORE = Set.of(Rule.HEADING_GUESSED, Rule.COLUMNS_OF_YEARS);

    private final NearestReturn nearest;
    private final ReturnTypes types;
    private final Readings readings;
    private final WhoseReturn whose;
    private final SchoolFinder schools;
    private final Pseudonyms pseudonyms;
    private final Summaries summaries;
    private final Pivots pivots;
    private final UnreadShapes shapes;
    private final SchoolLists lists;
    private final YearColumns years;
    private final ListsBelowChoices belowChoices;
    private final NearestReturn nearestList;
    private final YearColumns yearsOfLists;

    /// @param whose finds the hub and the year around a table
    /// @param pseudonyms for the names of people
    Conversion(ReturnTypes types, ReferenceLists registers, WhoseReturn whose, Pseudonyms pseudonyms) {
        this.types = types;
        this.readings = new Readings(registers, types.scales());
        this.whose = whose;
        this.schools = new SchoolFinder(registers);
        this.pseudonyms = pseudonyms;
        this.summaries = new Summaries(types, readings, whose);
        this.pivots = new Pivots(types, readings);
        this.shapes = new UnreadShapes(types, readings);
        this.lists = new SchoolLists(types, readings);
        List<ReturnType> ofHubs =
                types.all().stream().filter(Conversion::isGivenByHubs).toList();
        this.years = new YearColumns(
                headings(ofHubs, "academic_year"),
                title(ofHubs, "academic_year"),
                types.all().stream()
                        .flatMap(type -> Stream.ofNullable(type.totals())
                                .map(totals -> Objects.requireNonNull(type.find(totals.value()))
                                        .title()))
                        .findFirst()
                        .orElse(""));
        this.nearest = new NearestReturn(ofHubs, types.dialects(), readings);
        this.belowChoices = new ListsBelowChoices(ofHubs, readings);
        List<ReturnType> ofNetworks =
                types.all().stream().filter(Conversion::isKeptByNetworks).toList();
        this.nearestList = new NearestReturn(ofNetworks, types.dialects(), readings);
        this.yearsOfLists = new YearColumns(
                headings(ofNetworks, "academic_year"),
                title(ofNetworks, "academic_year"),
                title(ofNetworks, "decimal"));
    }

    private static Set<String> headings(List<ReturnType> types, String fieldType) {
        return types.stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.type().equals(fieldType))
                .flatMap(Field::headings)
                .map(NormalText::key)
                .collect(Collectors.toSet());
    }

    /// The title of the first field of a type that such lists must have.
    private static String title(List<ReturnType> types, String fieldType) {
        return types.stream()
                .flatMap(type -> type.fields().stream())
                .filter(field -> field.type().equals(fieldType) && field.required())
                .map(Field::title)
                .findFirst()
                .orElse("");
    }

    /// A register is downloaded and not maintained by hand.
    private static boolean isKeptByNetworks(ReturnType type) {
        return !type.isForm() && type.isList() && !type.otherHeadingsLeft();
    }

    /// Forms are not converted: they have labels and no rows.
    private static boolean isGivenByHubs(ReturnType type) {
        return !type.isForm() && !type.claim().isEmpty();
    }

    /// Converts the sheet to the closest return. Empty if it has neither the school nor the hub together with one
    /// more field, or if it has no rows.
    Optional<ConvertedTable> of(Sheet sheet) {
        Optional<ConvertedTable> ofHub = ofHub(sheet);
        // Lists of a network are few and have few headings: a sheet must match a list better than any return.
        Optional<Listed> list = whose.isOneSheet() && !sheet.hidden() ? list(sheet) : Optional.empty();
        return list.filter(one -> ofHub.isEmpty() || one.found() > found(ofHub.get()))
                .map(Listed::table)
                .or(() -> ofHub);
    }

    private record Listed(ConvertedTable table, int found) {}

    /// The number of columns of the original sheet that are read.
    private static int found(ConvertedTable table) {
        return (int) IntStream.range(0, table.columns().size())
                .filter(at -> table.lines().stream()
                        .anyMatch(line -> !line.entries().get(at).cell().isBlank()))
                .count();
    }

    /// Converts the sheet to a list of a network.
    private Optional<Listed> list(Sheet sheet) {
        Optional<SheetRows> rows = SheetRows.of(sheet);
        if (rows.isEmpty()
                || lists.isHeaded(rows.get())
                || shapes.turned(rows.get()).isPresent()) return Optional.empty();
        Optional<TermColumns> yearly = yearsOfLists.ofTotals(rows.get());
        SheetRows read = yearly.map(TermColumns::rows).orElse(rows.get());
        Map<Integer, TermColumns.Joined> joined =
                yearly.map(TermColumns::joined).orElse(Map.of());
        return nearestList.of(read).stream()
                .flatMap(candidate -> converted(sheet, candidate, joined).stream())
                .findFirst()
                .map(table -> new Listed(table, found(table)));
    }

    private Optional<ConvertedTable> ofHub(Sheet sheet) {
        Optional<SheetRows> rows = SheetRows.of(sheet);
        if (rows.isEmpty()
                || GeneratedParts.isSheet(rows.get()
                        .rows()
                        .subList(0, Math.min(40, rows.get().rows().size())))) return Optional.empty();
        if (shapes.turned(rows.get()).isPresent() || lists.isHeaded(rows.get())) return Optional.empty();
        Optional<TermColumns> yearly = years.ofTotals(rows.get());
        Optional<ConvertedTable> totals = yearly.isPresent()
                ? summaries.totals(yearly.get().rows(), yearly.get().joined())
                : summaries.totals(rows.get(), Map.of());
        if (totals.isPresent()) return totals;
        if ((Pivots.isLabelledAsPivot(rows.get())
                        || pivots.countsAnswers(rows.get()).isPresent())
                && pivots.pivotOfReturn(rows.get()).isPresent()) return Optional.empty();
        // The headings of lists beside each other would be read as those of one table.
        List<ListsBelowChoices.Headed> besides = belowChoices.inColumns(rows.get());
        if (besides.size() > 1) return belowChoices(sheet, besides);
        TermColumns terms = years.of(rows.get()).orElseGet(() -> TermColumns.of(rows.get(), this::isMark));
        // Columns of terms or of years repeat headings, but are not separate tables.
        Optional<ConvertedTable> beside = terms.joined().isEmpty() ? beside(sheet, rows.get()) : Optional.empty();
        return beside.or(() -> ofSessions(sheet, rows.get()))
                .or(() -> best(sheet, terms))
                .or(() -> belowChoices(sheet, belowChoices.belowTitles(rows.get())));
    }

    private Optional<ConvertedTable> best(Sheet sheet, TermColumns terms) {
        return nearest.of(terms.rows()).stream()
                .flatMap(candidate -> converted(sheet, candidate, terms.joined()).stream())
                .findFirst();
    }

    /// Converts a register with one row for each person and session.
    private Optional<ConvertedTable> ofSessions(Sheet sheet, SheetRows rows) {
        return SessionRows.of(rows, this::isMark)
                .flatMap(sessions -> best(sheet, new TermColumns(sessions.rows(), Map.of()))
                        .filter(table -> table.remarks().stream().anyMatch(Conversion::isOfCounted))
                        .map(table -> table.withRemarks(table.remarks().stream()
                                .map(remark -> isOfCounted(remark) ? inRows(remark, sessions) : remark)
                                .toList())));
    }

    private static boolean isOfCounted(ConvertedTable.Remark remark) {
        return remark.rule() == Rule.COLUMNS_COUNTED;
    }

    private static ConvertedTable.Remark inRows(ConvertedTable.Remark remark, SessionRows sessions) {
        Map<String, String> words = new HashMap<>(remark.words());
        words.put("count", Integer.toString(sessions.read()));
        return new ConvertedTable.Remark(
                Rule.ROWS_COUNTED,
                remark.row(),
                remark.cell(),
                remark.field(),
                remark.value(),
                words,
                remark.line(),
                remark.column(),
                remark.inReceipt());
    }

    /// Combines tables with the same headings beside each other.
    private Optional<ConvertedTable> beside(Sheet sheet, SheetRows rows) {
        List<ConvertedTable> tables = TablesBeside.of(rows, nearest::isHeading).stream()
                .flatMap(one -> best(sheet, TermColumns.of(one, this::isMark)).stream())
                .toList();
        boolean alike = tables.size() > 1
                && tables.stream()
                        .allMatch(one -> one.type().equals(tables.get(0).type())
                                && one.columns().equals(tables.get(0).columns()));
        return alike ? Optional.of(tables.get(0).with(tables.subList(1, tables.size()))) : Optional.empty();
    }

    private Optional<ConvertedTable> converted(
            Sheet sheet, NearestReturn.Candidate candidate, Map<Integer, TermColumns.Joined> terms) {
        return new TableConversion(sheet, candidate, terms, types, readings, whose, schools, pseudonyms).convert();
    }

    /// Converts lists of schools below the words for the choices of a field.
    private Optional<ConvertedTable> belowChoices(Sheet sheet, List<ListsBelowChoices.Headed> lists) {
        List<ConvertedTable> tables = lists.stream()
                .map(list -> nearest.candidate(list.type(), list.heading(), list.above(), list.below()))
                .flatMap(candidate -> converted(sheet, candidate, Map.of()).stream())
                .toList();
        if (tables.isEmpty()) return Optional.empty();
        return Optional.of(tables.size() == 1 ? tables.get(0) : tables.get(0).with(tables.subList(1, tables.size())));
    }

    /// Whether a sheet lists schools and has no other data about them.
    boolean listsSchools(Sheet sheet) {
        return SheetRows.of(sheet)
                .filter(rows -> lists.isHeaded(rows) || lists.isNearlyHeaded(rows) || lists.isBare(rows))
                .isPresent();
    }

    private boolean isMark(Cell cell) {
        String key = NormalText.key(CellText.of(cell));
        return types.all().stream()
                .map(ReturnType::ticks)
                .anyMatch(ticks -> ticks != null
                        && (ticks.yes().contains(key) || ticks.no().contains(key)));
    }

    /// The finding for a sheet that has the data of a return in an unsupported layout.
    Optional<Finding> unread(Sheet sheet) {
        return SheetRows.of(sheet)
                .flatMap(rows -> shapes.turned(rows)
                        .or(() -> pivots.pivot(rows).isPresent() ? Optional.empty() : shapes.withoutHeadings(rows)));
    }

    Optional<Finding> turned(Sheet sheet) {
        return SheetRows.of(sheet).flatMap(shapes::turned);
    }

    /// The finding for a sheet that only counts the rows of a return.
    Optional<Finding> pivot(Sheet sheet) {
        return SheetRows.of(sheet).flatMap(pivots::pivot);
    }

    /// Converts the sheet if that reads more than the table that was recognised.
    Optional<ConvertedTable> withMore(Sheet sheet, ReturnType type, Map<Integer, Field> columns) {
        long read = columns.values().stream().filter(field -> !field.personal()).count();
        return of(sheet)
                .filter(table -> table.type().equals(type)
                        && table.remarks().stream().anyMatch(remark -> MORE.contains(remark.rule()))
                        && table.columns().size() >= read);
    }

    /// Converts a sheet with a heading that is repeated for another term or year.
    Optional<ConvertedTable> withTwins(Sheet sheet, ReturnType type) {
        return of(sheet)
                .filter(table -> table.type().equals(type)
                        && table.remarks().stream().anyMatch(remark -> PUT_TOGETHER.contains(remark.rule())));
    }

    /// Converts a sheet that has all headings of its return, but some data that can only be suggested: names of
    /// schools below an unknown heading, or other words for choices.
    ///
    /// @param first the first rows of the sheet
    Optional<ConvertedTable> ofWhole(Sheet sheet, RecognisedTable table, List<Row> first) {
        List<Row> below = first.stream()
                .filter(row -> row.number() > table.heading().number())
                .toList();
        if (placesSchools(table) && namesSchools(table, below))
            return withSchools(sheet, table).filter(Conversion::findsHalf);
        if (hasLikelySchools(table)) return withSchools(sheet, table);
        if (saysOtherwise(table, below) || summaries.hasParts(table))
            return of(sheet).filter(converted -> converted.type().equals(table.type()));
        List<String> unsaid = table.columns().entrySet().stream()
                .filter(column -> column.getValue().type().equals("choice")
                        && column.getValue().required()
                        && !below.isEmpty()
                        && below.stream()
                                .allMatch(row -> row.cell(column.getKey()).isBlank()))
                .map(column -> column.getValue().name())
                .toList();
        // A key may explain the colours of the cells.
        return unsaid.isEmpty()
                ? Optional.empty()
                : of(sheet)
                        .filter(converted -> converted.type().equals(table.type())
                                && !converted.values(unsaid).isEmpty());
    }

    private boolean namesSchools(RecognisedTable table, List<Row> below) {
        return table.others().stream().anyMatch(column -> {
            String heading = CellText.of(table.heading().cell(column));
            boolean alike = types.all().stream()
                    .flatMap(type -> type.fields().stream())
                    .filter(field -> field.type().equals("school_name"))
                    .anyMatch(field -> readings.likeness().of(heading, field.likelyHeadings()) >= ALIKE);
            return alike && ColumnValues.of(below, column).areWords();
        });
    }

    /// Whether most values of a required choice are only probable matches.
    private static boolean saysOtherwise(RecognisedTable table, List<Row> below) {
        return table.columns().entrySet().stream()
                .filter(column -> column.getValue().required()
                        && !column.getValue().likelyLabels().isEmpty())
                .anyMatch(column -> ColumnValues.of(below, column.getKey())
                                .share(cell -> ChoiceGuess.likely(column.getValue(), CellText.of(cell))
                                        .isPresent())
                        > 0.5);
    }

    /// Whether at least half of the names belong to schools.
    private static boolean findsHalf(ConvertedTable table) {
        long found = count(table, Rule.SCHOOL_PROPOSED);
        return found > 0 && found >= count(table, Rule.SCHOOL_NOT_FOUND);
    }

    private static long count(ConvertedTable table, Rule rule) {
        return table.remarks().stream().filter(remark -> remark.rule() == rule).count();
    }

    /// Converts a sheet that is a complete return if only that would read its schools: the sheet has a column
    /// similar to one of schools, and none for the return's school field.
    Optional<ConvertedTable> withSchools(Sheet sheet, RecognisedTable table) {
        if (!placesSchools(table) && !hasLikelySchools(table)) return Optional.empty();
        return of(sheet)
                .filter(converted -> converted.type().equals(table.type())
                        && converted.columns().stream()
                                .anyMatch(column -> column.field().type().equals("school")));
    }

    /// Whether the sheet lacks a column of schools that is worth a query. An optional one is not, except for a
    /// survey, whose answers would not count for any school.
    private static boolean placesSchools(RecognisedTable table) {
        return table.type().fields().stream()
                .filter(field -> field.required() || table.type().fromPlatforms())
                .anyMatch(field ->
                        field.type().equals("school") && !table.columns().containsValue(field));
    }

    /// Whether an unread column probably has the numbers of the schools and the one read has names.
    private static boolean hasLikelySchools(RecognisedTable table) {
        return table.columns().values().stream()
                .filter(field -> field.type().equals("school"))
                .anyMatch(field -> table.others().stream()
                        .map(column ->
                                NormalText.key(CellText.of(table.heading().cell(column))))
                        .anyMatch(key -> field.likely().stream()
                                .anyMatch(likely -> NormalText.key(likely).equals(key))));
    }

    /// The columns of any sheet that may name people, for copying it.
    ///
    /// @param rows the rows of the sheet
    /// @return columns (A is 0)
    public static List<Integer> columnsOfPeople(List<Row> rows, ReturnTypes types) {
        Map<Integer, List<String>> texts = new TreeMap<>();
        for (Row row : rows)
            for (int column = 0; column < row.cells().size(); column++)
                if (!row.cell(column).isBlank())
                    texts.computeIfAbsent(column, none -> new ArrayList<>()).add(CellText.of(row.cell(column)));
        Map<String, Field> personal = new HashMap<>();
        types.all()
                .forEach(type -> type.byHeading().forEach((heading, field) -> {
                    if (field.personal()) personal.put(heading, field);
                }));
        return texts.entrySet().stream()
                .filter(column -> People.areIn(column.getValue(), personal.keySet()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
