package org.huboutcomes.runs;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.delivery.Earlier;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.delivery.Parts;
import org.huboutcomes.delivery.isolation.Inspection;
import org.huboutcomes.delivery.isolation.Marks;
import org.huboutcomes.intake.FileName;
import org.huboutcomes.publish.FigureHash;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Profile;
import org.huboutcomes.publish.Published;
import org.huboutcomes.reports.Edition;
import org.huboutcomes.reports.Reports;
import org.huboutcomes.reports.pack.DataPack;
import org.huboutcomes.reports.paper.House;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.util.function.SingletonSupplier;

/// Step `reports`, hub by hub and network by network: PDFs and a data pack for each of its years in the issue, and for
/// an edition a PDF for everybody beside them. What nothing has moved since is taken over as it is, from what is
/// published or from what a killed run had finished. Each file is read back before it may go out. They are done on
/// several threads at once, and know nothing of each other.
final class RenderReports {

    private static final String PUBLIC_REPORTS = Profile.PUBLIC.code() + "/reports/";

    private final Store store;
    private final Issue issue;
    private final ExplainChanges explained;
    private final Progress progress;
    private final String looks;
    private final String printedForAll;

    /// Its templates take seconds to compile, which a night on which nothing moved need not spend.
    private final Supplier<Reports> reports;

    private final List<Earlier> earlier = new ArrayList<>();
    private final Map<String, List<Published.Edition>> wanted = new LinkedHashMap<>();
    private final Rendered rendered = new Rendered();
    private @Nullable Inspection inspection;

    RenderReports(Store store, Catalogue catalogue, Issue issue, ExplainChanges explained, Progress progress) {
        this.store = store;
        this.issue = issue;
        this.explained = explained;
        this.progress = progress;
        House house = House.packaged();
        this.reports = SingletonSupplier.of(() -> new Reports(house, catalogue));
        this.looks = catalogue.fingerprint("yaml", "sentences") + house.fingerprint();
        this.printedForAll = String.join("\n", house.texts("**/*.yaml")) + "\n"
                + catalogue.list("sentences", "yaml").stream()
                        .map(Catalogue.Entry::text)
                        .toList()
                + catalogue.list("indicators", "sql").stream()
                        .map(Catalogue.Entry::text)
                        .toList();
    }

    /// The hubs and networks for whom something is to be made.
    List<String> begin() throws SQLException, IOException {
        wanted.clear();
        earlier.clear();
        earlier.add(Earlier.published(issue.outbox()));
        earlier.add(Earlier.cut(issue.outbox()));
        try (Connection connection = store.dataSource().getConnection()) {
            inspection = new Inspection(Marks.read(connection, printedForAll));
            Published published = new Published(connection);
            for (Published.Edition edition : published.editions()) want(edition.hub(), edition);
            for (Published.Edition edition : published.networkEditions()) want(edition.network(), edition);
        }
        if (issue.isFrozen()) refuseWhatIsNotThere();
        progress.begin(Steps.REPORTS, wanted.size());
        return List.copyOf(wanted.keySet());
    }

    private void want(String recipient, Published.Edition edition) {
        if (issue.holds(edition))
            wanted.computeIfAbsent(recipient, none -> new ArrayList<>()).add(edition);
    }

    /// An edition of less than was asked for would be taken for the whole.
    private void refuseWhatIsNotThere() {
        List<String> missing = issue.run().hubs().stream()
                .filter(hub -> !wanted.containsKey(hub))
                .toList();
        String year = " for " + issue.run().year();
        if (wanted.isEmpty() && missing.isEmpty())
            throw new Fault(
                    ExitCode.NOT_IN_ORDER,
                    "There are no figures" + year + "; run `nightly` first, or ask for another year.");
        if (!missing.isEmpty())
            throw new Fault(
                    ExitCode.WRONG_USE,
                    "There are no figures of " + String.join(", ", missing) + year
                            + ", so nothing was frozen; name hubs by their codes, and a year in which they were open.");
    }

    /// Makes all files of one of them, and says so when they are all there.
    void render(String recipient) throws IOException, SQLException {
        Manifest part = new Manifest();
        for (Published.Edition edition : Objects.requireNonNull(wanted.get(recipient)))
            render(edition, recipient, part);
        new Parts(issue.outbox().next()).add(FileName.of(recipient), part);
        progress.advance(recipient);
    }

    /// A year goes out whole or not at all.
    private void render(Published.Edition report, String recipient, Manifest part) throws IOException, SQLException {
        HubFigures figures = figures(report, Profile.RESTRICTED);
        Edition edition = edition(figures, Profile.RESTRICTED);
        String name = report.timePeriod() + "/" + FileName.of(recipient);
        DataPack pack = new DataPack(figures, edition);
        String hash = FigureHash.of(figures, looks);
        ReportFiles files = new ReportFiles(issue, earlier, Objects.requireNonNull(inspection), rendered, figures);
        files.add("reports/" + name + ".pdf", hash, () -> reports.get().render(figures, edition));
        files.addEvidence(
                "reports/" + name + "-evidence.pdf", hash, () -> reports.get().renderEvidence(figures, edition));
        files.add("data-packs/" + name + ".xlsx", hash, pack::workbook);
        files.add("data-packs/" + name + ".csv", hash, pack::csv);
        if (issue.hasPublicReports()) addForAll(report, name, files);
        files.finish(part);
    }

    /// Made from what the public files hold, and from nothing else.
    private void addForAll(Published.Edition report, String name, ReportFiles files) throws IOException, SQLException {
        HubFigures open = figures(report, Profile.PUBLIC);
        Edition edition = edition(open, Profile.PUBLIC);
        String hash = FigureHash.of(open, looks);
        files.add(PUBLIC_REPORTS + name + ".pdf", hash, () -> reports.get().render(open, edition));
    }

    /// A night's figures are compared in its note. They are no edition, and a report of theirs may be one's of the
    /// last.
    private Edition edition(HubFigures figures, Profile readers) {
        Edition edition = issue.edition(figures.timePeriod(), readers);
        return issue.isFrozen() ? edition.with(explained.changes().tables(figures, readers)) : edition;
    }

    private HubFigures figures(Published.Edition report, Profile readers) throws SQLException {
        try (Connection connection = store.dataSource().getConnection()) {
            return new Published(connection, readers).figuresFor(report);
        }
    }

    /// Writes the manifest, when all hubs are done.
    String end() throws IOException {
        Manifest manifest = Manifest.ofFigures(issue.outbox().next(), issue.name());
        manifest.addAll(new Parts(issue.outbox().next()).all());
        if (!issue.isFrozen()) carryPublicReports(manifest);
        manifest.writeWith(Profile.PUBLIC.code(), issue.outbox().next());
        return summary();
    }

    /// Those of the last edition stay out: a night makes no others.
    private void carryPublicReports(Manifest manifest) throws IOException {
        if (issue.profile() != Profile.PUBLIC) return;
        for (Manifest.Line line : Manifest.in(issue.outbox().folder()).lines()) {
            if (!line.file().startsWith(PUBLIC_REPORTS)) continue;
            Manifest.carry(
                    issue.outbox().folder().resolve(line.file()),
                    issue.outbox().next().resolve(line.file()));
            manifest.add(line);
        }
    }

    String summary() {
        return rendered.toString();
    }

    /// One sentence for each hub and year of which nothing goes out.
    List<String> refused() {
        return rendered.refused();
    }
}
