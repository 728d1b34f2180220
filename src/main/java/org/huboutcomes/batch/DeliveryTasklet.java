package org.huboutcomes.batch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huboutcomes.batch.reports.OwnFiles;
import org.huboutcomes.batch.reports.ReleasedRanges;
import org.huboutcomes.batch.reports.ReportRendering;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.delivery.NightlyNote;
import org.huboutcomes.delivery.NightlyNotePage;
import org.huboutcomes.delivery.OutstandingPages;
import org.huboutcomes.delivery.SwappedFolder;
import org.huboutcomes.delivery.mail.DeliveryQueue;
import org.huboutcomes.delivery.mail.MailServer;
import org.huboutcomes.delivery.mail.ReportMailer;
import org.huboutcomes.files.FilePermissions;
import org.huboutcomes.publish.Profile;
import org.huboutcomes.receipts.ReceiptPlaces;
import org.huboutcomes.workspace.Editions;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Release;
import org.huboutcomes.workspace.Snapshots;
import org.huboutcomes.workspace.Workspace;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/// Step `delivery`: swaps in the whole release, and emails queued reports to contacts. Reports of an edition also
/// replace those of the same hub and year in the published folder. A nightly run sends again what could not be sent
/// before.
final class DeliveryTasklet implements Tasklet {

    private static final String NOTE = "night.html";

    private final OpenWorkspace open;
    private final Workspace workspace;
    private final Release release;
    private final CompareTasklet comparison;
    private final ReportRendering reports;
    private final ReleasedRanges ranges;

    DeliveryTasklet(
            OpenWorkspace open,
            Release release,
            CompareTasklet comparison,
            ReportRendering reports,
            ReleasedRanges ranges) {
        this.open = open;
        this.workspace = open.workspace();
        this.release = release;
        this.comparison = comparison;
        this.reports = reports;
        this.ranges = ranges;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        DeliveryQueue queue = new DeliveryQueue(open.store());
        return TaskletResult.finished(contribution, release.isEdition() ? freeze(queue) : publish(queue));
    }

    private String freeze(DeliveryQueue queue) throws IOException {
        if (!release.isFrozen()) {
            // An edition for other hubs, or a provisional one where this one is final. Its reports are queued, and
            // step `publish` has settled its ranges.
            Optional<Release> before = release.undeliveredBefore();
            if (before.isPresent()) {
                before.get().protect();
                publishEdition(before.get());
                send(queue);
                before.get().markDelivered();
            }
            enqueueReports(queue);
            release.markUndelivered();
            release.folder().swapIn();
        }
        release.protect();
        new Editions(workspace).record(release.asOf());
        ranges.settle();
        publishEdition(release);
        String sent = summary(send(queue));
        release.markDelivered();
        return "edition " + release.name() + " frozen" + sent;
    }

    /// Sends before it publishes, so that the published note lists what was sent.
    private String publish(DeliveryQueue queue) throws IOException {
        ReportMailer.SendResult result = send(queue);
        NightlyNote night = NightlyNote.of(
                open.store(),
                release.asOf(),
                comparison.changes(),
                new ReceiptPlaces(open.store(), workspace.returned()));
        new OutstandingPages(workspace.returned()).write(night.outstanding());
        NightlyNotePage note =
                new NightlyNotePage(night, reports.summary(), reports.refused(), result.sent(), result.failed());
        Files.writeString(release.folder().next().resolve(NOTE), note.html());
        makeReadable(release.folder().next());
        release.folder().swapIn();
        ranges.settle();
        new Snapshots(workspace).keep(release.asOf());
        night.recordWatermark(open.store());
        return "published" + summary(result);
    }

    private String summary(ReportMailer.SendResult result) {
        return open.settings().mailServer() == null ? "" : ", " + result;
    }

    private ReportMailer.SendResult send(DeliveryQueue queue) throws IOException {
        MailServer server = open.settings().mailServer();
        if (server == null) return new ReportMailer.SendResult(List.of(), List.of());
        return new ReportMailer(server, queue, open.catalogue(), workspace.editions())
                .send(open.settings().contacts(), release.asOf());
    }

    /// Queues the reports before the edition is swapped in. If the run is killed in between, the next run makes the
    /// same edition.
    private void enqueueReports(DeliveryQueue queue) throws IOException {
        if (open.settings().mailServer() == null) return;
        List<Manifest.Line> hubReports = Manifest.in(release.folder().next()).lines().stream()
                .filter(line -> OwnFiles.isHubReport(line.file()))
                .toList();
        for (Manifest.Line line : hubReports)
            for (String contact : open.settings().contacts().getOrDefault(line.hub(), List.of()))
                queue.enqueue(
                        release.name(),
                        line.network(),
                        line.hub(),
                        Integer.parseInt(line.timePeriod()),
                        contact,
                        release.asOf());
    }

    private void publishEdition(Release frozen) throws IOException {
        SwappedFolder published = new SwappedFolder(workspace.published());
        published.recover();
        Path next = published.begin();
        Manifest manifest = Manifest.in(published.folder());
        carryAll(published.folder(), next);
        Path edition = frozen.folder().folder();
        List<Manifest.Line> ofHubsAndNetworks = Manifest.in(edition).lines().stream()
                .filter(line -> !line.timePeriod().isEmpty())
                .toList();
        for (Manifest.Line line : ofHubsAndNetworks) {
            Files.deleteIfExists(next.resolve(line.file()));
            Manifest.carry(edition.resolve(line.file()), next.resolve(line.file()));
            manifest.add(line);
        }
        manifest.writeWith(Profile.PUBLIC.code(), next);
        makeReadable(next);
        published.swapIn();
    }

    /// Lets everybody read the published folder, except what was made for one hub.
    private static void makeReadable(Path published) throws IOException {
        FilePermissions.makeReadable(published, published.resolve(OwnFiles.HUBS));
    }

    /// Copies all files, including those in no manifest: the public profile, the catalogue and the nightly note.
    private static void carryAll(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) return;
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                Manifest.carry(file, to.resolve(from.relativize(file).toString()));
        }
    }
}
