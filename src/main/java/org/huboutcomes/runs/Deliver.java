package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.delivery.Night;
import org.huboutcomes.delivery.NightPage;
import org.huboutcomes.delivery.Outbox;
import org.huboutcomes.delivery.mail.MailServer;
import org.huboutcomes.delivery.mail.Postman;
import org.huboutcomes.delivery.mail.Sendings;
import org.huboutcomes.publish.Profile;

/// Step `delivery`: the issue is swapped in whole, and what is owed to contacts is sent. The reports of a frozen
/// edition take their places among the published ones, too. A night sends what could not be sent before.
final class Deliver implements Work {

    private static final String NOTE = "night.html";

    private final OpenWorkspace open;
    private final Workspace workspace;
    private final Issue issue;
    private final ExplainChanges explained;
    private final RenderReports reports;

    Deliver(OpenWorkspace open, Issue issue, ExplainChanges explained, RenderReports reports) {
        this.open = open;
        this.workspace = open.workspace();
        this.issue = issue;
        this.explained = explained;
        this.reports = reports;
    }

    @Override
    public String run(Progress progress) throws IOException {
        Sendings sendings = new Sendings(open.store());
        return issue.isFrozen() ? freeze(sendings) : publish(sendings);
    }

    private String freeze(Sendings sendings) throws IOException {
        if (!issue.isMade()) {
            owe(sendings);
            issue.markUndelivered();
            issue.outbox().swapIn();
        }
        publishEdition();
        String sent = told(send(sendings));
        issue.markDelivered();
        return "edition " + issue.name() + " frozen" + sent;
    }

    /// Sent first, so that the note can tell of it; the note is published with all else.
    private String publish(Sendings sendings) throws IOException {
        Postman.Round round = send(sendings);
        Night night = Night.of(open.store(), issue.run().asOf(), explained.changes());
        NightPage note = new NightPage(night, reports.summary(), reports.refused(), round.sent(), round.failed());
        Files.writeString(issue.outbox().next().resolve(NOTE), note.html());
        issue.outbox().swapIn();
        new Nights(workspace).keep(issue.run().asOf());
        night.told(open.store());
        return "published" + told(round);
    }

    private String told(Postman.Round round) {
        return open.settings().mailServer() == null ? "" : ", " + round;
    }

    private Postman.Round send(Sendings sendings) throws IOException {
        MailServer server = open.settings().mailServer();
        if (server == null) return new Postman.Round(List.of(), List.of());
        return new Postman(server, sendings, open.catalogue(), workspace.editions())
                .send(open.settings().contacts(), issue.run().asOf());
    }

    /// Written down before the edition is there: a run that is cut short in between owes what it has not made yet, and
    /// makes the same edition again.
    private void owe(Sendings sendings) throws IOException {
        if (open.settings().mailServer() == null) return;
        List<Manifest.Line> reports = Manifest.in(issue.outbox().next()).lines().stream()
                .filter(line ->
                        line.file().startsWith("reports/") && !line.hub().isEmpty())
                .toList();
        for (Manifest.Line line : reports)
            for (String contact : open.settings().contacts().getOrDefault(line.hub(), List.of()))
                sendings.owe(
                        issue.name(),
                        line.network(),
                        line.hub(),
                        Integer.parseInt(line.timePeriod()),
                        contact,
                        issue.run().asOf());
    }

    private void publishEdition() throws IOException {
        Outbox published = new Outbox(workspace.published());
        published.recover();
        Path next = published.begin();
        Manifest manifest = Manifest.in(published.folder());
        carryAll(published.folder(), next);
        List<Manifest.Line> reports = Manifest.in(issue.outbox().folder()).lines().stream()
                .filter(line -> !line.timePeriod().isEmpty())
                .toList();
        for (Manifest.Line line : reports) {
            Files.deleteIfExists(next.resolve(line.file()));
            Manifest.carry(issue.outbox().folder().resolve(line.file()), next.resolve(line.file()));
            manifest.add(line);
        }
        manifest.writeWith(Profile.PUBLIC.code(), next);
        published.swapIn();
    }

    /// Whatever lies there, listed or not: the public profile, the catalogue as it was, the note of the night.
    private static void carryAll(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) return;
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                Manifest.carry(file, to.resolve(from.relativize(file).toString()));
        }
    }
}
