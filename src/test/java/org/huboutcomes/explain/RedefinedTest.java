package org.huboutcomes.explain;

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

/// A definition changes with all that it stands on, and with nothing else.
class RedefinedTest {

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
    void aChangedFormulaIsToldOfEveryIndicatorUnderWhichItLies() throws IOException {
        edit("formulas/rung.sql", text -> text.replace("attended * 4", "attended * 5"));
        Map<String, Redefined> redefined = redefined();
        assertThat(redefined.get("schools_retained_percent").under()).containsExactly("formulas/rung");
        assertThat(redefined.get("leads_retained_percent").under()).isEmpty();
        assertThat(redefined.values()).noneMatch(Redefined::isItself);
    }

    @Test
    void aChangedTableIsToldByItsName() throws IOException {
        edit("tables/followed_school.sql", text -> text.replace("then 'Converted'", "then 'Left'"));
        Map<String, Redefined> redefined = redefined();
        assertThat(redefined.get("schools_retained_percent").under()).containsExactly("tables/followed_school");
        assertThat(redefined.get("schools_engaged_percent").under()).isEmpty();
    }

    @Test
    void whatAllFiguresGoThroughIsToldOfAll() throws IOException {
        edit("publish/withheld.sql", text -> text.replace("denominator < 10", "denominator < 5"));
        assertThat(redefined().values())
                .allSatisfy(one -> assertThat(one.under()).containsExactly("publish/withheld"));
    }

    @Test
    void aCommentALineBreakOrWhatStandsUnderNoFigureIsNoOtherDefinition() throws IOException {
        edit("formulas/rung.sql", text -> "-- another word\n" + text.replace("case\n", "case "));
        edit("tables/school_year.sql", text -> text.replace("\n    select\n", " -- so\n    select\n"));
        edit("publish/spread.sql", text -> text.replace("0.25", "0.2"));
        assertThat(redefined().values())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.under()).isEmpty());
    }

    @Test
    void anIndicatorsOwnFileIsToldApart() throws IOException {
        edit("indicators/sustainability/schools_retained_percent.sql", text -> text.replace("'Stayed'", "'Left'"));
        Redefined retained = redefined().get("schools_retained_percent");
        assertThat(retained.isItself()).isTrue();
        assertThat(retained.under()).isEmpty();
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        String text = Files.readString(jobs.resolve(file));
        assertThat(change.apply(text)).isNotEqualTo(text);
        Files.writeString(jobs.resolve(file), change.apply(text));
    }

    private Map<String, Redefined> redefined() {
        List<Redefined> all = Redefined.between(Catalogue.in(Path.of("jobs")), Catalogue.in(jobs));
        return all.stream().collect(Collectors.toMap(Redefined::indicator, Function.identity()));
    }
}
