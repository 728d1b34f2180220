package org.huboutcomes.samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Survey responses of some participants. Hallowmere sent no survey in 2020/21; Fennick Vale has few respondents.
final class Responses {

    private static final Map<SampleHub, List<Integer>> COUNTS = Map.of(
            SampleHub.QS1, List.of(18, 36, 48), SampleHub.HM1, List.of(0, 31, 26), SampleHub.FV1, List.of(8, 12, 14));

    private final Random random = new Random(2022);

    List<ReturnRow> rows(SampleHub hub, int year, List<ReturnRow> engagement) {
        List<ReturnRow> answering = engagement.stream()
                .filter(row -> row.number("attended") > 0)
                .sorted(Comparator.comparing(Responses::shuffled))
                .limit(COUNTS.getOrDefault(hub, List.of()).get(year - 2020))
                .toList();
        List<ReturnRow> rows = new ArrayList<>();
        for (ReturnRow row : answering) rows.add(response(hub, year, row, rows.size() + 1));
        return rows;
    }

    /// An order that is unrelated to school or activity.
    private static String shuffled(ReturnRow row) {
        return row.text("participant").hashCode() + " " + row.text("activity");
    }

    private ReturnRow response(SampleHub hub, int year, ReturnRow came, int id) {
        int mood = 2 + Math.max(random.nextInt(4), random.nextInt(4));
        int recommend = Math.min(10, 2 * mood - random.nextInt(2) + random.nextInt(2));
        return ReturnRow.of(hub, year)
                .and("id", id, "urn", came.value("urn"), "school", came.value("school"))
                .and("activity", came.value("activity"), "overall", mood)
                .and("aim1", around(mood), "aim2", around(mood), "aim3", around(mood), "aim4", around(mood))
                .and("nps", recommend, "trust", around(mood));
    }

    private int around(int mood) {
        return Math.min(5, Math.max(1, mood + random.nextInt(5) / 2 - 1));
    }
}
