package org.huboutcomes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// The names of indicators, returns, hubs and networks, which the engine reads but must not contain.
record CatalogueNames(Set<String> names) {

    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern PLAIN = Pattern.compile("[a-z]+");

    /// A package may have the same name as a return, which then names it in logs.
    private static final Set<String> PACKAGES = Set.of("delivery");

    static CatalogueNames ofTheProject() {
        Set<String> names = new TreeSet<>();
        Stream.of(
                        ProjectFiles.list(Path.of("jobs/indicators"), ".sql"),
                        ProjectFiles.list(Path.of("jobs/networks"), ".yaml"),
                        ProjectFiles.list(Path.of("jobs/returns"), ".yaml"))
                .flatMap(List::stream)
                .map(ProjectFiles::stem)
                .forEach(names::add);
        ProjectFiles.list(Path.of("sample-data"), ".csv").forEach(file -> names.addAll(hubsIn(file)));
        return new CatalogueNames(names);
    }

    /// One line for each place where this Java source contains such a name.
    List<String> findIn(String file, String source) {
        List<String> found = new ArrayList<>();
        for (JavaPiece piece : JavaPiece.split(source)) {
            for (String name : names) if (isNamed(name, piece)) found.add(file + ":" + piece.line() + " names " + name);
        }
        return found;
    }

    private static boolean isNamed(String name, JavaPiece piece) {
        if (PLAIN.matcher(name).matches()) return piece.isLiteral() && isNamedPlainly(name, piece.text());
        if (!WORD.matcher(name).matches()) return piece.text().contains(name);
        return WORD.matcher(piece.text()).results().anyMatch(word -> same(word.group(), name));
    }

    /// A name that is also an English word, such as `engagement`, only counts alone in a literal, or as a relation in
    /// SQL.
    private static boolean isNamedPlainly(String name, String literal) {
        boolean alone = literal.equals(name) && !PACKAGES.contains(name);
        return alone
                || Pattern.compile("\\b(?:from|join|into|table|update)\\s+" + name + "\\b")
                        .matcher(literal)
                        .find();
    }

    /// `schools_engaged_percent` and `schoolsEngagedPercent` are the same name.
    private static boolean same(String word, String name) {
        return bare(word).equals(bare(name));
    }

    private static String bare(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    private static List<String> hubsIn(Path file) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        String text = ProjectFiles.read(file);
        if (!text.startsWith("Network,Hub code,Hub name")) return List.of();
        List<String> names = new ArrayList<>();
        try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : rows) {
                names.addAll(List.of(row.get("Network"), row.get("Hub code"), row.get("Hub name")));
                names.addAll(List.of(row.get("Aliases").split(";\\s*")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.removeIf(String::isBlank);
        return names;
    }
}
