package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.huboutcomes.ProjectFiles;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.FindingText;
import org.huboutcomes.returns.findings.FindingWording;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.findings.Severity;
import org.huboutcomes.returns.findings.Wording;
import org.huboutcomes.returns.text.PersonalData;
import org.huboutcomes.spreadsheets.model.Refusal;
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
    void theWordsOfAFindingHaveOneOrderWhicheverWayTheyAreGiven() {
        FindingText text = new FindingText(
                "{urn} is at {stage}, and was at {before} in {year}.",
                "",
                "",
                Map.of("urn", "900002", "stage", "Developing", "before", "Embedding", "year", "2021/22"));
        assertThat(text.words().keySet()).containsExactly("before", "stage", "urn", "year");
    }

    @Test
    void aSentenceIsRewordedWithoutJava() throws IOException {
        Rules rules = reworded("A value is needed.", "Fill in {field}.");
        FindingText text = rules.at(
                        Rule.MISSING_VALUE, 5, "E5", "stage", null, Map.of("field", "Stage", "happened", "-"))
                .text();
        assertThat(text.accepted()).isEqualTo("Fill in {field}.");
        assertThat(text.words()).containsEntry("field", "Stage");
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
            # What is said of a cell             | made_up: {severity: error, found: A., accepted: B., action: C.} # | rules that nothing raises: made_up
            # What is said of a cell             | empty_file: {severity: error, found: A., accepted: B., action: C.} # | which stands elsewhere too
            A value is needed.                   | {needed}                           | asks for {needed} in missing_value
            # What is said of a cell             | year_alone: {severity: grave, found: A., accepted: B., action: C.} # | call it error or query
            '  accepted: "A value is needed."'   | '  #'                              | missing_value in jobs/rules/cell.yaml does not say what is accepted
            A value is needed.                   | '" #'                              | missing_value in jobs/rules/cell.yaml does not say what is accepted
            '  accepted: "A value is needed."'   | '  says: "A value."'               | missing_value sets says, which nothing reads; the keys here are accepted, action, found, severity
            A value is needed.                   | A {field is needed.                | missing_value in jobs/rules/cell.yaml has a bracket that belongs to no word
            {field} looks like a test            | {value} looks like a test          | asks for {value} in test_answer
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
            Use one of {choices}[ (nearest: {nearest})]. | -  | Use one of {choices}.
            Use one of {choices}[ (nearest: {nearest})]. | A  | Use one of {choices} (nearest: {nearest}).
            """)
    void whatIsInBracketsNeedsItsWord(String wording, String nearest, String said) {
        assertThat(new Wording(wording)
                        .with(Rules.words("choices", "A, B", "nearest", nearest).keySet()))
                .isEqualTo(said);
    }

    @Test
    void aWordThatNobodyGivesIsAFaultOfTheProgram() {
        assertThatThrownBy(() -> new FindingText("{field} is {value}.", "Use it.", "It was kept.", Map.of()))
                .hasMessage("no word for {field} among []");
    }

    @Test
    void anAddressIsTakenOutOfTheValueAndTheWordsAndNotLookedForInASentence() {
        FindingText text = new FindingText(
                "{name} is {value}.",
                "Write to help@example.org.",
                "It was kept.",
                Map.of("name", "see jo@example.org"));
        Finding finding = new Finding("made_up", Severity.QUERY, 1, "A1", "name", "jo@example.org", text);
        assertThat(finding.value()).isEqualTo(PersonalData.LEFT_OUT);
        assertThat(finding.text().words()).containsEntry("name", "see " + PersonalData.LEFT_OUT);
        assertThat(finding.text().accepted()).isEqualTo("Write to help@example.org.");
    }

    @Test
    void datesAndNumbersAreWrittenAsAReaderKnowsThem() {
        FindingWording wording = FindingWording.of(
                "A test",
                Map.of("found", "{day} {number}[ {other}] {none}.", "accepted", "Use it.", "action", "It was kept."));
        Map<String, Object> values = new HashMap<>();
        values.put("day", LocalDate.of(2023, 9, 1));
        values.put("number", new BigDecimal("1E+3"));
        values.put("other", null);
        values.put("none", null);
        values.put("beside", "not asked for");
        FindingText text = wording.with(values);
        assertThat(text.found()).isEqualTo("{day} {number} {none}.");
        assertThat(text.words()).isEqualTo(Map.of("day", "01/09/2023", "number", "1000", "none", "blank"));
    }
}
