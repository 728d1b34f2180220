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
import org.huboutcomes.intake.Guarded;

/// What lies in a published folder: each file with whose it is, its edition and its fingerprint.
public final class Manifest {

    /// How it is called in its folder.
    public static final String NAME = "manifest.csv";

    private static final List<String> HEADINGS =
            List.of("file", "network", "hub", "time_period", "edition", "sha256", "figures_sha256", "isolation");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader(HEADINGS.toArray(new String[0]))
            .setRecordSeparator('\n')
            .get();

    /// @param file its path below the folder
    /// @param hub empty for a file that is nobody's alone
    /// @param figures the fingerprint of all that a report is made from: figures, sentences, templates; empty for
    /// others
    /// @param isolation how the file was searched for what belongs to other hubs; empty for a file that is nobody's
    public record Line(
            String file,
            String network,
            String hub,
            String timePeriod,
            String edition,
            String sha256,
            String figures,
            String isolation) {

        /// The same file, named from another folder.
        Line at(String path) {
            return new Line(path, network, hub, timePeriod, edition, sha256, figures, isolation);
        }

        /// The same file, searched again.
        public Line searched(String how) {
            return new Line(file, network, hub, timePeriod, edition, sha256, figures, how);
        }
    }

    private final Map<String, Line> lines = new TreeMap<>();

    /// The manifest of a folder; empty if it has none.
    public static Manifest in(Path folder) throws IOException {
        return read(folder.resolve(NAME));
    }

    /// One written by [#writeTo]; empty if it is not there.
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

    /// By their headings: a manifest of an earlier version may lack the later ones.
    private static Line line(CSVRecord row) {
        List<String> cells = HEADINGS.stream()
                .map(heading -> row.isSet(heading) ? Guarded.undone(row.get(heading)) : "")
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

    /// The manifest of the figures in a folder, and in those below it that have a manifest of their own: files that are
    /// nobody's. Other folders are work in progress, or hold what is somebody's.
    public static Manifest ofFigures(Path folder, String edition) throws IOException {
        Manifest manifest = new Manifest();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(file -> folder.equals(file.getParent()) || Files.exists(file.resolveSibling(NAME)))
                    .sorted()
                    .toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (name.startsWith(Parts.FOLDER)) continue;
                manifest.add(new Line(name, "", "", "", edition, Fingerprint.of(file), "", ""));
            }
        }
        return manifest;
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

    public void addAll(Manifest other) {
        lines.putAll(other.lines);
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
        writeTo(folder.resolve(NAME));
    }

    /// Writes it, and into the folder below that others may be given by itself the part of it that lists what lies
    /// there. Neither is written over: what was carried may be one file with what others read.
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
            add(new Line(start + NAME, "", "", "", edition, Fingerprint.of(file), "", ""));
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
                        Guarded.inCsv(line.network()),
                        Guarded.inCsv(line.hub()),
                        line.timePeriod(),
                        line.edition(),
                        line.sha256(),
                        line.figures(),
                        line.isolation());
        }
    }
}
