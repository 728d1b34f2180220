package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BannedPhrasesTest {

    /// The texts of reports: sentences, plans, words of charts and sheets, and what can trigger a finding.
    private static final List<Path> FOLDERS = List.of(Path.of("jobs/sentences"), Path.of("reports"));

    @Test
    void noTextOfAReportUsesAPhraseThatReadersStumbleOver() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path folder : FOLDERS)
            for (Path file : texts(folder)) {
                // A sentence may go on in the next line.
                String text = Files.readString(file).replaceAll("\\s+", " ").toLowerCase(Locale.UK);
                for (String phrase : phrases()) if (text.contains(phrase)) found.add(file + ": " + phrase);
            }
        assertThat(found).isEmpty();
    }

    private static List<Path> texts(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.(yaml|jrxml|jte)"))
                    .toList();
        }
    }

    private static List<String> phrases() throws IOException {
        try (var list = BannedPhrasesTest.class.getResourceAsStream("/banned-phrases.txt")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\|")[0].strip())
                    .toList();
        }
    }
}
