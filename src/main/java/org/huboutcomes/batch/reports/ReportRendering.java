package org.huboutcomes.batch.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.compare.FigureChanges;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.delivery.PartialManifest;
import org.huboutcomes.delivery.ReusableReports;
import org.huboutcomes.delivery.isolation.HubMarks;
import org.huboutcomes.delivery.isolation.Inspection;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.SafeFileName;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.publish.Definition;
import org.huboutcomes.publish.FigureHashes;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Profile;
import org.huboutcomes.publish.Published;
import org.huboutcomes.reports.Edition;
import org.huboutcomes.reports.Reports;
import org.huboutcomes.reports.pack.DataPack;
import org.huboutcomes.reports.paper.ReportResources;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.store.Store;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.tables.StoredRegisters;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.Release;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/// Renders the reports of a release, for one hub or network at a time: PDFs and a data pack for each of its years, and
/// for an edition a public PDF as well. Files whose figures have not changed are reused, from the published folder or
/// from a killed run. Each file is checked for other hubs' names before it is released. Several threads may render at
/// the same time.
public final class ReportRendering {

    private static final String PUBLIC = Profile.PUBLIC.code() + "/";
    private static final String PUBLIC_REPORTS = PUBLIC + "reports/";

    private final Store store;
    private final Release release;
    private final Supplier<FigureChanges> changes;
    private final String templateHash;
    private final String textsOfEveryReport;

    /// Created on first use, because compiling the templates takes seconds.
    private final Supplier<Reports> reports;

    private final List<ReusableReports> reusable = new ArrayList<>();
    private final Map<String, List<Published.Edition>> byRecipient = new LinkedHashMap<>();
    private final ReportCounts counts = new ReportCounts();
    private @Nullable Inspection inspection;
    private @Nullable FigureHashes hashes;

    /// @param changes the changes that an edition prints; called when a report is rendered
    public ReportRendering(Store store, Catalogue catalogue, Release release, Supplier<FigureChanges> changes) {
        this.store = store;
        this.release = release;
        this.changes = changes;
        ReportResources resources = ReportResources.packaged();
        this.reports = SingletonSupplier.of(() -> new Reports(resources, catalogue));
        this.templateHash = catalogue.fingerprint("yaml", "sentences")
                + catalogue.fingerprint("yaml", "triggers")
                + resources.fingerprint();
        this.textsOfEveryReport = String.join("\n", resources.texts("**/*.yaml")) + "\n"
                + catalogue.list("sentences", "yaml").stream()
                        .map(Catalogue.Entry::text)
                        .toList()
                + catalogue.list("triggers", "yaml").stream()
                        .map(Catalogue.Entry::text)
                        .toList()
                + catalogue.list("indicators", "sql").stream()
                        .map(Catalogue.Entry::text)
                        .toList();
    }

    /// Finds the reports of the release.
    ///
    /// @return the hubs and networks that have reports
    List<String> prepare() throws SQLException, IOException {
        byRecipient.clear();
        reusable.clear();
        reusable.add(ReusableReports.published(release.folder()));
        reusable.add(ReusableReports.cut(release.folder()));
        try (Connection connection = store.dataSource().getConnection()) {
            inspection = Inspection.of(connection, textsOfEveryReport);
            hashes = new FigureHashes(connection);
            Published published = new Published(connection);
            for (Published.Edition edition : published.editions()) add(edition.hub(), edition);
            for (Published.Edition edition : published.networkEditions()) add(edition.network(), edition);
        }
        if (release.isEdition()) requireAllHubs();
        return List.copyOf(byRecipient.keySet());
    }

    private void add(String recipient, Published.Edition edition) {
        if (release.includes(edition))
            byRecipient.computeIfAbsent(recipient, none -> new ArrayList<>()).add(edition);
    }

    /// Refuses an edition that lacks a requested hub, because it would be taken as complete.
    private void requireAllHubs() {
        List<String> missing = release.hubs().stream()
                .filter(hub -> !byRecipient.containsKey(hub))
                .toList();
        String year = " for " + release.year();
        if (byRecipient.isEmpty() && missing.isEmpty())
            throw new Fault(
                    ExitCode.INVALID_SETUP,
                    "There are no figures" + year + "; run `nightly` first, or ask for another year.");
        if (!missing.isEmpty())
            throw new Fault(
                    ExitCode.WRONG_USE,
                    "There are no figures of " + String.join(", ", missing) + year
                            + "; nothing was frozen. Use hub codes and a year in which the hubs were open"
                            + nearest(missing.get(0)) + ".");
    }

    private String nearest(String hub) {
        return NormalText.nearest(hub, new StoredRegisters(store).hubs())
                .filter(near -> !near.equals(hub))
                .map(near -> "; the nearest to " + hub + " is " + near)
                .orElse("");
    }

    /// Renders all files of one hub or network into the release.
    void render(String recipient) throws IOException {
        render(recipient, release.folder().next(), counts);
    }

    /// Renders all files of one hub or network into a folder, and lists them there in a partial manifest.
    public void render(String recipient, Path folder, ReportCounts counted) throws IOException {
        Manifest part = new Manifest();
        try (Connection connection = store.dataSource().getConnection()) {
            Published restricted = new Published(connection, Profile.RESTRICTED);
            Published open = new Published(connection, Profile.PUBLIC);
            for (Published.Edition edition : Objects.requireNonNull(byRecipient.get(recipient)))
                render(edition, restricted, open, folder, part, counted);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
        new PartialManifest(folder).add(SafeFileName.of(recipient), part);
    }

    /// Takes over the files that a worker has rendered for one hub or network.
    public void takeOver(Path folder, ReportCounts.Part counted) throws IOException {
        new PartialManifest(folder).moveTo(release.folder().next());
        counts.add(counted);
    }

    /// Renders the files of one year, which are released all together or not at all.
    private void render(
            Published.Edition report,
            Published restricted,
            Published open,
            Path folder,
            Manifest part,
            ReportCounts counted)
            throws IOException {
        Supplier<HubFigures> figures = SingletonSupplier.of(() -> restricted.figuresFor(report));
        Supplier<Edition> edition = SingletonSupplier.of(() -> edition(figures.get(), Profile.RESTRICTED));
        Supplier<DataPack> pack = SingletonSupplier.of(() -> new DataPack(figures.get(), edition.get()));
        OwnFiles own = OwnFiles.of(report);
        String hash = hash(report, Profile.RESTRICTED);
        RecipientFiles files = new RecipientFiles(
                release, folder, reusable, Objects.requireNonNull(inspection), counted, report, figures);
        files.add(own.report(), hash, () -> reports.get().render(figures.get(), edition.get()));
        files.addEvidence(own.evidence(), hash, () -> reports.get().renderEvidence(figures.get(), edition.get()));
        files.add(own.workbook(), hash, () -> pack.get().workbook());
        files.add(own.csv(), hash, () -> pack.get().csv());
        if (release.hasPublicReports()) addPublicReport(report, open, files);
        files.finish(part);
    }

    /// Made only from the contents of the public files.
    private void addPublicReport(Published.Edition report, Published open, RecipientFiles files) throws IOException {
        String recipient = report.isNetwork() ? report.network() : report.hub();
        String file = PUBLIC_REPORTS + report.timePeriod() + "/" + SafeFileName.of(recipient) + ".pdf";
        files.add(file, hash(report, Profile.PUBLIC), () -> {
            HubFigures figures = open.figuresFor(report);
            return reports.get().render(figures, edition(figures, Profile.PUBLIC));
        });
    }

    private String hash(Published.Edition report, Profile readers) {
        String printed = release.isEdition() ? state(release.edition(report.timePeriod(), readers)) : "";
        return Objects.requireNonNull(hashes).of(report, readers, templateHash + printed);
    }

    /// What an edition prints about its status. If the same edition is run again as final, it must not reuse a
    /// report that says "provisional".
    private static String state(Edition edition) {
        return " " + edition.provisional() + " " + edition.correctionsBy() + " " + edition.dataAsAt();
    }

    /// The edition as printed on a report. Only a true edition prints changes: the changes of a nightly run are in its
    /// note, and its reports may be reused from an earlier run.
    private Edition edition(HubFigures figures, Profile readers) {
        Edition edition = release.edition(figures.timePeriod(), readers);
        return release.isEdition() ? edition.with(changes.get().tables(figures, readers)) : edition;
    }

    /// One PDF of definitions for all reports of the release, and for an edition a public one.
    private void addDefinitions(Manifest manifest) throws IOException, SQLException {
        add(manifest, Manifest.DEFINITIONS, Profile.RESTRICTED);
        if (release.hasPublicReports()) add(manifest, PUBLIC + Manifest.DEFINITIONS, Profile.PUBLIC);
    }

    private void add(Manifest manifest, String file, Profile readers) throws IOException, SQLException {
        int latest = byRecipient.values().stream()
                .flatMap(List::stream)
                .mapToInt(Published.Edition::timePeriod)
                .max()
                .orElse(0);
        if (latest == 0) return;
        Edition of = release.edition(latest, readers);
        Edition edition = release.isEdition()
                ? of
                : new Edition("of working figures", of.dataAsAt(), of.provisional(), of.profile());
        List<Definition> definitions;
        try (Connection connection = store.dataSource().getConnection()) {
            definitions = new Published(connection, readers).definitions();
        }
        String hash =
                Sha256.of(templateHash + edition.label() + (release.isEdition() ? state(edition) : "") + definitions);
        Path target = release.folder().next().resolve(file);
        for (ReusableReports before : reusable) {
            Manifest.Line line = before.find(file, hash).orElse(null);
            if (line == null) continue;
            Manifest.carry(before.path(line), target);
            manifest.add(line);
            return;
        }
        Files.createDirectories(target.getParent());
        AtomicFile.write(target, reports.get().renderDefinitions(definitions, edition));
        manifest.add(new Manifest.Line(file, "", "", "", release.name(), Sha256.of(target), hash, ""));
    }

    /// Writes the manifest of all files, once every hub and network is rendered.
    void writeManifest() throws IOException, SQLException {
        Manifest manifest = Manifest.ofFigures(release.folder().next(), release.name());
        manifest.addAll(new PartialManifest(release.folder().next()).all());
        addDefinitions(manifest);
        if (!release.isEdition()) carryPublicReports(manifest);
        manifest.writeWith(Profile.PUBLIC.code(), release.folder().next());
        if (!release.isEdition()) rememberMarks();
    }

    private void rememberMarks() {
        new TransactionTemplate(store.transactions())
                .executeWithoutResult(status -> store.inTransaction(connection -> {
                    HubMarks.remember(connection);
                    return true;
                }));
    }

    /// Keeps the public reports of the last edition, since a nightly run makes none.
    private void carryPublicReports(Manifest manifest) throws IOException {
        if (release.profile() != Profile.PUBLIC) return;
        for (Manifest.Line line : Manifest.in(release.folder().folder()).lines()) {
            if (!line.file().startsWith(PUBLIC_REPORTS)) continue;
            Manifest.carry(
                    release.folder().folder().resolve(line.file()),
                    release.folder().next().resolve(line.file()));
            manifest.add(line);
        }
    }

    public String summary() {
        return counts.toString();
    }

    /// One sentence for each hub and year with refused files.
    public List<String> refused() {
        return counts.refused();
    }
}
