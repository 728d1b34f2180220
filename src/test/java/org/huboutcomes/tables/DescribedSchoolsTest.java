package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// How well a school is hidden that an evaluator describes without naming it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DescribedSchoolsTest {

    /// Descriptions, with the risk and what identifies the school, or how many match.
    private static final Map<String, String> DESCRIPTIONS = descriptions();

    private Workbench bench;

    private static Map<String, String> descriptions() {
        Map<String, String> all = new TreeMap<>();
        all.put(
                "Inspected in November 2022, requires improvement",
                "Could be identified | the month and grade of an inspection |");
        all.put("Ofsted judged it good in March 2022", "Could be identified | the month and grade of an inspection |");
        all.put("Rated good by Ofsted (03/2022)", "Could be identified | the month and grade of an inspection |");
        all.put("GCSE results: 27% at 9-7", "Could be identified | an exact result |");
        all.put("In 2022, 71.5 per cent reached the expected standard", "Could be identified | an exact result |");
        all.put("A good school, as everybody says", "Not checked |  |");
        all.put("It likes mathematics", "Not checked |  |");
        all.put("A secondary school", "Not identifiable |  | 4");
        all.put("A comprehensive secondary school in Northtown", "Not identifiable |  | 3");
        all.put("A selective school", "Could be identified |  | 1");
        all.put("An 11 to 18 academy", "Could be identified |  | 2");
        all.put("A rural primary school", "Could be identified |  | 1");
        all.put("Small primary, 310 on roll", "Could be identified |  | 1");
        all.put("A primary school of 205 in a town", "Could be identified |  | 0");
        all.put("A voluntary aided 11-18 school", "Could be identified |  | 1");
        all.put("A primary of 1,000 pupils", "Could be identified |  | 0");
        all.put("Ofsted Nov 2022: RI", "Could be identified | the month and grade of an inspection |");
        all.put("Ofsted, May 2021: Grade 2", "Could be identified | the month and grade of an inspection |");
        all.put("P8 +0.35", "Could be identified | an exact result |");
        all.put("Attainment 8 of 48.2", "Could be identified | an exact result |");
        all.put(
                "Inspected in May 2021, good. Not yet agreed with the school (May 2023)",
                "Could be identified | the month and grade of an inspection |");
        all.put(
                "Inspected in June 2021, good. To be agreed with the school by 12/05/2023",
                "Could be identified | the month and grade of an inspection |");
        all.put(
                "Inspected in May 2021, good. Agreed with the school, J Head, 12/05/2023",
                "Agreed with the school | the month and grade of an inspection |");
        return all;
    }

    @BeforeAll
    void given() throws SQLException {
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
                        | urn | la_code | la_name | name | type_group | status | phase | admissions_policy | pupils | urban_rural | low_age | high_age |
                        |---|
                        | 100001 | 101 | Northtown | A | Academies | Open | Secondary | Non-selective | 950 | Urban | 11 | 18 |
                        | 100002 | 101 | Northtown | B | Academies | Open | Secondary | Non-selective | 1080 | Urban | 11 | 18 |
                        | 100003 | 101 | Northtown | C | Academies | Open | Secondary | Non-selective | 900 | Urban | 11 | 16 |
                        | 100004 | 101 | Northtown | D | Local authority maintained schools | Open | Secondary | Selective | 700 | Urban | 11 | 18 |
                        | 100005 | 101 | Northtown | E | Academies | Open | Primary | | 200 | Rural village | 4 | 11 |
                        | 100006 | 101 | Northtown | F | Academies | Open | Primary | | 300 | Urban | 4 | 11 |
                        """);
        int start = 2010;
        for (String description : DESCRIPTIONS.keySet()) {
            String year = String.valueOf(start * 100 + (start + 1) % 100);
            bench.submit("evaluator_evidence", """
                    | hub | time_period | the_case |
                    |---|
                    | H1 | %s | One school |
                    """.formatted(year));
            int claim =
                    Integer.parseInt(bench.rows("select max(claim) from claim").get(0));
            bench.execute("insert into evaluation_school (claim, row_number, school, description) values (" + claim
                    + ", 9, 'School A', '" + description + "')");
            start++;
        }
        bench.submit("evaluator_evidence", """
                        | hub | time_period | the_case | context | conclusion |
                        |---|
                        | H1 | 200506 | One secondary school | The school is selective. Many schools are not. | We met often. |
                        | H1 | 200607 | Two | School 1 is a selective school. | Ofsted found School 1 good in May 2021. |
                        | H1 | 200708 | A sixth form college | The college is old. Its A level pass rate was 98.7 per cent. | |
                        """).submit("hub_area", """
                        | hub | la_code |
                        |---|
                        | H1 | 101 |
                        """).build();
    }

    @AfterAll
    void close() throws SQLException {
        bench.close();
    }

    @Test
    void aSchoolWithANumberAndASingleOneWithoutAreProtectedInEveryText() throws SQLException {
        assertThat(bench.rows("select school, risk, identified_by, description from described_risk"
                        + " where time_period in (200506, 200607) order by school"))
                .containsExactly(
                        "School 1 | Could be identified | the month and grade of an inspection | School 1 is a selective"
                                + " school. Ofsted found School 1 good in May 2021.",
                        "The case study school | Could be identified |  | One secondary school The school is selective.");
    }

    @Test
    void aSentenceThatSaysItsIsOfTheOnlySchool() throws SQLException {
        assertThat(bench.rows("select school, risk, identified_by from described_risk where time_period = 200708"))
                .containsExactly("The case study school | Could be identified | an exact result");
    }

    @TestFactory
    Stream<DynamicTest> eachDescriptionIsAsWellHiddenAsItIs() {
        return DESCRIPTIONS.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    List<String> found = bench.rows(
                            "select risk, identified_by, case when identified_by is null and details_read is not null"
                                    + " then schools_alike end from described_risk where description = '" + one.getKey()
                                    + "'");
                    assertThat(found).singleElement().asString().startsWith(one.getValue());
                }));
    }
}
