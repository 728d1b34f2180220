package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.publish.FigureHash;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Published;
import org.huboutcomes.reports.Reports;
import org.huboutcomes.reports.paper.House;
import org.huboutcomes.store.Store;
import org.springframework.util.function.SingletonSupplier;

/// Step `reports`: a PDF for each hub and year of the issue. One whose figures have not moved is carried over as it is.
final class RenderReports implements Work {

    private final Store store;

    /// Its templates take seconds to compile, which a night on which nothing moved need not spend.
    private final Supplier<Reports> reports;
    private final Issue issue;
    private final AtomicInteger rendered = new AtomicInteger();

    RenderReports(Store store, Catalogue catalogue, Issue issue) {
        this.store = store;
        this.reports = SingletonSupplier.of(() -> new Reports(House.packaged(), catalogue));
        this.issue = issue;
    }

    @Override
    public String run(Progress progress) throws Exception {
        List<Published.Edition> wanted = wanted();
        progress.begin("reports", wanted.size());
        Manifest before = Manifest.in(issue.outbox().folder());
        Manifest manifest = Manifest.ofFigures(issue.outbox().next(), issue.name());
        ExecutorService press =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<Manifest.Line>> lines = new ArrayList<>();
            for (Published.Edition report : wanted) lines.add(press.submit(() -> report(report, before, progress)));
            for (Future<Manifest.Line> line : lines) manifest.add(line.get());
        } catch (ExecutionException e) {
            throw Fault.of(e);
        } finally {
            press.shutdownNow();
        }
        manifest.write(issue.outbox().next());
        return rendered.get() + " of " + wanted.size() + " reports rendered";
    }

    private List<Published.Edition> wanted() throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            List<Published.Edition> wanted = new Published(connection)
                    .editions().stream().filter(issue::holds).toList();
            if (wanted.isEmpty() && issue.isFrozen())
                throw new Fault(
                        ExitCode.NOT_IN_ORDER,
                        "There are no figures for " + issue.run().year() + " "
                                + (issue.run().hubs().isEmpty()
                                        ? ""
                                        : String.join(", ", issue.run().hubs()))
                                + "; run `nightly` first, or ask for another year or hub.");
            return wanted;
        }
    }

    private Manifest.Line report(Published.Edition report, Manifest before, Progress progress)
            throws IOException, SQLException {
        String file = "reports/%d/%s.pdf".formatted(report.timePeriod(), report.hub());
        HubFigures figures = figures(report);
        String hash = FigureHash.of(figures);
        Path target = issue.outbox().next().resolve(file);
        Files.createDirectories(target.getParent());
        Manifest.Line unmoved = before.find(file)
                .filter(line -> line.figures().equals(hash)
                        && Files.exists(issue.outbox().folder().resolve(file)))
                .orElse(null);
        if (unmoved != null) {
            Manifest.carry(issue.outbox().folder().resolve(file), target);
            progress.advance(report.hub());
            return unmoved;
        }
        Files.write(target, reports.get().render(figures, issue.edition(report.timePeriod())));
        rendered.incrementAndGet();
        progress.advance(report.hub());
        return Manifest.line(
                issue.outbox().next(), file, report.network(), report.hub(), report.timePeriod(), issue.name(), hash);
    }

    private HubFigures figures(Published.Edition report) throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            return new Published(connection).figuresFor(report.hub(), report.timePeriod());
        }
    }
}
