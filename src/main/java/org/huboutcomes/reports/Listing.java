package org.huboutcomes.reports;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.huboutcomes.reports.paper.Block;
import org.jspecify.annotations.Nullable;

/// A published table printed as it is: the columns that `report.yaml` names, in the table's own order.
final class Listing {

    private final Plan.Item item;
    private final Figures figures;

    Listing(Plan.Item item, Figures figures) {
        this.item = item;
        this.figures = figures;
    }

    List<Block> blocks() {
        List<Map<String, Object>> rows = figures.rows(item.text());
        if (rows.isEmpty()) return List.of(new Block.Callout(item.word("otherwise")));
        List<Plan.Item> columns = item.items("columns");
        return List.of(new Block.Table(
                SentenceBank.filled(item.word("title"), Facts.of(figures)),
                columns.stream().map(Plan.Item::text).toList(),
                rows.stream().map(row -> cells(columns, row)).toList()));
    }

    private static List<String> cells(List<Plan.Item> columns, Map<String, Object> row) {
        return columns.stream()
                .map(column -> printed(row.get(column.word("from"))))
                .toList();
    }

    private static String printed(@Nullable Object found) {
        if (found == null) return "\u2013";
        if (found instanceof Boolean yes) return yes ? "Yes" : "No";
        if (found instanceof Number number) return Words.value(new BigDecimal(number.toString()), "count");
        return spoken(found.toString());
    }

    /// A name of the catalogue, such as `survey_response`, in words.
    private static String spoken(String text) {
        if (!text.matches("[a-z]+(_[a-z]+)*")) return text;
        return Character.toUpperCase(text.charAt(0)) + text.substring(1).replace('_', ' ');
    }
}
