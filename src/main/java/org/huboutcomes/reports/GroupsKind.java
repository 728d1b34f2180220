package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huboutcomes.reports.chart.BarStrips;
import org.huboutcomes.reports.chart.Mark;
import org.huboutcomes.reports.chart.Standing;
import org.huboutcomes.reports.chart.Unit;
import org.huboutcomes.reports.paper.Block;
import org.huboutcomes.reports.paper.Layout;

/// Shares of several groups as bars, from a published table with a row for each: a count, of how many, and its limits.
final class GroupsKind implements ChartKind {

    private record Group(String label, String count, Mark mark) {}

    @Override
    public List<Block> draw(Plan.Item item, Figures figures, SentenceBank bank) {
        List<Group> groups = new ArrayList<>();
        for (Map<String, Object> row : figures.rows(item.word("table")))
            if (isOf(item, row) && row.get("value") != null && groups.size() < most(item)) groups.add(group(item, row));
        if (groups.isEmpty())
            return List.of(new Block.Callout(bank.title("missing", ChartKind.missing(item, figures))));
        Facts facts = facts(item, figures, groups);
        String title = bank.title("title " + item.word("sentence", "groups"), facts);
        Block.Table table = table(item, figures, groups);
        return List.of(new Block.Plot(
                title,
                strips(item, groups),
                title + ". " + told(groups),
                table,
                bank.title("source " + item.word("sentence", "groups"), facts)));
    }

    private static int most(Plan.Item item) {
        Double most = item.number("most");
        return most == null ? Integer.MAX_VALUE : most.intValue();
    }

    /// `topic` keeps the rows of one topic where a table has several.
    private static boolean isOf(Plan.Item item, Map<String, Object> row) {
        String topic = item.word("topic", "");
        return topic.isEmpty() || topic.equals(row.get("topic"));
    }

    private static Group group(Plan.Item item, Map<String, Object> row) {
        return new Group(
                Row.text(row, item.word("label")),
                whole(row, item.word("part")) + " of " + whole(row, item.word("all")),
                Row.share(row));
    }

    private static String whole(Map<String, Object> row, String column) {
        return Words.value(new BigDecimal(Row.text(row, column)), "count");
    }

    private static BarStrips strips(Plan.Item item, List<Group> groups) {
        return new BarStrips(
                Unit.PERCENT,
                item.word("share"),
                groups.stream()
                        .map(group -> new BarStrips.Bar(group.mark(), null, Standing.NONE, false))
                        .toList(),
                false);
    }

    private static Facts facts(Plan.Item item, Figures figures, List<Group> groups) {
        Comparator<Group> byShare =
                Comparator.comparingDouble(group -> group.mark().value());
        Group lowest = groups.stream().min(byShare).orElseThrow();
        Group highest = groups.stream().max(byShare).orElseThrow();
        return Facts.of(figures)
                .say("groups", Integer.toString(groups.size()))
                .say("subject", item.word("subject"))
                .say("lowest", lowest.label())
                .say("lowest_value", lowest.mark().printed())
                .say("highest", highest.label())
                .say("highest_value", highest.mark().printed())
                .flag("several", groups.size() > 1)
                .flag("level", highest.mark().value() == lowest.mark().value())
                .flag("apart", highest.mark().isAbove(lowest.mark()));
    }

    private static Block.Table table(Plan.Item item, Figures figures, List<Group> groups) {
        boolean limited = groups.stream().anyMatch(group -> group.mark().lower() != null);
        List<String> heads = new ArrayList<>(List.of(item.word("first"), figures.word("count"), item.word("share")));
        if (limited) heads.add(figures.word("limits"));
        List<List<String>> rows = new ArrayList<>();
        for (Group group : groups) {
            List<String> row = new ArrayList<>(
                    List.of(group.label(), group.count(), group.mark().printed()));
            if (limited) row.add(Row.limits(group.mark()));
            rows.add(row);
        }
        return new Block.Table(SentenceBank.filled(item.word("title"), Facts.of(figures)), Layout.PLOT, heads, rows);
    }

    private static String told(List<Group> groups) {
        StringBuilder told = new StringBuilder();
        for (Group group : groups)
            told.append(Objects.requireNonNull(group).label())
                    .append(": ")
                    .append(group.mark().printed())
                    .append(", ")
                    .append(group.count())
                    .append(". ");
        return told.toString().strip();
    }
}
