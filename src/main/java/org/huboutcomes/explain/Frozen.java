package org.huboutcomes.explain;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.intake.Guarded;
import org.huboutcomes.publish.Profile;

/// Figures as they were once, with what they stood on: the claims that were in force, and the catalogue that counted
/// them. An edition is one, and so is a night.
///
/// @param name how it is called on the command line
public record Frozen(String name, Path folder) {

    private static final String FIGURES = "indicators.csv";
    private static final String PUBLIC_FIGURES = Profile.PUBLIC.code() + "/" + FIGURES;
    private static final String BASIS = "basis.csv";
    private static final String CATALOGUE = "catalogue.zip";
    private static final List<String> FILES = List.of(FIGURES, BASIS, CATALOGUE);
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /// Puts the catalogue beside the figures that it counted.
    public static void keep(Catalogue catalogue, Path folder) throws IOException {
        catalogue.pack(folder.resolve(CATALOGUE), "sql", "formulas", "indicators", "publish", "tables");
    }

    /// Whether all is there by which it can be made again.
    public boolean isWhole() {
        return FILES.stream().allMatch(file -> Files.isRegularFile(folder.resolve(file)));
    }

    /// Copies what is needed of it into another folder.
    public void keepIn(Path kept) throws IOException {
        Files.createDirectories(kept);
        for (String file : FILES)
            Files.copy(folder.resolve(file), kept.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    /// Whether nothing of the two differs.
    public boolean isSameAs(Frozen other) throws IOException {
        for (String file : FILES)
            if (Files.mismatch(folder.resolve(file), other.folder.resolve(file)) >= 0) return false;
        return true;
    }

    boolean hasTheCatalogueOf(Frozen other) throws IOException {
        return Files.mismatch(folder.resolve(CATALOGUE), other.folder.resolve(CATALOGUE)) < 0;
    }

    Catalogue catalogue() {
        return Catalogue.packed(folder.resolve(CATALOGUE).toAbsolutePath());
    }

    /// Its published figures by what they are figures of.
    Map<List<String>, Figure> figures() throws IOException {
        return figures(FIGURES);
    }

    boolean hasPublicFigures() {
        return Files.isRegularFile(folder.resolve(PUBLIC_FIGURES));
    }

    /// As everybody has them.
    Map<List<String>, Figure> publicFigures() throws IOException {
        return figures(PUBLIC_FIGURES);
    }

    private Map<List<String>, Figure> figures(String file) throws IOException {
        Map<List<String>, Figure> figures = new TreeMap<>(Figure.IN_ORDER);
        for (CSVRecord row : rows(file)) {
            UnaryOperator<String> cell = name -> Guarded.undone(row.get(name));
            figures.put(Figure.key(cell), Figure.of(cell));
        }
        return figures;
    }

    /// One claim that was in force: a return for a hub and year, or a reference list, which is nobody's.
    record Held(long claim, String returnName, String hub, String timePeriod) {

        boolean isList() {
            return hub.isEmpty();
        }

        String slot() {
            return returnName + " " + hub + " " + timePeriod;
        }
    }

    List<Held> claims() throws IOException {
        return rows(BASIS).stream()
                .map(row -> new Held(
                        Long.parseLong(row.get("claim")),
                        row.get("return_name"),
                        Guarded.undone(row.get("hub")),
                        row.get("time_period")))
                .toList();
    }

    static Set<Long> numbers(List<Held> claims) {
        return claims.stream().map(Held::claim).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<CSVRecord> rows(String file) throws IOException {
        try (Reader reader = Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8);
                CSVParser parser = CSV.parse(reader)) {
            return parser.getRecords();
        }
    }
}
