package org.huboutcomes.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.delivery.NightlyNote;
import org.huboutcomes.delivery.mail.DeliveryQueue;
import org.huboutcomes.delivery.mail.ReportMailer;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.intake.Arrivals;
import org.huboutcomes.tables.Retention;
import org.jspecify.annotations.Nullable;

/// A stamp file that a nightly run leaves, so that the next one can see before it opens the store that nothing has
/// changed: the import folder, the store, the published files, the catalogue, the program and the settings. Every
/// other run removes it.
///
/// @param asOf the day of the run
/// @param until the last day on which nothing changes by itself: no archived file expires, no return becomes
/// overdue, and no academic year ends; null in a stamp of an earlier release
/// @param fingerprint the fingerprint of all of these after the run
public record NightlyFingerprint(LocalDate asOf, @Nullable LocalDate until, String fingerprint) {

    /// The day of the last nightly run, if a run of that day would do nothing.
    ///
    /// @param workspace whose lock the caller holds
    public static Optional<LocalDate> unchangedSince(Workspace workspace, Catalogue catalogue, LocalDate asOf)
            throws IOException {
        Optional<NightlyFingerprint> stamp = read(workspace);
        boolean isUnchanged = stamp.isPresent()
                && !asOf.isBefore(stamp.get().asOf())
                && (stamp.get().until() == null || !asOf.isAfter(stamp.get().until()))
                && !hasFilesToImport(workspace)
                && stamp.get().fingerprint().equals(fingerprint(workspace, catalogue));
        return isUnchanged ? stamp.map(NightlyFingerprint::asOf) : Optional.empty();
    }

    /// Writes the stamp of a nightly run once its store is closed. A run with unsent reports leaves no stamp,
    /// because sending is tried again every night.
    public static void saveOnClose(OpenWorkspace open, LocalDate asOf) {
        if (hasReportsToSend(open)) return;
        LocalDate expires = new Retention(
                        open.store(), new Archive(open.workspace().archive()))
                .expires(open.settings().retention().period());
        LocalDate until = earlier(expires, lastDayOfTheSameReturns(open, asOf));
        open.whenStoreIsClosed(() -> write(open, asOf, until));
    }

    /// The last day on which the same returns are expected and overdue.
    private static LocalDate lastDayOfTheSameReturns(OpenWorkspace open, LocalDate asOf) {
        LocalDate ends = LocalDate.of(asOf.getYear(), 8, 31);
        LocalDate last = asOf.isAfter(ends) ? ends.plusYears(1) : ends;
        for (NightlyNote.OutstandingReturns outstanding : NightlyNote.OutstandingReturns.in(open.store()))
            if (!outstanding.overdue()) last = earlier(outstanding.due(), last);
        return last;
    }

    private static LocalDate earlier(@Nullable LocalDate one, LocalDate other) {
        return one != null && one.isBefore(other) ? one : other;
    }

    /// Reports to an address that is no longer in the settings do not count. If the address comes back, the
    /// settings have changed, and the next run is a full one.
    private static boolean hasReportsToSend(OpenWorkspace open) {
        Settings settings = open.settings();
        return settings.mailServer() != null
                && new DeliveryQueue(open.store())
                        .open().stream().anyMatch(report -> ReportMailer.isWanted(report, settings.contacts()));
    }

    private static void write(OpenWorkspace open, LocalDate asOf, @Nullable LocalDate until) throws IOException {
        Workspace workspace = open.workspace();
        if (hasFilesToImport(workspace)) return;
        AtomicFile.write(
                file(workspace),
                String.join(
                        "\n", asOf.toString(), String.valueOf(until), fingerprint(workspace, open.catalogue()), ""));
    }

    public static void remove(Workspace workspace) throws IOException {
        Files.deleteIfExists(file(workspace));
    }

    /// A stamp that cannot be read is ignored: the run is then a full one, and writes a new stamp.
    private static Optional<NightlyFingerprint> read(Workspace workspace) throws IOException {
        if (!Files.exists(file(workspace))) return Optional.empty();
        try {
            List<String> lines = Files.readAllLines(file(workspace));
            if (lines.size() != 3) return Optional.empty();
            return Optional.of(new NightlyFingerprint(
                    LocalDate.parse(lines.get(0)),
                    lines.get(1).equals("null") ? null : LocalDate.parse(lines.get(1)),
                    lines.get(2)));
        } catch (CharacterCodingException | DateTimeParseException damaged) {
            return Optional.empty();
        }
    }

    private static Path file(Workspace workspace) {
        return workspace.store().resolve("night.stamp");
    }

    /// Whether the import folder has a file that a run may take.
    private static boolean hasFilesToImport(Workspace workspace) throws IOException {
        return Arrivals.hasFilesToImport(workspace.importFolder());
    }

    private static String fingerprint(Workspace workspace, Catalogue catalogue) throws IOException {
        List<String> parts = new ArrayList<>();
        parts.add(CatalogueValidation.fingerprint(catalogue));
        parts.add(Files.readString(workspace.settings()));
        new TreeMap<>(System.getenv()).forEach((name, value) -> {
            if (name.startsWith("HUB_OUTCOMES_")) parts.add(name + "=" + value);
        });
        parts.addAll(Arrivals.left(workspace.importFolder()).keySet());
        parts.add(entry(workspace.storeFile()));
        for (Path folder : List.of(workspace.published(), workspace.nights())) parts.addAll(files(folder));
        return Sha256.of(String.join("\n", parts));
    }

    /// Every file below a folder, with its size and time.
    private static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of(folder.getFileName() + " is not there");
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(file -> files.put(folder.relativize(file).toString(), entry(file)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        List<String> entries = new ArrayList<>();
        files.forEach((name, entry) -> entries.add(name + " " + entry));
        return entries;
    }

    private static String entry(Path file) {
        try {
            if (!Files.exists(file)) return "not there";
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.size() + " " + attributes.lastModifiedTime().toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
