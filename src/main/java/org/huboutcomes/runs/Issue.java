package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.delivery.Outbox;
import org.huboutcomes.intake.WholeFile;
import org.huboutcomes.publish.Profile;
import org.huboutcomes.publish.Published;
import org.huboutcomes.reports.Edition;
import org.huboutcomes.returns.AcademicYear;

/// What a run brings out: the published folder of a night, or a frozen edition of one academic year.
///
/// @param networks those whose reports are made; all when empty
/// @param profile how far it goes: to the network and its hubs alone, or to everybody as well
/// @param isMade whether an earlier run was cut short after it had frozen this edition, which is then only delivered: a
/// second one of the same hubs would be sent a second time
record Issue(Run run, List<String> networks, Profile profile, Outbox outbox, String name, boolean isMade) {

    static Issue of(Run run, Settings settings, Workspace workspace) throws IOException {
        AcademicYear year = run.year();
        if (year == null) return of(run, settings, workspace.published(), "night", false);
        String start = year.folder() + "-v";
        int last = lastVersion(workspace.editions(), start);
        Issue before = of(run, settings, workspace.editions().resolve(start + last), start + last, true);
        String next = start + (last + 1);
        return before.isUndelivered()
                ? before
                : of(run, settings, workspace.editions().resolve(next), next, false);
    }

    private static Issue of(Run run, Settings settings, Path folder, String name, boolean isMade) {
        return new Issue(run, settings.networks(), settings.profile(), new Outbox(folder), name, isMade);
    }

    private static int lastVersion(Path editions, String start) throws IOException {
        if (!Files.isDirectory(editions)) return 0;
        try (Stream<Path> found = Files.list(editions)) {
            return found.map(edition -> edition.getFileName().toString())
                    .filter(edition -> edition.matches(start + "\\d+"))
                    .mapToInt(edition -> Integer.parseInt(edition.substring(start.length())))
                    .max()
                    .orElse(0);
        }
    }

    /// Says beside the edition, before it is there, which hubs it is for; taken away when it is delivered.
    void markUndelivered() throws IOException {
        WholeFile.write(mark(), String.join("\n", run.hubs()));
    }

    void markDelivered() throws IOException {
        Files.deleteIfExists(mark());
    }

    private boolean isUndelivered() throws IOException {
        return Files.exists(mark()) && Files.readString(mark()).equals(String.join("\n", run.hubs()));
    }

    private Path mark() {
        return outbox.folder().resolveSibling("." + name + ".undelivered");
    }

    boolean isFrozen() {
        return run.year() != null;
    }

    /// Whether reports for everybody are made. A night's figures still move, so that only an edition has them.
    boolean hasPublicReports() {
        return isFrozen() && profile == Profile.PUBLIC;
    }

    /// Whether it holds the report of this hub and year.
    boolean holds(Published.Edition report) {
        if (!networks.isEmpty() && !networks.contains(report.network())) return false;
        AcademicYear year = run.year();
        return year == null
                || report.timePeriod() == year.timePeriod()
                        && (run.hubs().isEmpty() || run.hubs().contains(report.hub()));
    }

    /// How an edition is called in print, such as "2022/23 v1".
    static String label(String edition) {
        return AcademicYear.ofPeriod(Nights.timePeriod(edition)).label()
                + edition.substring(edition.lastIndexOf('-')).replace('-', ' ');
    }

    /// How its reports for these readers call it.
    Edition edition(int timePeriod, Profile readers) {
        String label = AcademicYear.ofPeriod(timePeriod).label();
        return isFrozen()
                ? new Edition(label(name), run.asOf(), false, readers.code())
                : new Edition(label + ", working figures", run.asOf(), true, readers.code());
    }
}
