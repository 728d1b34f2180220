package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import org.huboutcomes.catalogue.EditedCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Wordings of claims that could match what nobody said are refused when the catalogue is opened.
class ClaimWordingTest {

    @TempDir
    private Path folder;

    private EditedCatalogue withWording(String wording) throws IOException {
        EditedCatalogue catalogue = EditedCatalogue.in(folder, "claims");
        catalogue.write("claims/schools_fed.yaml", """
                title: Schools fed
                quantity: Schools fed
                counts: schools
                wordings: ['%s']
                """.formatted(wording));
        return catalogue;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{number} schools\\W+fed",
                "{number} schools[\\s\\S]{0,40}fed",
                "{number} schools\\D*fed",
                "{number} schools[\\W_]{0,9}fed",
                "{number} schools\\s+fed",
                "{number} schools\\nfed",
                "{number} schools\\x0afed",
                "(?s:{number} schools.*fed)"
            })
    void aWordingThatCouldMatchFromOneSentenceIntoTheNextIsRefused(String wording) throws IOException {
        assertThat(withWording(wording).refusal(ClaimWording::rows))
                .startsWith("jobs/claims/schools_fed.yaml has the wording \"" + wording + "\", in which ")
                .contains("may match from one sentence into the next; ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{number} schools? (?:were |are )?fed",
                "{number} schools[^.;]{0,40}\\bfed",
                "{number} schools.{0,40}fed",
                "{number}[( ](?:[\\w-]+ ){0,3}fed"
            })
    void aWordingThatStaysWithinASentenceIsTaken(String wording) throws IOException {
        EditedCatalogue catalogue = withWording(wording);
        assertThatCode(() -> ClaimWording.rows(catalogue.open())).doesNotThrowAnyException();
    }

    @Test
    void noWordingMatchesALineBreak() throws IOException {
        assertThat(ClaimWording.rows(
                        withWording("{number} schools[^.;]{0,40}\\bfed").open()))
                .filteredOn(row -> row.get(1).equals("schools_fed"))
                .singleElement()
                .satisfies(row -> assertThat("  7 schools, all\nfed").doesNotContainPattern((String) row.get(5)));
    }
}
