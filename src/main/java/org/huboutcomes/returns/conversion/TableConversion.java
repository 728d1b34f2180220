package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.conversion.ConvertedTable.Column;
import org.huboutcomes.returns.conversion.ConvertedTable.Line;
import org.huboutcomes.returns.conversion.rows.ColumnValues;
import org.huboutcomes.returns.conversion.rows.TermColumns;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.recognition.ColumnsBeside;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.returns.values.SchoolFinder;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Sheet;
import org.huboutcomes.spreadsheets.model.UnreadableException;
import org.jspecify.annotations.Nullable;

/// Converts the rows of one sheet to the columns of the closest return.
final class TableConversion {

    private static final Set<String> ABOUT_SCHOOLS =
            Set.of("school", "school_name", "postcode", "local_authority", "hub", "academic_year");

    private static final int FEWEST_OF_LIST = 2;

    private final Sheet sheet;
    private final NearestReturn.Candidate candidate;
    private final Map<Integer, TermColumns.Joined> terms;
    private final ReturnType type;
    private final ReturnTypes types;
    private final FieldTypes fieldTypes;
    private final Likeness likeness;
    private final WhoseReturn whose;
    private final SchoolFinder schools;
    private final Pseudonyms pseudonyms;

    private final Map<Field, ColumnMatch> matches = new LinkedHashMap<>();
    private final List<Given> given = new ArrayList<>();
    private final List<Field> open = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private @Nullable ColumnMatch names;
    private @Nullable Given constant;
    private WideColumns.@Nullable Sessions sessions;
    private Map<Integer, AcademicYear> years = Map.of();
    private TitledBlocks blocks = TitledBlocks.NONE;

    TableConversion(
            Sheet sheet,
            NearestReturn.Candidate candidate,
            Map<Integer, TermColumns.Joined> terms,
            ReturnTypes types,
            Readings readings,
            WhoseReturn whose,
            SchoolFinder schools,
            Pseudonyms pseudonyms) {
        this.sheet = sheet;
        this.candidate = candidate;
        this.terms = terms;
        this.type = candidate.type();
        this.types = types;
        this.fieldTypes = readings.of(candidate.type());
        this.likeness = readings.likeness();
        this.whose = whose;
        this.schools = schools;
        this.pseudonyms = pseudonyms;
    }

    Optional<ConvertedTable> convert() {
        candidate.matches().stream()
                .filter(match -> !match.field().personal())
                .forEach(match -> matches.put(match.field(), match));
        matches.replaceAll((field, match) -> withOtherName(match));
        // A sum of several columns is a guess, whatever their headings.
        matches.replaceAll((field, match) -> isPutTogether(match)
                ? new ColumnMatch(match.field(), match.column(), match.heading(), match.asked(), false, match.score())
                : match);
        lookAtWideColumns();
        names = schoolNames();
        findWhose();
        constant = ValueInTitles.of(candidate, matches.keySet(), sheet.name()).orElse(null);
        findBlocks();
        if (!isNearEnough()) return Optional.empty();
        List<Row> rows;
        try {
            rows = new DataRows(sheet, candidate, fieldTypes, schools, matches.values(), names, given, blocks).of();
        } catch (UnreadableException alreadyTold) {
            return Optional.empty();
        }
        RowsSetAside aside = RowsSetAside.of(rows, matches, fieldTypes);
        rows = aside.kept();
        layColumns();
        if (rows.isEmpty() || columns.isEmpty()) return Optional.empty();
        ColouredChoices colours = new ColouredChoices(
                sheet,
                candidate,
                fieldTypes,
                matches,
                columns.stream().map(Column::field).toList(),
                years);
        ConversionPlan plan = new ConversionPlan(
                type,
                candidate,
                fieldTypes,
                matches,
                names,
                given,
                open,
                constant,
                sessions,
                years,
                colours.of(rows),
                blocks,
                terms,
                columns);
        Remarks remarks = new Remarks();
        HeadingRemarks headings = new HeadingRemarks(plan, remarks);
        headings.sayOfHeadings();
        ConvertedRows converted =
                new ConvertedRows(plan, remarks, new SchoolCells(plan, remarks, schools), pseudonyms, types.rules());
        rows.forEach(converted::convert);
        headings.sayOfUnticked(converted.unticked());
        colours.say(plan, rows, headings);
        List<Line> lines = converted.lines();
        if (lines.isEmpty()) return Optional.empty();
        headings.gapsOfColumns(lines);
        headings.sayOfColumnsWithoutHeading(rows);
        new UnseenRows(sheet, rows).say(remarks);
        aside.say(remarks);
        FoundFields found = new FoundFields(plan);
        return Optional.of(new ConvertedTable(
                sheet.name(),
                type,
                given,
                open,
                columns,
                lines,
                remarks.all(),
                found.known(),
                found.missing(lines),
                whose(rows),
                PersonalColumns.of(plan),
                candidate.heading().number(),
                lastRow(),
                GuessedLayout.of(plan, lines)));
    }

    private boolean isPutTogether(ColumnMatch match) {
        TermColumns.Joined joined = terms.get(match.column());
        return joined != null && joined.how() != TermColumns.How.BY_YEAR;
    }

    private int lastRow() {
        List<Row> below = candidate.below();
        return below.isEmpty()
                ? candidate.heading().number()
                : below.get(below.size() - 1).number();
    }

    /// Adds the surname column to the name of a column of first names.
    private ColumnMatch withOtherName(ColumnMatch match) {
        OptionalInt other = match.field().type().equals("reference")
                ? NameParts.other(candidate.heading(), match.column())
                : OptionalInt.empty();
        if (other.isEmpty()) return match;
        String heading =
                match.heading() + " and " + CellText.of(candidate.heading().cell(other.getAsInt()));
        return new ColumnMatch(match.field(), match.column(), heading, match.asked(), match.exact(), match.score());
    }

    private void lookAtWideColumns() {
        WideColumns wide = new WideColumns(candidate, fieldTypes);
        sessions = wide.sessions().orElse(null);
        if (sessions != null) {
            Set<Integer> taken = Set.copyOf(sessions.columns());
            matches.values()
                    .removeIf(match -> taken.contains(match.column()) || !match.exact() && isCounted(match.field()));
            if (matches.keySet().stream().anyMatch(this::isCounted)) sessions = null;
        }
        if (claimed("academic_year").stream().noneMatch(matches::containsKey)) {
            Set<Field> choices = type.fields().stream()
                    .filter(field -> field.type().equals("choice"))
                    .filter(field ->
                            !matches.containsKey(field) || !match(field).exact())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            years = wide.years(choices);
            if (!years.isEmpty()) choices.forEach(matches::remove);
        }
    }

    private ColumnMatch match(Field field) {
        return Objects.requireNonNull(matches.get(field));
    }

    private boolean isCounted(Field field) {
        return sessions != null
                && (field.name().equals(sessions.ticks().offered())
                        || field.name().equals(sessions.ticks().attended()));
    }

    private List<Field> claimed(String fieldType) {
        return type.fields().stream()
                .filter(field -> field.type().equals(fieldType) && type.claim().contains(field.name()))
                .toList();
    }

    /// The column of the names of schools: the return may have one, or expect only their numbers.
    private @Nullable ColumnMatch schoolNames() {
        Optional<ColumnMatch> own = matches.values().stream()
                .filter(match -> match.field().type().equals("school_name"))
                .findFirst();
        if (own.isPresent()) return own.get();
        if (type.fields().stream().noneMatch(field -> field.type().equals("school"))) return null;
        List<Field> named = types.all().stream()
                .flatMap(other -> other.fields().stream())
                .filter(field -> field.type().equals("school_name"))
                .toList();
        if (named.isEmpty()) return null;
        ColumnMatch best = null;
        for (int column = 0; column < candidate.heading().cells().size(); column++) {
            String heading = CellText.of(candidate.heading().cell(column));
            int at = column;
            boolean taken = matches.values().stream()
                    .anyMatch(match ->
                            match.column() == at && !match.field().type().equals("school"));
            if (taken || heading.isEmpty()) continue;
            double alike = named.stream()
                    .mapToDouble(field -> likeness.of(heading, field.likelyHeadings()))
                    .max()
                    .orElse(0);
            ColumnValues values = ColumnValues.of(candidate.below(), column);
            if (alike >= 0.55 && values.areWords() && (best == null || alike > best.score()))
                best = new ColumnMatch(named.get(0), column, heading, heading, false, alike);
        }
        if (best != null) {
            int column = best.column();
            matches.values().removeIf(match -> match.column() == column);
        }
        return best;
    }

    private void findWhose() {
        // The headings of a register are dates.
        Map<Integer, Field> read = new HashMap<>();
        matches.values().forEach(match -> read.put(match.column(), match.field()));
        List<Row> dated = new ArrayList<>(WhoseReturn.dated(candidate.below(), read));
        dated.add(candidate.heading());
        for (String name : type.claim()) {
            Field field = Objects.requireNonNull(type.find(name));
            if (matches.containsKey(field)) continue;
            if (field.type().equals("academic_year") && !years.isEmpty()) continue;
            Optional<Given> found = whose.find(field, type, sheet.name(), candidate.above(), dated);
            found.ifPresentOrElse(given::add, () -> open.add(field));
        }
    }

    /// A value that differs between blocks is a column and is no longer above all rows.
    private void findBlocks() {
        Map<Field, Optional<Given>> first = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            boolean claimed = type.claim().contains(field.name());
            boolean yearly = field.type().equals("academic_year") && !years.isEmpty();
            boolean choice = field.type().equals("choice")
                    && field.required()
                    && (candidate.ticked() == null
                            || !candidate.ticked().field().equals(field));
            if (matches.containsKey(field) || yearly || !claimed && !choice && field.inTitles() == null) continue;
            if (choice) {
                first.put(
                        field,
                        TitledBlocks.last(fieldTypes, field, candidate.above()).or(() -> inNameOfSheet(field)));
                continue;
            }
            Given known = constant != null && constant.field().equals(field) ? constant : null;
            first.put(
                    field,
                    given.stream()
                            .filter(one -> one.field().equals(field))
                            .findFirst()
                            .or(() -> Optional.ofNullable(known)));
        }
        blocks = TitledBlocks.of(fieldTypes, candidate.below(), first);
        given.removeIf(one -> blocks.fields().contains(one.field()));
        open.removeAll(blocks.fields());
        if (constant != null && blocks.fields().contains(constant.field())) constant = null;
        // Reads a choice that a single title gives for all rows.
        if (constant == null)
            constant = first.entrySet().stream()
                    .filter(one -> one.getKey().type().equals("choice")
                            && !blocks.fields().contains(one.getKey()))
                    .flatMap(one -> one.getValue().stream())
                    .findFirst()
                    .orElse(null);
    }

    /// The choice in the name of the sheet, if each stage has its own sheet.
    private Optional<Given> inNameOfSheet(Field field) {
        return ChoiceTitle.of(fieldTypes, field, sheet.name())
                .map(choice -> new Given(field, choice, choice.toString(), "the name of the sheet", 0, 0, true));
    }

    /// Whether a sheet is a list of a network: it has all but one of its headings, and no more others than those.
    private boolean isNearlyList() {
        int missing = type.missing(matches.keySet()).size();
        long others = candidate.heading().cells().stream()
                        .filter(cell -> !cell.isBlank())
                        .count()
                - matches.size();
        return matches.size() >= FEWEST_OF_LIST && missing <= 1 && others <= matches.size() && !isBesideOthers();
    }

    /// Whether the sheet has a column that the list never has.
    private boolean isBesideOthers() {
        Map<Integer, Field> read = new HashMap<>();
        matches.values().forEach(match -> read.put(match.column(), match.field()));
        List<Integer> others = IntStream.range(0, candidate.heading().cells().size())
                .filter(column -> !read.containsKey(column)
                        && !candidate.heading().cell(column).isBlank())
                .boxed()
                .toList();
        RecognisedTable table = new RecognisedTable(
                type, candidate.heading(), read, candidate.above(), Map.of(), List.of(), others, List.of());
        return !new ColumnsBeside(types.all()).in(table, candidate.below()).isEmpty();
    }

    /// Whether the sheet counts people that the return lists.
    private boolean countsPeople() {
        return type.fields().stream()
                .filter(field -> field.type().equals("reference") && field.required() && !matches.containsKey(field))
                .anyMatch(field -> IntStream.range(
                                0, candidate.heading().cells().size())
                        .anyMatch(column -> ColumnOptions.countsPeople(
                                likeness,
                                field,
                                CellText.of(candidate.heading().cell(column)),
                                ColumnValues.of(candidate.below(), column))));
    }

    private boolean isNearEnough() {
        if (type.isList()) return isNearlyList();
        if (countsPeople()) return false;
        boolean school = names != null
                || matches.values().stream()
                        .anyMatch(match -> match.field().type().equals("school"));
        boolean hubInSheet = claimed("hub").stream().anyMatch(matches::containsKey)
                || given.stream()
                        .anyMatch(one -> one.inSheet() && one.field().type().equals("hub"));
        boolean hubInName = given.stream().anyMatch(one -> one.field().type().equals("hub"));
        List<Field> more = matches.keySet().stream()
                .filter(field -> !ABOUT_SCHOOLS.contains(field.type()))
                .toList();
        if (school)
            return !more.isEmpty()
                    || sessions != null
                    || !years.isEmpty()
                    || candidate.ticked() != null
                    || constant != null
                    || blocks.fields().stream().anyMatch(field -> !type.claim().contains(field.name()));
        long needed = type.fields().stream()
                .filter(field -> field.headingRequired() && !type.claim().contains(field.name()))
                .count();
        long found = more.stream().filter(Field::headingRequired).count();
        // The name of the file does not describe each of its sheets, so more headings must match. A list with only
        // the choices of two fields, as for a drop-down, is not data.
        boolean onlyChoices = more.stream().allMatch(field -> field.type().equals("choice"));
        return (hubInSheet && found > 0 || hubInName && found > 1 && !onlyChoices) && found * 2 >= needed;
    }

    /// Selects the columns of the return. A survey has only the required ones and its questions.
    private void layColumns() {
        for (Field field : type.stored()) {
            if (given.stream().anyMatch(one -> one.field().equals(field)) || open.contains(field)) continue;
            ColumnMatch match = matches.get(field);
            boolean questions = type.fromPlatforms();
            boolean kept = match != null
                    || !questions
                    || field.headingRequired()
                    || type.claim().contains(field.name())
                    || field.type().equals("school") && names != null;
            if (!kept) continue;
            columns.add(new Column(field, match == null ? field.title() : match.asked()));
        }
    }

    private Map<String, Object> whose(List<Row> rows) {
        Map<String, Object> whose = new HashMap<>();
        given.forEach(one -> whose.put(one.field().name(), one.value()));
        for (String name : type.claim()) {
            Field field = Objects.requireNonNull(type.find(name));
            ColumnMatch match = matches.get(field);
            if (match == null) continue;
            Set<Object> values = rows.stream()
                    .flatMap(row -> Stream.ofNullable(fieldTypes.value(field, row.cell(match.column()))))
                    .collect(Collectors.toSet());
            if (values.size() == 1) whose.put(name, values.iterator().next());
        }
        return whose;
    }
}
