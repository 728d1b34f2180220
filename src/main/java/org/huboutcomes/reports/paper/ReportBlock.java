package org.huboutcomes.reports.paper;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.huboutcomes.reports.chart.Chart;
import org.huboutcomes.reports.chart.Strips;
import org.jspecify.annotations.Nullable;

/// One block of a page. A report is a flat list of blocks; each kind has one band in the template.
public sealed interface ReportBlock {

    /// Whether it is a numbered figure or table.
    default boolean hasCaption() {
        return this instanceof Figure || this instanceof Plot || this instanceof Series || this instanceof Table;
    }

    /// The title of a page, with the question it answers.
    ///
    /// @param isOpening whether it starts a new page; if there is nothing to show, it follows on the page before
    record Title(String text, String question, boolean isOpening) implements ReportBlock {}

    record Heading(String text) implements ReportBlock {}

    record Paragraph(String text) implements ReportBlock {}

    /// A separate sentence: why a chart is missing, or how to read it.
    record Callout(String text) implements ReportBlock {}

    /// A card of the first page: one outcome, its value with its count and change, how it compares, and how strong the
    /// evidence is.
    ///
    /// @param name what the value is, in plain words
    /// @param aim the target, and whether it was met; empty if there is none
    /// @param line the value over the years; null if there are fewer than two
    record Card(
            String outcome,
            String name,
            String value,
            String count,
            String change,
            String aim,
            String finding,
            String evidence,
            @Nullable Chart line) {}

    record Cards(List<Card> cards) implements ReportBlock {}

    /// A sentence of the first page.
    ///
    /// @param subject the indicator or table of the sentence, whose first picture or table shows more
    /// @param chapter the title of the chapter to refer to if neither is printed; empty for none
    record Finding(String sentence, String subject, String chapter) {}

    /// Not printed: which indicators and tables the next picture or table shows.
    ///
    /// @param isBelow whether it is on the page of the sentences themselves
    record About(Set<String> subjects, boolean isBelow) implements ReportBlock {}

    record FindingColumn(String heading, List<Finding> findings) {}

    /// The findings of the first page, in up to three columns of up to three sentences.
    record Findings(List<FindingColumn> columns) implements ReportBlock {}

    /// @param alt the alternative text
    record Figure(String caption, Chart chart, String alt, String source) implements ReportBlock {}

    /// A table with a picture in each of its rows, on one axis: chart and figures in one.
    ///
    /// @param alt the alternative text of the pictures
    record Plot(String caption, Strips strips, String alt, Table table, String source) implements ReportBlock {}

    /// A chart above a table whose columns are aligned with its points.
    record Series(String caption, Chart chart, String alt, Table table, String source) implements ReportBlock {}

    record Table(String caption, TableLayout layout, List<String> columns, List<List<String>> rows)
            implements ReportBlock {

        public Table(String caption, List<String> columns, List<List<String>> rows) {
            this(caption, TableLayout.NUMBERS, columns, rows);
        }

        public Table {
            if (!layout.holds(columns.size()))
                throw new IllegalArgumentException(
                        caption + ": a table of " + layout.counts() + " columns cannot hold " + columns.size() + ".");
            for (List<String> row : rows)
                if (row.size() != columns.size())
                    throw new IllegalArgumentException(
                            caption + ": a row has " + row.size() + " cells for " + columns.size() + " columns.");
        }

        /// Whether it may break across pages; a short table never does.
        boolean isLong() {
            return rows.size() > (layout.isWords() ? 4 : 16);
        }

        /// The table without some columns, as far as its layout allows fewer.
        public Table without(Set<Integer> dropped) {
            if (dropped.isEmpty() || !layout.holds(columns.size() - dropped.size())) return this;
            return new Table(
                    caption,
                    layout,
                    kept(columns, dropped),
                    rows.stream().map(row -> kept(row, dropped)).toList());
        }

        private static List<String> kept(List<String> cells, Set<Integer> dropped) {
            return IntStream.range(0, cells.size())
                    .filter(column -> !dropped.contains(column))
                    .mapToObj(cells::get)
                    .toList();
        }

        Table in(TableLayout other) {
            return new Table(caption, other, columns, rows);
        }
    }

    /// Small print under a table.
    record Note(String text) implements ReportBlock {}

    /// A term and what it means.
    record Entry(String term, String meaning) implements ReportBlock {}
}
