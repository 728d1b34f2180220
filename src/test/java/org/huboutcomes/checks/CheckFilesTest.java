package org.huboutcomes.checks;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A faulty check is refused when the catalogue is opened.
class CheckFilesTest {

    private static final String CHECK = """
            -- Activities with more places filled than offered.
            -- found: Places filled is {places_filled}, and only {places_offered}
            --   were offered[ in {activity}].
            -- accepted: Correct one of the two.
            -- action: The row was kept.
            select claim, row_number, 'places_filled' as field, places_filled::varchar as value, places_filled, places_offered, activity
            from delivery
            where places_filled > places_offered
            """;

    private static Workbench workbench;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeTables() throws SQLException {
        workbench = new Workbench(Catalogue.packaged()).build();
    }

    @AfterAll
    static void close() throws SQLException {
        workbench.close();
    }

    @Test
    void theChecksOfTheCatalogueAreValid() {
        assertThatCode(() -> validate(Catalogue.packaged())).doesNotThrowAnyException();
    }

    @Test
    void aValidCheckIsAccepted() throws IOException {
        Catalogue catalogue = catalogue(CHECK);
        assertThatCode(() -> validate(catalogue)).doesNotThrowAnyException();
    }

    @Test
    void validatedChecksAreValidatedAgainWhenTheyChange() throws IOException {
        Catalogue sound = catalogue(CHECK);
        validate(sound);
        validate(sound);
        Catalogue changed = catalogue(CHECK.replace("{places_offered}", "{offered}"));
        for (int time = 1; time <= 2; time++)
            assertThatThrownBy(() -> validate(changed)).hasMessageContaining("uses {offered}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            -- action: The row was kept. | -- | does not say what is done; add the sentence "action"
            -- accepted: Correct one of the two. | -- accepted: | does not say what is accepted; add the sentence "accepted"
            -- accepted: | -- found: | has "found" twice
            -- Activities with more places filled than offered. | -- found: Too many. | has "found" twice
            {places_offered} | {offered} | uses {offered} in its texts, but its query has no such column
            {places_offered} | {places_offered | has a bracket that belongs to no word
            '::varchar as value,' | ', ' | gives no column value; a check gives claim, field, row_number, value and the placeholders
            from delivery | from deliveries | jobs/checks/more_filled.sql cannot be run: Catalog Error
            """)
    void anIncompleteCheckIsRefused(String written, String instead, String refusal) throws IOException {
        Catalogue catalogue = catalogue(CHECK.replace(written, instead));
        assertThatThrownBy(() -> validate(catalogue))
                .isInstanceOf(CatalogueFault.class)
                .hasMessageContaining("jobs/checks/more_filled.sql")
                .hasMessageContaining(refusal);
    }

    @Test
    void aCheckWithoutADescriptionIsRefused() throws IOException {
        Catalogue catalogue = catalogue("select 1 as claim");
        assertThatThrownBy(() -> validate(catalogue)).hasMessageContaining("does not begin with a comment");
    }

    private Catalogue catalogue(String check) throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("checks")).resolve("more_filled.sql"), check);
        return Catalogue.in(folder);
    }

    private static void validate(Catalogue catalogue) {
        Check.of(catalogue).forEach(check -> check.validate(workbench.connection()));
    }
}
