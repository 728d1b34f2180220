package org.huboutcomes.reports;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.reports.paper.ReportBlock;

/// A kind of chart: from what `report.yaml` asks for to the figure, its source and its table, or a sentence that says
/// why there is none.
interface ChartKind {

    int MOST_LETTERS = 250;

    List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank);

    /// The alternative text of a chart: its finding. The figures are in its table.
    static String alt(String finding) {
        String alt = finding + ". The figures are in the table below.";
        return alt.length() <= MOST_LETTERS ? alt : finding.substring(0, Math.min(finding.length(), MOST_LETTERS));
    }

    /// The sentences of a note, without those that are empty.
    static String note(String... sentences) {
        return Stream.of(sentences).filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" "));
    }

    /// A name as it stands within a sentence; an abbreviation stays as it is.
    static String small(String name) {
        return name.length() > 1 && Character.isUpperCase(name.charAt(1))
                ? name
                : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /// What is known about a chart without rows: the symbol of the first indicator that stands for it.
    static SentenceContext missing(Plan.Item item, Figures figures) {
        return item.list("indicators").stream()
                .findFirst()
                .map(figures::read)
                .map(reading -> SentenceContext.of(figures, reading, reading.title()))
                .orElseGet(() -> SentenceContext.of(figures));
    }
}
