package org.huboutcomes.reports;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.reports.paper.ReportBlock;

/// A kind of chart. Turns an item of `report.yaml` into a figure with its source and table, or into a sentence that
/// says why there is none.
interface ChartKind {

    int MOST_LETTERS = 250;

    List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank);

    /// The alternative text of a chart, which is its finding. The figures are in its table.
    static String alt(String finding) {
        String alt = finding + ". The figures are in the table below.";
        return alt.length() <= MOST_LETTERS ? alt : finding.substring(0, Math.min(finding.length(), MOST_LETTERS));
    }

    /// Joins the sentences of a note and leaves out empty ones.
    static String note(String... sentences) {
        return Stream.of(sentences).filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" "));
    }

    /// A name within a sentence: in lower case, unless it is an abbreviation.
    static String small(String name) {
        return name.length() > 1 && Character.isUpperCase(name.charAt(1))
                ? name
                : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /// The facts about a chart without rows: the symbol of the first indicator that has one.
    static SentenceContext missing(Plan.Item item, Figures figures) {
        return item.list("indicators").stream()
                .findFirst()
                .map(figures::read)
                .map(reading -> SentenceContext.of(figures, reading, reading.title()))
                .orElseGet(() -> SentenceContext.of(figures));
    }
}
