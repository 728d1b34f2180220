package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.explain.Frozen;
import org.springframework.util.FileSystemUtils;

/// The figures of the last nights, kept with what they stood on so that two can be compared; and the editions, which
/// are kept for good.
record Nights(Workspace workspace) {

    private static final int KEPT = 30;
    private static final Pattern EDITION = Pattern.compile("\\d{4}-\\d{2}-v\\d{1,6}");
    private static final Comparator<String> IN_ORDER =
            Comparator.<String>comparingInt(Nights::timePeriod).thenComparingInt(Nights::version);

    /// Keeps what a night published, unless it is what the last one kept already.
    void keep(LocalDate asOf) throws IOException {
        Frozen published = new Frozen("published", workspace.published());
        if (!published.isWhole()) return;
        List<String> kept = names(workspace.nights());
        if (!kept.isEmpty() && night(kept.get(kept.size() - 1)).isSameAs(published)) return;
        String day = asOf.toString();
        long sameDay = kept.stream().filter(name -> name.startsWith(day)).count();
        published.keepIn(workspace.nights().resolve(sameDay == 0 ? day : "%s-%02d".formatted(day, sameDay + 1)));
        for (String old : kept.subList(0, Math.max(0, kept.size() + 1 - KEPT)))
            FileSystemUtils.deleteRecursively(workspace.nights().resolve(old));
    }

    /// The last night that is kept.
    Optional<Frozen> last() throws IOException {
        List<String> kept = names(workspace.nights());
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(night(kept.get(kept.size() - 1))).filter(Frozen::isWhole);
    }

    /// The edition before this one: of its academic year, or else the last of the latest year before.
    Optional<Frozen> editionBefore(String name) throws IOException {
        return names(workspace.editions()).stream()
                .filter(edition -> EDITION.matcher(edition).matches())
                .filter(edition -> IN_ORDER.compare(edition, name) < 0)
                .max(IN_ORDER)
                .map(edition -> new Frozen(edition, workspace.editions().resolve(edition)))
                .filter(Frozen::isWhole);
    }

    /// The academic year of an edition, such as 202223 of `2022-23-v1`.
    static int timePeriod(String edition) {
        return Integer.parseInt(edition.substring(0, 7).replace("-", ""));
    }

    private static int version(String edition) {
        return Integer.parseInt(edition.substring(edition.lastIndexOf('v') + 1));
    }

    /// An edition by its name, a night by its day, or `published`, the figures as they stand.
    Frozen named(String name) throws IOException {
        return Stream.of(workspace.editions(), workspace.nights())
                .filter(folder -> namesOrNone(folder).contains(name))
                .map(folder -> folder.resolve(name))
                .map(folder -> new Frozen(name, folder))
                .findFirst()
                .or(() -> name.equals("published")
                        ? Optional.of(new Frozen(name, workspace.published()))
                        : Optional.empty())
                .filter(Frozen::isWhole)
                .orElseThrow(() -> new Fault(ExitCode.WRONG_USE, unknown(name)));
    }

    private String unknown(String name) {
        List<String> known = Stream.of(workspace.editions(), workspace.nights())
                .flatMap(folder -> namesOrNone(folder).stream())
                .toList();
        return "There is no edition or night \"" + name + "\" that can be compared; "
                + (known.isEmpty()
                        ? "run `nightly` first."
                        : "there are: published, " + String.join(", ", known) + ".");
    }

    private static List<String> namesOrNone(Path folder) {
        try {
            return names(folder);
        } catch (IOException e) {
            return List.of();
        }
    }

    private Frozen night(String name) {
        return new Frozen(name, workspace.nights().resolve(name));
    }

    private static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(Files::isDirectory)
                    .map(night -> night.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        }
    }
}
