package org.huboutcomes.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.explain.Explanation;
import org.huboutcomes.publish.Quantity;
import org.huboutcomes.publish.Symbol;
import org.jspecify.annotations.Nullable;

/// Formats an explanation for the terminal.
final class ExplanationText {

    /// Limits lists to a readable length; `--json` gives all ranges and schools.
    private static final int SHOWN = 12;

    private final Explanation explained;
    private final Map<String, Object> figure;
    private final Map<String, Object> definition;
    private final List<String> lines = new ArrayList<>();

    ExplanationText(Explanation explained) {
        this.explained = explained;
        this.figure = explained.figure();
        this.definition = explained.definition();
    }

    List<String> lines() {
        lines.add(definition.get("title") + " (" + figure.get("indicator") + ", version "
                + figure.get("definition_version") + ")");
        lines.add(Stream.of(
                        figure.get("network"),
                        explained.key().hub().equals("Total")
                                ? "all hubs"
                                : figure.get("hub") + " " + figure.get("hub_name"),
                        year(figure.get("time_period")),
                        explained.key().educationPhase().equals("Total") ? "all phases" : figure.get("education_phase"),
                        explained.key().breakdown().equals("Total") ? null : figure.get("breakdown"))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.joining(", ")));
        lines.add("");
        lines.add("  " + value(figure) + limits() + counts());
        addComparison();
        for (String key : List.of("question", "numerator", "denominator", "notes", "why", "source")) addDefinition(key);
        addHubs();
        addMissing();
        addSheets();
        addParts();
        addFates();
        if (!explained.addsUp())
            lines.add(
                    "These rows do not add up to the figure: the catalogue has changed since the last nightly run; run"
                            + " `nightly`.");
        return lines;
    }

    private String limits() {
        return figure.containsKey("value_lower_ci")
                ? ", 95% limits " + number(figure.get("value_lower_ci")) + " to " + number(figure.get("value_upper_ci"))
                : "";
    }

    private String counts() {
        if (figure.containsKey("numerator") && figure.containsKey("denominator"))
            return ", " + number(figure.get("numerator")) + " of " + number(figure.get("denominator"));
        return figure.containsKey("n") ? ", n = " + number(figure.get("n")) : "";
    }

    private void addComparison() {
        Map<String, Object> network = explained.network();
        if (!network.isEmpty())
            lines.add("  Network: " + value(network) + "; comparison with the network: " + figure.get("comparison")
                    + ".");
        lines.add("");
    }

    private void addDefinition(String key) {
        String words = String.valueOf(definition.get(key));
        if (words.equals("none")) return;
        lines.add("  %-12s %s".formatted(key, words));
    }

    /// Lists the hubs behind a network's figure. For a hub's own figure it only reports an incomplete return.
    private void addHubs() {
        if (!explained.key().hub().equals("Total")) {
            addHubList("Incomplete", row -> String.valueOf(row.get("reason")).startsWith("incomplete"), true);
            return;
        }
        lines.add("");
        addHubList("Contributing hubs", row -> isTrue(row.get("contributes")), false);
        addHubList(
                "Contributing, with a gap in their returns",
                row -> isTrue(row.get("contributes")) && row.get("reason") != null,
                true);
        addHubList("Left out", row -> !isTrue(row.get("contributes")) && !isTrue(row.get("is_counted")), true);
        addHubList(
                "Not contributing, but their schools are followed",
                row -> !isTrue(row.get("contributes")) && isTrue(row.get("is_counted")),
                true);
    }

    private void addHubList(String label, Predicate<Map<String, Object>> which, boolean withReason) {
        List<String> hubs = explained.hubs().stream()
                .filter(which)
                .map(row ->
                        withReason ? row.get("hub") + " (" + row.get("reason") + ")" : String.valueOf(row.get("hub")))
                .toList();
        if (!hubs.isEmpty()) lines.add(label + ": " + some(hubs) + ".");
        else if (!withReason) lines.add(label + ": none.");
    }

    private static boolean isTrue(@Nullable Object flag) {
        return Boolean.TRUE.equals(flag);
    }

    /// Lists returns not received by a hub. For a network, [#addHubs] gives the reason for each hub.
    private void addMissing() {
        if (explained.missing().isEmpty() || explained.key().hub().equals("Total")) return;
        lines.add("");
        lines.add("Not received: "
                + some(explained.missing().stream()
                        .map(row -> row.get("title") + " " + year(row.get("time_period")))
                        .toList())
                + ".");
    }

    private void addSheets() {
        lines.add("");
        if (explained.isHidden()) {
            lines.add("The rows are not shown, because the figure is based on too few people or schools.");
            return;
        }
        boolean counts = explained.sheets().stream().anyMatch(sheet -> real(sheet.get("denominator")) != 0);
        lines.add("Counted from" + (counts ? "  numerator  denominator" : "          n"));
        for (Map<String, Object> sheet : explained.sheets()) {
            String added = counts
                    ? "%22s %12s".formatted(number(sheet.get("numerator")), number(sheet.get("denominator")))
                    : "%23s".formatted(number(sheet.get("n")));
            lines.add(added + "  " + where(sheet));
            if (sheet.get("cells") != null)
                lines.add(" ".repeat(counts ? 37 : 25)
                        + some(List.of(sheet.get("cells").toString().split(", "))));
        }
        Map<String, Object> total = explained.total();
        lines.add(
                counts
                        ? "%22s %12s  total".formatted(number(total.get("numerator")), number(total.get("denominator")))
                        : "%23s  total".formatted(number(total.get("n"))));
    }

    private static String rows(@Nullable Object rows) {
        return rows + (String.valueOf(rows).equals("1") ? " row" : " rows");
    }

    private static String where(Map<String, Object> sheet) {
        if (sheet.get("file_name") == null) return "not from any row";
        return sheet.get("file_name") + " > " + sheet.get("sheet") + ": " + rows(sheet.get("rows"))
                + (sheet.get("time_period") == null ? "" : " of " + year(sheet.get("time_period"))) + ", about "
                + sheet.get("units");
    }

    private void addParts() {
        if (explained.parts().isEmpty()) return;
        lines.add("");
        for (Map<String, Object> part : explained.parts())
            lines.add("%8s  %s".formatted(number(part.get("units")), part.get("part")));
    }

    private void addFates() {
        if (explained.fates().isEmpty()) return;
        lines.add("");
        double schools = explained.fates().stream()
                .mapToDouble(row -> real(row.get("schools")))
                .sum();
        lines.add("What happened to the " + (schools == 1 ? "school:" : number(schools) + " schools:"));
        addFateLine("numerator and denominator", "count as \"" + definition.get("title") + "\"");
        addFateLine("denominator alone", "do not count, but are in the denominator");
        addFateLine("neither", "are in neither count");
        explained.lost().stream()
                .limit(10L * SHOWN)
                .forEach(row -> lines.add("  %-11s %s %s".formatted(row.get("fate"), row.get("urn"), row.get("name"))));
        if (explained.lost().size() > 10 * SHOWN)
            lines.add("  and " + (explained.lost().size() - 10 * SHOWN) + " more; --json gives all");
    }

    private void addFateLine(String countsIn, String words) {
        List<Map<String, Object>> counted = explained.fates().stream()
                .filter(row -> countsIn.equals(row.get("counts_in")))
                .toList();
        if (counted.isEmpty()) return;
        double schools =
                counted.stream().mapToDouble(row -> real(row.get("schools"))).sum();
        lines.add("%8s %s: %s"
                .formatted(
                        number(schools),
                        words,
                        counted.stream()
                                .map(row -> row.get("fate") + " " + row.get("schools"))
                                .collect(Collectors.joining(", "))));
    }

    private static String some(List<String> all) {
        return all.size() <= SHOWN
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, SHOWN)) + " and " + (all.size() - SHOWN) + " more";
    }

    private String value(Map<String, Object> row) {
        Quantity value = Quantity.of(decimal(row.get("value")), symbol(row.get("value_symbol")));
        if (!(value instanceof Quantity.Amount amount)) return meaning(row.get("value_symbol"));
        return number(amount.value())
                + ("percent".equals(definition.get("unit")) ? "%" : "")
                + (row.containsKey("symbol") ? " (" + meaning(row.get("symbol")) + ")" : "");
    }

    private static @Nullable BigDecimal decimal(@Nullable Object number) {
        return number == null ? null : new BigDecimal(number.toString());
    }

    private static @Nullable Symbol symbol(@Nullable Object code) {
        return code == null ? null : Symbol.of(code.toString());
    }

    private static String meaning(@Nullable Object code) {
        return code + ", " + Symbol.of(String.valueOf(code)).meaning();
    }

    private static double real(@Nullable Object count) {
        return count instanceof Number number ? number.doubleValue() : 0;
    }

    private static String year(@Nullable Object period) {
        return AcademicYear.ofPeriod(((Number) Objects.requireNonNull(period)).intValue())
                .label();
    }

    /// Formats a count without decimals, and any other number with one, rounded half up as in reports.
    private static String number(@Nullable Object value) {
        BigDecimal exact = new BigDecimal(String.valueOf(value));
        BigDecimal whole = exact.setScale(0, RoundingMode.HALF_UP);
        if (whole.compareTo(exact) == 0) return whole.toPlainString();
        Quantity printed = new Quantity.Amount(exact).printed(1);
        return printed instanceof Quantity.Amount amount ? amount.value().toPlainString() : Symbol.LOW.code();
    }
}
