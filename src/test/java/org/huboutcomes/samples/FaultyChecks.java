package org.huboutcomes.samples;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One workbook for each check that needs more than one cell, with as few rows as possible.
final class FaultyChecks {

    private static final String THIS_YEAR = "2022/23";
    private static final String LAST_YEAR = "2021/22";

    /// Takes each workbook, and its expected finding.
    interface Press {
        void print(ExpectedFinding fault, PersonsWorkbook workbook) throws IOException;
    }

    private record Sheet(String name, List<ReturnRow> rows) {}

    private final SampleSchools schools;
    private final List<School> quillshire;
    private final Press press;

    FaultyChecks(SampleSchools schools, Press press) {
        this.schools = schools;
        this.quillshire = schools.openIn(SampleHub.QS1, 2022);
        this.press = press;
    }

    void write() throws IOException {
        writeParticipants();
        writeSchools();
        writeStages();
        writeYears();
        writeDelivery();
        writeResponses();
        writeLeads();
        writeTotals();
        writeSummary();
        writeHubs();
        writeTargets();
        writeLinks();
        writeMechanisms();
        writeHubLeaders();
    }

    private void writeParticipants() throws IOException {
        ReturnRow one = participant(0);
        write(
                "completed_without_attending",
                "Engagement!J2",
                "Completed, and at no session.",
                engagement(one.and("Sessions attended", 0)));
        write(
                "enrolled_but_attended",
                "Engagement!J2",
                "Only enrolled, and at three sessions.",
                engagement(one.and("Status", "Enrolled")));
        write(
                "withdrew_after_all_sessions",
                "Engagement!J2",
                "Withdrew, and at all four sessions.",
                engagement(one.and("Sessions attended", 4, "Status", "Withdrew")));
        write(
                "participant_with_two_roles",
                "Engagement!G3",
                "A teacher and a leader of one activity.",
                engagement(one, one.and("Participant role", "Leader")));
        write(
                "participant_listed_twice",
                "Engagement!F3",
                "One participant of one activity in two rows.",
                engagement(one, one.and("Sessions attended", 4)));
        write(
                "participant_in_two_schools",
                "Engagement!F3",
                "One reference for participants of two schools.",
                engagement(one, participant(1).and("Participant reference", one.value("Participant reference"))));
        write(
                "names_and_references",
                "Engagement!F2",
                "A school of which one participant was named and another has a reference.",
                engagement(one, one.and("Participant reference", "P-0123456789")));
    }

    private void writeSchools() throws IOException {
        ReturnRow one = participant(0);
        write(
                "not_state_funded",
                "Engagement!C2",
                "An independent school.",
                engagement(at(one, called("Quillshire House School"))));
        write(
                "not_yet_open",
                "Engagement!C2",
                "A school that is only proposed to open.",
                engagement(at(one, called("Hallowmere Garden Village Primary School"))
                        .and("Hub", "HM1")));
        write(
                "school_name_differs",
                "Engagement!D2",
                "The URN of one school beside the name of another.",
                engagement(one.and("School", "Zwingli Juxtaposed Academy")));
    }

    /// A whole register, in which one school closed on an unknown day, and a return that names the school.
    byte[] registerAndReturn() throws IOException {
        Sheet register =
                wholeRegister(quillshire.get(0)::equals, school -> school.and("EstablishmentStatus (name)", "Closed"));
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("register.xlsx", workbook(register).bytes());
        members.put("return.xlsx", workbook(engagement(participant(0))).bytes());
        return FaultyContainers.zip(members);
    }

    private void writeStages() throws IOException {
        ReturnRow one = place(0);
        ReturnRow before = one.and("Academic year", LAST_YEAR);
        write("paused_without_reason", "Pathway!G2", "It paused, and nobody says why.", pathway(paused(one, "")));
        write(
                "expected_return_past",
                "Pathway!H2",
                "Expected back a year before it paused.",
                pathway(paused(one, "Budget").and("Expected return", "September 2021")));
        write(
                "left_and_active",
                "Pathway!F3",
                "It left, and is active at another stage.",
                pathway(one, one.and("Stage", "Developing", "Status", "Left", "Reason", "Budget")));
        write(
                "left_then_active",
                "Pathway!F3",
                "It left last year, and goes on this year.",
                pathway(before.and("Status", "Left", "Reason", "Budget"), one));
        write(
                "stage_went_backwards",
                "Pathway!E3",
                "Sustaining last year, Embedding this year.",
                pathway(before.and("Stage", "Sustaining"), one));
        write(
                "developing_after_sustaining",
                "Pathway!E3",
                "Sustaining two years ago, Developing this year.",
                pathway(one.and("Academic year", "2020/21", "Stage", "Sustaining"), one.and("Stage", "Developing")));
        write(
                "stage_skipped",
                "Pathway!E3",
                "Developing last year, Sustaining this year.",
                pathway(before.and("Stage", "Developing"), one.and("Stage", "Sustaining")));
        write(
                "school_in_two_hubs",
                "Pathway!C3",
                "A school of Quillshire on the pathway of Hallowmere too.",
                pathway(one, one.and("Hub", "HM1")));
        write(
                "pathway_unexpected_phase",
                "Pathway!C2",
                "A sixth form college on the pathway.",
                pathway(at(one, called("Sixth Form College"))));
        write(
                "pathway_without_engagement",
                "Pathway!C11",
                "Nine schools on the pathway have participants, the tenth has none.",
                new Sheet("Engagement", each(9, this::participant)),
                new Sheet("Pathway", each(10, this::place)));
    }

    private void writeSummary() throws IOException {
        PersonsWorkbook workbook = new PersonsWorkbook();
        PersonsWorkbook.Page page = workbook.page("Pathway");
        page.headings(place(0).keys());
        page.row(place(0).values());
        PersonsWorkbook.Page summary = workbook.page("Summary");
        FaultySummaries.rows("11/01/23", "9/2/23", true).forEach(summary::row);
        summary.row(List.of("Context"));
        summary.row(List.of("In 2022/23, 36 schools are active on the pathway."));
        press.print(
                new ExpectedFinding("claim_differs.xlsx", "query", "Summary", "The returns have one school there."),
                workbook);
    }

    private void writeYears() throws IOException {
        ReturnRow lead = lead();
        write(
                "hub_not_open_in_year",
                "PD leads",
                "Quillshire opened in 2020/21.",
                leads(lead.and("Academic year", "2019/20")));
        write(
                "return_missing",
                "PD leads",
                "Pathway stages came last year, and from the other hub this year.",
                pathway(
                        place(0).and("Academic year", LAST_YEAR),
                        hallowmere().and("Academic year", LAST_YEAR),
                        hallowmere()),
                leads(lead));
        List<ReturnRow> places = each(10, this::place);
        write(
                "same_as_last_year",
                "Pathway",
                "Ten rows of last year under this year's label.",
                new Sheet(
                        "Pathway",
                        Stream.of(LAST_YEAR, THIS_YEAR)
                                .flatMap(year -> places.stream().map(place -> place.and("Academic year", year)))
                                .toList()));
        write(
                "unlikely_change",
                "Engagement",
                "22 participants in each of five years, and 110 in the sixth.",
                new Sheet("Engagement", sixYears()));
    }

    private List<ReturnRow> sixYears() {
        List<ReturnRow> rows = new ArrayList<>();
        for (int year = 2020; year < 2026; year++)
            for (int person = 0; person < (year == 2025 ? 110 : 22); person++)
                rows.add(participant(person % 11)
                        .and("Academic year", YearText.SLASH.of(year))
                        .and("Participant reference", "P%d-%03d".formatted(year, person)));
        return rows;
    }

    private void writeDelivery() throws IOException {
        ReturnRow one = activity("MA22-01");
        write("filled_without_group", "Delivery!F2", "Places filled in no group.", delivery(one.and("Groups", 0)));
        write(
                "filled_more_than_offered",
                "Delivery!H2",
                "Fifteen places of fourteen.",
                delivery(one.and("Places filled", 15)));
        write(
                "delivered_more_than_due",
                "Delivery!J2",
                "Eleven core components of ten.",
                delivery(one.and("Core components delivered", 11)));
        write(
                "consistent_more_than_recorded",
                "Delivery!L2",
                "Five consistent adaptations of four.",
                delivery(one.and("Adaptations consistent with core", 5)));
        write("activity_listed_twice", "Delivery!C3", "One activity in two rows.", delivery(one, one.and("Groups", 2)));
        write(
                "filled_differs_from_participants",
                "Delivery!H2",
                "Ten places filled, and one participant listed.",
                delivery(one.and("Places filled", 10)),
                engagement(participant(0)));
        write(
                "engaged_not_delivered",
                "Engagement!E3",
                "A participant of an activity that was not delivered.",
                delivery(one),
                engagement(participant(0), participant(1).and("Activity code", "MA22-02")));
        write(
                "delivered_not_engaged",
                "Delivery!C3",
                "An activity in which nobody took part.",
                delivery(one, activity("MA22-02")),
                engagement(participant(0)));
        write(
                "activity_not_in_catalogue",
                "Delivery!C3",
                "The catalogue has MA22-01 alone.",
                new Sheet(
                        "Activities",
                        List.of(new ReturnRow()
                                .and("Activity code", "MA22-01", "Academic year", THIS_YEAR)
                                .and("Title", "Number Sense Together"))),
                delivery(one, activity("MA22-09")));
    }

    private void writeResponses() throws IOException {
        ReturnRow one = response(1);
        write(
                "survey_of_undelivered_activity",
                "Survey!E2",
                "A response on an activity that was not delivered.",
                delivery(activity("MA22-01")),
                survey(one.and("Activity code", "MA22-02")));
        write(
                "responses_more_than_participants",
                "Survey!E3",
                "Two responses of one participant.",
                engagement(participant(0)),
                survey(one, response(2)));
        write(
                "response_in_two_activities",
                "Survey!A3",
                "One id for responses on two activities.",
                survey(one, one.and("Activity code", "MA22-02")));
        String overall = "Overall, I was satisfied with this activity";
        write(
                "answers_share_id",
                "Survey!A3",
                "One id for two answers that differ.",
                survey(one, one.and(overall, "Strongly disagree")));
        write(
                "id_lost_digits",
                "Survey!A2",
                "An id that a spreadsheet has made into a number.",
                survey(one.and("Response ID", "1.14246E+11")));
        write("blank_response", "Survey!F2", "A response without an answer.", survey(one.and(overall, "")));
        write(
                "answered_in_seconds",
                "Survey!H2",
                "A response completed in three seconds.",
                survey(one.and("Start time", "14/06/2023 09:00:00", "Completion time", "14/06/2023 09:00:03")));
        write(
                "answered_before_year",
                "Survey!G2",
                "A response from before the academic year.",
                survey(one.and("Completion time", "14/06/2022 09:00:00")));
        write(
                "not_a_time",
                "Survey!G2",
                "A completion time that is none.",
                survey(one.and("Completion time", "this morning")));
        write(
                "personal_value",
                "Survey!A2",
                "An e-mail address as the id of a response.",
                survey(one.and("Response ID", "respondent1@example.org")));
        write("test_answer", "Survey!G2", "Somebody tried the survey out.", survey(one.and("Comments", "asdf")));
    }

    private void writeLeads() throws IOException {
        ReturnRow one = lead();
        write(
                "lead_listed_twice",
                "PD leads!C3",
                "One lead in two rows.",
                leads(one, one.and("Lead role", "Designer")));
        write("lead_in_two_hubs", "PD leads!C3", "One lead of two hubs.", leads(one.and("Hub", "HM1"), one));
        write(
                "lead_of_closed_school",
                "PD leads!E2",
                "A lead from a school that closed in 2019.",
                leads(one.and("School URN", schools.closedForGood.urn())));
    }

    private void writeTotals() throws IOException {
        ReturnRow one = hubYear().and("Quantity", "Embedding", "Stated value", 1);
        write(
                "stated_twice",
                "Stated totals!D3",
                "Embedding is 1, and Embedding is 2.",
                totals(one, one.and("Stated value", 2)));
        write(
                "stated_quantity_unknown",
                "Stated totals!C2",
                "Nobody counts secondary specialists.",
                pathway(place(0)),
                totals(one.and("Quantity", "Secondary specialists")));
    }

    private void writeHubs() throws IOException {
        ReturnRow hub = new ReturnRow()
                .and("Network", "Maths Hubs", "Hub code", "QS1", "Hub name", "Quillshire", "Aliases", "")
                .and("Opened", "2020/21", "Closed", "");
        write(
                "hub_closed_before_opened",
                "Hubs!F2",
                "Opened in 2020/21, closed in 2018/19.",
                hubs(hub.and("Closed", "2018/19")));
        write("hub_listed_twice", "Hubs!B3", "One code in two rows.", hubs(hub, hub.and("Opened", "2021/22")));
        write(
                "hub_code_misleading",
                "Hubs!B2",
                "The first two letters are Cyrillic.",
                hubs(hub.and("Hub code", "\u041d\u041c1", "Hub name", "Hallowmere")));
        write(
                "hub_of_unknown_network",
                "Hubs!A3",
                "There are Maths Hubs, and no Math Hubs.",
                hubs(hub, hub.and("Network", "Math Hubs", "Hub code", "HM1", "Hub name", "Hallowmere")));
        write(
                "alias_of_two_hubs",
                "Hubs!D3",
                "Two hubs are called Quillshire.",
                hubs(hub, hub.and("Hub code", "HM1", "Hub name", "Hallowmere", "Aliases", "Quillshire")));
        ReturnRow area = new ReturnRow().and("Hub code", "QS1", "LA code", "101", "From", "2020/21", "To", "");
        write("area_from_after_to", "Hub areas!D2", "From 2020/21 to 2018/19.", areas(area.and("To", "2018/19")));
        write("area_of_unknown_la", "Hub areas!B2", "No school is in 199.", areas(area.and("LA code", "199")));
        write(
                "area_without_place",
                "Hub areas!B2",
                "Neither a local authority nor a school.",
                areas(area.and("LA code", "")));
        write(
                "la_in_two_hubs",
                "Hub areas!B2",
                "Quillshire is in the areas of two hubs.",
                areas(area, area.and("Hub code", "HM1")));
        write(
                "la_in_no_hub",
                "Hub areas!D3",
                "Ostbridge is nobody's from 2022/23.",
                areas(area, area.and("Hub code", "HM1", "LA code", "102", "To", LAST_YEAR)));
    }

    private void writeTargets() throws IOException {
        ReturnRow target = new ReturnRow()
                .and("Indicator", "pathway_schools_percent", "Network", "Maths Hubs", "Phase", "Primary")
                .and("Academic year", THIS_YEAR, "Target", 70, "Source", "Invented priorities");
        write(
                "target_of_unknown_indicator",
                "Targets!A2",
                "Nobody measures happy schools.",
                targets(target.and("Indicator", "happy_schools_percent")));
        write(
                "target_of_unknown_network",
                "Targets!B2",
                "There are no geography hubs.",
                targets(target.and("Network", "Geography Hubs")));
        write("target_over_hundred", "Targets!E2", "A target of 700%.", targets(target.and("Target", 700)));
        write("target_as_share", "Targets!E2", "A target of 0.7 for a percentage.", targets(target.and("Target", 0.7)));
        write("target_set_twice", "Targets!E3", "70, and 75.", targets(target, target.and("Target", 75)));
    }

    private void writeMechanisms() throws IOException {
        ReturnRow one = mechanism();
        ReturnRow source = source();
        write(
                "mechanism_elsewhere",
                "Mechanisms!C2",
                "What is done at national level, coded at area level.",
                mechanisms(one.and("Mechanism", "Contracting and funding")));
        write(
                "mechanism_source_unknown",
                "Mechanisms!J2",
                "A source that is in no list.",
                mechanisms(one.and("Source reference", "Q99")));
        write(
                "mechanism_without_consent",
                "Mechanisms!J2",
                "An interview of which the consent was withdrawn.",
                sources(source.and("Consent", "Withdrawn")),
                mechanisms(one));
        write(
                "mechanism_coded_twice",
                "Mechanisms!F3",
                "One mechanism in two rows of one coder.",
                mechanisms(one, one.and("Evidence strength", "Mentioned")));
        write(
                "source_after_year",
                "Mechanisms!J2",
                "An interview of October 2023 for 2022/23.",
                sources(source.and("Date", "12/10/2023")),
                mechanisms(one));
        write(
                "source_listed_twice",
                "Evidence sources!A3",
                "One reference for two sources.",
                sources(source, source.and("Type", "Document")));
    }

    private void writeHubLeaders() throws IOException {
        ReturnRow one = new ReturnRow()
                .and("Hub", "QS1", "Lead organisation", "Ostbridge Learning Trust", "From", "2020/21", "To", "");
        write(
                "hub_led_twice",
                "Hub leadership!B3",
                "Two organisations lead one hub.",
                hubLeaders(one, one.and("Lead organisation", "Hallowmere Schools Trust", "From", "2021/22")));
        write(
                "leadership_from_after_to",
                "Hub leadership!D2",
                "It led until the year before it began.",
                hubLeaders(one.and("To", "2018/19")));
    }

    private static ReturnRow mechanism() {
        return hubYear()
                .and("Level", "Area", "Group", "", "Mode", "", "Mechanism", "Finding and recruiting leads")
                .and("Role", "Coordinator", "Function", "Administrative", "Evidence strength", "Described")
                .and("Source reference", "Q1", "Coder", "R1", "Note", "");
    }

    private static ReturnRow source() {
        return new ReturnRow()
                .and("Reference", "Q1", "Type", "Interview", "Level", "Area", "Role interviewed", "Hub lead")
                .and("Date", "14/11/2022", "Consent", "Given");
    }

    private static Sheet mechanisms(ReturnRow... rows) {
        return new Sheet("Mechanisms", List.of(rows));
    }

    /// With further sources below: a much shorter list than the one in force would be held for confirmation.
    private static Sheet sources(ReturnRow... rows) {
        Stream<ReturnRow> others = IntStream.rangeClosed(1, 5)
                .mapToObj(number -> new ReturnRow()
                        .and("Reference", "D" + number, "Type", "Document", "Level", "Area", "Role interviewed", "")
                        .and("Date", "05/09/2022", "Consent", "Not needed"));
        return new Sheet(
                "Evidence sources", Stream.concat(Stream.of(rows), others).toList());
    }

    private static Sheet hubLeaders(ReturnRow... rows) {
        return new Sheet("Hub leadership", List.of(rows));
    }

    private void writeLinks() throws IOException {
        UnaryOperator<ReturnRow> closed =
                school -> school.and("EstablishmentStatus (name)", "Closed", "CloseDate", "31-08-2021");
        School one = quillshire.get(0);
        School other = quillshire.get(1);
        write(
                "links_in_a_ring",
                "Links!B2",
                "Two schools that succeed each other.",
                wholeRegister(school -> school.equals(one) || school.equals(other), closed),
                new Sheet("Links", List.of(link(one, other), link(other, one))));
    }

    private static ReturnRow link(School from, School to) {
        return new ReturnRow().and("URN", from.urn(), "LinkURN", to.urn(), "LinkType", "Successor");
    }

    private static List<ReturnRow> each(int count, IntFunction<ReturnRow> row) {
        return IntStream.range(0, count).mapToObj(row).toList();
    }

    private static ReturnRow hubYear() {
        return new ReturnRow().and("Hub", "QS1", "Academic year", THIS_YEAR);
    }

    private ReturnRow participant(int school) {
        return at(hubYear(), quillshire.get(school))
                .and("Activity code", "MA22-01", "Participant reference", "P" + school, "Participant role", "Teacher")
                .and("Sessions offered", 4, "Sessions attended", 3, "Status", "Completed");
    }

    private ReturnRow place(int school) {
        return at(hubYear(), quillshire.get(school))
                .and("Stage", "Embedding", "Status", "Active", "Reason", "", "Expected return", "");
    }

    private ReturnRow hallowmere() {
        return at(place(0), schools.openIn(SampleHub.HM1, 2022).get(0)).and("Hub", "HM1");
    }

    private static ReturnRow paused(ReturnRow place, String reason) {
        return place.and("Status", "Paused", "Reason", reason);
    }

    private static ReturnRow at(ReturnRow row, School school) {
        return row.and("URN", school.urn(), "School", school.name());
    }

    private School called(String ending) {
        return schools.all().stream()
                .filter(school -> school.name().endsWith(ending))
                .findFirst()
                .orElseThrow();
    }

    private static ReturnRow activity(String code) {
        return hubYear()
                .and("Activity code", code, "Activity", "Number Sense Together", "Activity type", "Programme")
                .and("Groups", 1, "Places offered", 14, "Places filled", 1)
                .and("Core components due", 10, "Core components delivered", 9)
                .and("Adaptations recorded", 4, "Adaptations consistent with core", 3);
    }

    private ReturnRow response(int id) {
        return new ReturnRow()
                .and("Response ID", id, "Hub", "QS1", "Academic year", THIS_YEAR)
                .and("URN", quillshire.get(0).urn(), "Activity code", "MA22-01")
                .and("Overall, I was satisfied with this activity", "Agree");
    }

    private static ReturnRow lead() {
        return hubYear().and("Lead reference", "L1", "Lead role", "Facilitator", "School URN", "");
    }

    private static ReturnRow registered(School school) {
        return new ReturnRow()
                .and("URN", school.urn(), "LA (code)", school.la(), "EstablishmentName", school.name())
                .and("EstablishmentTypeGroup (name)", school.kind().group())
                .and("EstablishmentStatus (name)", "Open", "CloseDate", "")
                .and("PhaseOfEducation (name)", school.kind().phase());
    }

    private static Sheet engagement(ReturnRow... rows) {
        return new Sheet("Engagement", List.of(rows));
    }

    private static Sheet pathway(ReturnRow... rows) {
        return new Sheet("Pathway", List.of(rows));
    }

    private static Sheet delivery(ReturnRow... rows) {
        return new Sheet("Delivery", List.of(rows));
    }

    private static Sheet survey(ReturnRow... rows) {
        return new Sheet("Survey", List.of(rows));
    }

    private static Sheet leads(ReturnRow... rows) {
        return new Sheet("PD leads", List.of(rows));
    }

    private static Sheet totals(ReturnRow... rows) {
        return new Sheet("Stated totals", List.of(rows));
    }

    private static Sheet hubs(ReturnRow... rows) {
        return new Sheet("Hubs", List.of(rows));
    }

    private static Sheet areas(ReturnRow... rows) {
        return new Sheet("Hub areas", List.of(rows));
    }

    private static Sheet targets(ReturnRow... rows) {
        return new Sheet("Targets", List.of(rows));
    }

    /// All schools, because a part of the register would be held for confirmation.
    private Sheet wholeRegister(Predicate<School> changed, UnaryOperator<ReturnRow> change) {
        List<ReturnRow> rows = schools.all().stream()
                .map(school -> changed.test(school) ? change.apply(registered(school)) : registered(school))
                .toList();
        return new Sheet("Register", rows);
    }

    private void write(String rule, String place, String sentence, Sheet... sheets) throws IOException {
        press.print(new ExpectedFinding(rule + ".xlsx", "query", place, sentence), workbook(sheets));
    }

    private static PersonsWorkbook workbook(Sheet... sheets) {
        PersonsWorkbook workbook = new PersonsWorkbook();
        for (Sheet sheet : sheets) {
            PersonsWorkbook.Page page = workbook.page(sheet.name());
            page.headings(sheet.rows().get(0).keys());
            for (ReturnRow row : sheet.rows()) page.row(row.values());
        }
        return workbook;
    }
}
