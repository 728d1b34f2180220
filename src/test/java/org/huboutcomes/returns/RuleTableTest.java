package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.YamlKeys;
import org.junit.jupiter.api.Test;

/// `jobs/returns/README.md` lists every rule with its severity, what it says and the file that shows it. It is written
/// from the catalogue; `-Dupdate` writes it again.
class RuleTableTest {

    private static final Path TABLE = Path.of("jobs/returns/README.md");
    private static final Path FAULTY = Path.of("sample-data/faulty");

    /// What no file can show by itself, and why.
    private static final Map<String, String> WITHOUT_FILE = Map.ofEntries(
            Map.entry("replacement_unconfirmed", "a file with few of the many schools in force"),
            Map.entry("others_stay", "a file of one activity, where another is in force"),
            Map.entry("answers_of_another_form", "two survey files with the same ids and other answers"),
            Map.entry("file_replaced", "a survey file without ids that is sent again with more answers"),
            Map.entry("person_forgotten", "a file that named a person, sent again after `forget`"),
            Map.entry("waits_for_registers", "any return that comes before the register"),
            Map.entry("too_slow", "any file, where `seconds_max` of `jobs/limits.yaml` is too short for it"),
            Map.entry("too_many_findings", "a sheet with more faults than `findings_max` of `jobs/limits.yaml`"),
            Map.entry("school_listed_by_old_code", "two hubs that list an old and a new code of one local authority"),
            Map.entry("value_from_elsewhere", "a return of which the title or the name of the file says the hub"),
            Map.entry("heading_guessed", "a sheet that is converted: its findings stand together"),
            Map.entry(
                    "layout_remembered", "a sheet with the headings of one that came back converted and was confirmed"),
            Map.entry("value_guessed", "a sheet that is converted"),
            Map.entry("columns_counted", "a sheet that is converted and has a column for each session"),
            Map.entry("session_mark_unknown", "a register with a word in a column of a session, such as late"),
            Map.entry("second_heading", "a survey that asks the same in two wordings"),
            Map.entry("narrow_scale", "a survey of ten people whose recommendations are all from 1 to 5"),
            Map.entry("columns_of_terms", "a sheet that is converted and has a column for each term"),
            Map.entry(
                    "columns_ticked", "a sheet that is converted and has a column of ticks for each value of a field"),
            Map.entry("rows_counted", "a sheet that is converted and has a row for each person and session"),
            Map.entry("tick_unknown", "a sheet that is converted and has a cell among ticks that is none"),
            Map.entry("rows_unticked", "a sheet that is converted and has a row without a tick in any of such columns"),
            Map.entry("columns_of_years", "a sheet that is converted and has a column for each year"),
            Map.entry("school_proposed", "a sheet that is converted and names schools without their URN"),
            Map.entry("school_not_found", "a sheet that is converted and names schools without their URN"),
            Map.entry("school_left_open", "a survey that names schools without their URN"),
            Map.entry("count_became_date", "a count such as 5/6 in a workbook that made the 5th of June of it"),
            Map.entry("other_direction", "a survey whose question says that 1 is the best"),
            Map.entry("pivot_of_rows", "a pivot table of a return"),
            Map.entry("not_the_list", "a hub's own sheet of targets with the headings of the list of hubs"),
            Map.entry(
                    "column_without_heading", "a sheet that is converted and has notes in a column without a heading"),
            Map.entry("list_beside", "a return with a sheet of hubs, to choose from"),
            Map.entry("schools_alone", "a list of schools and nothing else"),
            Map.entry("schools_beside", "a list of schools beside a return, to look up their numbers"),
            Map.entry("pivot_beside", "a pivot table beside the list that it was made from"),
            Map.entry("to_fill_in", "a sheet that is converted"));

    /// One line of the table.
    private record Line(String rule, String severity, String... says) {

        String in(Map<String, String> files) {
            String file = files.containsKey(rule)
                    ? "[%1$s](../../sample-data/faulty/%1$s)".formatted(files.get(rule))
                    : WITHOUT_FILE.getOrDefault(rule, "");
            return "| `%s` | %s | %s | %s |\n".formatted(rule, severity, String.join(" | ", says), file);
        }
    }

    private final Catalogue catalogue = Catalogue.packaged();

    @Test
    void theTableIsWhatTheCatalogueSays() throws IOException {
        String written = written();
        if (System.getProperty("update") != null) Files.writeString(TABLE, written);
        assertThat(TABLE).as("run this test with -Dupdate to write it again").hasContent(written);
    }

    @Test
    void everyRuleHasItsFaultyFile() throws IOException {
        Map<String, String> files = files();
        List<String> rules = Stream.concat(reading().stream(), checks().stream())
                .map(Line::rule)
                .toList();
        assertThat(rules).doesNotHaveDuplicates().hasSizeGreaterThan(40);
        assertThat(rules)
                .filteredOn(rule -> !WITHOUT_FILE.containsKey(rule))
                .containsExactlyInAnyOrderElementsOf(files.keySet());
        assertThat(Set.copyOf(rules)).containsAll(WITHOUT_FILE.keySet());
    }

    private String written() throws IOException {
        Map<String, String> files = files();
        StringBuilder table = new StringBuilder("""
            # The rules for returns

            Each line is a rule. An *error* excludes the row, the sheet or the file until it is corrected. A *query* keeps
            it and asks the hub. The example file of a rule has only this fault. This page is generated from
            `jobs/rules`, `jobs/checks` and `sample-data/faulty`: `./mvnw test -Dtest=RuleTableTest -Dupdate`.

            ## Found while reading a file, a sheet or a cell
            The sentences are those of `jobs/rules`; text in square brackets is given only if its value is known.

            | rule | severity | what was found | what is accepted | what happened | faulty file |
            |---|---|---|---|---|---|
            """);
        reading().forEach(line -> table.append(line.in(files)));
        table.append("""

            ## Found by a query over everything in force
            The file of that name in `jobs/checks` has the query and the sentences.

            | rule | severity | what it asks about | faulty file |
            |---|---|---|---|
            """);
        checks().forEach(line -> table.append(line.in(files)));
        return table.toString();
    }

    private List<Line> reading() {
        List<Line> lines = new ArrayList<>();
        for (String name : List.of("file", "sheet", "cell")) {
            YamlKeys file = catalogue.yaml("rules/" + name + ".yaml");
            for (String rule : file.map().keySet())
                lines.add(new Line(
                        rule,
                        file.keys(rule).text("severity"),
                        file.keys(rule).text("found"),
                        file.keys(rule).text("accepted"),
                        file.keys(rule).text("action")));
        }
        return lines;
    }

    private List<Line> checks() {
        return catalogue.list("checks", "sql").stream()
                .map(check -> new Line(check.name(), "query", heading(check.text())))
                .toList();
    }

    /// The comment with which a check begins.
    private static String heading(String sql) {
        return String.join(
                " ",
                sql.lines()
                        .takeWhile(line -> line.startsWith("-- ") && !line.startsWith("-- found: "))
                        .map(line -> line.substring(3).strip())
                        .toList());
    }

    /// The faulty files by the rule that they are named after.
    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> there = Files.list(FAULTY)) {
            there.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .forEach(name -> files.put(name.substring(0, name.lastIndexOf('.')), name));
        }
        return files;
    }
}
