package org.huboutcomes.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.EditedCatalogue;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An indicator that cannot be computed, explained or checked by its example is refused before any figure is computed.
class IndicatorsValidationTest {

    private static final String SQL = "indicators/reach/pathway_schools_percent.sql";
    private static final String EXAMPLE = "indicators/reach/pathway_schools_percent.md";

    private static Workbench tables;

    @TempDir
    private Path folder;

    private EditedCatalogue catalogue;

    @BeforeAll
    static void makeTables() throws SQLException {
        tables = new Workbench(Catalogue.packaged()).build();
    }

    @AfterAll
    static void close() throws SQLException {
        tables.close();
    }

    @BeforeEach
    void copy() throws IOException {
        catalogue = EditedCatalogue.in(folder, SQL, EXAMPLE);
    }

    @Test
    void anIndicatorIsCheckedAndTheStoreIsLeftUnchanged() throws SQLException {
        assertThatCode(() -> validate(catalogue.open())).doesNotThrowAnyException();
        assertThat(tables.rows("select count(*) from measured")).containsExactly("0");
        assertThat(tables.rows("select count(*) from school_year")).containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            -- counts:       schools%n | ``                   | has no "counts" in its heading.
            -- unit:         percent   | -- unit:         per cent | says unit: per cent. Use one of: mean; per 100; percent; points; ratio; score.
            -- higher is:    better    | -- higher is:    good | says higher is: good. Use one of: better; neither; worse.
            -- reviewed:     2026-11-29 | -- reviewed:     lately | was reviewed on "lately"; write the day as 2026-11-23.
            -- returns:      pathway   | -- returns:      pathways | needs the return "pathways", which jobs/returns does not have; name returns, or say any or none.
            -- interval:     wilson    | -- interval:     wilson_deff | does not give the column "deff"; its interval is wilson_deff.
            -- interval:     wilson    | -- interval:     t    | does not give the column "groups"; a change of means needs the number of means.
            -- unit:         percent   | -- unit:         mean | says interval: wilson, which is that of a percentage of a numerator and a denominator; choose another.
            -- counts:       schools   | -- counts:       pupils | does not give the column "public_counts"; counts of pupils can reveal the schools that they attend.
            sum(denominator) as denominator | sum(denominator) as denominator, 1 as value | does not give the column "public_value"; the public value must be computed from rounded counts.
            sum(denominator) as denominator | sum(denominator) as denominator, 1 as value, 1 as public_value | does not give the column "public_counts"; the counts that public_value is computed from, or [], must be given.
            -- counts:       schools   | -- counts:       respondents | does not give the column "schools"; answers from fewer than three schools are suppressed.
            `%n    time_period,%n`     | `%n`                 | does not give the column "time_period".
            sum(numerator) as numerator | sum(numerator) as nominator | gives the column "nominator", which no figure has; a figure has breakdown, education_phase, hub, network, time_period and any of deff, denominator, groups, in_both, in_last_only, in_neither, in_this_only, n, numerator, public_counts, public_lower_ci, public_upper_ci, public_value, schools, value, value_lower_ci, value_upper_ci.
            `    sum(numerator) as numerator,%n` | ``         | does not give the column "numerator"; its heading describes a numerator.
            -- numerator:    eligible schools with an Active place at any stage | -- numerator:    none | gives a numerator, and its heading says numerator: none.
            sum(denominator) as denominator | sum(denominator)::varchar as denominator | gives the column "denominator" as VARCHAR; give it as a number.
            `        school_year.lineage,%n` | ``             | lists units that cannot be identified; give lineage, or claim and row_number, or member.
            `        'Total' as breakdown,%n` | ``            | lists units without the column "breakdown".
            """)
    void anIndicatorThatCannotBeMeasuredOrExplainedIsRefused(String words, String instead, String refusal)
            throws IOException {
        catalogue.replace(SQL, words, instead);
        if (words.contains("breakdown"))
            catalogue.replace(SQL, "    breakdown,%n    sum", "    'Total' as breakdown,%n    sum");
        assertThat(refusal()).isEqualTo("jobs/" + SQL + " " + refusal);
    }

    @Test
    void anIndicatorThatListsNoUnitsIsRefused() throws IOException {
        catalogue.replace(SQL, "with unit as (", "with schools as (").replace(SQL, "from unit", "from schools");
        assertThat(refusal())
                .isEqualTo("jobs/" + SQL
                        + " lists no units; it begins with \"with ... unit as (\", and then adds the units up.");
    }

    @Test
    void anIndicatorWhoseResultDiffersFromItsExampleIsRefused() throws IOException {
        catalogue.replace(SQL, "1 as denominator", "2 as denominator");
        assertThat(refusal())
                .matches(
                        "jobs/" + SQL + " gives H1 \\| \\w+ \\| \\d \\| \\d where jobs/" + EXAMPLE
                                + " expects H1 \\| Total \\| 2 \\| 4 \\(hub \\| education_phase \\| numerator \\| denominator\\)\\.");
    }

    @Test
    void anIndicatorWithMoreRowsThanItsExampleIsRefused() throws IOException {
        catalogue.replace(EXAMPLE, "| H1  | Secondary       | 0         | 1           |%n", "");
        assertThat(refusal())
                .isEqualTo("jobs/" + SQL + " gives H1 | Secondary | 0 | 1, which jobs/" + EXAMPLE
                        + " does not expect (hub | education_phase | numerator | denominator).");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '~', textBlock = """
            Given school_year%n%n    ~ Given school_year%n   ~ is not a valid worked example: each line "Given" with a table name must be followed by a blank line and the table.
            Expect                   ~ Expected              ~ is not a valid worked example: it must end with the line "Expect", a blank line and a table.
            | H1  | Total           | 2 ~ | H1  | 2        ~ is not a valid worked example: the row | H1 | 2 | 4 | has 3 cells, and its table has 4 columns.
            Given school_year        ~ Given schools         ~ cannot be computed: Catalog Error: Table with name schools does not exist!
            numerator | denominator  ~ counted   | denominator ~ cannot be computed: Binder Error: Referenced column "counted" not found in FROM clause!
            """)
    void anInvalidWorkedExampleIsRefused(String words, String instead, String refusal) throws IOException {
        catalogue.replace(EXAMPLE, words, instead);
        assertThat(refusal()).startsWith("jobs/" + EXAMPLE + " " + refusal);
    }

    @Test
    void anIndicatorWithoutItsWorkedExampleIsRefused() throws IOException {
        catalogue.delete(EXAMPLE);
        assertThat(refusal())
                .isEqualTo("jobs/" + SQL + " has no worked example; write jobs/" + EXAMPLE
                        + " with tables Given, and the figures to Expect.");
    }

    @Test
    void aWorkedExampleWithoutItsIndicatorIsRefused() throws IOException {
        catalogue.write("indicators/reach/choirs_percent.md", "None.");
        assertThat(refusal())
                .isEqualTo("jobs/indicators/reach/choirs_percent.md is a worked example, but there is no indicator"
                        + " choirs_percent.sql.");
    }

    @Test
    void twoIndicatorsWithTheSameTitleAreRefused() throws IOException {
        catalogue.write("indicators/reach/other_percent.sql", catalogue.read(SQL));
        assertThat(refusal())
                .isEqualTo("jobs/indicators/reach/other_percent.sql and jobs/" + SQL
                        + " have the title \"Schools active on the pathway\"; give each its own.");
    }

    private String refusal() {
        return catalogue.refusal(IndicatorsValidationTest::validate);
    }

    private static void validate(Catalogue catalogue) {
        IndicatorsValidation.validate(catalogue, ReturnTypes.of(Catalogue.packaged()), tables.connection());
    }
}
