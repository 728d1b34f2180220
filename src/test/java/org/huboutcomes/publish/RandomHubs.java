package org.huboutcomes.publish;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huboutcomes.tables.Workbench;

/// Invented hubs, `H00` and so on, whose schools, participants, leads and respondents stay and leave realistically.
/// The same seed gives the same hubs. Some schools close, some become another, some are unlike all others of their
/// hub; some returns are missing and some are nil.
///
/// @param seed any number
/// @param hubs the number of hubs
/// @param schools the number of schools of each hub
/// @param years the number of academic years, from 2020/21 on
/// @param missing how many returns of hubs in a hundred are missing
record RandomHubs(long seed, int hubs, int schools, int years, int missing) {

    private static final List<String> PHASES =
            List.of("Primary", "Primary", "Primary", "Primary", "Secondary", "Secondary", "16 plus", "Nursery");
    /// The columns of a table to fill, in the order of the values; further columns stay blank.
    private static final Map<String, String> COLUMNS = Map.of(
            "hub_list",
            "network, hub, hub_name, aliases, opened, closed",
            "hub_area",
            "hub, la_code, urn, district, from_period, to_period",
            "school_register",
            "urn, la_code, la_name, establishment_number, name, type, type_group, status, open_date, close_date,"
                    + " phase, admissions_policy, pupils, fsm_percent, urban_rural, district_code, district_name,"
                    + " postcode, trust_name, previous_la_code, previous_establishment_number, region",
            "engagement",
            "hub, time_period, urn, school, activity, participant, role, sessions_offered, sessions_attended,"
                    + " status",
            "pathway",
            "hub, time_period, urn, school, stage, status, reason, expected_return",
            "delivery",
            "hub, time_period, activity, activity_title, activity_type, groups, places_offered, places_filled,"
                    + " core_due, core_delivered, adaptations, adaptations_consistent",
            "pd_lead",
            "hub, time_period, lead, role, title, cohort, urn",
            "survey_response",
            "hub, time_period, urn, activity, response_id, overall, aim1, aim2, aim3, aim4, iam1, iam2, iam3,"
                    + " iam4, fim1, fim2, fim3, fim4, trust, recommend, started, completed");

    private static final List<String> STAGES = List.of("Developing", "Embedding", "Sustaining");
    private static final List<String> ROLES = List.of("Lead", "Coach", "Mentor");

    /// Enters all returns of these hubs.
    void submitTo(Workbench workbench) throws SQLException {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        Map<String, String> claims = new LinkedHashMap<>();
        Random random = new Random(seed);
        claims.put("hub_list", "null, null");
        claims.put("hub_area", "null, null");
        claims.put("school_register", "null, null");
        List<String> numbers = new ArrayList<>(claims.keySet());
        for (int hub = 0; hub < hubs; hub++) {
            String code = "H%02d".formatted(hub);
            add(rows, "hub_list", numbers, "'Maths Hubs', '" + code + "', 'Hub " + code + "', '', null, null");
            add(rows, "hub_area", numbers, "'" + code + "', '" + (700 + hub) + "', null, null, null, null");
            hub(code, 100_000 + 1000 * hub, 700 + hub, random, rows, claims, numbers);
        }
        for (String claim : numbers) {
            int number = numbers.indexOf(claim) + 1;
            String name = claim.replaceAll(" .*", "");
            workbench.execute(
                    "insert into claim (claim, sheet, submission, return_name, hub, time_period, accepted, in_force)"
                            + " values (" + number + ", " + number + ", 1, '" + name + "', " + claims.get(claim) + ", "
                            + rows.getOrDefault(name, List.of()).stream()
                                    .filter(row -> row.startsWith("(" + number + ","))
                                    .count()
                            + ", true)");
        }
        for (Map.Entry<String, List<String>> table : rows.entrySet())
            workbench.execute("insert into " + table.getKey() + " (claim, row_number, " + COLUMNS.get(table.getKey())
                    + ") values " + String.join(", ", table.getValue()));
    }

    private void hub(
            String hub,
            int firstUrn,
            int area,
            Random random,
            Map<String, List<String>> rows,
            Map<String, String> claims,
            List<String> numbers) {
        Map<String, Integer> received = new TreeMap<>();
        for (int year = 0; year < years; year++)
            for (String name : List.of("engagement", "pathway", "delivery", "pd_lead", "survey_response")) {
                boolean came = random.nextInt(100) >= missing;
                if (!came) continue;
                String claim = name + " " + hub + " " + year;
                numbers.add(claim);
                claims.put(claim, "'" + hub + "', " + period(year));
                received.put(claim, numbers.size());
            }
        double reach = 0.1 + 0.4 * random.nextDouble();
        for (int school = 0; school < schools; school++) {
            int urn = firstUrn + school;
            String phase = PHASES.get(random.nextInt(PHASES.size()));
            double keen = random.nextGaussian();
            int closes = random.nextInt(25) == 0 ? 2021 + random.nextInt(years) : 0;
            add(
                    rows,
                    "school_register",
                    numbers,
                    "%d, '%d', 'Area %d', null, 'School %d', null, 'Academies', '%s', null, %s, '%s', null, %d, %d, '%s', null, null, null, null, null, null, null"
                            .formatted(
                                    urn,
                                    area,
                                    area,
                                    urn,
                                    closes == 0 ? "Open" : "Closed",
                                    closes == 0 ? "null" : "'" + closes + "-10-01'::date",
                                    phase,
                                    phase.equals("Secondary") ? 400 + random.nextInt(1200) : 40 + random.nextInt(400),
                                    random.nextInt(60),
                                    random.nextInt(10) < 3
                                            ? "(England/Wales) Rural village"
                                            : "(England/Wales) Urban city and town"));
            String stage = null;
            String status = "Active";
            for (int year = 0; year < years; year++) {
                if (closes != 0 && closes <= 2020 + year) break;
                boolean isEngaged = random.nextDouble() < reach && keen + random.nextGaussian() > 0 || keen > 1.5;
                int people = isEngaged ? 1 + random.nextInt(random.nextInt(3) + 1) : 0;
                Integer claim = received.get("engagement " + hub + " " + year);
                Integer survey = received.get("survey_response " + hub + " " + year);
                for (int person = 0; person < people; person++) {
                    int attended = random.nextInt(5);
                    String activity = "A" + random.nextInt(4);
                    if (claim != null)
                        addTo(
                                rows,
                                "engagement",
                                claim,
                                "'%s', %d, %d, null, '%s', 'P%d-%d', 'Teacher', 4, %d, '%s'"
                                        .formatted(
                                                hub,
                                                period(year),
                                                urn,
                                                activity,
                                                urn,
                                                person,
                                                attended,
                                                attended > 0 ? "Attending" : "Enrolled"));
                    if (survey != null && random.nextInt(2) == 0)
                        addTo(
                                rows,
                                "survey_response",
                                survey,
                                "'%s', %d, %d, '%s', null, %s, null, null"
                                        .formatted(hub, period(year), urn, activity, answers(random)));
                }
                if (stage == null && random.nextInt(8) == 0) stage = "Developing";
                else if (stage != null) {
                    int at = STAGES.indexOf(stage);
                    if (random.nextInt(3) == 0 && at < 2) stage = STAGES.get(at + 1);
                    int fate = random.nextInt(10);
                    status = fate == 0 ? "Left" : fate == 1 ? "Paused" : "Active";
                }
                Integer pathway = received.get("pathway " + hub + " " + year);
                if (stage != null && pathway != null)
                    addTo(
                            rows,
                            "pathway",
                            pathway,
                            "'%s', %d, %d, null, '%s', '%s', null, null"
                                    .formatted(hub, period(year), urn, stage, status));
                if (status.equals("Left")) stage = null;
                if (stage == null) status = "Active";
            }
        }
        leads(hub, random, rows, received);
        for (int year = 0; year < years; year++) {
            Integer delivery = received.get("delivery " + hub + " " + year);
            if (delivery == null || !received.containsKey("engagement " + hub + " " + year)) continue;
            for (int activity = 0; activity < 4; activity++) {
                int offered = 5 + random.nextInt(30);
                int due = 4 + random.nextInt(8);
                addTo(
                        rows,
                        "delivery",
                        delivery,
                        "'%s', %d, 'A%d', 'Activity %d', null, 1, %d, 0, %d, %d, 4, %d"
                                .formatted(
                                        hub,
                                        period(year),
                                        activity,
                                        activity,
                                        offered,
                                        due,
                                        random.nextInt(due + 1),
                                        random.nextInt(5)));
            }
        }
    }

    private void leads(String hub, Random random, Map<String, List<String>> rows, Map<String, Integer> received) {
        TreeSet<Integer> leads = new TreeSet<>();
        int next = 0;
        int wanted = 1 + random.nextInt(9);
        for (int year = 0; year < years; year++) {
            leads.removeIf(lead -> random.nextInt(4) == 0);
            while (leads.size() < wanted) leads.add(next++);
            Integer claim = received.get("pd_lead " + hub + " " + year);
            if (claim == null) continue;
            for (int lead : leads)
                addTo(
                        rows,
                        "pd_lead",
                        claim,
                        "'%s', %d, 'L%d', '%s', null, null, null"
                                .formatted(hub, period(year), lead, ROLES.get(random.nextInt(3))));
        }
    }

    private static String answers(Random random) {
        List<String> answers = new ArrayList<>();
        for (int item = 0; item < 14; item++) answers.add(String.valueOf(2 + random.nextInt(4)));
        answers.add(String.valueOf(random.nextInt(11)));
        return String.join(", ", answers);
    }

    private static int period(int year) {
        return 202021 + 101 * year;
    }

    private static void add(Map<String, List<String>> rows, String table, List<String> numbers, String values) {
        addTo(rows, table, numbers.indexOf(table) + 1, values);
    }

    private static void addTo(Map<String, List<String>> rows, String table, int claim, String values) {
        List<String> of = rows.computeIfAbsent(table, none -> new ArrayList<>());
        of.add("(" + claim + ", " + (of.size() + 2) + ", " + values + ")");
    }
}
