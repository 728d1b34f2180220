package org.huboutcomes.reports.paper;

import java.util.List;
import org.huboutcomes.reports.chart.Chart;
import org.huboutcomes.reports.chart.Strips;

/// One thing that stands on a page. A report is a flat list of blocks; each kind has one band in the template.
public sealed interface Block {

    /// The name of a page, with the question it answers.
    ///
    /// @param isOpening whether it starts a new page; a page with nothing to show stands under the one before
    record Title(String text, String question, boolean isOpening) implements Block {}

    record Heading(String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /// A sentence set apart: why a chart is missing, or how it is to be read.
    record Callout(String text) implements Block {}

    /// A card of the front page: one outcome, its figure, and one sentence.
    record Card(
            String outcome,
            String evidence,
            String label,
            String value,
            String limits,
            String count,
            String change,
            String network,
            String sentence) {}

    record Cards(List<Card> cards) implements Block {}

    /// @param alt what a reader who cannot see the chart should learn from it
    record Figure(String caption, Chart chart, String alt, String source) implements Block {}

    /// A table with a picture in each of its rows, over one axis: the chart and its figures at once.
    ///
    /// @param alt what a reader who cannot see the pictures should learn from them
    record Plot(String caption, Strips strips, String alt, Table table, String source) implements Block {}

    /// A chart over a table whose columns stand under its points.
    record Series(String caption, Chart chart, String alt, Table table, String source) implements Block {}

    record Table(String caption, Layout layout, List<String> columns, List<List<String>> rows) implements Block {

        public Table(String caption, List<String> columns, List<List<String>> rows) {
            this(caption, Layout.NUMBERS, columns, rows);
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

        Table in(Layout other) {
            return new Table(caption, other, columns, rows);
        }
    }

    /// Small print under a table.
    record Note(String text) implements Block {}

    /// A term and what it means.
    record Entry(String term, String meaning) implements Block {}

    /// The name of a small group of entries.
    record Subheading(String text) implements Block {}
}
