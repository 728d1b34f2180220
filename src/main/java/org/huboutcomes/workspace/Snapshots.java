package org.huboutcomes.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.compare.Snapshot;
import org.springframework.util.FileSystemUtils;

/// The figures that can be compared: those of recent nightly runs, stored for a limited time with their catalogue, and
/// those of editions, stored permanently.
public record Snapshots(Workspace workspace) {

    private static final int NIGHTS_KEPT = 30;
    private static final Pattern EDITION = Pattern.compile("\\d{4}-\\d{2}-v\\d{1,6}");
    private static final Comparator<String> BY_YEAR_AND_VERSION =
            Comparator.<String>comparingInt(Snapshots::timePeriod).thenComparingInt(Snapshots::version);

    /// Stores the figures of a nightly run, unless they equal the last snapshot, and deletes the oldest.
    public void keep(LocalDate asOf) throws IOException {
        Snapshot published = new Snapshot("published", workspace.published());
        if (!published.isWhole()) return;
        removeIncompleteNights();
        List<String> kept = names(workspace.nights());
        if (!kept.isEmpty() && night(kept.get(kept.size() - 1)).isSameAs(published)) return;
        String day = asOf.toString();
        long sameDay = kept.stream().filter(name -> name.startsWith(day)).count();
        published.keepIn(workspace.nights().resolve(sameDay == 0 ? day : "%s-%02d".formatted(day, sameDay + 1)));
        for (String old : kept.subList(0, Math.max(0, kept.size() + 1 - NIGHTS_KEPT)))
            FileSystemUtils.deleteRecursively(workspace.nights().resolve(old));
    }

    /// An earlier release could leave incomplete figures of a nightly run after a full disk.
    private void removeIncompleteNights() throws IOException {
        for (String name : names(workspace.nights()))
            if (!night(name).isWhole())
                FileSystemUtils.deleteRecursively(workspace.nights().resolve(name));
    }

    /// The snapshot of the last nightly run that can be read; empty before the first.
    public Optional<Snapshot> lastNight() throws IOException {
        List<String> kept = names(workspace.nights());
        for (int i = kept.size() - 1; i >= 0; i--) {
            Snapshot night = night(kept.get(i));
            if (night.isReadable()) return Optional.of(night);
        }
        return Optional.empty();
    }

    /// The stored nightly figures after this one that cannot be read.
    ///
    /// @param name empty for all
    public List<Snapshot> damagedNightsAfter(String name) throws IOException {
        return names(workspace.nights()).stream()
                .filter(kept -> kept.compareTo(name) > 0)
                .map(this::night)
                .filter(night -> night.isWhole() && !night.isReadable())
                .toList();
    }

    /// The previous edition: the previous version of the same academic year, or the last version of the latest earlier
    /// year.
    public Optional<Snapshot> editionBefore(String name) throws IOException {
        return names(workspace.editions()).stream()
                .filter(edition -> EDITION.matcher(edition).matches())
                .filter(edition -> BY_YEAR_AND_VERSION.compare(edition, name) < 0)
                .max(BY_YEAR_AND_VERSION)
                .map(edition -> new Snapshot(edition, workspace.editions().resolve(edition)))
                .filter(Snapshot::isWhole);
    }

    /// The academic year of an edition, such as 202223 of `2022-23-v1`.
    public static int timePeriod(String edition) {
        return Integer.parseInt(edition.substring(0, 7).replace("-", ""));
    }

    private static int version(String edition) {
        return Integer.parseInt(edition.substring(edition.lastIndexOf('v') + 1));
    }

    /// Finds an edition by name, a nightly run by day, or the latest figures as `published`.
    ///
    /// @throws Fault with exit code 2 if there is none, and 3 if it has changed since it was published
    public Snapshot named(String name) throws IOException {
        if (EDITION.matcher(name).matches() && new Editions(workspace).names().contains(name))
            new Editions(workspace).requireWhole(name);
        if (name.equals("published")) requirePublished();
        Snapshot found = Stream.of(workspace.editions(), workspace.nights())
                .filter(folder -> namesOrNone(folder).contains(name))
                .map(folder -> folder.resolve(name))
                .map(folder -> new Snapshot(name, folder))
                .findFirst()
                .or(() -> name.equals("published")
                        ? Optional.of(new Snapshot(name, workspace.published()))
                        : Optional.empty())
                .filter(Snapshot::isWhole)
                .orElseThrow(() -> new Fault(ExitCode.WRONG_USE, unknown(name)));
        if (!found.isReadable())
            throw new Fault(
                    ExitCode.INVALID_SETUP,
                    "The figures cannot be compared: " + found.folder()
                            + " cannot be read. Put it back from a backup.");
        return found;
    }

    private void requirePublished() throws IOException {
        List<WorkspaceVerification.Problem> problems = new WorkspaceVerification(workspace).published();
        if (!problems.isEmpty())
            throw new Fault(ExitCode.INVALID_SETUP, "The figures cannot be compared: " + problems.get(0) + ".");
    }

    private String unknown(String name) {
        List<String> known = Stream.of(workspace.editions(), workspace.nights())
                .flatMap(folder -> namesOrNone(folder).stream())
                .toList();
        return "There is no edition or nightly run \"" + name + "\" to compare; "
                + (known.isEmpty()
                        ? "run `nightly` first."
                        : "available: published, " + String.join(", ", known) + ".");
    }

    private static List<String> namesOrNone(Path folder) {
        try {
            return names(folder);
        } catch (IOException e) {
            return List.of();
        }
    }

    private Snapshot night(String name) {
        return new Snapshot(name, workspace.nights().resolve(name));
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory)
                    .map(snapshot -> snapshot.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
