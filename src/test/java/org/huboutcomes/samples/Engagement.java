package org.huboutcomes.samples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Who took part: keen schools, and schools that came last year, come more often.
final class Engagement {

    private final Random random = new Random(2020);
    private final Set<String> cameLastYear = new HashSet<>();
    private final SampleSchools schools;

    Engagement(SampleSchools schools) {
        this.schools = schools;
    }

    List<ReturnRow> rows(SampleHub hub, int year) {
        List<ReturnRow> rows = new ArrayList<>();
        for (School school : schools.openIn(hub, year))
            if (comes(hub, year, school)) rows.addAll(participants(hub, year, school));
        if (hub == SampleHub.QS1 && year == 2021) rows.add(withOldUrn(year));
        if (hub == SampleHub.FV1 && year == 2022) rows.add(fromOutside(year));
        return rows;
    }

    private boolean comes(SampleHub hub, int year, School school) {
        String place = hub + " " + schools.lineageOf(school);
        double chance = 0.22 + 0.1 * (year - 2020) + 0.003 * (school.urn() * 37 % 100);
        if (cameLastYear.remove(place)) chance += 0.3;
        if (!hub.isMaths()) chance -= 0.12;
        boolean comes = random.nextDouble() < chance || schools.isConverting(school) && hub.isMaths();
        if (comes) cameLastYear.add(place);
        return comes;
    }

    private List<ReturnRow> participants(SampleHub hub, int year, School school) {
        List<ReturnRow> rows = new ArrayList<>();
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

    private ReturnRow participant(SampleHub hub, int year, School school, String code, int k) {
        int offered = 3 + random.nextInt(4);
        int attended = Math.max(0, offered - (int) (Math.abs(random.nextDouble() * 3.4 - 1) * 1.6));
        String role = List.of("Teacher", "Teacher", "Leader", hub.isMaths() ? "Teaching assistant" : "Technician")
                .get(random.nextInt(4));
        return listed(hub, year, school, code, k)
                .and("role", role, "offered", offered, "attended", attended, "status", status(offered, attended));
    }

    private String status(int offered, int attended) {
        if (attended == 0) return random.nextBoolean() ? "Withdrew" : "Enrolled";
        return 4 * attended >= 3 * offered && random.nextInt(4) > 0 ? "Completed" : "Attending";
    }

    private static ReturnRow listed(SampleHub hub, int year, School school, String code, int k) {
        return ReturnRow.of(hub, year)
                .and("urn", school.urn(), "school", school.name())
                .and("activity", code, "participant", hub + "-" + school.urn() + "-" + k);
    }

    /// A year after the conversion, a row still has the URN of the school that closed.
    private ReturnRow withOldUrn(int year) {
        String code = Activity.of(SampleHub.QS1).get(3).code(year);
        return listed(SampleHub.QS1, year, schools.predecessor, code, 9)
                .and("role", "Leader", "offered", 4, "attended", 4, "status", "Completed");
    }

    private ReturnRow fromOutside(int year) {
        School school = schools.openIn(SampleHub.QS1, year).get(1);
        return listed(
                        SampleHub.FV1,
                        year,
                        school,
                        Activity.of(SampleHub.FV1).get(1).code(year),
                        1)
                .and("role", "Teacher", "offered", 4, "attended", 3, "status", "Completed");
    }
}
