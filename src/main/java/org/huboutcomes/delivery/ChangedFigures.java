package org.huboutcomes.delivery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huboutcomes.compare.FigureChange;
import org.huboutcomes.compare.FigureChanges;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.publish.Result;
import org.huboutcomes.publish.Symbol;
import org.jspecify.annotations.Nullable;

/// The figures that changed since the last nightly run, as the nightly note lists them.
///
/// @param indicatorTitles from the name of an indicator to its title
public record ChangedFigures(FigureChanges changes, Map<String, String> indicatorTitles) {

    /// The page lists this many values; the command `compare` writes all of them to a file.
    private static final int LISTED = 40;

    private static final int ISO_DAY = "2026-11-22".length();

    public ChangedFigures {
        indicatorTitles = Map.copyOf(indicatorTitles);
    }

    /// How many figures of a hub and year changed, and how many of them each cause changed.
    ///
    /// @param byCause in the order of [FigureChange#CAUSES]
    public record ChangedHub(String network, String hub, String year, long figures, List<Long> byCause) {}

    /// One value that changed.
    ///
    /// @param byCause how much of the change each cause made, in the order of [FigureChange#CAUSES]; empty for none
    public record ChangedValue(
            String place, String year, String figure, String before, String now, List<String> byCause) {}

    /// The day of the run that the figures are compared with, and its name if the day had several runs.
    public String since() {
        String name = Objects.requireNonNull(changes.since());
        String day = EnglishFormat.day(LocalDate.parse(name.substring(0, ISO_DAY)));
        return name.length() == ISO_DAY ? day : day + " (" + name + ")";
    }

    /// How many figures changed.
    public long figures() {
        return changes.moved().stream().map(FigureChange::figure).distinct().count();
    }

    public List<ChangedHub> byHub() {
        Map<List<String>, Map<List<String>, List<FigureChange>>> hubs = new LinkedHashMap<>();
        for (FigureChange change : changes.moved())
            hubs.computeIfAbsent(List.of(change.network(), hub(change), year(change)), none -> new LinkedHashMap<>())
                    .computeIfAbsent(change.figure(), none -> new ArrayList<>())
                    .add(change);
        List<ChangedHub> rows = new ArrayList<>();
        hubs.forEach((place, figures) -> rows.add(new ChangedHub(
                place.get(0),
                place.get(1),
                place.get(2),
                figures.size(),
                FigureChange.CAUSES.stream()
                        .map(cause -> changedBy(cause, figures))
                        .toList())));
        return rows;
    }

    /// How many values changed. This may be fewer than the figures, because a figure can change only in a count.
    public long values() {
        return changes.moved().stream().filter(ChangedFigures::isValue).count();
    }

    /// The first values that changed.
    public List<ChangedValue> listedValues() {
        return changes.moved().stream()
                .filter(ChangedFigures::isValue)
                .limit(LISTED)
                .map(this::value)
                .toList();
    }

    private static boolean isValue(FigureChange change) {
        return change.measure().equals("value");
    }

    private static long changedBy(String cause, Map<List<String>, List<FigureChange>> figures) {
        return figures.values().stream()
                .filter(numbers ->
                        numbers.stream().anyMatch(change -> change.causes().contains(cause)))
                .count();
    }

    private ChangedValue value(FigureChange change) {
        boolean isOfNetwork = change.hub().equals(Result.TOTAL);
        return new ChangedValue(
                isOfNetwork ? change.network() : change.hub(),
                year(change),
                figure(change),
                text(change.from()),
                text(change.to()),
                List.of(
                        part(change, 0, change.newRows()),
                        part(change, 1, change.correctedRows()),
                        part(change, 2, change.register()),
                        part(change, 3, change.definition())));
    }

    private static String hub(FigureChange change) {
        return change.hub().equals(Result.TOTAL) ? "All hubs" : change.hub();
    }

    private String figure(FigureChange change) {
        List<String> words = new ArrayList<>();
        words.add(indicatorTitles.getOrDefault(
                change.indicator(), change.indicator().replace('_', ' ')));
        for (String word : List.of(change.educationPhase(), change.breakdown()))
            if (!word.equals(Result.TOTAL)) words.add(word);
        return String.join(", ", words);
    }

    /// If the change begins or ends with a symbol, it cannot be divided, and only the cause is named.
    private static String part(FigureChange change, int cause, @Nullable BigDecimal part) {
        if (part == null) return change.causes().contains(FigureChange.CAUSES.get(cause)) ? "yes" : "";
        return part.signum() == 0 ? "" : (part.signum() > 0 ? "+" : "") + rounded(part);
    }

    private static String text(String cell) {
        if (cell.isEmpty()) return "no figure";
        return FigureChange.isNumber(cell)
                ? rounded(new BigDecimal(cell))
                : Symbol.of(cell).meaning();
    }

    private static String rounded(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP).toPlainString().replace('-', '\u2212');
    }

    private static String year(FigureChange change) {
        return AcademicYear.ofPeriod(Integer.parseInt(change.timePeriod())).label();
    }
}
