package org.huboutcomes.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.EditedCatalogue;
import org.huboutcomes.cli.TestWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A workspace opens only with a valid catalogue. The rules of each folder are tested where its files are read; this
/// test checks that all of them are applied, to an edited catalogue as well as the built-in one.
class CatalogueValidationTest {

    @TempDir
    private Path folder;

    private EditedCatalogue catalogue;

    @BeforeEach
    void copy() throws IOException {
        catalogue = EditedCatalogue.in(folder.resolve("jobs"));
    }

    @Test
    void theBuiltInCatalogueOpens() {
        assertThatCode(() -> CatalogueValidation.validate(Catalogue.packaged())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            returns/pathway.yaml      | type: school,          | type: scool,           | jobs/returns/pathway.yaml: field urn is of type "scool"; the types are
            networks/maths_hubs.yaml  | pathway,               | pathways,              | jobs/networks/maths_hubs.yaml names the return "pathways", which jobs/returns does not have; it has
            limits.yaml               | columns_max:           | column_max:            | jobs/limits.yaml does not set columns_max.
            message.yaml              | {year}, edition        | {years}, edition       | jobs/message.yaml asks for {years}, which nothing gives; the words are
            tables/stored/delivery.sql       | groups integer         | groups varchar         | jobs/tables/stored/delivery.sql has the column groups varchar, which cannot hold
            checks/blank_response.sql | as value               | as says                | jobs/checks/blank_response.sql gives no column value;
            indicators/acceptability/acceptability_mean_score.sql | -- unit: | -- units: | jobs/indicators/acceptability/acceptability_mean_score.sql has no "unit" in its heading.
            """)
    void everyFolderIsValidated(String path, String words, String instead, String refusal) throws IOException {
        catalogue.replace(path, words, instead);
        assertThat(catalogue.refusal(CatalogueValidation::validate)).startsWith(refusal);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            publish/result/figure.sql         | One row per (profile,  | One row for (profile,  | jobs/publish/result/figure.sql does not begin with its grain
            publish/result/figure.sql         | from cell             | from cells             | jobs/publish/result/figure.sql reads the table cells, which does not exist; correct the name.
            explain/explained_fate.sql | explained_unit        | explained_units        | jobs/explain/explained_fate.sql reads the table explained_units, which does not exist; correct the name.
            formulas/diversity.sql     | abs(list_sum(         | (select count(*) from countz) + abs(list_sum( | jobs/formulas/diversity.sql reads the table countz, which does not exist; correct the name.
            sentences/trends.yaml      | when: [falling]       | when: [felled]         | jobs/sentences/trends.yaml: sentence trend_falling is said when felled, which never holds;
            """)
    void filesUsedAfterTheIndicatorsAreValidatedToo(String path, String words, String instead, String refusal)
            throws IOException {
        catalogue.replace(path, words, instead);
        assertThat(catalogue.refusal(CatalogueValidation::validate)).startsWith(refusal);
    }

    @Test
    void aCatalogueOfAnEarlierReleaseIsRefused() throws IOException {
        Files.delete(catalogue.folder().resolve("tables/ledger/query_run.sql"));
        assertThat(catalogue.refusal(CatalogueValidation::validate))
                .isEqualTo("jobs/tables/ledger/query_run.sql is missing, and the program needs its table; copy it from"
                        + " the catalogue of this release.");
    }

    @Test
    void aCommandEndsWithOneSentenceAndTheStoreIsUnchanged() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder);
        String columns = "select table_name, column_name from duckdb_columns() where not internal order by all";
        List<?> before = workspace.ask(columns, Catalogue.packaged());
        catalogue
                .replace("returns/pd_lead.yaml", "synonyms: [Programme cohort", "synonyms: [Title, Programme cohort")
                .replace("tables/stored/pd_lead.sql", "cohort varchar", "cohort varchar, since integer");
        PrintStream err = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
        try {
            assertThat(workspace.exitCode("--catalogue", catalogue.folder().toString(), "import"))
                    .isEqualTo(3);
        } finally {
            System.setErr(err);
        }
        assertThat(told)
                .hasToString("jobs/returns/pd_lead.yaml: the heading \"Title\" belongs to the fields title and cohort;"
                        + " keep it for one." + System.lineSeparator());
        assertThat(workspace.ask(columns)).isEqualTo(before);
    }

    @Test
    void aStoreRecordsOnlyAValidCatalogue() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder);
        String count = "select count(*) as catalogues from validated_catalogue";
        Catalogue packaged = Catalogue.packaged();
        workspace.ask(count, packaged);
        assertThat(workspace.ask(count, packaged).get(0)).containsEntry("catalogues", 1L);
        catalogue.replace("message.yaml", "The annual report of", "Here is the annual report of");
        assertThat(workspace.ask(count, catalogue.open()).get(0)).containsEntry("catalogues", 2L);
        catalogue.replace("message.yaml", "{year} is attached", "{years} is attached");
        assertThatCode(() -> workspace.ask(count, catalogue.open())).hasMessageContaining("{years}");
        assertThat(workspace.ask(count, packaged).get(0)).containsEntry("catalogues", 2L);
    }
}
