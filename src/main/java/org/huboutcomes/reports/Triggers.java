package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.Quantity;
import org.huboutcomes.publish.Result;
import org.huboutcomes.reports.chart.Unit;
import org.huboutcomes.reports.paper.ReportBlock;
import org.jspecify.annotations.Nullable;

/// The sentences of the first page, each with the condition under which it is printed, from `jobs/triggers`.
final class Triggers {

    private static final int MOST = 3;
    private static final String TARGETS = "hub_target";
    private static final Set<String> CONDITIONS =
            Set.of("change", "comparison", "aim", "at_least", "below", "upper_below");

    /// @param when conditions on an indicator, all of which must hold
    /// @param table the table whose rows are counted; empty for a trigger of indicators
    private record Trigger(
            String id,
            String column,
            List<String> indicators,
            List<String> phases,
            Map<String, Object> when,
            String table,
            YamlKeys keys,
            String chapter,
            int leastN,
            String wording) {}

    private final List<Trigger> triggers = new ArrayList<>();
    private final Map<String, String> columns = new LinkedHashMap<>();
    private final String otherwise;
    private final EvidenceStrength.Thresholds evidence;

    Triggers(Catalogue catalogue) {
        Catalogue.Entry file = catalogue.list("triggers", "yaml").stream()
                .findFirst()
                .orElseThrow(() -> new CatalogueFault("There is no file in jobs/triggers."));
        YamlKeys keys = YamlKeys.of("jobs/triggers/" + file.name() + ".yaml", file.text())
                .only("columns", "otherwise", "least_n", "evidence", "triggers");
        keys.keys("columns").map().forEach((column, heading) -> columns.put(column, heading.toString()));
        otherwise = keys.text("otherwise");
        evidence = EvidenceStrength.Thresholds.read(keys.keys("evidence"));
        int leastN = keys.number("least_n", 0);
        keys.maps("triggers").forEach(entry -> triggers.add(trigger(entry, leastN)));
    }

    private Trigger trigger(YamlKeys entry, int leastN) {
        entry.only(
                "id",
                "column",
                "indicators",
                "phases",
                "when",
                "table",
                "rows",
                "sum",
                "names",
                "covered_as",
                "at_least",
                "chapter",
                "least_n",
                "wording");
        Trigger trigger = new Trigger(
                entry.text("id"),
                entry.text("column"),
                entry.list("indicators"),
                entry.find("phases") == null ? List.of(Result.TOTAL) : entry.list("phases"),
                entry.keys("when").map(),
                entry.find("table") == null ? "" : entry.text("table"),
                entry,
                entry.find("chapter") == null ? "" : entry.text("chapter"),
                entry.number("least_n", leastN),
                entry.text("wording"));
        String at = entry.file() + ": trigger " + trigger.id();
        if (!columns.containsKey(trigger.column()))
            throw new CatalogueFault(at + " is for the column \"" + trigger.column() + "\"; the columns are "
                    + String.join(", ", columns.keySet()) + ".");
        for (String condition : trigger.when().keySet())
            if (!CONDITIONS.contains(condition))
                throw new CatalogueFault(at + " has the condition \"" + condition + "\"; the conditions are "
                        + String.join(", ", new TreeSet<>(CONDITIONS)) + ".");
        if (SentenceBank.CLAIMS.matcher(trigger.wording()).find())
            throw new CatalogueFault(
                    at + " names a cause, a rank, a light or one score for all; no figure shows these.");
        return trigger;
    }

    /// The thresholds for strong, adequate and thin evidence on the first page.
    EvidenceStrength.Thresholds evidence() {
        return evidence;
    }

    /// The findings on the first page of this report, column by column.
    ReportBlock.Findings of(Figures figures) {
        Set<String> named = new HashSet<>();
        List<ReportBlock.FindingColumn> printed = new ArrayList<>();
        columns.forEach((column, heading) -> {
            List<ReportBlock.Finding> found = new ArrayList<>();
            for (Trigger trigger : triggers) if (trigger.column().equals(column)) add(trigger, figures, named, found);
            if (found.isEmpty()) found.add(new ReportBlock.Finding(otherwise, "", ""));
            printed.add(new ReportBlock.FindingColumn(heading, found));
        });
        return new ReportBlock.Findings(printed);
    }

    private void add(Trigger trigger, Figures figures, Set<String> named, List<ReportBlock.Finding> found) {
        if (!trigger.table().isEmpty()) {
            if (found.size() < MOST) counted(trigger, figures).ifPresent(found::add);
            return;
        }
        for (String indicator : trigger.indicators()) {
            if (found.size() == MOST) return;
            boolean isOfTarget = trigger.when().containsKey("aim");
            if (!isOfTarget && named.contains(indicator)) continue;
            // Each phase has its own target: one may be met and another missed, but a column names only the first.
            for (String phase : trigger.phases()) {
                if (isOfTarget && named.contains(indicator + " " + phase)) continue;
                Optional<ReportBlock.Finding> finding = said(trigger, figures, indicator, phase);
                if (finding.isEmpty()) continue;
                named.add(indicator);
                named.add(indicator + " " + phase);
                found.add(finding.get());
                break;
            }
        }
    }

    /// The sentence about the rows of a table, if there are enough.
    private static Optional<ReportBlock.Finding> counted(Trigger trigger, Figures figures) {
        Map<String, Object> wanted = trigger.keys().keys("rows").map();
        List<Map<String, Object>> rows = figures.rows(trigger.table()).stream()
                .filter(row -> wanted.entrySet().stream().allMatch(one -> PublishedRow.is(row, one)))
                .toList();
        Object sum = trigger.keys().find("sum");
        long count = sum == null
                ? rows.size()
                : rows.stream()
                        .filter(row -> row.get(sum.toString()) instanceof Number)
                        .mapToLong(row -> ((Number) row.get(sum.toString())).longValue())
                        .sum();
        if (count < trigger.keys().number("at_least", 1)) return Optional.empty();
        SentenceContext facts =
                SentenceContext.of(figures).say("rows", FigureFormat.value(BigDecimal.valueOf(count), "count"));
        Object covered = trigger.keys().find("covered_as");
        facts.say(
                "from", covered == null ? "" : figures.read(covered.toString()).from());
        Object names = trigger.keys().find("names");
        if (names != null)
            facts.say(
                    "names",
                    rows.stream()
                            .map(row -> String.valueOf(row.get(names.toString())))
                            .collect(Collectors.joining(", ")));
        return Optional.of(new ReportBlock.Finding(
                SentenceBank.filled(trigger.wording(), facts), trigger.table(), trigger.chapter()));
    }

    private Optional<ReportBlock.Finding> said(Trigger trigger, Figures figures, String indicator, String phase) {
        FigureInContext reading = figures.read(indicator, phase, Result.TOTAL, figures.year());
        Map<String, Object> target = target(figures, indicator, phase);
        // A group too small for a percentage can miss its target too: then its count is given.
        boolean isCount = reading.isSmall() && trigger.when().keySet().equals(Set.of("aim"));
        if (!reading.has() && !isCount || reading.uncertain() || reading.n() < trigger.leastN())
            return Optional.empty();
        if (!trigger.when().entrySet().stream().allMatch(one -> holds(one, reading, target))) return Optional.empty();
        SentenceContext facts = SentenceContext.of(figures, reading, reading.title())
                .say("value", isCount ? reading.count() : reading.said())
                .say("threshold", threshold(trigger) + (reading.unit() == Unit.PERCENT ? "%" : ""))
                .say("phase", phase.equals(Result.TOTAL) ? "" : " (" + phase.toLowerCase(Locale.UK) + ")");
        if (target != null && !standing(target).isEmpty()) {
            facts.say("aim", FigureFormat.number(new BigDecimal(PublishedRow.text(target, "target_value")), 0) + "%");
            facts.say("target_year", FigureFormat.year(PublishedRow.whole(target, "target_period")));
            if (target.get("still_needed") != null) facts.say("needed", PublishedRow.text(target, "still_needed"));
        }
        return Optional.of(new ReportBlock.Finding(
                SentenceBank.filled(trigger.wording(), facts),
                trigger.when().containsKey("aim") ? TARGETS : indicator,
                trigger.chapter()));
    }

    /// The number that a value is compared with; empty if there is none.
    private static String threshold(Trigger trigger) {
        return Stream.of("at_least", "below")
                .filter(trigger.when()::containsKey)
                .map(key -> String.valueOf(trigger.when().get(key)))
                .findFirst()
                .orElse("");
    }

    private static boolean holds(
            Map.Entry<String, Object> condition, FigureInContext reading, @Nullable Map<String, Object> target) {
        String wanted = String.valueOf(condition.getValue());
        return switch (condition.getKey()) {
            case "change" -> wanted.equals(side(reading.definition(), reading.changeWord(), "rise", "fall"));
            case "comparison" -> wanted.equals(side(reading.definition(), reading.comparison(), "higher", "lower"));
            case "at_least" -> reading.amount().compareTo(new BigDecimal(wanted)) >= 0;
            case "below" -> reading.amount().compareTo(new BigDecimal(wanted)) < 0;
            case "upper_below" ->
                reading.hub() != null
                        && reading.hub().upper() instanceof Quantity.Amount upper
                        && upper.value().compareTo(new BigDecimal(wanted)) < 0;
            case "aim" -> target != null && wanted.equals(standing(target));
            default -> false;
        };
    }

    /// `better`, `worse`, or empty if it is neither.
    private static String side(Definition definition, String word, String up, String down) {
        boolean isGood = definition.higherIs().equals("better");
        if (!isGood && !definition.higherIs().equals("worse")) return "";
        if (word.equals(up)) return isGood ? "better" : "worse";
        if (word.equals(down)) return isGood ? "worse" : "better";
        return "";
    }

    static @Nullable Map<String, Object> target(Figures figures, String indicator, String phase) {
        return figures.rows(TARGETS).stream()
                .filter(row -> indicator.equals(row.get("indicator")) && phase.equals(row.get("education_phase")))
                .findFirst()
                .orElse(null);
    }

    /// Whether the target is `Met`, `Missed`, `Met early` or `Not yet met`; empty if unknown.
    static String standing(Map<String, Object> target) {
        return Objects.toString(target.get("standing"), "");
    }

    /// All triggers as rows: the column of the sentence, its condition, and its wording.
    List<List<String>> listed() {
        return triggers.stream()
                .map(trigger ->
                        List.of(columns.getOrDefault(trigger.column(), ""), conditions(trigger), wording(trigger)))
                .toList();
    }

    private static String conditions(Trigger trigger) {
        if (!trigger.table().isEmpty()) return "From " + trigger.keys().number("at_least", 1) + " on";
        return trigger.when().entrySet().stream()
                        .map(one -> condition(one.getKey(), String.valueOf(one.getValue())))
                        .collect(Collectors.joining(", "))
                + "; at least " + trigger.leastN() + " cases";
    }

    private static String condition(String key, String value) {
        return switch (key) {
            case "change" -> "A clear change for the " + value;
            case "comparison" -> "Clearly " + value + " than the network";
            case "aim" ->
                value.equals("Not yet met")
                        ? "Target of a later year not yet met"
                        : "Target " + value.toLowerCase(Locale.UK);
            case "at_least" -> value + " or more";
            case "below" -> "Below " + value;
            default -> "The whole interval below " + value;
        };
    }

    private static String wording(Trigger trigger) {
        return trigger.wording()
                .replaceAll("\\{\\w+\\|[^|}]*\\|([^}]*)}", "[number] $1")
                .replaceAll("\\{from}", "")
                .replaceAll("\\{(\\w+)}", "[$1]")
                .replace('_', ' ');
    }

    /// The names of indicators and tables that the triggers use, for validating the catalogue.
    Stream<String> indicators() {
        return triggers.stream()
                .flatMap(trigger -> Stream.concat(
                        trigger.indicators().stream(),
                        Stream.ofNullable(trigger.keys().find("covered_as")).map(Object::toString)));
    }

    Stream<String> tables() {
        return triggers.stream().map(Trigger::table).filter(table -> !table.isEmpty());
    }
}
