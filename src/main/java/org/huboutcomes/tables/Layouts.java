package org.huboutcomes.tables;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.returns.AcceptedRow;
import org.huboutcomes.returns.Claim;
import org.huboutcomes.returns.ScreenedSheet;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.conversion.GuessedLayout;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Records how the headings of converted sheets were read, and which of these arrangements a hub has confirmed by
/// sending in the converted workbook.
final class Layouts {

    /// A hub corrects single cells. If more of a column has changed, the guess was wrong.
    private static final double UNCHANGED = 0.9;

    private final JdbcClient sql;

    Layouts(Store store) {
        this.sql = JdbcClient.create(store.dataSource());
    }

    private record Proposed(long sheet, String hub, String returnName) {}

    void propose(long sheet, ConvertedTable table) {
        GuessedLayout layout = table.layout();
        String hub = table.hub().orElse(null);
        if (layout == null || hub == null) return;
        sql.sql("insert into layout (sheet, hub, return_name, headings) values (?, ?, ?, ?)")
                .params(sheet, hub, table.type().name(), layout.headings())
                .update();
        layout.columns()
                .forEach((field, heading) -> sql.sql(
                                "insert into layout_column (sheet, field, heading, digests) values (?, ?, ?, ?)")
                        .params(
                                sheet,
                                field,
                                heading,
                                String.join(" ", layout.digests().getOrDefault(field, Set.of())))
                        .update());
    }

    /// Confirms the arrangements of the submission that this one corrects, for columns that came back with the
    /// values that were read.
    void confirm(Submission submission, List<ScreenedSheet> sheets) {
        List<Proposed> proposed = sql.sql("""
                        select layout.sheet, layout.hub, layout.return_name
                        from layout
                        join submitted_sheet using (sheet)
                        join submission on submission.corrects = submitted_sheet.submission
                        where submission.submission = ?
                        order by layout.sheet""")
                .param(submission.number())
                .query((row, n) -> new Proposed(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
        for (Proposed one : proposed)
            if (isConfirmed(one, sheets))
                sql.sql("update layout set confirmed_by = ? where sheet = ?")
                        .params(Arrays.asList(submission.number(), one.sheet()))
                        .update();
    }

    private boolean isConfirmed(Proposed proposed, List<ScreenedSheet> sheets) {
        Map<String, Set<String>> digests = new LinkedHashMap<>();
        sql.sql("select field, digests from layout_column where sheet = ? order by field")
                .param(proposed.sheet())
                .query(row -> {
                    digests.put(row.getString(1), Set.of(row.getString(2).split(" ")));
                });
        Map<String, int[]> counts = new HashMap<>();
        for (ScreenedSheet sheet : sheets) {
            ReturnType type = sheet.type();
            if (type == null || !type.name().equals(proposed.returnName())) continue;
            List<Field> stored = type.stored();
            for (Claim claim : sheet.claims())
                if (proposed.hub().equals(claim.hub()))
                    for (AcceptedRow row : claim.rows()) count(stored, row.values(), digests, counts);
        }
        return digests.keySet().stream().allMatch(field -> {
            int[] count = counts.getOrDefault(field, new int[2]);
            return count[0] > 0 && count[1] >= UNCHANGED * count[0];
        });
    }

    private static void count(
            List<Field> stored,
            @Nullable Object[] values,
            Map<String, Set<String>> digests,
            Map<String, int[]> counts) {
        for (int i = 0; i < values.length; i++) {
            Set<String> known = digests.get(stored.get(i).name());
            Object value = values[i];
            if (known == null || value == null) continue;
            int[] count = counts.computeIfAbsent(stored.get(i).name(), none -> new int[2]);
            count[0]++;
            if (known.contains(GuessedLayout.digest(value))) count[1]++;
        }
    }
}
