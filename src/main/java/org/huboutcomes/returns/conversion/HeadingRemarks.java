package org.huboutcomes.returns.conversion;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.conversion.ConvertedTable.Column;
import org.huboutcomes.returns.conversion.ConvertedTable.Line;
import org.huboutcomes.returns.conversion.ConvertedTable.Mark;
import org.huboutcomes.returns.conversion.ConvertedTable.Remark;
import org.huboutcomes.returns.conversion.rows.ColumnValues;
import org.huboutcomes.returns.conversion.rows.TermColumns;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// The remarks about the headings of a converted sheet, and about missing fields.
final class HeadingRemarks {

    private static final int ABOVE = -2;
    static final String BLOCKS = "the titles between the rows";

    private final ConversionPlan plan;
    private final Remarks remarks;
    private final ReturnType type;
    private final NearestReturn.Candidate candidate;
    private final Map<Field, ColumnMatch> matches;
    private final @Nullable ColumnMatch names;
    private final List<Given> given;
    private final List<Field> open;
    private final @Nullable Given constant;
    private final WideColumns.@Nullable Sessions sessions;
    private final Map<Integer, AcademicYear> years;
    private final List<Column> columns;

    HeadingRemarks(ConversionPlan plan, Remarks remarks) {
        this.plan = plan;
        this.remarks = remarks;
        this.type = plan.type();
        this.candidate = plan.candidate();
        this.matches = plan.matches();
        this.names = plan.names();
        this.given = plan.given();
        this.open = plan.open();
        this.constant = plan.constant();
        this.sessions = plan.sessions();
        this.years = plan.years();
        this.columns = plan.columns();
    }

    void sayOfHeadings() {
        int row = candidate.heading().number();
        for (int i = 0; i < columns.size(); i++) {
            Field field = columns.get(i).field();
            ColumnMatch match = matches.get(field);
            TermColumns.Joined joined = match == null ? null : plan.terms().get(match.column());
            if (match != null && joined != null && joined.how() != TermColumns.How.BY_YEAR)
                remarks.add(
                        Rule.COLUMNS_OF_TERMS,
                        row,
                        address(match),
                        field,
                        match.heading(),
                        Remark.HEADING,
                        i,
                        true,
                        "count",
                        joined.count(),
                        "first",
                        joined.first(),
                        "last",
                        joined.last(),
                        "how",
                        joined.how().words());
            else if (match != null && !match.exact())
                remarks.add(
                        Rule.HEADING_GUESSED,
                        row,
                        address(match),
                        field,
                        match.heading(),
                        Remark.HEADING,
                        i,
                        true,
                        "heading",
                        match.heading());
            if (constant != null && constant.field().equals(field))
                remarks.add(
                        Rule.VALUE_FROM_ELSEWHERE,
                        constant.row(),
                        place(constant),
                        field,
                        null,
                        Remark.HEADING,
                        i,
                        true,
                        "meant",
                        constant.written(),
                        "source",
                        constant.source());
            if (plan.blocks().fields().contains(field))
                remarks.add(
                        Rule.VALUE_FROM_ELSEWHERE,
                        row,
                        RecognisedTable.address(0, row),
                        field,
                        null,
                        Remark.HEADING,
                        i,
                        true,
                        "meant",
                        EnglishFormat.listed(plan.blocks().written(field)),
                        "source",
                        BLOCKS);
            ColouredColumn coloured = plan.coloured().get(field);
            if (coloured != null)
                remarks.add(
                        Rule.VALUE_FROM_ELSEWHERE,
                        row,
                        RecognisedTable.address(coloured.column(), row),
                        field,
                        null,
                        Remark.HEADING,
                        i,
                        true,
                        "meant",
                        "the value of each row",
                        "source",
                        source(coloured));
            if (plan.isCounted(field)) {
                WideColumns.Sessions wide = Objects.requireNonNull(sessions);
                String first = plan.heading(wide.columns().get(0));
                String last = plan.heading(wide.columns().get(wide.offered() - 1));
                if (wide.offered() == 1) {
                    remarks.add(
                            Rule.HEADING_GUESSED,
                            row,
                            RecognisedTable.address(wide.columns().get(0), row),
                            field,
                            first,
                            Remark.HEADING,
                            i,
                            true,
                            "heading",
                            first);
                    continue;
                }
                remarks.add(
                        Rule.COLUMNS_COUNTED,
                        row,
                        null,
                        field,
                        null,
                        Remark.HEADING,
                        i,
                        true,
                        "count",
                        wide.offered(),
                        "first",
                        first,
                        "last",
                        last);
            }
            if (names != null && match == null && field.type().equals("school") && !plan.hasNameColumn())
                remarks.add(
                        Rule.HEADING_GUESSED,
                        row,
                        address(names),
                        field,
                        names.heading(),
                        Remark.HEADING,
                        i,
                        true,
                        "heading",
                        names.heading());
        }
        sayOfTicks();
        sayOfOtherHeadings();
        List<String> ofYears = years.isEmpty()
                ? plan.terms().values().stream()
                        .filter(joined -> joined.how() == TermColumns.How.BY_YEAR)
                        .flatMap(joined -> joined.headings().stream())
                        .toList()
                : years.keySet().stream().map(plan::heading).toList();
        if (!ofYears.isEmpty()) sayOfYears(ofYears);
        for (int i = 0; i < type.claim().size(); i++) {
            Field field = Objects.requireNonNull(type.find(type.claim().get(i)));
            int at = i;
            given.stream()
                    .filter(one -> one.field().equals(field))
                    .forEach(one -> remarks.add(
                            Rule.VALUE_FROM_ELSEWHERE,
                            one.row(),
                            place(one),
                            field,
                            null,
                            ABOVE,
                            at,
                            true,
                            "meant",
                            one.written(),
                            "source",
                            one.source()));
            if (open.contains(field))
                remarks.add(
                        Rule.MISSING_HEADING,
                        row,
                        "A" + row,
                        field,
                        null,
                        ABOVE,
                        at,
                        true,
                        "above",
                        field.writtenAbove());
        }
    }

    private void sayOfYears(List<String> headings) {
        Field year = type.fields().stream()
                .filter(field -> field.type().equals("academic_year"))
                .findFirst()
                .orElseThrow();
        remarks.add(
                Rule.COLUMNS_OF_YEARS,
                candidate.heading().number(),
                null,
                year,
                null,
                Remark.HEADING,
                plan.index(year),
                true,
                "count",
                headings.size(),
                "first",
                headings.get(0),
                "last",
                headings.get(headings.size() - 1));
    }

    private void sayOfTicks() {
        TickedColumns ticked = candidate.ticked();
        if (ticked == null) return;
        List<Integer> all = List.copyOf(ticked.values().keySet());
        remarks.add(
                Rule.COLUMNS_TICKED,
                candidate.heading().number(),
                null,
                ticked.field(),
                null,
                Remark.HEADING,
                plan.index(ticked.field()),
                true,
                "count",
                all.size(),
                "first",
                plan.heading(all.get(0)),
                "last",
                plan.heading(all.get(all.size() - 1)));
    }

    /// Reports unexplained colours in a column.
    void sayOfColours(int column) {
        int row = candidate.heading().number();
        String heading = plan.heading(column);
        remarks.add(new Remark(
                Rule.COLOURS_NOT_READ,
                row,
                RecognisedTable.address(column, row),
                null,
                heading,
                Rules.words(
                        "column",
                        CellReference.convertNumToColString(column),
                        "heading",
                        heading.isEmpty() ? null : heading,
                        "happened",
                        "Nothing is loaded yet"),
                Remark.HEADING,
                0,
                true));
    }

    /// Reports rows that are left out because they have no tick.
    void sayOfUnticked(List<Integer> rows) {
        TickedColumns ticked = candidate.ticked();
        if (rows.isEmpty() || ticked == null) return;
        remarks.add(
                Rule.ROWS_UNTICKED,
                rows.get(0),
                RecognisedTable.address(ticked.values().keySet().iterator().next(), rows.get(0)),
                ticked.field(),
                null,
                Remark.HEADING,
                plan.index(ticked.field()),
                true,
                "rows",
                EnglishFormat.counted(rows.size(), "row has", "rows have"));
    }

    /// Whether the values of a column are read, or left out as personal.
    private boolean isRead(int at) {
        return candidate.matches().stream()
                        .anyMatch(match -> match.column() == at && match.field().personal())
                || matches.values().stream().anyMatch(match -> match.column() == at)
                || names != null && names.column() == at
                || sessions != null && sessions.columns().contains(at)
                || years.containsKey(at)
                || candidate.ticked() != null && candidate.ticked().values().containsKey(at)
                || matches.values().stream()
                        .filter(match -> match.field().type().equals("reference"))
                        .flatMapToInt(match -> NameParts.other(candidate.heading(), match.column()).stream())
                        .anyMatch(other -> other == at)
                || plan.coloured().values().stream().anyMatch(one -> one.column() == at);
    }

    /// Reports columns that are not read, including a survey's own questions.
    private void sayOfOtherHeadings() {
        int row = candidate.heading().number();
        for (int column = 0; column < candidate.heading().cells().size(); column++) {
            String heading = CellText.of(candidate.heading().cell(column));
            boolean read = isRead(column) || type.leftHeadings().contains(NormalText.key(heading));
            Optional<String> first = type.fromPlatforms()
                    ? ScaleDirection.best(type, plan.fieldTypes(), heading, ColumnValues.of(candidate.below(), column))
                    : Optional.empty();
            Field second = type.byHeading().get(NormalText.key(heading));
            int at = column;
            Optional<ColumnMatch> rival = candidate.rivals().stream()
                    .filter(one -> one.column() == at && matches.containsKey(one.field()))
                    .findFirst();
            boolean perhaps = second == null && rival.isPresent();
            if (perhaps) second = rival.get().field();
            ColumnMatch taken = second == null ? null : matches.get(second);
            if (!read && second != null && taken != null)
                remarks.add(new Remark(
                        Rule.SECOND_HEADING,
                        row,
                        RecognisedTable.address(column, row),
                        null,
                        heading,
                        Rules.words(
                                "field",
                                "\"" + second.title() + "\"",
                                "other",
                                taken.heading(),
                                "may",
                                perhaps ? "may" : null),
                        Remark.HEADING,
                        0,
                        true));
            else if (!read && !heading.isEmpty())
                remarks.add(new Remark(
                        first.isPresent() ? Rule.OTHER_DIRECTION : Rule.UNKNOWN_COLUMN,
                        row,
                        RecognisedTable.address(column, row),
                        null,
                        heading,
                        Rules.words("label", first.orElse(null)),
                        Remark.HEADING,
                        0,
                        true));
        }
    }

    /// Reports filled columns without a heading, because their meaning is unknown.
    void sayOfColumnsWithoutHeading(List<Row> rows) {
        int row = candidate.heading().number();
        int width = rows.stream().mapToInt(one -> one.cells().size()).max().orElse(0);
        for (int column = 0; column < width; column++) {
            int at = column;
            long filled = rows.stream().filter(one -> !one.cell(at).isBlank()).count();
            if (filled == 0 || !plan.heading(column).isEmpty() || isRead(column) || isOfPlatform(column)) continue;
            remarks.add(new Remark(
                    Rule.COLUMN_WITHOUT_HEADING,
                    row,
                    RecognisedTable.address(column, row),
                    null,
                    null,
                    Rules.words(
                            "column",
                            CellReference.convertNumToColString(column),
                            "cells",
                            EnglishFormat.counted(filled, "cells")),
                    Remark.HEADING,
                    0,
                    true));
        }
    }

    /// Whether a row above has the heading of a column that a survey platform adds.
    private boolean isOfPlatform(int column) {
        return type.fromPlatforms()
                && candidate.above().stream().anyMatch(row -> !row.cell(column).isBlank());
    }

    static String source(ColouredColumn coloured) {
        return "the colours of column " + CellReference.convertNumToColString(coloured.column()) + ", by the key in "
                + coloured.key();
    }

    private static @Nullable String place(Given one) {
        return one.row() == 0 ? null : RecognisedTable.address(one.column(), one.row());
    }

    private String address(ColumnMatch match) {
        return RecognisedTable.address(match.column(), candidate.heading().number());
    }

    /// Blank cells of a column are one gap for all rows.
    void gapsOfColumns(List<Line> lines) {
        for (int i = 0; i < columns.size(); i++) {
            int at = i;
            Field field = columns.get(i).field();
            boolean gaps = IntStream.range(0, lines.size())
                    .anyMatch(line -> lines.get(line).entries().get(at).mark() == Mark.GAP
                            && lines.get(line).entries().get(at).cell().isBlank()
                            && !remarks.isToldOf(field, line));
            if (gaps) remarks.add(Rule.TO_FILL_IN, 0, null, field, null, Remark.HEADING, i, false);
        }
    }
}
