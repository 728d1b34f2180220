package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.delivery.Outbox;

/// Step `delivery`: the issue is swapped in whole. The reports of a frozen edition take their places among the
/// published ones, too.
final class Deliver implements Work {

    private final Workspace workspace;
    private final Issue issue;

    Deliver(Workspace workspace, Issue issue) {
        this.workspace = workspace;
        this.issue = issue;
    }

    @Override
    public String run(Progress progress) throws IOException {
        issue.outbox().swapIn();
        if (issue.isFrozen()) publishEdition();
        return issue.isFrozen() ? "edition " + issue.name() + " frozen" : "published";
    }

    private void publishEdition() throws IOException {
        Outbox published = new Outbox(workspace.published());
        published.recover();
        Path next = published.begin();
        Manifest manifest = Manifest.in(published.folder());
        for (Manifest.Line line : manifest.lines()) carry(published.folder(), next, line);
        List<Manifest.Line> reports = Manifest.in(issue.outbox().folder()).lines().stream()
                .filter(line -> !line.timePeriod().isEmpty())
                .toList();
        for (Manifest.Line line : reports) {
            Files.deleteIfExists(next.resolve(line.file()));
            carry(issue.outbox().folder(), next, line);
            manifest.add(line);
        }
        manifest.write(next);
        published.swapIn();
    }

    private static void carry(Path from, Path to, Manifest.Line line) throws IOException {
        Manifest.carry(from.resolve(line.file()), to.resolve(line.file()));
    }
}
