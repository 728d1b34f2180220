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
/// from the catalogue; `-Dupdate` writes it anew.
class RuleTableTest {

    private static final Path TABLE = Path.of("jobs/returns/README.md");
    private static final Path FAULTY = Path.of("sample-data/faulty");

    /// What no file can show by itself, and why.
    private static final Map<String, String> WITHOUT_FILE = Map.of(
            "waits_for_registers", "any return that comes before the register",
            "too_slow", "any file, where `seconds_max` of `jobs/limits.yaml` is too short for it",
            "too_many_findings", "a sheet with more faults than `findings_max` of `jobs/limits.yaml`");

    /// One line of the table.
    private record Line(String rule, String severity, String says) {

        String in(Map<String, String> files) {
            String file = files.containsKey(rule)
                    ? "[%1$s](../../sample-data/faulty/%1$s)".formatted(files.get(rule))
                    : WITHOUT_FILE.getOrDefault(rule, "");
            return "| `%s` | %s | %s | %s |\n".formatted(rule, severity, says.replace("|", "\\|"), file);
        }
    }

    private final Catalogue catalogue = Catalogue.packaged();

    @Test
    void theTableIsWhatTheCatalogueSays() throws IOException {
        String written = written();
        if (System.getProperty("update") != null) Files.writeString(TABLE, written);
        assertThat(TABLE).as("run this test with -Dupdate to write it anew").hasContent(written);
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
            # What a return can be told

            Each line is a rule. An *error* leaves the row, the sheet or the file out until it is corrected; a *query* keeps
            it, and the hub is asked. The file beside a rule has this fault and no other. This page is written from
            `jobs/rules`, `jobs/checks` and `sample-data/faulty`: `./mvnw test -Dtest=RuleTableTest -Dupdate`.

            ## Found in reading a file, a sheet or a cell
            The sentence is that of `jobs/rules`; what stands in square brackets is said where it is known.

            | rule | severity | what it says | faulty file |
            |---|---|---|---|
            """);
        reading().forEach(line -> table.append(line.in(files)));
        table.append("""

            ## Found by a query over all that is in force
            The file of that name in `jobs/checks` has the query and the sentence; this is what it asks about.

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
                        rule, file.keys(rule).text("severity"), file.keys(rule).text("says")));
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
                        .takeWhile(line -> line.startsWith("-- "))
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
