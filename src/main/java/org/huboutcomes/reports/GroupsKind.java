package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.huboutcomes.reports.chart.BarStrips;
import org.huboutcomes.reports.chart.ChartMark;
import org.huboutcomes.reports.chart.NetworkComparison;
import org.huboutcomes.reports.chart.Unit;
import org.huboutcomes.reports.paper.ReportBlock;
import org.huboutcomes.reports.paper.TableLayout;
import org.jspecify.annotations.Nullable;

/// Percentages of several groups as bars, from a published table with one row for each: a count, its total, and
/// limits.
final class GroupsKind implements ChartKind {

    /// The maximum number of words in the names of two groups, for a title of ten words and for a longer one.
    private static final int BRIEF = 7;

    private static final int SHORT = 5;

    private record Group(
            String topic,
            String name,
            String label,
            String item,
            String count,
            @Nullable ChartMark mark,
            String further) {

        ChartMark marked() {
            return Objects.requireNonNull(mark);
        }
    }

    @Override
    public List<ReportBlock> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<Map<String, Object>> rows = figures.rows(item.word("table")).stream()
                .filter(row -> isOf(item, row) && row.get(item.word("part")) != null)
                .toList();
        if (rows.isEmpty())
            return List.of(new ReportBlock.Callout(bank.title("missing", ChartKind.missing(item, figures))));
        List<Group> groups = groups(item, printed(item, rows));
        boolean hasFurtherCounts = hasFurtherCounts(item.word("further", ""), rows);
        SentenceContext facts = facts(item, figures, groups(item, rows))
                .say("shown", Integer.toString(groups.size()))
                .flag("untold", item.keys().find("further") != null && !hasFurtherCounts)
                .flag("cut", groups.size() < rows.size());
        String title = bank.title("title " + item.word("sentence", "groups"), facts);
        ReportBlock.Table table = table(item, figures, groups, hasFurtherCounts);
        return List.of(new ReportBlock.Plot(
                title,
                strips(item, groups),
                ChartKind.alt(title),
                table,
                bank.title("source " + item.word("sentence", "groups"), facts)));
    }

    /// The first rows that the plan allows: those with the highest further count, or if that is unknown, those
    /// furthest from their total.
    private static List<Map<String, Object>> printed(Plan.Item item, List<Map<String, Object>> rows) {
        Double most = item.number("most");
        if (most == null || rows.size() <= most) return rows;
        String further = item.word("further", "");
        boolean hasFurtherCounts = hasFurtherCounts(further, rows);
        Comparator<Map<String, Object>> byFurther = Comparator.comparingLong(row -> hasFurtherCounts
                ? -number(row, further)
                : number(row, item.word("part")) - number(row, item.word("all")));
        Set<Map<String, Object>> kept = Collections.newSetFromMap(new IdentityHashMap<>());
        rows.stream().sorted(byFurther).limit(most.longValue()).forEach(kept::add);
        return rows.stream().filter(kept::contains).toList();
    }

    private static boolean hasFurtherCounts(String further, List<Map<String, Object>> rows) {
        return !further.isEmpty() && rows.stream().allMatch(row -> row.get(further) instanceof Number);
    }

    private static long number(Map<String, Object> row, String column) {
        return new BigDecimal(PublishedRow.text(row, column)).longValue();
    }

    /// `topics` selects the rows of some topics if a table has several, and names their groups.
    private static boolean isOf(Plan.Item item, Map<String, Object> row) {
        Map<String, Object> topics = item.keys().keys("topics").map();
        return topics.isEmpty() || topics.containsKey(String.valueOf(row.get("topic")));
    }

    private static List<Group> groups(Plan.Item item, List<Map<String, Object>> rows) {
        return rows.stream().map(row -> group(item, row)).toList();
    }

    private static Group group(Plan.Item item, Map<String, Object> row) {
        String topic = String.valueOf(row.get("topic"));
        String label = PublishedRow.text(row, item.word("label"));
        Object called = item.keys().keys("topics").map().get(topic);
        String further = item.word("further", "");
        return new Group(
                topic,
                label,
                called == null || called.toString().isEmpty() ? label : called + " " + ChartKind.small(label),
                called == null || called.toString().isEmpty() ? label : ChartKind.small(label),
                whole(row, item.word("part")) + " of " + whole(row, item.word("all")),
                row.get("value") == null ? null : PublishedRow.share(row),
                further.isEmpty() ? "" : row.get(further) == null ? "\u2013" : whole(row, further));
    }

    private static String whole(Map<String, Object> row, String column) {
        return FigureFormat.value(new BigDecimal(PublishedRow.text(row, column)), "count");
    }

    private static BarStrips strips(Plan.Item item, List<Group> groups) {
        return new BarStrips(
                Unit.PERCENT,
                item.word("share"),
                IntStream.range(0, groups.size())
                        .mapToObj(i -> new BarStrips.Bar(
                                groups.get(i).mark(),
                                null,
                                NetworkComparison.NONE,
                                i + 1 < groups.size()
                                        && !groups.get(i)
                                                .topic()
                                                .equals(groups.get(i + 1).topic())))
                        .toList(),
                false);
    }

    /// The two groups of one topic that differ most, if any differ clearly. Groups of different topics overlap and
    /// are not compared.
    private static SentenceContext facts(Plan.Item item, Figures figures, List<Group> all) {
        Comparator<Group> byShare =
                Comparator.comparingDouble(group -> group.marked().value());
        // A group such as "not known" is not a finding.
        List<Group> groups = all.stream()
                .filter(group -> group.mark() != null && !item.list("no_title").contains(group.name()))
                .toList();
        SentenceContext facts = SentenceContext.of(figures)
                .say("groups", Integer.toString(all.size()))
                .say("subject", item.word("subject"));
        if (groups.isEmpty()) return facts;
        Map<String, List<Group>> topics = new LinkedHashMap<>();
        for (Group group : groups)
            topics.computeIfAbsent(group.topic(), topic -> new ArrayList<>()).add(group);
        Group lowest = Collections.min(groups, byShare);
        Group highest = Collections.max(groups, byShare);
        boolean isApart = false;
        double widest = 0;
        for (List<Group> topic : topics.values()) {
            Group low = Collections.min(topic, byShare);
            Group high = Collections.max(topic, byShare);
            double gap = high.marked().value() - low.marked().value();
            if (!high.marked().isAbove(low.marked()) || gap <= widest) continue;
            isApart = true;
            widest = gap;
            lowest = low;
            highest = high;
        }
        String low = lowest.topic().equals(highest.topic()) ? lowest.item() : lowest.label();
        int words = (highest.label() + " " + low).split(" ").length;
        return facts.say("lowest", low)
                .flag("brief", words <= BRIEF)
                .flag("short", words <= SHORT)
                .say("lowest_value", lowest.marked().printed())
                .say("highest", highest.label())
                .say("highest_value", highest.marked().printed())
                .flag("several", topics.values().stream().anyMatch(topic -> topic.size() > 1))
                .flag("all", groups.size() == all.size())
                .flag("one", all.size() == 1)
                .flag("level", highest.marked().value() == lowest.marked().value())
                .flag("apart", isApart);
    }

    private static ReportBlock.Table table(
            Plan.Item item, Figures figures, List<Group> groups, boolean hasFurtherCounts) {
        boolean limited = groups.stream()
                .anyMatch(group -> group.mark() != null && group.mark().lower() != null);
        List<String> heads = new ArrayList<>(List.of(item.word("first"), figures.word("count"), item.word("share")));
        if (limited) heads.add(figures.word("limits"));
        if (hasFurtherCounts) heads.add(item.word("further_head"));
        List<List<String>> rows = new ArrayList<>();
        for (Group group : groups) {
            ChartMark mark = group.mark();
            List<String> row =
                    new ArrayList<>(List.of(group.label(), group.count(), mark == null ? "" : mark.printed()));
            if (limited) row.add(mark == null ? "" : PublishedRow.limits(mark));
            if (hasFurtherCounts) row.add(group.further());
            rows.add(row);
        }
        return new ReportBlock.Table(
                SentenceBank.filled(item.word("title"), SentenceContext.of(figures)), TableLayout.PLOT, heads, rows);
    }
}
