package org.huboutcomes.reports;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Symbol;

/// Three invented hubs: a large one with everything, a small one with symbols, and one whose network has no pathway.
final class InventedHubs {

    static final Edition EDITION = new Edition("2022/23 v1", LocalDate.of(2023, 11, 6), true, "restricted");

    static final Edition PUBLIC = new Edition("2022/23 v1", LocalDate.of(2023, 11, 6), false, "public");

    private static final String[][] ITEMS = {
        {"The activity met my professional needs", "8", "14", "38", "122", "96"},
        {"I could use what I learned in my classroom", "3", "9", "24", "128", "114"},
        {"The time asked of me was reasonable", "14", "38", "61", "108", "57"},
        {"I trust the hub for advice", "2", "6", "31", "111", "128"},
        {"I would recommend it to a colleague", "5", "11", "35", "119", "108"}
    };

    private InventedHubs() {}

    static HubFigures large() {
        return everything().figures();
    }

    static HubFigures network() {
        return everything().network();
    }

    static HubFiguresBuilder everything() {
        HubFiguresBuilder hub = defined(HubFiguresBuilder.named(
                        "Ashdown Vale and Łódź Road Maths Hub", "Maths Hubs", 202223, "Ashdown Vale", "AVMH"))
                .share("respondents_satisfied_percent", 226, 278, 4420, 5610, "similar")
                .points("net_promoter_score", "41.7", "33.2", "50.2", 278, "36.1", "similar")
                .share("places_filled_percent", 1342, 1610, 30411, 38210, "higher")
                .share("participants_completed_percent", 861, 1204, 20110, 27411, "similar")
                .share("schools_engaged_percent", 236, 412, 9412, 18450, "higher")
                .share("schools_engaged_percent", 202223, "Total", "Enrolled", 271, 412, 10622, 18450, "higher")
                .share("schools_engaged_percent", 202223, "Total", "Completed", 128, 412, 5920, 18450, "similar")
                .share("schools_engaged_percent", 202223, "Primary", "Total", 171, 318, 7011, 14210, "similar")
                .share("schools_engaged_percent", 202223, "Secondary", "Total", 49, 58, 1912, 2810, "higher")
                .share("schools_engaged_percent", 202223, "Post-16", "Total", 6, 11, 201, 410, "similar")
                .share("schools_engaged_percent", 202223, "Other", "Total", 10, 25, 288, 1020, "similar")
                .share("schools_engaged_cumulative_percent", 334, 412, 14010, 18450, "similar")
                .share("pathway_schools_percent", 88, 412, 4102, 18450, "similar")
                .share("schools_retained_percent", 151, 186, 5920, 8011, "similar")
                .share("pathway_continued_percent", 57, 61, 2710, 3010, "similar")
                .share("stage_progressed_percent", 14, 31, 610, 1440, "similar")
                .share("core_delivered_percent", 402, 441, 9021, 10211, "similar")
                .share("adaptations_consistent_percent", 31, 38, 720, 912, "similar");
        int[][] years = {{202021, 151, 405, 7011, 18120}, {202122, 189, 409, 8420, 18310}};
        for (int[] year : years) {
            hub.share(
                    "schools_engaged_percent",
                    year[0],
                    "Total",
                    "Total",
                    year[1],
                    year[2],
                    year[3],
                    year[4],
                    "similar");
            hub.share(
                    "schools_retained_percent",
                    year[0],
                    "Total",
                    "Total",
                    year[1] / 2,
                    year[1] - 40,
                    4000,
                    6000,
                    "similar");
            hub.share(
                    "core_delivered_percent",
                    year[0],
                    "Total",
                    "Total",
                    350 + year[1] / 10,
                    420,
                    8000,
                    9400,
                    "similar");
            hub.share(
                    "respondents_satisfied_percent",
                    year[0],
                    "Total",
                    "Total",
                    190,
                    240 + year[1] / 10,
                    4000,
                    5200,
                    "similar");
        }
        hub.row(
                "hub_target",
                "indicator",
                "schools_engaged_percent",
                "education_phase",
                "Total",
                "time_period",
                202223,
                "target_value",
                "55");
        for (String[] trend : new String[][] {
            {"schools_engaged_percent", "201819", "5", "rising"}, {"respondents_satisfied_percent", "201920", "4", ""}
        }) trend(hub, trend);
        spreads(hub, 38);
        survey(hub);
        stages(hub);
        quality(hub);
        places(hub);
        return evidence(hub);
    }

    private static void trend(HubFiguresBuilder hub, String[] trend) {
        Object[] row = {
            "indicator",
            trend[0],
            "education_phase",
            "Total",
            "breakdown",
            "Total",
            "first_period",
            Integer.valueOf(trend[1]),
            "points",
            Integer.valueOf(trend[2])
        };
        hub.row("trend", trend[3].isEmpty() ? row : with(row, "trend", trend[3]));
    }

    private static Object[] with(Object[] row, Object... more) {
        Object[] all = Arrays.copyOf(row, row.length + more.length);
        System.arraycopy(more, 0, all, row.length, more.length);
        return all;
    }

    static HubFigures small() {
        HubFiguresBuilder hub = defined(HubFiguresBuilder.named("Fenny Isle Maths Hub", "Maths Hubs", 202223))
                .withheld("respondents_satisfied_percent", Symbol.C)
                .withheld("net_promoter_score", Symbol.X)
                .unsure("places_filled_percent", 14, 19)
                .withheld("participants_completed_percent", Symbol.X)
                .share("schools_engaged_percent", 9, 24, 9412, 18450, "similar")
                .share("schools_engaged_cumulative_percent", 13, 24, 14010, 18450, "similar")
                .withheld("pathway_schools_percent", Symbol.X)
                .withheld("schools_retained_percent", Symbol.X)
                .withheld("pathway_continued_percent", Symbol.X)
                .withheld("stage_progressed_percent", Symbol.X)
                .unsure("core_delivered_percent", 11, 12)
                .withheld("adaptations_consistent_percent", Symbol.C);
        hub.spread("schools_engaged_percent", 38, 51, 18, 600);
        return hub.figures();
    }

    static HubFigures withoutPathway() {
        HubFiguresBuilder hub = defined(HubFiguresBuilder.named(
                        "Three Rivers Science Learning Partnership", "Science Learning Partnerships", 202223, "3RSLP"))
                .share("respondents_satisfied_percent", 88, 97, 2010, 2310, "similar")
                .withheld("net_promoter_score", Symbol.X)
                .share("places_filled_percent", 310, 420, 9211, 12110, "similar")
                .share("participants_completed_percent", 241, 301, 7120, 8900, "similar")
                .share("schools_engaged_percent", 141, 388, 6100, 17800, "similar")
                .share("schools_engaged_percent", 202223, "Total", "Enrolled", 166, 388, 7010, 17800, "similar")
                .share("schools_engaged_percent", 202223, "Total", "Completed", 92, 388, 4100, 17800, "similar")
                .share("schools_engaged_percent", 202223, "Primary", "Total", 84, 297, 3900, 13800, "similar")
                .share("schools_engaged_percent", 202223, "Secondary", "Total", 51, 60, 1800, 2700, "higher")
                .share("schools_engaged_cumulative_percent", 231, 388, 9900, 17800, "similar")
                .withheld("pathway_schools_percent", Symbol.Z)
                .share("schools_retained_percent", 61, 98, 2800, 4600, "similar")
                .withheld("pathway_continued_percent", Symbol.Z)
                .withheld("stage_progressed_percent", Symbol.Z)
                .share("core_delivered_percent", 120, 151, 3010, 3600, "lower")
                .share("adaptations_consistent_percent", 11, 14, 300, 390, "similar");
        hub.spread("schools_engaged_percent", 28, 35, 18, 600);
        hub.spread("schools_retained_percent", 28, 61, 12, 200);
        quality(hub);
        return hub.figures();
    }

    private static HubFiguresBuilder defined(HubFiguresBuilder hub) {
        return hub.defines(
                        "respondents_satisfied_percent",
                        "acceptability",
                        "Respondents satisfied",
                        "percent",
                        "Answers in the two most positive options of the overall item",
                        "Valid answers to it")
                .defines(
                        "net_promoter_score",
                        "acceptability",
                        "Net promoter score",
                        "points",
                        "Share scoring 9 to 10 less share scoring 0 to 6",
                        "Answers on the scale from 0 to 10")
                .defines(
                        "places_filled_percent",
                        "acceptability",
                        "Places filled",
                        "percent",
                        "Places filled",
                        "Places offered")
                .defines(
                        "participants_completed_percent",
                        "acceptability",
                        "Participants who completed",
                        "percent",
                        "Participant rows that reached completion",
                        "Participant rows")
                .defines(
                        "schools_engaged_percent",
                        "reach",
                        "Eligible schools engaged",
                        "percent",
                        "Eligible schools with at least one participant who attended at least one session in the academic year",
                        "Eligible schools in the hub's area on 1 January of the academic year")
                .defines(
                        "schools_engaged_cumulative_percent",
                        "reach",
                        "Schools ever engaged",
                        "percent",
                        "Eligible schools engaged in this or any earlier year",
                        "Eligible schools")
                .defines(
                        "pathway_schools_percent",
                        "reach",
                        "Schools on the pathway",
                        "percent",
                        "Eligible schools with an active pathway row",
                        "Eligible schools")
                .defines(
                        "schools_retained_percent",
                        "sustainability",
                        "Schools retained",
                        "percent",
                        "Schools engaged last year and this year",
                        "Schools engaged last year and eligible in both")
                .defines(
                        "pathway_continued_percent",
                        "sustainability",
                        "Pathway continued",
                        "percent",
                        "Schools active at Embedding or Sustaining",
                        "Schools with any row at Embedding or Sustaining")
                .defines(
                        "stage_progressed_percent",
                        "sustainability",
                        "Stage progressed",
                        "percent",
                        "Developing last year, Embedding or Sustaining this year",
                        "Active at Developing last year and eligible")
                .defines(
                        "core_delivered_percent",
                        "replicability",
                        "Core components delivered",
                        "percent",
                        "Core components delivered",
                        "Core components due")
                .defines(
                        "adaptations_consistent_percent",
                        "replicability",
                        "Adaptations consistent with the core",
                        "percent",
                        "Adaptations consistent with the core",
                        "Adaptations recorded");
    }

    private static void spreads(HubFiguresBuilder hub, int hubs) {
        double[] centres = {79, 36, 80, 73, 51, 76, 22, 74, 90, 42, 88, 79};
        String[] indicators = {
            "respondents_satisfied_percent",
            "net_promoter_score",
            "places_filled_percent",
            "participants_completed_percent",
            "schools_engaged_percent",
            "schools_engaged_cumulative_percent",
            "pathway_schools_percent",
            "schools_retained_percent",
            "pathway_continued_percent",
            "stage_progressed_percent",
            "core_delivered_percent",
            "adaptations_consistent_percent"
        };
        for (int i = 0; i < indicators.length; i++) hub.spread(indicators[i], hubs, centres[i], 14, 640);
    }

    private static void survey(HubFiguresBuilder hub) {
        for (int i = 0; i < ITEMS.length; i++)
            for (int option = 1; option <= 5; option++)
                hub.row(
                        "survey_answer",
                        "item_order",
                        i + 1,
                        "item",
                        ITEMS[i][0],
                        "option_order",
                        option,
                        "option_count",
                        Integer.valueOf(ITEMS[i][option]));
    }

    private static void stages(HubFiguresBuilder hub) {
        String[] stages = {"Developing", "Embedding", "Sustaining"};
        int[][] counts = {{15, 9, 3}, {17, 18, 6}, {28, 22, 11}, {31, 30, 27}};
        for (int i = 0; i < counts.length; i++)
            for (int j = 0; j < 3; j++)
                hub.row(
                        "pathway_stage",
                        "time_period",
                        201920 + 101 * i,
                        "stage",
                        stages[j],
                        "stage_order",
                        j + 1,
                        "schools",
                        counts[i][j]);
        Object[][] moves = {
            {"Developing", "Developing", 9},
            {"Developing", "Embedding", 13},
            {"Developing", "Sustaining", 1},
            {"Developing", "Paused", 3},
            {"Developing", "Left", 2},
            {"Embedding", "Embedding", 12},
            {"Embedding", "Sustaining", 9},
            {"Embedding", "Paused", 1},
            {"Sustaining", "Sustaining", 10},
            {"Sustaining", "Closed", 1}
        };
        for (Object[] move : moves)
            hub.row("stage_transition", "from_stage", move[0], "to_stage", move[1], "schools", move[2]);
    }

    private static void quality(HubFiguresBuilder hub) {
        fate(hub, "School engagement", 2412, 2371, 12, 29);
        fate(hub, "Satisfaction survey", 291, 278, 13, 0);
        hub.row("school_counts", "quantity", "Schools in activities", "stated", 240, "computed", 236, "differs", true)
                .row("school_counts", "quantity", "Places in activities", "stated", null, "computed", 1610);
    }

    private static void fate(HubFiguresBuilder hub, String name, int read, int accepted, int leftOut, int duplicate) {
        hub.row(
                "return_status",
                "return_name",
                name,
                "received",
                true,
                "rows_read",
                read,
                "accepted",
                accepted,
                "left_out",
                leftOut,
                "duplicate",
                duplicate,
                "aside",
                0);
    }

    private static void places(HubFiguresBuilder hub) {
        group(hub, "Phase", 1, "Primary", 318, 171);
        group(hub, "Phase", 2, "Secondary", 58, 49);
        group(hub, "Pupils eligible for free school meals", 1, "Lowest fifth", 90, 40);
        group(hub, "Pupils eligible for free school meals", 5, "Highest fifth", 80, 61);
        group(hub, "Urban or rural", 1, "Urban", 300, 190);
        group(hub, "Urban or rural", 2, "Rural", 112, 46);
        for (int year = 0; year <= 4; year++)
            hub.row(
                    "survival_step",
                    "year",
                    year,
                    "at_risk",
                    240 - 40 * year,
                    "events",
                    year == 0 ? 0 : 12,
                    "value",
                    100.0 - 6 * year,
                    "value_lower_ci",
                    98.0 - 8 * year,
                    "value_upper_ci",
                    100.0 - 4 * year);
        String[] thirds = {"Lowest", "Middle", "Highest"};
        for (int i = 0; i < 3; i++) {
            cell(hub, "Primary", "Urban", i + 1, thirds[i], 100 + i, 51 + i, true);
            cell(hub, "Primary", "Rural", i + 1, thirds[i], 4 - i, 1, i == 2 ? null : Boolean.FALSE);
        }
        hub.row("activity_spread", "title", "Mastering Number", "delivering", 38, "hubs", 40, "value", 95.0)
                .row("activity_spread", "title", "Years 5 to 8 continuity", "delivering", 12, "hubs", 40, "value", 30.0)
                .row("hub_authority", "authority", "Ashdown", "schools", 212, "change", "As last year")
                .row("hub_authority", "authority", "Vale of Wen", "schools", 200, "change", "New this year")
                .row("lead_role", "role", "Coordinator", "leads", "c")
                .row("school_loss", "fate", "Stayed", "counts_as", "Retained", "schools", 151)
                .row("pathway_reason", "reason", "Staff turnover", "status", "Paused", "schools", 4)
                .row(
                        "own_school",
                        "topic",
                        "Paused",
                        "is_first",
                        true,
                        "school",
                        "Elm School",
                        "urn",
                        "900001",
                        "note",
                        "Staff turnover")
                .row("footnote", "message", "A school outside the area.", "place", "URN 1", "note", "It moved in May.")
                .row("open_finding", "kind", "Query", "message", "More places filled than offered.", "rows", 3)
                .row("overlap", "kind", "Pathway", "places", 1, "schools", 80, "memberships", 80);
    }

    private static void group(HubFiguresBuilder hub, String topic, int order, String item, int eligible, int engaged) {
        hub.row(
                "school_context",
                "topic",
                topic,
                "item_order",
                order,
                "item",
                item,
                "eligible",
                eligible,
                "engaged",
                engaged,
                "value",
                100.0 * engaged / eligible,
                "value_lower_ci",
                100.0 * engaged / eligible - 8,
                "value_upper_ci",
                100.0 * engaged / eligible + 8);
    }

    private static void cell(
            HubFiguresBuilder hub,
            String phase,
            String place,
            int order,
            String third,
            int eligible,
            int engaged,
            Boolean reached) {
        hub.row(
                "context_cell",
                "phase",
                phase,
                "place",
                place,
                "third_order",
                order,
                "third",
                third,
                "eligible",
                eligible,
                "engaged",
                engaged,
                "is_reached",
                reached);
    }

    /// An evaluator's summary, with a theme that agrees with its figure and a claim that the returns do not
    /// confirm.
    static HubFiguresBuilder evidence(HubFiguresBuilder hub) {
        for (String[] part : new String[][] {
            {"Strategic goal", "Practice that lasts in schools that have been with the hub for some years."},
            {"Research question", "What helps a department to keep going when its lead moves on?"},
            {"What is the case?", "Two schools of the hub, one primary and one secondary."},
            {"Context", "The hub works in a mixed area of market towns and villages."},
            {"Conclusion", "From two schools we can say only what was seen in them."}
        }) hub.row("evidence_part", "part", part[0], "text", part[1]);
        hub.row("evidence_meeting", "held", "28 November 2022", "activity", "First visit", "methods", "Interviews");
        hub.row(
                "evidence_beside",
                "theme",
                "Departments that plan together keep the approach when people leave.",
                "implications",
                "Ask for two people from each school.",
                "indicator",
                "schools_retained_percent",
                "value",
                "81.2",
                "lower_value",
                "75.0",
                "upper_value",
                "86.1",
                "n",
                186,
                "comparison",
                "similar",
                "finding",
                "No clear figure");
        hub.row(
                "evidence_claim",
                "sentence",
                "With the hub since 2016/17",
                "claim",
                "Taking part since",
                "stated",
                "2016/17",
                "returns",
                "Records begin in 2018/19.",
                "result",
                "Cannot be checked");
        hub.row(
                "evidence_case",
                "school",
                "A",
                "description",
                "A primary school.",
                "details_read",
                "phase: Primary",
                "schools_alike",
                2,
                "warning",
                "Warning: could be identified, 2 schools match. Do not pass on.");
        return hub;
    }

    /// Its part of the public profile: only the table of its area.
    static HubFigures open(HubFigures all) {
        return with(
                all.definitions(), Map.of("hub_authority", all.tables().getOrDefault("hub_authority", List.of())), all);
    }

    /// The same, computed with later definitions.
    static HubFigures inVersion(int version, HubFigures all) {
        List<Definition> later = all.definitions().stream()
                .map(one -> new Definition(
                        one.indicator(),
                        one.outcome(),
                        one.title(),
                        one.question(),
                        one.numerator(),
                        one.denominator(),
                        one.counts(),
                        one.unit(),
                        one.higherIs(),
                        one.why(),
                        one.source(),
                        one.interval(),
                        one.reviewed(),
                        version,
                        one.notes()))
                .toList();
        return with(later, all.tables(), all);
    }

    private static HubFigures with(
            List<Definition> definitions, Map<String, List<Map<String, Object>>> tables, HubFigures all) {
        return new HubFigures(
                all.network(),
                all.hub(),
                all.hubName(),
                all.aliases(),
                all.timePeriod(),
                all.results(),
                all.spreads(),
                definitions,
                tables);
    }
}
