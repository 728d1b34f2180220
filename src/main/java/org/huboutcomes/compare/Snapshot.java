package org.huboutcomes.compare;

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
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.CsvInjection;
import org.huboutcomes.publish.Profile;

/// Published figures and what they were computed from: the claims in force and the catalogue. Every edition and every
/// nightly run is a snapshot.
///
/// @param name its name on the command line
public record Snapshot(String name, Path folder) {

    private static final String FIGURES = "indicators.csv";
    private static final String PUBLIC_FIGURES = Profile.PUBLIC.code() + "/" + FIGURES;
    private static final String BASIS = "basis.csv";
    private static final String CATALOGUE = "catalogue.zip";
    private static final List<String> FILES = List.of(FIGURES, BASIS, CATALOGUE);
    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    /// Stores the catalogue with the figures that were computed with it.
    public static void keep(Catalogue catalogue, Path folder) throws IOException {
        catalogue.pack(
                folder.resolve(CATALOGUE),
                List.of("sql", "yaml"),
                "formulas",
                "indicators",
                "networks",
                "publish",
                "tables");
    }

    /// Whether everything needed to recompute it is present.
    public boolean isWhole() {
        return FILES.stream().allMatch(file -> Files.isRegularFile(folder.resolve(file)));
    }

    /// Whether everything needed to recompute it can be read.
    public boolean isReadable() {
        try {
            if (!isWhole()) return false;
            figures();
            claims();
            catalogue();
            return true;
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    /// Copies the files that a comparison needs to a new folder, which appears only when it is complete.
    public void keepIn(Path kept) throws IOException {
        Path draft = AtomicFile.draft(kept);
        Files.createDirectories(draft);
        for (String file : FILES) {
            Files.copy(folder.resolve(file), draft.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            AtomicFile.force(draft.resolve(file));
        }
        Files.move(draft, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Whether both have the same files.
    public boolean isSameAs(Snapshot other) throws IOException {
        for (String file : FILES)
            if (Files.mismatch(folder.resolve(file), other.folder.resolve(file)) >= 0) return false;
        return true;
    }

    boolean hasTheCatalogueOf(Snapshot other) throws IOException {
        return Files.mismatch(folder.resolve(CATALOGUE), other.folder.resolve(CATALOGUE)) < 0;
    }

    Catalogue catalogue() {
        return Catalogue.packed(folder.resolve(CATALOGUE).toAbsolutePath());
    }

    /// Its published figures by key.
    Map<List<String>, ComparedFigure> figures() throws IOException {
        return figures(FIGURES);
    }

    boolean hasPublicFigures() {
        return Files.isRegularFile(folder.resolve(PUBLIC_FIGURES));
    }

    /// Its public figures by key.
    Map<List<String>, ComparedFigure> publicFigures() throws IOException {
        return figures(PUBLIC_FIGURES);
    }

    private Map<List<String>, ComparedFigure> figures(String file) throws IOException {
        Map<List<String>, ComparedFigure> figures = new TreeMap<>(ComparedFigure.IN_ORDER);
        for (CSVRecord row : rows(file)) {
            UnaryOperator<String> cell = name -> CsvInjection.undone(row.get(name));
            figures.put(ComparedFigure.key(cell), ComparedFigure.of(cell));
        }
        return figures;
    }

    /// One claim in force: a return for a hub and year, or a reference list, which has no hub.
    record SnapshotClaim(long claim, ClaimSource source) {

        String returnName() {
            return source.returnName();
        }

        String hub() {
            return source.hub();
        }

        String timePeriod() {
            return source.timePeriod();
        }

        boolean isList() {
            return hub().isEmpty();
        }

        String slot() {
            return returnName() + " " + hub() + " " + timePeriod();
        }
    }

    /// The origin of a claim. The claim's number may differ in a store that is rebuilt.
    ///
    /// @param hub empty for a reference list, as is the time period
    record ClaimSource(String returnName, String hub, String timePeriod, String sha256, String sheet) {

        /// The same source with another file.
        ClaimSource of(String file) {
            return new ClaimSource(returnName, hub, timePeriod, file, sheet);
        }
    }

    List<SnapshotClaim> claims() throws IOException {
        return rows(BASIS).stream()
                .map(row -> new SnapshotClaim(
                        Long.parseLong(row.get("claim")),
                        new ClaimSource(
                                row.get("return_name"),
                                CsvInjection.undone(row.get("hub")),
                                row.get("time_period"),
                                row.get("sha256"),
                                CsvInjection.undone(row.get("sheet")))))
                .toList();
    }

    static Set<Long> numbers(List<SnapshotClaim> claims) {
        return claims.stream().map(SnapshotClaim::claim).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<CSVRecord> rows(String file) throws IOException {
        try (Reader reader = Files.newBufferedReader(folder.resolve(file), StandardCharsets.UTF_8);
                CSVParser parser = CSV.parse(reader)) {
            return parser.getRecords();
        }
    }
}
