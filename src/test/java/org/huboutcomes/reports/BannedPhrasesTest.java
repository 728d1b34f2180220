package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BannedPhrasesTest {

    /// The texts of reports and receipts: sentences, rules, plans, words of charts and sheets, and what can trigger a
    /// finding.
    private static final List<Path> FOLDERS =
            List.of(Path.of("jobs/sentences"), Path.of("jobs/rules"), Path.of("jobs/triggers"), Path.of("reports"));

    /// What a check says, and how an indicator is defined: the comments at the top of a file.
    private static final List<Path> HEADINGS = List.of(Path.of("jobs/checks"), Path.of("jobs/indicators"));

    private static final Path PUBLISH = Path.of("jobs/publish");

    private static final Pattern LITERAL = Pattern.compile("'([^'\\n]*)'");

    @Test
    void noTextUsesAPhraseThatReadersStumbleOver() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        texts.put("jobs/message.yaml", Files.readString(Path.of("jobs/message.yaml")));
        for (Path folder : FOLDERS)
            for (Path file : files(folder, "yaml|jrxml|jte")) texts.put(file.toString(), Files.readString(file));
        for (Path folder : HEADINGS)
            for (Path file : files(folder, "sql")) texts.put(file.toString(), heading(Files.readString(file)));
        for (Path file : files(PUBLISH, "sql")) texts.put(file.toString(), literals(Files.readString(file)));
        assertThat(texts).hasSizeGreaterThan(200);
        List<String> found = new ArrayList<>();
        texts.forEach((file, text) -> {
            // A sentence may go on in the next line.
            String line = text.replaceAll("\\s+", " ").toLowerCase(Locale.UK);
            for (String phrase : phrases()) if (isIn(line, phrase)) found.add(file + ": " + phrase);
        });
        assertThat(found).isEmpty();
    }

    /// A phrase begins with a word: `rung` is not in `wrung`.
    private static boolean isIn(String line, String phrase) {
        return Pattern.compile("\\b" + Pattern.quote(phrase) + "(?!\\w)")
                .matcher(line)
                .find();
    }

    private static String heading(String sql) {
        String comments = sql.lines()
                .takeWhile(line -> line.startsWith("--"))
                .map(line -> line.substring(2))
                .collect(Collectors.joining(" "));
        // What a check looks for is for engineers; what it says begins here.
        return comments.substring(Math.max(0, comments.indexOf(" found:")));
    }

    private static String literals(String sql) {
        return LITERAL.matcher(sql.replaceAll("(?m)--.*$", ""))
                .results()
                .map(text -> text.group(1))
                .filter(text -> text.contains(" "))
                .collect(Collectors.joining(". "));
    }

    private static List<Path> files(Path folder, String types) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(" + types + ")"))
                    .toList();
        }
    }

    private static List<String> phrases() {
        try (var list = BannedPhrasesTest.class.getResourceAsStream("/banned-phrases.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\|")[0].strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
