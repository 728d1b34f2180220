package org.huboutcomes.reports.paper;

import java.util.List;
import org.huboutcomes.reports.chart.Chart;

/// One thing that stands on a page. A report is a flat list of blocks; each kind has one band in the template.
public sealed interface Block {

    /// The name of a page, with the question it answers; it always starts a new page.
    record Title(String text, String question) implements Block {}

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

    /// The first column names the row. The others are numbers, set to the right.
    record Table(String caption, List<String> columns, List<List<String>> rows) implements Block {
        public Table {
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
