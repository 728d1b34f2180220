package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.huboutcomes.ProjectFiles;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.intake.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What is told is the catalogue's, and it says neither more nor less than the engine can find.
class RulesTest {

    @TempDir
    Path catalogue;

    @Test
    void aSentenceIsRewordedWithoutJava() throws IOException {
        Rules rules = reworded("{field} is {found}; a value is needed; {happened}.", "Fill in {field}.");
        assertThat(rules.at(Rule.MISSING_VALUE, 5, "E5", "stage", null, Map.of("field", "Stage", "happened", "-"))
                        .message())
                .isEqualTo("Fill in Stage.");
    }

    @Test
    void aQueryCanBeMadeAnError() throws IOException {
        String before = "approximate_number:\n  severity: query";
        assertThat(reworded(before, before.replace("query", "error")).isError(Rule.APPROXIMATE_NUMBER))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            missing_value:                       | absent_value:                      | does not say what is told for the rule missing_value
            # What is said of a cell             | made_up: {severity: error, says: Oh.} # | rules that nothing raises: made_up
            # What is said of a cell             | empty_file: {severity: error, says: Oh.} # | which stands elsewhere too
            a value is needed                    | {needed}                           | asks for {needed} in missing_value
            # What is said of a cell             | year_alone: {severity: grave, says: Oh.} # | call it error or query
            """)
    void aCatalogueThatSaysMoreOrLessThanTheEngineIsRefused(String written, String instead, String refusal) {
        assertThatThrownBy(() -> reworded(written, instead))
                .isInstanceOf(CatalogueFault.class)
                .hasMessageContaining(refusal);
    }

    @Test
    void anErrorThatLeavesNoValueCannotBeAQuery() {
        String before = "unknown_urn:\n  severity: error";
        assertThatThrownBy(() -> reworded(before, before.replace("error", "query")))
                .hasMessageContaining("unknown_urn a query, but it leaves no value to keep");
    }

    /// The packaged rules, with one piece of `cell.yaml` put differently.
    private Rules reworded(String written, String instead) throws IOException {
        Path folder = Files.createDirectories(catalogue.resolve("rules"));
        for (Path file : ProjectFiles.list(Path.of("jobs/rules"), ".yaml")) {
            String text = ProjectFiles.read(file);
            if (file.endsWith("cell.yaml")) {
                assertThat(text).contains(written);
                text = text.replace(written, instead);
            }
            Files.writeString(folder.resolve(file.getFileName()), text);
        }
        return Rules.of(Catalogue.in(catalogue));
    }

    @ParameterizedTest
    @MethodSource("raised")
    void everyRuleIsRaisedSomewhere(String constant, String declaredIn) {
        assertThat(ProjectFiles.list(Path.of("src/main/java"), ".java"))
                .filteredOn(file -> !file.endsWith(declaredIn) || declaredIn.equals("Refusal.java"))
                .anySatisfy(
                        file -> assertThat(ProjectFiles.read(file)).containsPattern("[.(]" + constant + "\\b(?!\\()"));
    }

    static Stream<Arguments> raised() {
        return Stream.concat(
                Stream.of(Rule.values()).map(rule -> Arguments.of(rule.name(), "Rule.java")),
                Stream.of(Refusal.values()).map(refusal -> Arguments.of(refusal.name(), "Refusal.java")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            use one of {choices}[ (nearest: {nearest})]; | -  | use one of A, B;
            use one of {choices}[ (nearest: {nearest})]; | A  | use one of A, B (nearest: A);
            """)
    void whatStandsInBracketsNeedsItsWord(String wording, String nearest, String said) {
        assertThat(new Wording(wording).say(Reading.words("choices", "A, B", "nearest", nearest)))
                .isEqualTo(said);
    }
}
