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

/// What a sentence of an evaluator's summary states, by the wordings of the catalogue, and how it stands beside the
/// returns.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaimWordingsTest {

    private static final String CONTEXT =
            "In 2022/23 6 schools are active on the pathway: 2 Developing, two Embedding and 3 Sustaining. Three SMS C6 are"
                    + " in training. 2 schools who are eligible have chosen not to continue. Several hope to return next year."
                    + " The majority stopped because of staff turnover. Nine schools have a new head.";

    private record Example(String file, String sentence, Map<String, String> states) {}

    private final List<Example> examples = new ArrayList<>();
    private Workbench bench;

    @BeforeAll
    void given() throws SQLException {
        for (Catalogue.Entry entry : Catalogue.packaged().list("claims", "yaml"))
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
        bench = new Workbench(Catalogue.packaged())
                .submit("hub_list", """
                        | network | hub | hub_name | opened |
                        |---|
                        | Maths Hubs | H1 | One | 199900 |
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
                        """)
                .submit("pd_lead", """
                        | hub | time_period | lead | role | cohort |
                        |---|
                        | H1 | 202223 | L1 | Designer | C6 |
                        | H1 | 202223 | L2 | Designer | SMS C6 |
                        """);
        int number = 0;
        for (Example example : examples) {
            String year = String.valueOf((2000 + number) * 100 + (number + 1) % 100);
            bench.submit("evaluator_evidence", """
                    | hub | time_period | overview |
                    |---|
                    | H1 | %s | %s |
                    """.formatted(year, example.sentence()));
            number++;
        }
        bench.submit("evaluator_evidence", """
                | hub | time_period | strategic_goal | context |
                |---|
                | H1 | 202223 | Secondary | %s |
                """.formatted(CONTEXT)).build();
        new SqlFolder(Catalogue.packaged(), "publish").run(bench.connection());
    }

    @AfterAll
    void close() throws SQLException {
        bench.close();
    }

    @TestFactory
    Stream<DynamicTest> eachExampleOfAWordingStatesWhatItSays() {
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(example.sentence(), () -> {
                    List<String> found =
                            bench.rows("select quantity, stated_number(words), words from evidence_statement"
                                    + " where time_period <> 202223 and (sentence || '.' in ('" + example.sentence()
                                    + "', '" + example.sentence()
                                    + ".')"
                                    + " or contains('" + example.sentence() + "', sentence))");
                    assertThat(found).hasSize(example.states().size());
                    example.states()
                            .forEach((quantity, value) -> assertThat(found)
                                    .anyMatch(row -> row.startsWith(quantity + " | ")
                                            && row.toLowerCase(Locale.ROOT).contains(value)));
                }));
    }

    @Test
    void statedNumbersStandBesideThoseOfTheSchoolsOfTheirPhase() throws SQLException {
        assertThat(bench.rows("select claim, stated, returns, result from evidence_claim where time_period = 202223"
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
    void wordsForNumbersAreRead() throws SQLException {
        assertThat(bench.rows("select stated_number(words) from (values (1, '1,204'), (2, 'Thirty-six'), (3, 'twelve'),"
                        + " (4, 'a dozen'), (5, 'twenty'), (6, 'several')) as said (n, words) order by n"))
                .containsExactly("1204", "36", "12", "12", "20", "");
    }
}
