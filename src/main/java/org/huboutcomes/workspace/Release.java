package org.huboutcomes.workspace;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huboutcomes.delivery.SwappedFolder;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.publish.Profile;
import org.huboutcomes.publish.Published;
import org.huboutcomes.reports.Edition;
import org.jspecify.annotations.Nullable;

/// What a run publishes: the published folder of a nightly run, or an edition of one academic year.
///
/// @param asOf the day of the run
/// @param year the academic year of an edition; null for the published folder
/// @param hubs the hubs to make reports for; all if empty
/// @param networks the networks to make reports for; all if empty
/// @param profile the readers: only the network and its hubs, or the public as well
/// @param correctionsBy the deadline for corrections of a provisional edition; null for a final edition and for the
/// published folder
/// @param isFrozen whether an earlier run froze this edition and was killed before delivering it. It is then only
/// delivered, because a second edition would send the same reports twice
public record Release(
        LocalDate asOf,
        @Nullable AcademicYear year,
        List<String> hubs,
        List<String> networks,
        Profile profile,
        SwappedFolder folder,
        String name,
        @Nullable LocalDate correctionsBy,
        boolean isFrozen) {

    /// The name of the release of a nightly run.
    public static final String NIGHT = "night";

    public Release {
        hubs = List.copyOf(hubs);
        networks = List.copyOf(networks);
    }

    /// The release of the job `nightly`.
    public static Release nightly(LocalDate asOf, Settings settings, Workspace workspace) {
        return new Release(
                asOf,
                null,
                List.of(),
                settings.networks(),
                settings.profile(),
                new SwappedFolder(workspace.published()),
                NIGHT,
                null,
                false);
    }

    /// The edition that the job `annual` freezes: the next version of the year, or the last version if it was frozen
    /// for the same hubs, as final or provisional as this one, but not delivered.
    public static Release annual(
            AcademicYear year,
            List<String> hubs,
            LocalDate asOf,
            @Nullable LocalDate correctionsBy,
            Settings settings,
            Workspace workspace)
            throws IOException {
        String start = year.folder() + "-v";
        int version = new Editions(workspace).lastVersion(start);
        Release last = edition(year, hubs, asOf, correctionsBy, settings, workspace, start + version, true);
        return last.isUndelivered()
                ? last
                : edition(year, hubs, asOf, correctionsBy, settings, workspace, start + (version + 1), false);
    }

    private static Release edition(
            AcademicYear year,
            List<String> hubs,
            LocalDate asOf,
            @Nullable LocalDate correctionsBy,
            Settings settings,
            Workspace workspace,
            String name,
            boolean isFrozen) {
        SwappedFolder folder = new SwappedFolder(workspace.editions().resolve(name));
        return new Release(
                asOf, year, hubs, settings.networks(), settings.profile(), folder, name, correctionsBy, isFrozen);
    }

    /// Records the edition's details beside it before it is frozen; [#markDelivered] removes the record.
    public void markUndelivered() throws IOException {
        AtomicFile.write(mark(), description());
    }

    private String description() {
        return String.join("\n", hubs) + "\n" + (correctionsBy == null ? "final" : "provisional");
    }

    /// The version before this one, if a killed run froze it and did not deliver it.
    public Optional<Release> undeliveredBefore() {
        int number = name.lastIndexOf("-v") + 2;
        String before = name.substring(0, number) + (Integer.parseInt(name.substring(number)) - 1);
        SwappedFolder frozen = new SwappedFolder(folder.folder().resolveSibling(before));
        Release earlier = new Release(asOf, year, hubs, networks, profile, frozen, before, correctionsBy, true);
        return Files.exists(earlier.mark()) && Files.isDirectory(frozen.folder())
                ? Optional.of(earlier)
                : Optional.empty();
    }

    /// Makes the files of an edition read-only.
    public void protect() throws IOException {
        try (Stream<Path> files = Files.walk(folder.folder())) {
            files.filter(Files::isRegularFile).map(Path::toFile).forEach(File::setReadOnly);
        }
    }

    public void markDelivered() throws IOException {
        Files.deleteIfExists(mark());
    }

    private boolean isUndelivered() throws IOException {
        return Files.exists(mark()) && Files.readString(mark()).equals(description());
    }

    private Path mark() {
        return folder.folder().resolveSibling("." + name + ".undelivered");
    }

    /// Whether it is an edition, as opposed to the published folder.
    public boolean isEdition() {
        return year != null;
    }

    /// Whether it has public reports. Only an edition has them, because the figures of a nightly run may still change.
    public boolean hasPublicReports() {
        return isEdition() && profile == Profile.PUBLIC;
    }

    /// Whether it contains the report of this hub and year.
    public boolean includes(Published.Edition report) {
        if (!networks.isEmpty() && !networks.contains(report.network())) return false;
        return year == null
                || report.timePeriod() == year.timePeriod() && (hubs.isEmpty() || hubs.contains(report.hub()));
    }

    /// The printed name of an edition: "2022/23 v1" for `2022-23-v1`.
    public static String label(String edition) {
        return AcademicYear.ofPeriod(Snapshots.timePeriod(edition)).label()
                + edition.substring(edition.lastIndexOf('-')).replace('-', ' ');
    }

    /// The details of the edition that a report for these readers prints.
    public Edition edition(int timePeriod, Profile readers) {
        String label = AcademicYear.ofPeriod(timePeriod).label();
        return isEdition()
                ? Edition.of(label(name), asOf, correctionsBy, readers.code())
                : new Edition(label + ", working figures", asOf, true, readers.code());
    }
}
