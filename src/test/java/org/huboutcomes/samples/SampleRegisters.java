package org.huboutcomes.samples;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.QuoteMode;
import org.jspecify.annotations.Nullable;

/// The school register and its links in the shape of a GIAS download, and the reference lists of the networks.
final class SampleRegisters {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final DateTimeFormatter GIAS_DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final Map<String, String> LA_NAMES =
            Map.of("101", "Quillshire", "102", "Ostbridge", "103", "Hallowmere", "104", "Fennick");

    private final SampleSchools schools;

    SampleRegisters(SampleSchools schools) {
        this.schools = schools;
    }

    void write(Path folder) throws IOException {
        List<String> headings = Resources.lines("register_headings.txt");
        PlainTable register = new PlainTable(headings);
        for (School school : schools.all()) {
            Map<String, Object> known = facts(school);
            register.add(headings.stream()
                    .map(heading -> known.getOrDefault(heading, ""))
                    .toList());
        }
        register.write(folder.resolve("edubasealldata20230901.csv"), WINDOWS, QuoteMode.ALL);
        links().write(folder.resolve("links_edubasealldata20230901.csv"), WINDOWS, QuoteMode.NON_NUMERIC);
        hubs().write(folder.resolve("hubs.csv"), StandardCharsets.UTF_8, QuoteMode.MINIMAL);
        areas().write(folder.resolve("hub_areas.csv"), StandardCharsets.UTF_8, QuoteMode.MINIMAL);
        authorityChanges().write(folder.resolve("authority_changes.csv"), StandardCharsets.UTF_8, QuoteMode.MINIMAL);
        targets().write(folder.resolve("targets.csv"), StandardCharsets.UTF_8, QuoteMode.MINIMAL);
    }

    /// Changes in Dorset, Northamptonshire and Cumbria: the only list here that is not invented.
    private static PlainTable authorityChanges() {
        PlainTable changes = new PlainTable(List.of("Old LA code", "New LA code", "First academic year"));
        for (String change : List.of(
                "835,838,2019/20",
                "835,839,2019/20",
                "836,839,2019/20",
                "837,839,2019/20",
                "928,940,2021/22",
                "928,941,2021/22",
                "909,942,2023/24",
                "909,943,2023/24")) changes.add(List.of((Object[]) change.split(",")));
        return changes;
    }

    private static Map<String, Object> facts(School school) {
        int spread = school.urn() % 1000;
        boolean rural = spread % 4 == 0;
        Map<String, Object> facts = new HashMap<>();
        facts.put("URN", school.urn());
        facts.put("LA (code)", school.la());
        facts.put("LA (name)", LA_NAMES.get(school.la()));
        facts.put("EstablishmentNumber", school.number());
        facts.put("EstablishmentName", school.name());
        facts.put("TypeOfEstablishment (name)", school.kind().type());
        facts.put("EstablishmentTypeGroup (name)", school.kind().group());
        facts.put("EstablishmentStatus (name)", school.status());
        facts.put("OpenDate", day(school.opened()));
        facts.put("CloseDate", day(school.closed()));
        facts.put("PhaseOfEducation (name)", school.kind().phase());
        facts.put("AdmissionsPolicy (name)", admissions(school));
        facts.put(
                "NumberOfPupils",
                school.status().equals("Open")
                        ? 60 + spread * 53 % 400 + (school.kind().isSecondary() ? 500 : 0)
                        : "");
        facts.put("PercentageFSM", spread * 7 % 45 + "." + spread % 10);
        facts.put("Postcode", "ZZ" + school.la().charAt(2) + " " + (spread % 9 + 1) + "ZZ");
        facts.put("UrbanRural (code)", rural ? "D1" : "C1");
        facts.put("UrbanRural (name)", "(England/Wales) " + (rural ? "Rural town and fringe" : "Urban city and town"));
        facts.put("DistrictAdministrative (code)", "E99000" + school.la());
        facts.put("DistrictAdministrative (name)", LA_NAMES.get(school.la()));
        facts.put("GOR (name)", "Invented Region");
        // Each authority has its own square, with its schools spread over it.
        facts.put("Easting", 400_000 + school.la().charAt(2) % 2 * 14_000 + spread * spread % 97 * 128);
        facts.put("Northing", 300_000 + (school.la().charAt(2) - '1') / 2 * 14_000 + spread * 4_733 % 12_500);
        facts.put("Trusts (name)", school.kind().group().equals("Academies") ? "Invented Learning Trust" : "");
        // Personal fields are filled, so that a test can prove that they are not stored.
        facts.put("HeadTitle (name)", "Mx");
        facts.put("HeadFirstName", "Invented");
        facts.put("HeadLastName", "Headperson");
        facts.put("TelephoneNum", "01632960" + spread);
        return facts;
    }

    private static String admissions(School school) {
        if (!school.kind().isSecondary()) return "Not applicable";
        return school.number() % 5 == 0 ? "Selective" : "Non-selective";
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "" : GIAS_DAY.format(day);
    }

    private PlainTable links() {
        School before = schools.predecessor;
        School after = schools.successor;
        return new PlainTable(List.of("URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"))
                .add(List.of(before.urn(), after.urn(), after.name(), "Successor", day(after.opened())))
                .add(List.of(after.urn(), before.urn(), before.name(), "Predecessor", day(after.opened())));
    }

    private static PlainTable hubs() {
        PlainTable table = new PlainTable(List.of("Network", "Hub code", "Hub name", "Aliases", "Opened", "Closed"));
        for (SampleHub hub : SampleHub.values())
            table.add(List.of(hub.network, hub.name(), hub.title, hub.aliases, "2020/21", ""));
        return table;
    }

    private static PlainTable areas() {
        PlainTable table = new PlainTable(List.of("Hub code", "LA code", "District", "From", "To"));
        for (SampleHub.Area area : SampleHub.AREAS)
            table.add(List.of(
                    area.hub().name(),
                    area.la(),
                    "",
                    YearText.SLASH.of(area.from()),
                    area.to() == 0 ? "" : YearText.SLASH.of(area.to())));
        return table;
    }

    /// The activities of both networks, whose codes change with the year.
    static PlainTable activities() {
        PlainTable table = new PlainTable(
                List.of("Activity code", "Academic year", "Activity", "Activity type", "Designed", "Continues code"));
        for (SampleHub hub : List.of(SampleHub.QS1, SampleHub.FV1))
            for (int year : SampleYears.YEARS)
                for (Activity activity : Activity.of(hub))
                    table.add(List.of(
                            activity.code(year),
                            YearText.SLASH.of(year),
                            activity.title(),
                            activity.type(),
                            "National",
                            year == SampleYears.YEARS.get(0) ? "" : activity.code(year - 1)));
        return table;
    }

    private static PlainTable targets() {
        PlainTable table =
                new PlainTable(List.of("Indicator", "Network", "Phase", "Academic year", "Target", "Source"));
        Stream.of("Primary", "Secondary")
                .forEach(phase -> table.add(List.of(
                        "pathway_schools_percent",
                        "Maths Hubs",
                        phase,
                        "2022/23",
                        phase.equals("Primary") ? 70 : 55,
                        "Invented priorities 2020-2023")));
        return table;
    }
}
