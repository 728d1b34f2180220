package org.huboutcomes.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The position of each school on the pathway, derived backwards from 2022/23, when Quillshire had 36 schools in 44
/// places: 27 Sustaining and 9 Embedding, of which 7 also held a place at Developing and one Sustaining school at
/// Embedding.
final class Pathway {

    private static final List<String> STAGES = List.of("Developing", "Embedding", "Sustaining");
    private static final List<String> REASONS =
            List.of("Staff turnover", "Long-term absence", "Budget", "Change of priorities");
    private static final int LAST_YEAR = 2022;

    private final Map<Integer, Integer> places = new HashMap<>();
    private final SampleSchools schools;

    Pathway(SampleSchools schools) {
        this.schools = schools;
        number(SampleHub.QS1, 0, 40);
        number(SampleHub.HM1, 40, 60);
    }

    /// Gives each school a position, which determines everything else; from 40 on they are Hallowmere's.
    private void number(SampleHub hub, int from, int to) {
        List<School> able = schools.openIn(hub, LAST_YEAR).stream()
                .filter(school -> school.kind().onPathway())
                .limit(to - from)
                .toList();
        for (int i = 0; i < able.size(); i++) places.put(schools.lineageOf(able.get(i)), from + i);
    }

    List<ReturnRow> rows(SampleHub hub, int year) {
        List<ReturnRow> rows = new ArrayList<>();
        if (!hub.isMaths()) return rows;
        for (School school : schools.openIn(hub, year)) {
            Integer position = places.get(schools.lineageOf(school));
            if (position == null || rank(position, year) == 0) continue;
            rows.add(row(hub, year, school, STAGES.get(rank(position, year) - 1), status(position, year)));
            if (year == LAST_YEAR && position < 8) rows.add(secondPlace(school, position));
        }
        return rows;
    }

    /// 0 = not yet on the pathway, 3 = Sustaining.
    private static int rank(int position, int year) {
        int rank = position < 27 ? 3 : position < 40 ? 2 : 1 + position % 3;
        if (year < 2022 && position % 3 != 0) rank--;
        if (year < 2021 && position % 2 == 0) rank--;
        return position >= 36 && position < 40 && year == 2021 ? 1 : Math.max(rank, 0);
    }

    private static String status(int position, int year) {
        boolean pausedBefore = year == 2021 && (position == 2 || position == 11 || position == 20 || position == 44);
        boolean pausedNow = year == 2022 && (position >= 36 && position < 39 || position == 50);
        if (year == 2022 && position == 39) return "Left";
        return pausedBefore || pausedNow ? "Paused" : "Active";
    }

    private static ReturnRow secondPlace(School school, int position) {
        return row(SampleHub.QS1, LAST_YEAR, school, position < 7 ? "Developing" : "Embedding", "Active");
    }

    private static ReturnRow row(SampleHub hub, int year, School school, String stage, String status) {
        String reason = status.equals("Active") ? "" : REASONS.get(school.urn() % REASONS.size());
        return ReturnRow.of(hub, year)
                .and("urn", school.urn(), "school", school.name())
                .and("stage", stage, "status", status, "reason", reason);
    }
}
