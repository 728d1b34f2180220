package org.huboutcomes.checks;

import static org.assertj.core.api.Assertions.assertThat;

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

/// A check with missing columns or texts is refused before it is run.
class ChecksValidationTest {

    private static final String CHECK = "checks/filled_more_than_offered.sql";

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
        catalogue = EditedCatalogue.in(folder, CHECK);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            -- Activities            | select 1;%n-- Activities | does not begin with a comment that says what it looks for.
            as value                 | as says               | gives no column value; a check gives claim, field, row_number, value and the placeholders of its texts.
            places_filled::varchar as value | places_filled as value | gives the column value as INTEGER; give it as VARCHAR.
            'places_filled' as field | 'places_filed' as field | is about the field places_filed, which no return stores.
            'places_filled' as field | 'places_filled' as field, 1 as n | gives the column n, which is not used; use it in a text or remove it.
            from delivery            | from deliveries       | reads the table deliveries, which does not exist; correct the name.
            """)
    void aCheckWithoutARequiredColumnIsRefused(String words, String instead, String refusal) throws IOException {
        catalogue.replace(CHECK, words, instead);
        assertThat(refusal()).isEqualTo("jobs/" + CHECK + " " + refusal);
    }

    @Test
    void aCheckWithTheNameOfARuleIsRefused() throws IOException {
        catalogue.write("checks/unknown_urn.sql", catalogue.read(CHECK));
        assertThat(refusal()).isEqualTo("jobs/checks/unknown_urn.sql has the name of a rule in jobs/rules; rename it.");
    }

    private String refusal() {
        return catalogue.refusal(
                checks -> ChecksValidation.validate(checks, ReturnTypes.of(Catalogue.packaged()), tables.connection()));
    }
}
