package org.huboutcomes.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The committed sample data is exactly the output of its source.
class SampleDataTest {

    private static final Path COMMITTED = Path.of("sample-data");
    private static final List<String> WRITTEN_BY_HAND =
            List.of("README.md", ".gitattributes", "expected/README.md", "expected/figures.csv");

    /// Encryption uses a random salt, and the length of half a file depends on the compression.
    private static final List<String> NEVER_THE_SAME =
            List.of("faulty/encrypted_file.xlsx", "faulty/damaged_file.xlsx");

    @Test
    void committedFilesAreWhatTheSourceWrites(@TempDir Path written) throws IOException {
        SampleData.main(written.toString());
        assertThat(names(written)).isEqualTo(names(COMMITTED));
        for (String name : names(written))
            if (!NEVER_THE_SAME.contains(name))
                assertThat(content(written.resolve(name)))
                        .as("%s; run SampleData to write it again", name)
                        .isEqualTo(content(COMMITTED.resolve(name)));
    }

    @Test
    void everyFaultyFileIsNamedAfterOneRule() throws IOException {
        List<String> listed = Files.readAllLines(COMMITTED.resolve("faulty/README.md")).stream()
                .filter(line -> line.matches("\\| \\w+\\.\\w+ \\|.*"))
                .map(line -> line.split(" ?\\| ?")[1])
                .toList();
        List<String> files = names(COMMITTED.resolve("faulty"));
        assertThat(files)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of("README.md"), listed.stream()).toList());
        assertThat(listed.stream().map(file -> file.replaceFirst("\\.\\w+$", "")))
                .doesNotHaveDuplicates();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !WRITTEN_BY_HAND.contains(name) || !folder.equals(COMMITTED))
                    .sorted()
                    .toList();
        }
    }

    /// The content of a workbook part by part, because compression differs between JDKs.
    private static Map<String, String> content(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Map<String, String> parts = new TreeMap<>();
        if (!isZip(bytes)) parts.put("", Arrays.toString(bytes));
        else
            try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                    parts.put(entry.getName(), Arrays.toString(zip.readAllBytes()));
            }
        return parts;
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K';
    }
}
