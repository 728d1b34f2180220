package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.ProjectFiles;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.EditedCatalogue;
import org.huboutcomes.store.Store;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.tables.SqlFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A sentence that can never be used, or never be filled in, is refused before a report is rendered.
class ReportsValidationTest {

    @TempDir
    private Path folder;

    private EditedCatalogue catalogue;

    @BeforeEach
    void copy() throws IOException {
        catalogue = EditedCatalogue.in(folder, "sentences", "triggers", "indicators");
    }

    @Test
    void theBuiltInSentencesAreInOrder() {
        assertThatCode(() -> validate(Catalogue.packaged())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '~', textBlock = """
            id: trend_fell        ~ id: trend_rose       ~ jobs/sentences/titles.yaml: sentence trend_rose has the id of another; give each its own.
            place: title trend, when: [fell] ~ place: titel trend, when: [fell] ~ jobs/sentences/titles.yaml: sentence trend_fell is for the place "titel trend", where nothing is said; the places are alt funnel, card, card change, card change hubs, changes,
            when: [fell]          ~ when: [felled]       ~ jobs/sentences/titles.yaml: sentence trend_fell is said when felled, which never holds; what may hold is above, adequate, all,
            {subject}: {value}, a clear fall ~ {subjekt}: {value}, a clear fall ~ jobs/sentences/titles.yaml: sentence trend_fell asks for {subjekt}, which nothing gives; the words are absence, adequate_n, aim, all,
            {subject}: {value}, a clear fall ~ {subject: {value}, a clear fall ~ jobs/sentences/titles.yaml: sentence trend_fell has a brace that is no place; write {word}, or {word|singular|plural}.
            {subject}: {value}, a clear fall ~ {subject}: {value}, the worst, a clear fall ~ jobs/sentences/titles.yaml: sentence trend_fell speaks of a cause, a rank, a light or one score for all; no figure shows these.
            `when: [fell], `      ~ ``                   ~ jobs/sentences/titles.yaml: sentence trend_steady is never said, since trend_fell comes before it and holds whenever it does.
            wording: "{subject}: {value}, a clear fall ~ words: "{subject}: {value}, a clear fall ~ jobs/sentences/titles.yaml: sentence trend_fell sets words, which nothing reads; the keys here are id, least_n, place, when, wording.
            sentences:            ~ sentence:            ~ jobs/sentences/titles.yaml sets sentence, which nothing reads; the keys here are sentences.
            """)
    void aSentenceThatWouldNotBeSaidIsRefused(String words, String instead, String refusal) throws IOException {
        catalogue.replace("sentences/titles.yaml", words, instead);
        assertThat(refusal()).startsWith(refusal);
    }

    @Test
    void aPlaceWithoutASentenceIsRefused() throws IOException {
        catalogue.delete("sentences/trends.yaml");
        assertThat(refusal()).isEqualTo("jobs/sentences has no sentence for the place \"trend\"; write one.");
    }

    @Test
    void anIndicatorThatAReportPrintsMustBeThere() throws IOException {
        catalogue.delete("indicators/sustainability/leads_retained_percent.sql");
        assertThat(refusal())
                .isEqualTo("reports/hub_annual/report.yaml prints the indicator leads_retained_percent, which"
                        + " jobs/indicators does not have.");
    }

    @Test
    void aColumnThatAReportPrintsMustBeThere() throws SQLException {
        try (Store empty = Store.inMemory();
                Connection connection = empty.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            new SqlFolder(Catalogue.packaged(), "publish").runFor("report_table", connection);
            statement.execute("create table places_change (step text, activities int, places_offered int)");
            assertThatThrownBy(() -> ReportsValidation.validate(Catalogue.packaged(), connection))
                    .hasMessage("reports/hub_annual/report.yaml prints the column places_change.is_change, which the"
                            + " published table does not have.");
        }
    }

    /// The words that sentences may use are listed separately from the code that provides them, so the two must
    /// agree.
    @Test
    void wordsFlagsAndPlacesAreThoseThatReportsGive() {
        assertThat(SentenceContext.WORDS)
                .containsAll(named("\\.say\\(\\s*\"([a-z_]+)\""))
                .contains("since", "figures");
        assertThat(SentenceContext.FLAGS).containsAll(named("\\.flag\\(\\s*\"([a-z_]+)\""));
        assertThat(SentenceBank.PLACES).containsAll(named("bank\\.(?:title|say)\\(\\s*\"([a-z ]+[a-z])\","));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '~', textBlock = """
            ` coverage_percent: 80,` ~ `` ~ jobs/triggers/first_page.yaml does not set coverage_percent
            response_percent: 40 ~ response_percent: 0 ~ jobs/triggers: response_percent must be from 1 to 100.
            """)
    void aThresholdOfEvidenceThatWouldHoldOfEveryFigureIsRefused(String words, String instead, String refusal)
            throws IOException {
        catalogue.replace("triggers/first_page.yaml", words, instead);
        assertThat(refusal()).startsWith(refusal);
    }

    private static Set<String> named(String pattern) {
        return ProjectFiles.list(Path.of("src/main/java/org/huboutcomes/reports"), ".java").stream()
                .flatMap(file -> Pattern.compile(pattern)
                        .matcher(ProjectFiles.read(file))
                        .results())
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String refusal() {
        return catalogue.refusal(ReportsValidationTest::validate);
    }

    private static void validate(Catalogue catalogue) {
        try (Store empty = Store.inMemory();
                Connection connection = empty.dataSource().getConnection()) {
            new SqlFolder(Catalogue.packaged(), "publish").runFor("report_table", connection);
            ReportsValidation.validate(catalogue, connection);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }
}
