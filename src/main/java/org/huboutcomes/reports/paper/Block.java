package org.huboutcomes.reports.paper;

import java.util.List;
import org.huboutcomes.reports.chart.Chart;

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

    /// How a table is set.
    enum Layout {
        /// The first column names the row. The others are numbers, set to the right.
        NUMBERS(10),
        /// Sentences, in columns of one width.
        WORDS(4);

        final int most;

        Layout(int most) {
            this.most = most;
        }

        boolean isWords() {
            return this == WORDS;
        }

        String head(int columns) {
            return "head " + this + columns;
        }

        String row(int columns) {
            return "row " + this + columns;
        }

        /// The width of every column but the first, which has what is left.
        int width(int columns, int all) {
            if (isWords()) return columns == 2 ? 3 * all / 4 : all / columns;
            return columns <= 5
                    ? 84
                    : columns == 6 ? 78 : columns == 7 ? 62 : columns == 8 ? 54 : columns == 9 ? 55 : 49;
        }
    }

    record Table(String caption, Layout layout, List<String> columns, List<List<String>> rows) implements Block {

        public Table(String caption, List<String> columns, List<List<String>> rows) {
            this(caption, Layout.NUMBERS, columns, rows);
        }

        /// Whether it may be broken over pages; a short one stands whole.
        boolean isLong() {
            return rows.size() > (layout.isWords() ? 4 : 16);
        }

        public Table {
            if (columns.size() < 2 || columns.size() > layout.most)
                throw new IllegalArgumentException(
                        caption + ": a table has 2 to " + layout.most + " columns, not " + columns.size() + ".");
            for (List<String> row : rows)
                if (row.size() != columns.size())
                    throw new IllegalArgumentException(
                            caption + ": a row has " + row.size() + " cells for " + columns.size() + " columns.");
        }
    }

    /// A term and what it means.
    record Entry(String term, String meaning) implements Block {}

    /// The name of a small group of entries.
    record Subheading(String text) implements Block {}
}
