package org.huboutcomes.indicators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/// The list of definition versions, each with its date, its reason and the fingerprint of the file.
record Versions(List<Version> all) {

    /// A key of the heading that says nothing of how a figure is made, with its further lines.
    private static final Pattern EXPLANATION =
            Pattern.compile("(?m)^-- (title|question|notes|why|reviewed|version):.*\\R(--  .*\\R)*");

    static final Path FILE = Path.of("jobs/indicators/versions.csv");

    record Version(String indicator, String number, String date, String reason, String fingerprint) {}

    static Versions read() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser rows = CSVParser.parse(FILE, StandardCharsets.UTF_8, format)) {
            List<Version> all = new ArrayList<>();
            for (CSVRecord row : rows) all.add(new Version(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4)));
            return new Versions(all);
        }
    }

    List<Version> of(String indicator) {
        return all.stream()
                .filter(version -> version.indicator().equals(indicator))
                .toList();
    }

    Optional<Version> latest(String indicator) {
        return of(indicator).stream().reduce((earlier, later) -> later);
    }

    void write() throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader("indicator", "version", "date", "reason", "fingerprint")
                .setRecordSeparator('\n')
                .get();
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(FILE, StandardCharsets.UTF_8), format)) {
            for (Version version : all)
                printer.printRecord(
                        version.indicator(), version.number(), version.date(), version.reason(), version.fingerprint());
        }
    }

    /// A fingerprint of what is counted and how. The words that explain it, the review date, the version number and
    /// line breaks do not count.
    static String fingerprint(String text) {
        String meant = EXPLANATION
                .matcher(text)
                .replaceAll("")
                .lines()
                .map(line -> line.replaceFirst("^--(?= {3,})", ""))
                .collect(Collectors.joining(" "))
                .replaceAll("\\s+", " ")
                .strip();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(meant.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
