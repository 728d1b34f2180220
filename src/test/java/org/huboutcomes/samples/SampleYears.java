package org.huboutcomes.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// All intended returns of the three hubs, by form, hub and year; deliberate faults are in `SampleErrors`.
final class SampleYears {

    static final List<Integer> YEARS = List.of(2020, 2021, 2022);

    private final Map<String, List<ReturnRow>> meant = new HashMap<>();
    private final Random random = new Random(2021);

    SampleYears(SampleSchools schools) {
        Engagement engagement = new Engagement(schools);
        Pathway pathway = new Pathway(schools);
        Responses responses = new Responses();
        for (SampleHub hub : SampleHub.values())
            for (int year : YEARS) {
                put(ReturnSheet.ENGAGEMENT, hub, year, engagement.rows(hub, year));
                put(ReturnSheet.PATHWAY, hub, year, pathway.rows(hub, year));
                put(ReturnSheet.DELIVERY, hub, year, delivery(hub, year));
                put(ReturnSheet.PD_LEADS, hub, year, leads(hub, year));
                put(ReturnSheet.STATED_TOTALS, hub, year, statedTotals(hub, year));
                meant.put(
                        "survey " + hub + " " + year,
                        responses.rows(hub, year, rows(ReturnSheet.ENGAGEMENT, hub, year)));
            }
    }

    List<ReturnRow> rows(ReturnSheet form, SampleHub hub, int year) {
        return meant.getOrDefault(key(form, hub, year), List.of());
    }

    List<ReturnRow> responses(SampleHub hub, int year) {
        return meant.getOrDefault("survey " + hub + " " + year, List.of());
    }

    private void put(ReturnSheet form, SampleHub hub, int year, List<ReturnRow> rows) {
        meant.put(key(form, hub, year), rows);
    }

    private static String key(ReturnSheet form, SampleHub hub, int year) {
        return form + " " + hub + " " + year;
    }

    private List<ReturnRow> delivery(SampleHub hub, int year) {
        List<ReturnRow> rows = new ArrayList<>();
        for (Activity activity : Activity.of(hub)) {
            String code = activity.code(year);
            int filled = (int) rows(ReturnSheet.ENGAGEMENT, hub, year).stream()
                    .filter(row -> row.has("activity", code))
                    .count();
            if (filled > 0) rows.add(delivery(hub, year, activity, filled));
        }
        return rows;
    }

    private ReturnRow delivery(SampleHub hub, int year, Activity activity, int filled) {
        int groups = 1 + filled / 10;
        int adaptations = 2 + random.nextInt(4);
        int due = 10 * groups;
        return ReturnRow.of(hub, year)
                .and("activity", activity.code(year), "title", activity.title(), "type", activity.type())
                .and("groups", groups, "offered", Math.max(filled, groups * 11), "filled", filled)
                .and("due", due, "delivered", due - random.nextInt(3 * groups + 1))
                .and("adaptations", adaptations, "consistent", adaptations - random.nextInt(3));
    }

    /// Each year one lead leaves and two come.
    private static List<ReturnRow> leads(SampleHub hub, int year) {
        List<String> roles = List.of("Facilitator", "Facilitator", "Designer", "Coordinator");
        List<ReturnRow> rows = new ArrayList<>();
        for (int i = year - 2020; i < 7 + 2 * (year - 2020); i++) rows.add(lead(hub, year, i, roles.get(i % 4)));
        return rows;
    }

    /// A cohort a year, accredited the year after; one post in five is shared.
    private static ReturnRow lead(SampleHub hub, int year, int position, String role) {
        int cohort = Math.max(1, (position - 5) / 2 + 1);
        boolean isNew = position >= 7 + 2 * (year - 2021);
        return ReturnRow.of(hub, year)
                .and("lead", "%s-L%02d".formatted(hub, position + 1), "role", role)
                .and("title", role.equals("Coordinator") ? "Phase lead" : "Local leader")
                .and("cohort", role.equals("Coordinator") ? "" : "C" + cohort)
                .and("accreditation", role.equals("Coordinator") ? "" : isNew ? "In training" : "Accredited")
                .and("fte", position % 5 == 4 ? "0.1" : "0.2", "shared", position % 5 == 4 ? "Yes" : "No")
                .and("organisation", "Invented School " + (position % 4 + 1));
    }

    private List<ReturnRow> statedTotals(SampleHub hub, int year) {
        List<ReturnRow> rows = new ArrayList<>();
        List<ReturnRow> active = rows(ReturnSheet.PATHWAY, hub, year).stream()
                .filter(row -> row.has("status", "Active"))
                .toList();
        if (active.isEmpty()) return rows;
        long schools = active.stream().map(row -> row.number("urn")).distinct().count();
        rows.add(stated(hub, year, "Schools active on the pathway", schools));
        for (String stage : List.of("Developing", "Embedding", "Sustaining")) {
            long places = active.stream().filter(row -> row.has("stage", stage)).count();
            rows.add(stated(hub, year, stage, places));
        }
        return rows;
    }

    private static ReturnRow stated(SampleHub hub, int year, String quantity, long value) {
        return ReturnRow.of(hub, year).and("quantity", quantity, "value", (int) value);
    }
}
