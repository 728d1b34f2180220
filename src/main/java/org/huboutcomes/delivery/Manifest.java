package org.huboutcomes.delivery;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
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
import org.huboutcomes.files.CsvInjection;
import org.huboutcomes.files.Sha256;

/// Lists the files of a published folder: owner, edition and hash of each.
public final class Manifest {

    /// Its file name.
    public static final String NAME = "manifest.csv";

    /// The definitions and methods to which every report of a release refers. Made once; it belongs to no hub.
    public static final String DEFINITIONS = "reports/definitions.pdf";

    /// The folder for partial manifests while a folder is being made.
    static final String PARTS_FOLDER = ".parts";

    private static final List<String> HEADINGS =
            List.of("file", "network", "hub", "time_period", "edition", "sha256", "figures_sha256", "isolation");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader(HEADINGS.toArray(new String[0]))
            .setRecordSeparator('\n')
            .get();

    /// @param file its path below the folder
    /// @param hub empty for a file that belongs to no single hub
    /// @param figures the hash of what a report is made from: figures, sentences, templates; empty for other files
    /// @param isolation how the file was searched for texts of other hubs; empty for a file without an owner
    public record Line(
            String file,
            String network,
            String hub,
            String timePeriod,
            String edition,
            String sha256,
            String figures,
            String isolation) {

        /// The same file under a path of another folder.
        Line at(String path) {
            return new Line(path, network, hub, timePeriod, edition, sha256, figures, isolation);
        }

        /// The same file with a new search result.
        public Line searched(String how) {
            return new Line(file, network, hub, timePeriod, edition, sha256, figures, how);
        }
    }

    private final Map<String, Line> lines = new TreeMap<>();

    /// The manifest of a folder; empty if it has none.
    public static Manifest in(Path folder) throws IOException {
        return read(folder.resolve(NAME));
    }

    /// Reads what [#writeTo] wrote; empty if the file is missing.
    static Manifest read(Path file) throws IOException {
        Manifest manifest = new Manifest();
        if (!Files.exists(file)) return manifest;
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = format.parse(reader)) {
            for (CSVRecord row : parser) manifest.add(line(row));
        }
        return manifest;
    }

    /// By heading, because a manifest of an earlier version may lack later columns.
    private static Line line(CSVRecord row) {
        List<String> cells = HEADINGS.stream()
                .map(heading -> row.isSet(heading) ? CsvInjection.undone(row.get(heading)) : "")
                .toList();
        return new Line(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                cells.get(3),
                cells.get(4),
                cells.get(5),
                cells.get(6),
                cells.get(7));
    }

    /// The figures in a folder and in its subfolders that have their own manifest; these files have no owner. Other
    /// subfolders are unfinished or hold the files of one hub.
    public static Manifest ofFigures(Path folder, String edition) throws IOException {
        Manifest manifest = new Manifest();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> folder.equals(file.getParent()) || Files.exists(file.resolveSibling(NAME)))
                    .sorted()
                    .toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.startsWith(PARTS_FOLDER)) continue;
                manifest.add(new Line(name, "", "", "", edition, Sha256.of(file), "", ""));
            }
        }
        return manifest;
    }

    /// Copies a file instead of making it again. A hard link is not used, because changing a published file would
    /// also change the edition.
    public static void carry(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    public void addAll(Manifest other) {
        lines.putAll(other.lines);
    }

    /// Adds a file or replaces its line.
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
        writeTo(folder.resolve(NAME));
    }

    /// Writes the manifest, and into the folder `below` the part that lists its files. Both replace the old files,
    /// because a carried file may be linked to a published one.
    public void writeWith(String below, Path folder) throws IOException {
        String start = below + "/";
        Manifest part = new Manifest();
        for (Line line : lines())
            if (line.file().startsWith(start) && !line.file().equals(start + NAME))
                part.add(line.at(line.file().substring(start.length())));
        if (part.lines.isEmpty()) lines.remove(start + NAME);
        else {
            Path file = folder.resolve(start + NAME);
            Files.deleteIfExists(file);
            part.writeTo(file);
            String edition = find(start + NAME).map(Line::edition).orElse("");
            add(new Line(start + NAME, "", "", "", edition, Sha256.of(file), "", ""));
        }
        Files.deleteIfExists(folder.resolve(NAME));
        write(folder);
    }

    void writeTo(Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter printer = FORMAT.print(writer)) {
            for (Line line : lines())
                printer.printRecord(
                        line.file(),
                        CsvInjection.inCsv(line.network()),
                        CsvInjection.inCsv(line.hub()),
                        line.timePeriod(),
                        line.edition(),
                        line.sha256(),
                        line.figures(),
                        line.isolation());
        }
    }
}
