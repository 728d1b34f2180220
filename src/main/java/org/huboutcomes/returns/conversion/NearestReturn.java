package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.returns.conversion.rows.ColumnValues;
import org.huboutcomes.returns.conversion.rows.SessionHeadings;
import org.huboutcomes.returns.conversion.rows.SheetRows;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.SurveyHeadings;
import org.huboutcomes.returns.definition.TickColumns;
import org.huboutcomes.returns.recognition.GeneratedParts;
import org.huboutcomes.returns.recognition.TwoRowHeadings;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// Finds the closest return for a sheet: by headings that are known, similar or probable, and by the values below
/// them.
final class NearestReturn {

    private static final int ROWS_LOOKED_AT = 40;
    private static final int ROWS_COMPARED = 3;
    private static final int COLUMNS_COMPARED = 80;
    private static final double ALIKE = 0.5;
    private static final double MISSING = 0.25;
    private static final double EVIDENCE = 0.3;
    private static final double TITLED = 0.6;
    private static final double NEARLY_AS_GOOD = 0.7;
    private static final double TICKED = 0.8;
    private static final double RIVALS = 0.9;
    private static final int CELLS_OF_A_TITLE = 2;
    private static final double HALF = 1;
    private static final Set<String> BESIDE = Set.of("postcode", "local_authority");

    private final List<ReturnType> types;
    private final List<TickColumns> ticks;
    private final SurveyHeadings dialects;
    private final Readings readings;
    private final ColumnOptions columns;

    /// A heading row read as one return.
    ///
    /// @param above the rows above it
    /// @param rivals unread columns that may be the correct ones for a field that another column is used for
    /// @param ticked one column for each value of a field; null if there are none
    record Candidate(
            ReturnType type,
            Row heading,
            List<Row> above,
            List<Row> below,
            List<ColumnMatch> matches,
            List<ColumnMatch> rivals,
            @Nullable TickedColumns ticked,
            double score) {

        Optional<ColumnMatch> match(Field field) {
            return matches.stream().filter(match -> match.field().equals(field)).findFirst();
        }
    }

    private record Head(Row heading, int index, ReturnType type, double likeness) {}

    NearestReturn(List<ReturnType> types, SurveyHeadings dialects, Readings readings) {
        this.types = types;
        this.ticks =
                types.stream().flatMap(type -> Stream.ofNullable(type.ticks())).toList();
        this.dialects = dialects;
        this.readings = readings;
        this.columns = new ColumnOptions(readings);
    }

    /// The best candidates for a sheet, each for a different return, whatever their quality: the best, and those
    /// nearly as good.
    List<Candidate> of(SheetRows sheet) {
        Map<ReturnType, Candidate> byType = new LinkedHashMap<>();
        heads(sheet.rows()).stream()
                .map(head -> candidate(head, sheet))
                .sorted(Comparator.comparingDouble(Candidate::score)
                        .thenComparing(one -> -one.heading().number())
                        .reversed())
                .forEach(one -> byType.putIfAbsent(one.type(), one));
        List<Candidate> all = List.copyOf(byType.values());
        return all.stream()
                .filter(one -> one.equals(all.get(0))
                        || one.score() > 0
                                && one.score() >= NEARLY_AS_GOOD * all.get(0).score())
                .toList();
    }

    /// Whether a return has a heading with this key, apart from the many of survey platforms.
    boolean isHeading(String key) {
        return types.stream()
                .anyMatch(type -> !type.fromPlatforms() && type.byHeading().containsKey(key));
    }

    /// The heading rows with the most headings similar to known ones.
    private List<Head> heads(List<Row> rows) {
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i + 1 < rows.size() && i < ROWS_LOOKED_AT; i++) {
            if (!mayHead(rows.get(i))) continue;
            for (ReturnType type : types) {
                for (Row heading : dialects.headings(type, type.byHeading(), rows, i)) {
                    if (known(type, heading) == 0 && holdsChoices(type, heading)) continue;
                    double alone = likeness(type, heading);
                    if (alone > 0) heads.add(new Head(heading, i, type, alone));
                    if (i == 0 || rows.get(i - 1).number() != rows.get(i).number() - 1) continue;
                    Row joined = TwoRowHeadings.of(rows.get(i - 1), heading, type.byHeading());
                    double both = likeness(type, joined);
                    // A short heading may match another field without the group heading above it.
                    if (both > alone || both > 0 && known(type, joined) > known(type, heading))
                        heads.add(new Head(joined, i, type, Math.max(both, alone)));
                }
            }
        }
        Set<Integer> best = new HashSet<>();
        heads.stream()
                .sorted(Comparator.comparingDouble(Head::likeness).reversed().thenComparing(Head::index))
                .forEach(head -> {
                    if (best.size() < ROWS_COMPARED) best.add(head.index());
                });
        return heads.stream().filter(head -> best.contains(head.index())).toList();
    }

    /// A row of headings has at least two words and few numbers, or is a row of sessions.
    private static boolean mayHead(Row row) {
        if (SessionHeadings.isRow(row)) return true;
        if (row.cells().stream().anyMatch(SchoolText::isNumber)) return false;
        long filled = row.cells().stream().filter(cell -> !cell.isBlank()).count();
        long words = row.cells().stream()
                .filter(cell -> cell instanceof Cell.Text && !cell.isBlank())
                .count();
        long numbers =
                row.cells().stream().filter(cell -> cell instanceof Cell.Number).count()
                        - SessionHeadings.counted(row).size();
        return words >= 2 && numbers * 2 <= filled;
    }

    private double likeness(ReturnType type, Row heading) {
        double sum = 0;
        Set<String> seen = new HashSet<>();
        for (int column = 0; column < Math.min(COLUMNS_COMPARED, heading.cells().size()); column++) {
            if (!(heading.cell(column) instanceof Cell.Text)) continue;
            String text = CellText.of(heading.cell(column));
            // A repeated heading adds nothing; the group above it may distinguish the two.
            if (text.isEmpty() || !seen.add(NormalText.key(text))) continue;
            double best = type.byHeading().containsKey(NormalText.key(text)) ? 1 : 0;
            for (Field field : best == 1 ? List.<Field>of() : type.fields())
                best = Math.max(best, readings.likeness().of(text, field.likelyHeadings()));
            if (best >= ALIKE) sum += best;
        }
        return sum;
    }

    /// Whether a row has choices of the return, which only rows of data have.
    private boolean holdsChoices(ReturnType type, Row row) {
        FieldTypes fieldTypes = readings.of(type);
        return row.cells().stream()
                .filter(cell -> cell instanceof Cell.Text && !cell.isBlank())
                .anyMatch(cell -> type.fields().stream()
                        .anyMatch(field -> field.type().equals("choice")
                                && !ColumnOptions.isYesOrNo(field)
                                && field.choices().stream()
                                        .anyMatch(choice -> choice.equals(fieldTypes.value(field, cell)))));
    }

    private long known(ReturnType type, Row heading) {
        return heading.cells().stream()
                .filter(cell -> type.byHeading().containsKey(NormalText.key(CellText.of(cell))))
                .count();
    }

    private Candidate candidate(Head head, SheetRows sheet) {
        List<Row> rows = sheet.rows();
        // A platform may write several rows of headings.
        List<Row> below = rows.subList(head.index() + 1, rows.size()).stream()
                .filter(row -> row.number() > head.heading().number())
                .toList();
        List<Row> above = rows.stream()
                .filter(row -> row.number() < head.heading().number())
                .toList();
        return candidate(head, above, below, titled(head, sheet));
    }

    /// Reads a table with known headings as one return.
    Candidate candidate(ReturnType type, Row heading, List<Row> above, List<Row> below) {
        return candidate(new Head(heading, 0, type, 0), above, below, 0);
    }

    private Candidate candidate(Head head, List<Row> above, List<Row> below, double titled) {
        List<Row> data = below.stream()
                .filter(row -> !TitledBlocks.isTitle(row) && !isSame(row, head.heading()))
                .toList();
        List<Integer> exact = new ArrayList<>();
        for (int column = 0; column < head.heading().cells().size(); column++)
            if (head.type()
                    .byHeading()
                    .containsKey(NormalText.key(CellText.of(head.heading().cell(column))))) exact.add(column);
        TickedColumns ticked = TickedColumns.of(
                        head.type(), ticks, readings.of(head.type()), head.heading(), data, exact)
                .orElse(null);
        List<Integer> codes = codes(head.type(), head.heading());
        List<ColumnMatch> options = new ArrayList<>();
        for (int column = 0;
                column < Math.min(COLUMNS_COMPARED, head.heading().cells().size());
                column++) {
            if (!(head.heading().cell(column) instanceof Cell.Text)) continue;
            String text = CellText.of(head.heading().cell(column));
            if (text.isEmpty() || GeneratedParts.isReasons(text)) continue;
            if (codes.contains(column) || ticked != null && ticked.values().containsKey(column)) continue;
            options.addAll(columns.of(head.type(), text, column, ColumnValues.of(data, column)));
        }
        List<ColumnMatch> matches = assigned(options);
        return new Candidate(
                head.type(),
                head.heading(),
                above,
                below,
                matches,
                rivals(options, matches),
                ticked,
                score(head.type(), matches) + titled - halved(below) + (ticked == null ? 0 : TICKED));
    }

    /// Columns for one code each, such as the number of people in a work group. They are not data of a row.
    private static List<Integer> codes(ReturnType type, Row heading) {
        List<Integer> codes = new ArrayList<>();
        for (int column = 0; column < heading.cells().size(); column++) {
            Cell cell = heading.cell(column);
            if (type.fields().stream().anyMatch(field -> ColumnOptions.isCode(field, cell))) codes.add(column);
        }
        return codes.size() < CELLS_OF_A_TITLE ? List.of() : codes;
    }

    /// Whether a row repeats the headings above another block of rows.
    static boolean isSame(Row row, Row heading) {
        return row.cells().stream()
                .map(CellText::of)
                .toList()
                .equals(heading.cells().stream().map(CellText::of).toList());
    }

    /// The penalty for half a heading, if the row below has the rest: sessions or their dates.
    private static double halved(List<Row> below) {
        return !below.isEmpty() && SessionHeadings.isRow(below.get(0)) ? HALF : 0;
    }

    /// Whether the sheet has a usual name for a list of such rows.
    private double titled(Head head, SheetRows sheet) {
        Stream<String> above = sheet.above(head.heading().number()).stream()
                .filter(row ->
                        row.cells().stream().filter(cell -> !cell.isBlank()).count() <= CELLS_OF_A_TITLE)
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell instanceof Cell.Text)
                .map(CellText::of);
        Set<String> words = Stream.concat(Stream.of(sheet.name()), above)
                .flatMap(text -> Likeness.words(NormalText.key(text)).stream())
                .collect(Collectors.toSet());
        boolean titled = head.type().likelyTitles().stream()
                .anyMatch(title -> words.containsAll(Likeness.words(NormalText.key(title))));
        return titled || saysChoice(head.type(), sheet) ? TITLED : 0;
    }

    /// Whether the name of the sheet or a title is a required choice of the return, such as a stage.
    private boolean saysChoice(ReturnType type, SheetRows sheet) {
        List<Field> needed = type.fields().stream()
                .filter(field -> field.type().equals("choice") && field.required())
                .toList();
        if (needed.isEmpty()) return false;
        Stream<String> titles = sheet.rows().stream()
                .filter(TitledBlocks::isTitle)
                .flatMap(row -> row.cells().stream())
                .filter(cell -> !cell.isBlank())
                .map(CellText::of);
        return Stream.concat(Stream.of(sheet.name()), titles)
                .anyMatch(title -> needed.stream()
                        .anyMatch(field ->
                                ChoiceTitle.of(readings.of(type), field, title).isPresent()));
    }

    /// Assigns each column to one field and each field to one column, the best match first.
    private static List<ColumnMatch> assigned(List<ColumnMatch> options) {
        List<ColumnMatch> assigned = new ArrayList<>();
        options.stream()
                .sorted(Comparator.comparingDouble(ColumnMatch::score)
                        .reversed()
                        .thenComparing(ColumnMatch::column))
                .forEach(option -> {
                    boolean taken = assigned.stream()
                            .anyMatch(one -> one.column() == option.column()
                                    || one.field().equals(option.field())
                                            && !option.field().personal());
                    if (!taken) assigned.add(option);
                });
        assigned.sort(Comparator.comparing(ColumnMatch::column));
        return assigned;
    }

    /// Columns that were nearly as likely to be a field as the one suggested for it.
    private static List<ColumnMatch> rivals(List<ColumnMatch> options, List<ColumnMatch> matches) {
        return options.stream()
                .filter(option -> !option.field().personal()
                        && matches.stream().noneMatch(match -> match.column() == option.column())
                        && matches.stream()
                                .anyMatch(match -> match.field().equals(option.field())
                                        && !match.exact()
                                        && option.score() >= RIVALS * match.score()))
                .toList();
    }

    private static double score(ReturnType type, List<ColumnMatch> matches) {
        double score = 0;
        for (ColumnMatch match : matches)
            score += match.score()
                    * (match.field().personal() || BESIDE.contains(match.field().type()) ? EVIDENCE : 1);
        for (Field field : type.fields())
            if (field.headingRequired()
                    && !type.claim().contains(field.name())
                    && matches.stream().noneMatch(match -> match.field().equals(field))) score -= MISSING;
        return score;
    }
}
