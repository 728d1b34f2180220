package org.huboutcomes.samples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Who took part: schools that are keen, or came last year, come more often.
final class Engagement {

    private final Random random = new Random(2020);
    private final Set<String> cameLastYear = new HashSet<>();
    private final SampleSchools schools;

    Engagement(SampleSchools schools) {
        this.schools = schools;
    }

    List<Map<String, Object>> rows(Hub hub, int year) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (School school : schools.openIn(hub, year))
            if (comes(hub, year, school)) rows.addAll(participants(hub, year, school));
        if (hub == Hub.QS1 && year == 2021) rows.add(withOldUrn(year));
        if (hub == Hub.FV1 && year == 2022) rows.add(fromOutside(year));
        return rows;
    }

    private boolean comes(Hub hub, int year, School school) {
        String place = hub + " " + schools.lineageOf(school);
        double chance = 0.22 + 0.1 * (year - 2020) + 0.003 * (school.urn() * 37 % 100);
        if (cameLastYear.remove(place)) chance += 0.3;
        if (!hub.isMaths()) chance -= 0.12;
        boolean comes = random.nextDouble() < chance || isConverting(school) && hub.isMaths();
        if (comes) cameLastYear.add(place);
        return comes;
    }

    private boolean isConverting(School school) {
        return school == schools.predecessor || school == schools.successor;
    }

    private List<Map<String, Object>> participants(Hub hub, int year, School school) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Activity> offered = Activity.of(hub);
        int first = random.nextInt(offered.size());
        int activities = random.nextInt(3) == 0 ? 2 : 1;
        for (int i = 0; i < activities; i++) {
            String code = offered.get((first + i) % offered.size()).code(year);
            int people = 1 + random.nextInt(2);
            for (int k = 1; k <= people; k++) rows.add(participant(hub, year, school, code, k));
        }
        return rows;
    }

    private Map<String, Object> participant(Hub hub, int year, School school, String code, int k) {
        int offered = 3 + random.nextInt(4);
        int attended = Math.max(0, offered - (int) (Math.abs(random.nextDouble() * 3.4 - 1) * 1.6));
        String role = List.of("Teacher", "Teacher", "Leader", hub.isMaths() ? "Teaching assistant" : "Technician")
                .get(random.nextInt(4));
        return row(hub, year, school, code, k, role, offered, attended, status(offered, attended));
    }

    private String status(int offered, int attended) {
        if (attended == 0) return random.nextBoolean() ? "Withdrew" : "Enrolled";
        return 4 * attended >= 3 * offered && random.nextInt(4) > 0 ? "Completed" : "Attending";
    }

    private static Map<String, Object> row(
            Hub hub,
            int year,
            School school,
            String code,
            int k,
            String role,
            int offered,
            int attended,
            String status) {
        return Rows.row(
                "hub", hub.name(),
                "year", year,
                "urn", school.urn(),
                "school", school.name(),
                "activity", code,
                "participant", hub + "-" + school.urn() + "-" + k,
                "role", role,
                "offered", offered,
                "attended", attended,
                "status", status);
    }

    /// A year after the conversion, somebody still writes the URN of the school that closed.
    private Map<String, Object> withOldUrn(int year) {
        String code = Activity.of(Hub.QS1).get(3).code(year);
        return row(Hub.QS1, year, schools.predecessor, code, 9, "Leader", 4, 4, "Completed");
    }

    private Map<String, Object> fromOutside(int year) {
        School school = schools.openIn(Hub.QS1, year).get(1);
        return row(Hub.FV1, year, school, Activity.of(Hub.FV1).get(1).code(year), 1, "Teacher", 4, 3, "Completed");
    }
}
