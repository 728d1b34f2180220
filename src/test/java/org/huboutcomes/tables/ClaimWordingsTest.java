package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.YamlKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// What a sentence of an evaluator's summary states according to the wordings of the catalogue, and how it compares
/// with the returns.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimWordingsTest {

    private static final String CONTEXT =
            "Academic year 2022/23: 6 schools are active on the pathway: 2 Developing, two Embedding and 3 Sustaining. Three SMS C6 are"
                    + " in training. 2 schools who are eligible have chosen not to continue. Several hope to return next year."
                    + " The majority stopped because of staff turnover. Nine schools have a new head.";

    private static final String OTHER_YEAR =
            "Last year 28 schools were active on the pathway; this year it is 2.\nWe aim to have 40 schools on the pathway.\n"
                    + "At least two schools are active on the pathway:\n\u2022 Developing: 2\n\u2022 Embedding: 1\n"
                    + "About 20 schools are active on the pathway.\nTwelve have paused and three left.\n"
                    + "The majority stopped because of staff turnover.\nIn 2020/21, 7 schools were Embedding.\nIn 20/21, 5 schools were Sustaining.\n"
                    + "In 2020/2021, 9 schools were Developing.\n"
                    + "2 schools are active on the pathway:\nDeveloping: 2\nEmbedding: 1\n"
                    + "A couple of schools and a tenth of their leads came.\n"
                    + "Across the network, 900 schools are active on the pathway.\nIn MA22-03, 6 schools are active on the pathway.\n"
                    + "It is in two towns.";

    private record Example(String file, String sentence, Map<String, String> states) {}

    private final List<Example> examples = new ArrayList<>();
    private Workbench bench;

    @BeforeAll
    void given() throws SQLException {
        for (Catalogue.Entry entry : Catalogue.packaged().list("claims", "yaml")) {
            for (String sentence : entry.yaml().list("noExamples"))
                examples.add(new Example(entry.name(), sentence, Map.of()));
            for (YamlKeys example : entry.yaml().maps("examples")) {
                Map<String, String> states = new TreeMap<>();
                for (String key : example.map().keySet())
                    if (!key.equals("sentence"))
                        states.put(
                                key.equals("number") || key.equals("words")
                                        ? entry.yaml().text("quantity")
                                        : key,
                                example.map().get(key).toString());
                examples.add(new Example(entry.name(), example.text("sentence"), states));
            }
        }
        bench = new Workbench(Catalogue.packaged())
                .submit("hub_list", """
                        | network | hub | hub_name | opened |
                        |---|
                        | Maths Hubs | H1 | One | 199900 |
                        | Maths Hubs | X0 | Two | 199900 |
                        | Maths Hubs | X1 | Three | 199900 |
                        | Maths Hubs | X2 | Four | 199900 |
                        | Maths Hubs | X3 | Five | 199900 |
                        | Maths Hubs | X4 | Six | 199900 |
                        | Maths Hubs | X5 | Seven | 199900 |
                        | Maths Hubs | X6 | Eight | 199900 |
                        """)
                .submit("hub_area", """
                        | hub | la_code |
                        |---|
                        | H1 | 101 |
                        """)
                .submit("school_register", """
                        | urn | la_code | la_name | name | type_group | status | phase |
                        |---|
                        | 100001 | 101 | Northtown | A | Academies | Open | Secondary |
                        | 100002 | 101 | Northtown | B | Academies | Open | Secondary |
                        | 100003 | 101 | Northtown | C | Academies | Open | Secondary |
                        | 100004 | 101 | Northtown | D | Academies | Open | Primary |
                        """)
                .submit("pathway", """
                        | hub | time_period | urn | stage | status | reason | expected_return |
                        |---|
                        | H1 | 202223 | 100001 | Developing | Active | | |
                        | H1 | 202223 | 100001 | Embedding | Active | | |
                        | H1 | 202223 | 100002 | Embedding | Paused | staff turnover | next year |
                        | H1 | 202223 | 100003 | Sustaining | Paused | long absence | next year |
                        | H1 | 202223 | 100004 | Developing | Active | | |
                        | H1 | 202122 | 100001 | Developing | Active | | |
                        | H1 | 202122 | 100001 | Embedding | Active | | |
                        | H1 | 202122 | 100002 | Developing | Active | | |
                        | H1 | 202122 | 100003 | Sustaining | Left | will merge | |
                        | H1 | 202122 | 100004 | Sustaining | Left | staff turnover | |
                        """)
                .submit("pd_lead", """
                        | hub | time_period | lead | role | cohort | accreditation | title |
                        |---|
                        | H1 | 202223 | L1 | Designer | C6 | | |
                        | H1 | 202223 | L2 | Designer | SMS C6 | | |
                        | H1 | 202223 | L3 | Designer | SMS C6 | Accredited | |
                        | H1 | 202223 | L4 | Designer | PMS C6 | In training | |
                        | H1 | 202223 | L5 | Designer | C6 | In training | Primary Mastery Specialist |
                        """);
        int number = 0;
        for (Example example : examples) {
            bench.submit("evaluator_evidence", """
                    | hub | time_period | overview |
                    |---|
                    | %s | %s | %s |
                    """.formatted(hub(number), year(number), example.sentence()));
            number++;
        }
        bench.submit("evaluator_evidence", """
                | hub | time_period | strategic_goal | context |
                |---|
                | H1 | 202223 | Secondary | %s |
                | H1 | 202122 | All phases | - |
                """.formatted(CONTEXT));
        bench.execute("update evaluator_evidence set context = '" + OTHER_YEAR + "' where time_period = 202122");
        bench.build();
        new SqlFolder(Catalogue.packaged(), "publish").run(bench.connection());
    }

    @AfterAll
    void close() throws SQLException {
        bench.close();
    }

    /// Each example is the summary of its own hub and year, without returns.
    private static String hub(int number) {
        return "X" + number / 20;
    }

    private static String year(int number) {
        int start = 2000 + number % 20;
        return String.valueOf(start * 100 + (start + 1) % 100);
    }

    @TestFactory
    Stream<DynamicTest> eachExampleOfAWordingStatesWhatItSays() {
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(example.sentence(), () -> {
                    List<String> found = bench.rows("select quantity, number, words from evidence_statement"
                            + " where hub = '" + hub(examples.indexOf(example)) + "' and time_period = "
                            + year(examples.indexOf(example)) + " and claim_name = '" + example.file() + "'");
                    assertThat(found)
                            .as(found.toString())
                            .hasSize(example.states().size());
                    example.states()
                            .forEach((quantity, value) -> assertThat(found)
                                    .anyMatch(row -> row.startsWith(quantity + " | ")
                                            && row.toLowerCase(Locale.ROOT).contains(value)));
                }));
    }

    @Test
    void statedNumbersStandBesideThoseOfTheSchoolsOfTheirPhase() throws SQLException {
        assertThat(bench.rows(
                        "select claim, stated, returns, result from evidence_claim where hub = 'H1' and time_period = 202223"
                                + " order by claim_order"))
                .containsExactly(
                        "Developing | 2 | 1 (secondary schools) | Differs",
                        "Embedding | 2 | 1 (secondary schools) | Differs",
                        "Schools active on the pathway | 6 | 1 (secondary schools) | Differs",
                        "Sustaining | 3 | 0 (secondary schools) | Differs",
                        "Schools and places | 6 schools; 2 + 2 + 3 = 7 places | 1 place more than schools: at least 1 school"
                                + " holds more than one place | Reconciled",
                        "SMS C6 in training | 3 | 2 | Differs",
                        "Schools eligible and not continuing | 2 | 2 (secondary schools) | Agrees",
                        "Schools expected to return | Several | 2 (secondary schools) | Agrees",
                        "Schools pausing for staff turnover or absence | majority of the schools"
                                + " | 2 of 2 schools whose reason is recorded (secondary schools) | Agrees",
                        "A number that was not recognised |  |  | Not checked");
    }

    @Test
    void aNumberOfAnotherYearIsNotComparedAndWhatNoWordingTookIsListed() throws SQLException {
        assertThat(bench.rows("select claim, stated, returns, result from evidence_claim where time_period = 202122"
                        + " and result <> 'Not checked' order by claim_order"))
                .containsExactly(
                        "Schools active on the pathway | 28 | It does not speak of this year. | Cannot be checked",
                        "Schools active on the pathway | 40 | It does not speak of this year. | Cannot be checked",
                        "Schools active on the pathway | At least two | 2 | Agrees",
                        "Developing | 2 | 2 | Agrees",
                        "Embedding | 1 | 1 | Agrees",
                        "Schools active on the pathway | About 20 | 2 | Differs",
                        "Schools eligible and not continuing | 12 | 2 | Differs",
                        "Schools pausing for staff turnover or absence | majority of the schools"
                                + " | 1 of 2 schools whose reason is recorded | Differs",
                        "Embedding | 7 | It does not speak of this year. | Cannot be checked",
                        "Sustaining | 5 | It does not speak of this year. | Cannot be checked",
                        "Developing | 9 | It does not speak of this year. | Cannot be checked",
                        "Schools active on the pathway | 2 | 2 | Agrees",
                        "Schools and places | 2 schools; 2 + 1 = 3 places | 1 place more than schools: at least 1 school"
                                + " holds more than one place | Reconciled",
                        "Developing | 2 | 2 | Agrees",
                        "Embedding | 1 | 1 | Agrees",
                        "Schools active on the pathway | 900 | It does not speak of this hub. | Cannot be checked",
                        "Schools active on the pathway | 6 | It speaks of one activity. | Cannot be checked");
        assertThat(bench.rows(
                        "select sentence from evidence_claim where time_period = 202122 and result = 'Not checked'"
                                + " order by claim_order"))
                .containsExactly(
                        "this year it is 2.",
                        "Twelve have paused and three left.",
                        "A couple of schools and a tenth of their leads came.");
    }

    @Test
    void wordsForNumbersAreRead() throws SQLException {
        assertThat(numbers(
                        "1,204",
                        "Thirty-six",
                        "a dozen",
                        "several",
                        "One hundred and four",
                        "two dozen",
                        "half a dozen",
                        "7 of the 36",
                        "none"))
                .containsExactly(
                        "1204 | 1204", "36 | 36", "12 | 12", " | ", "104 | 104", "24 | 24", "6 | 6", "7 | 7", "0 | 0");
    }

    @Test
    void boundsAndRangesAreRead() throws SQLException {
        assertThat(numbers(
                        "over 30",
                        "at least 12",
                        "between 7 and 10",
                        "7\u201310",
                        "two or three",
                        "up to 40",
                        "fewer than 5",
                        "about 30",
                        "nearly twenty-one",
                        "twelve or more"))
                .containsExactly(
                        "31 | 1000030",
                        "12 | 1000012",
                        "7 | 10",
                        "7 | 10",
                        "2 | 3",
                        "0 | 40",
                        "0 | 4",
                        "27 | 33",
                        "18 | 21",
                        "12 | 1000012");
    }

    @Test
    void sharesAreRead() throws SQLException {
        assertThat(bench.rows("select words, round(stated_percent_low(words), 2), round(stated_percent_high(words), 2)"
                        + " from (select unnest(['62%', '62.5 per cent', 'just over half', 'two thirds', 'three quarters', 'a fifth',"
                        + " 'nearly 70%', 'over 80 per cent', 'under half', 'nine tenths', 'around 40%']) as words)"))
                .containsExactly(
                        "62% | 61.5 | 62.5",
                        "62.5 per cent | 62.45 | 62.55",
                        "just over half | 50 | 55",
                        "two thirds | 63.17 | 70.17",
                        "three quarters | 71.5 | 78.5",
                        "a fifth | 16.5 | 23.5",
                        "nearly 70% | 65 | 70",
                        "over 80 per cent | 80 | 100",
                        "under half | 0 | 50",
                        "nine tenths | 86.5 | 93.5",
                        "around 40% | 35 | 45");
    }

    /// The lowest and the highest number that agree with the statement.
    private List<String> numbers(String... said) throws SQLException {
        return bench.rows("select stated_low(part, ends, bound), stated_high(part, ends, bound) from (select n, part,"
                + " stated_range(part) as ends, stated_bound(part) as bound from (select n, stated_part(words) as part from"
                + " (select unnest(['" + String.join("', '", said)
                + "']) as words, generate_subscripts([1, 2, 3, 4, 5, 6, 7, 8, 9, 10][1:"
                + said.length + "], 1) as n))) order by n");
    }
}
