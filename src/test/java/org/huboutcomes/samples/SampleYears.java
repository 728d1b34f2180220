package org.huboutcomes.samples;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// All that the three hubs meant to return, by form, hub and year; what was planted on top is in `Planted`.
final class SampleYears {

    static final List<Integer> YEARS = List.of(2020, 2021, 2022);

    private static final Map<String, Integer> RESPONSES = Map.of(
            "QS1 2020",
            18,
            "QS1 2021",
            36,
            "QS1 2022",
            48,
            "HM1 2021",
            31,
            "HM1 2022",
            26,
            "FV1 2020",
            8,
            "FV1 2021",
            12,
            "FV1 2022",
            14);

    private final Map<String, List<Map<String, Object>>> meant = new HashMap<>();
    private final Random random = new Random(2022);

    SampleYears(SampleSchools schools) {
        Engagement engagement = new Engagement(schools);
        Pathway pathway = new Pathway(schools);
        for (Hub hub : Hub.values())
            for (int year : YEARS) {
                put(Form.ENGAGEMENT, hub, year, engagement.rows(hub, year));
                put(Form.PATHWAY, hub, year, pathway.rows(hub, year));
                put(Form.DELIVERY, hub, year, delivery(hub, year));
                put(Form.PD_LEADS, hub, year, leads(hub, year));
                put(Form.STATED_TOTALS, hub, year, statedTotals(hub, year));
                meant.put("survey " + hub + " " + year, survey(hub, year));
            }
    }

    List<Map<String, Object>> rows(Form form, Hub hub, int year) {
        return meant.getOrDefault(key(form, hub, year), List.of());
    }

    List<Map<String, Object>> responses(Hub hub, int year) {
        return meant.getOrDefault("survey " + hub + " " + year, List.of());
    }

    private void put(Form form, Hub hub, int year, List<Map<String, Object>> rows) {
        meant.put(key(form, hub, year), rows);
    }

    private static String key(Form form, Hub hub, int year) {
        return form + " " + hub + " " + year;
    }

    private List<Map<String, Object>> delivery(Hub hub, int year) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Activity activity : Activity.of(hub)) {
            String code = activity.code(year);
            int filled = (int) rows(Form.ENGAGEMENT, hub, year).stream()
                    .filter(row -> row.get("activity").equals(code))
                    .count();
            if (filled > 0) rows.add(delivery(hub, year, activity, filled));
        }
        return rows;
    }

    private Map<String, Object> delivery(Hub hub, int year, Activity activity, int filled) {
        int groups = 1 + filled / 10;
        int adaptations = 2 + random.nextInt(4);
        return Rows.row(
                "hub",
                hub.name(),
                "year",
                year,
                "activity",
                activity.code(year),
                "title",
                activity.title(),
                "type",
                activity.type(),
                "groups",
                groups,
                "offered",
                Math.max(filled, groups * 11),
                "filled",
                filled,
                "due",
                10 * groups,
                "delivered",
                10 * groups - random.nextInt(3 * groups + 1),
                "adaptations",
                adaptations,
                "consistent",
                adaptations - random.nextInt(3));
    }

    /// Each year one lead leaves and two come.
    private static List<Map<String, Object>> leads(Hub hub, int year) {
        List<String> roles = List.of("Facilitator", "Facilitator", "Designer", "Coordinator");
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = year - 2020; i < 7 + 2 * (year - 2020); i++)
            rows.add(Rows.row(
                    "hub",
                    hub.name(),
                    "year",
                    year,
                    "lead",
                    "%s-L%02d".formatted(hub, i + 1),
                    "role",
                    roles.get(i % 4)));
        return rows;
    }

    private List<Map<String, Object>> statedTotals(Hub hub, int year) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Map<String, Object>> active = rows(Form.PATHWAY, hub, year).stream()
                .filter(row -> row.get("status").equals("Active"))
                .toList();
        if (active.isEmpty()) return rows;
        rows.add(stated(
                hub,
                year,
                "Schools active on the pathway",
                active.stream().map(row -> row.get("urn")).distinct().count()));
        for (String stage : List.of("Developing", "Embedding", "Sustaining"))
            rows.add(stated(
                    hub,
                    year,
                    stage,
                    active.stream()
                            .filter(row -> row.get("stage").equals(stage))
                            .count()));
        return rows;
    }

    private static Map<String, Object> stated(Hub hub, int year, String quantity, long value) {
        return Rows.row("hub", hub.name(), "year", year, "quantity", quantity, "value", (int) value);
    }

    /// Answers of some who came. Hallowmere sent no survey in 2020/21, and Fennick Vale has few respondents always.
    private List<Map<String, Object>> survey(Hub hub, int year) {
        List<Map<String, Object>> came = new ArrayList<>(rows(Form.ENGAGEMENT, hub, year).stream()
                .filter(row -> (int) row.get("attended") > 0)
                .sorted(Comparator.comparing(
                        row -> row.get("participant").toString().hashCode() + " " + row.get("activity")))
                .limit(RESPONSES.getOrDefault(hub + " " + year, 0))
                .toList());
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Map<String, Object> row : came) rows.add(response(row, rows.size() + 1));
        return rows;
    }

    private Map<String, Object> response(Map<String, Object> came, int id) {
        int mood = 2 + Math.max(random.nextInt(4), random.nextInt(4));
        return Rows.row(
                "hub", came.get("hub"),
                "year", came.get("year"),
                "id", id,
                "urn", came.get("urn"),
                "school", came.get("school"),
                "activity", came.get("activity"),
                "overall", mood,
                "aim1", around(mood),
                "aim2", around(mood),
                "aim3", around(mood),
                "aim4", around(mood),
                "nps", Math.min(10, 2 * mood - random.nextInt(2) + random.nextInt(2)),
                "trust", around(mood));
    }

    private int around(int mood) {
        return Math.min(5, Math.max(1, mood + random.nextInt(5) / 2 - 1));
    }
}
