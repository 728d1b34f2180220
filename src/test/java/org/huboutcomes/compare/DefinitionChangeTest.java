package org.huboutcomes.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A definition changes with everything that it depends on, and with nothing else.
class DefinitionChangeTest {

    @TempDir
    Path jobs;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("jobs"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = jobs.resolve(Path.of("jobs").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void aChangedFormulaIsReportedForEveryIndicatorThatUsesIt() throws IOException {
        edit("formulas/rung.sql", text -> text.replace("attended * 4", "attended * 5"));
        Map<String, DefinitionChange> changes = changes();
        assertThat(changes.get("schools_retained_percent").dependencies()).containsExactly("formulas/rung");
        assertThat(changes.values()).noneMatch(DefinitionChange::isItself);
    }

    @Test
    void aChangedTableIsReportedByName() throws IOException {
        edit("tables/derived/followed_school.sql", text -> text.replace("then 'Converted'", "then 'Left'"));
        Map<String, DefinitionChange> changes = changes();
        assertThat(changes.get("schools_retained_percent").dependencies()).containsExactly("tables/followed_school");
        assertThat(changes.get("schools_engaged_percent").dependencies()).isEmpty();
    }

    @Test
    void aChangeInTheCommonProcessingIsReportedForAllIndicators() throws IOException {
        edit("publish/disclosure/withheld.sql", text -> text.replace("denominator < 10", "denominator < 5"));
        assertThat(changes().values())
                .allSatisfy(one -> assertThat(one.dependencies()).containsExactly("publish/withheld"));
    }

    @Test
    void aReturnNoLongerDueIsReportedForAllIndicators() throws IOException {
        edit("networks/maths_hubs.yaml", text -> "# as agreed\n" + text);
        assertThat(changes().values())
                .allSatisfy(one -> assertThat(one.dependencies()).isEmpty());
        edit("networks/maths_hubs.yaml", text -> text.replace("pathway, ", ""));
        assertThat(changes().values())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.dependencies()).containsExactly("networks/maths_hubs"));
    }

    @Test
    void aChangedFormulaOfTheScoresIsReportedForEachOfThem() throws IOException {
        edit("formulas/school_means.sql", text -> text.replace("12.0::double", "13.0::double"));
        Map<String, DefinitionChange> changes = changes();
        for (String score : List.of("acceptability_mean_score", "appropriateness_mean_score", "feasibility_mean_score"))
            assertThat(changes.get(score).dependencies()).containsExactly("formulas/school_means");
        assertThat(changes.get("net_promoter_score").dependencies()).isEmpty();
    }

    @Test
    void theLimitsOfAScoreDependOnStudentsT() throws IOException {
        edit("formulas/critical_t.sql", text -> text.replace("12.706204736", "12.8"));
        assertThat(changes().get("acceptability_mean_score").dependencies()).containsExactly("formulas/critical_t");
    }

    @Test
    void commentsLineBreaksAndUnusedFilesAreNotChanges() throws IOException {
        edit("formulas/rung.sql", text -> "-- another word\n" + text.replace("case\n", "case "));
        edit("tables/derived/school_year.sql", text -> text.replace("\n    select\n", " -- so\n    select\n"));
        edit("publish/result/spread.sql", text -> text.replace("0.25", "0.2"));
        assertThat(changes().values())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.dependencies()).isEmpty());
    }

    @Test
    void aChangeInTheIndicatorsOwnFileIsDistinguished() throws IOException {
        edit("indicators/sustainability/schools_retained_percent.sql", text -> text.replace("'Stayed'", "'Left'"));
        DefinitionChange retained = changes().get("schools_retained_percent");
        assertThat(retained.isItself()).isTrue();
        assertThat(retained.dependencies()).isEmpty();
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(jobs.resolve(file));
        assertThat(change.apply(text)).isNotEqualTo(text);
        Files.writeString(jobs.resolve(file), change.apply(text));
    }

    private Map<String, DefinitionChange> changes() {
        List<DefinitionChange> all = DefinitionChange.between(Catalogue.in(Path.of("jobs")), Catalogue.in(jobs));
        return all.stream().collect(Collectors.toMap(DefinitionChange::indicator, Function.identity()));
    }
}
