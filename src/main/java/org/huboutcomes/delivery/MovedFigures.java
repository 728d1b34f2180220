package org.huboutcomes.delivery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.huboutcomes.explain.Changes;
import org.huboutcomes.explain.Moved;
import org.huboutcomes.returns.AcademicYear;
import org.jspecify.annotations.Nullable;

/// The part of the night's note that tells which figures moved, and how much of it came of what.
record MovedFigures(Changes changes) {

    /// A page is no data file: of many the first are shown, and where all of them are.
    private static final int SHOWN = 40;

    private static final String TITLE = "<h2>Which figures moved, and why</h2>\n";

    String html() {
        if (changes.isFirst())
            return TITLE + "<p>These are the first figures: there are none to compare them with.</p>\n";
        if (changes.moved().isEmpty()) return TITLE + "<p>No figure moved since " + changes.since() + ".</p>\n";
        return TITLE + byHub() + details();
    }

    /// Of each hub and year, how many figures moved and how many of them each cause had a part in.
    private String byHub() {
        Map<List<String>, Map<List<String>, List<Moved>>> hubs = new LinkedHashMap<>();
        for (Moved one : changes.moved())
            hubs.computeIfAbsent(List.of(one.network(), one.hub(), year(one)), none -> new LinkedHashMap<>())
                    .computeIfAbsent(one.figure(), none -> new ArrayList<>())
                    .add(one);
        HtmlTable table = new HtmlTable("Figures that moved since " + changes.since() + ", and what moved them")
                .head("Network", "Hub", "Year")
                .numbers("Figures", "New rows", "Corrected rows", "Register", "Definition");
        hubs.forEach((place, figures) -> {
            List<String> cells = new ArrayList<>(place);
            cells.add(count(figures.size()));
            for (String cause : Moved.CAUSES) cells.add(count(movedBy(cause, figures)));
            table.row(cells.toArray(new String[0]));
        });
        return table.html() + "<p>A figure that several causes moved is counted under each.</p>\n";
    }

    private static long movedBy(String cause, Map<List<String>, List<Moved>> figures) {
        return figures.values().stream()
                .filter(numbers -> numbers.stream().anyMatch(one -> one.causes().contains(cause)))
                .count();
    }

    private String details() {
        List<Moved> values = changes.moved().stream()
                .filter(one -> one.measure().equals("value"))
                .toList();
        if (values.isEmpty()) return "<p>Only counts moved, and no value.</p>\n";
        HtmlTable table = new HtmlTable("Values, before and now, and how much of the change came of what")
                .head("Hub", "Year", "Figure")
                .numbers("Before", "Now", "New rows", "Corrected rows", "Register", "Definition");
        for (Moved one : values.stream().limit(SHOWN).toList()) table.row(cells(one));
        String more = values.size() > SHOWN
                ? "<p>These are the first " + SHOWN + " of " + count(values.size())
                        + "; <code>hub-outcomes compare " + changes.since()
                        + " published -o FILE</code> writes them all.</p>\n"
                : "";
        return "<details>\n<summary>Figure by figure</summary>\n" + table.html() + more + "</details>\n";
    }

    private static String[] cells(Moved one) {
        return Stream.of(
                        one.hub().equals("Total") ? one.network() : one.hub(),
                        year(one),
                        figure(one),
                        brief(one.from()),
                        brief(one.to()),
                        share(one, 0, one.newRows()),
                        share(one, 1, one.correctedRows()),
                        share(one, 2, one.register()),
                        share(one, 3, one.definition()))
                .toArray(String[]::new);
    }

    private static String figure(Moved one) {
        List<String> words = new ArrayList<>(List.of(one.indicator().replace('_', ' ')));
        for (String word : List.of(one.educationPhase(), one.breakdown())) if (!word.equals("Total")) words.add(word);
        return String.join(", ", words);
    }

    /// Where a symbol stood before or stands now there is nothing to divide, and the cause is only named.
    private static String share(Moved one, int cause, @Nullable BigDecimal share) {
        if (share == null) return one.causes().contains(Moved.CAUSES.get(cause)) ? "yes" : "";
        return share.signum() == 0 ? "" : (share.signum() > 0 ? "+" : "") + rounded(share);
    }

    private static String brief(String cell) {
        if (cell.isEmpty()) return "none";
        return Moved.isNumber(cell) ? rounded(new BigDecimal(cell)) : cell;
    }

    private static String rounded(BigDecimal number) {
        return number.setScale(1, RoundingMode.HALF_UP).toPlainString().replace('-', '\u2212');
    }

    private static String year(Moved one) {
        return AcademicYear.ofPeriod(Integer.parseInt(one.timePeriod())).label();
    }

    private static String count(long count) {
        return String.format(Locale.UK, "%,d", count);
    }
}
