package org.huboutcomes.reports.paper;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.huboutcomes.reports.chart.Chart;
import org.huboutcomes.reports.chart.Strips;
import org.jspecify.annotations.Nullable;

/// One thing that stands on a page. A report is a flat list of blocks; each kind has one band in the template.
public sealed interface ReportBlock {

    /// Whether it is a numbered figure or table.
    default boolean hasCaption() {
        return this instanceof Figure || this instanceof Plot || this instanceof Series || this instanceof Table;
    }

    /// The name of a page, with the question it answers.
    ///
    /// @param isOpening whether it starts a new page; a page with nothing to show stands under the one before
    record Title(String text, String question, boolean isOpening) implements ReportBlock {}

    record Heading(String text) implements ReportBlock {}

    record Paragraph(String text) implements ReportBlock {}

    /// A sentence set apart: why a chart is missing, or how it is to be read.
    record Callout(String text) implements ReportBlock {}

    /// A card of the first page: one outcome, its value with its count and change, how it compares, and how strong the
    /// evidence is.
    ///
    /// @param name what the value is, in plain words
    /// @param aim the target, and whether it was met; empty where there is none
    /// @param line the value over the years; null where there are fewer than two
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
    /// @param subject the indicator or table that it is about, whose first picture or table shows more
    /// @param chapter the title of the chapter to refer to where neither is printed; empty for none
    record Finding(String sentence, String subject, String chapter) {}

    /// Not printed: which indicators and tables the next picture or table shows.
    ///
    /// @param isBelow whether it stands on the page of the sentences themselves
    record About(Set<String> subjects, boolean isBelow) implements ReportBlock {}

    record FindingColumn(String heading, List<Finding> findings) {}

    /// What happened this year, in up to three columns of up to three sentences.
    record Findings(List<FindingColumn> columns) implements ReportBlock {}

    /// @param alt what a reader who cannot see the chart should learn from it
    record Figure(String caption, Chart chart, String alt, String source) implements ReportBlock {}

    /// A table with a picture in each of its rows, over one axis: the chart and its figures at once.
    ///
    /// @param alt what a reader who cannot see the pictures should learn from them
    record Plot(String caption, Strips strips, String alt, Table table, String source) implements ReportBlock {}

    /// A chart over a table whose columns stand under its points.
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

        /// Whether it may be broken over pages; a short one stands whole.
        boolean isLong() {
            return rows.size() > (layout.isWords() ? 4 : 16);
        }

        /// Without some columns, as far as its layout holds fewer.
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
