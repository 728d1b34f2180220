package org.huboutcomes.delivery;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.huboutcomes.intake.Fingerprint;

/// What lies in a published folder: each file with whose it is, its edition and its fingerprint.
public final class Manifest {

    private static final String NAME = "manifest.csv";
    private static final List<String> HEADINGS =
            List.of("file", "network", "hub", "time_period", "edition", "sha256", "figures_sha256");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader(HEADINGS.toArray(new String[0]))
            .setRecordSeparator('\n')
            .get();

    /// @param file its path below the folder
    /// @param hub empty for a file that is nobody's alone
    /// @param figures the fingerprint of the figures that a report prints; empty for other files
    public record Line(
            String file,
            String network,
            String hub,
            String timePeriod,
            String edition,
            String sha256,
            String figures) {}

    private final Map<String, Line> lines = new TreeMap<>();

    /// The manifest of a folder; empty if it has none.
    public static Manifest in(Path folder) throws IOException {
        Manifest manifest = new Manifest();
        if (!Files.exists(folder.resolve(NAME))) return manifest;
        CSVFormat format = FORMAT.builder().setSkipHeaderRecord(true).get();
        try (Reader reader = Files.newBufferedReader(folder.resolve(NAME), StandardCharsets.UTF_8);
                CSVParser parser = format.parse(reader)) {
            for (CSVRecord r : parser)
                manifest.add(new Line(r.get(0), r.get(1), r.get(2), r.get(3), r.get(4), r.get(5), r.get(6)));
        }
        return manifest;
    }

    /// The manifest of a folder that holds figures alone, so far: files that are nobody's.
    public static Manifest ofFigures(Path folder, String edition) throws IOException {
        Manifest manifest = new Manifest();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = file.getFileName().toString();
                manifest.add(new Line(name, "", "", "", edition, Fingerprint.of(file), ""));
            }
        }
        return manifest;
    }

    /// The line of a report that lies in the folder.
    public static Line line(
            Path folder, String file, String network, String hub, int timePeriod, String edition, String figures)
            throws IOException {
        String sha256 = Fingerprint.of(folder.resolve(file));
        return new Line(file, network, hub, String.valueOf(timePeriod), edition, sha256, figures);
    }

    /// Brings a file along without writing it again, where the disk can.
    public static void carry(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try {
            Files.createLink(to, from);
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Adds a file, in place of what was said of it before.
    public void add(Line line) {
        lines.put(line.file(), line);
    }

    public Optional<Line> find(String file) {
        return Optional.ofNullable(lines.get(file));
    }

    public List<Line> lines() {
        return lines.values().stream().sorted(Comparator.comparing(Line::file)).toList();
    }

    public void write(Path folder) throws IOException {
        try (Writer writer = Files.newBufferedWriter(folder.resolve(NAME), StandardCharsets.UTF_8);
                CSVPrinter printer = FORMAT.print(writer)) {
            for (Line line : lines())
                printer.printRecord(
                        line.file(),
                        line.network(),
                        line.hub(),
                        line.timePeriod(),
                        line.edition(),
                        line.sha256(),
                        line.figures());
        }
    }
}
