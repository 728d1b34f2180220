package org.huboutcomes.runs;

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
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.delivery.Earlier;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.delivery.Parts;
import org.huboutcomes.delivery.isolation.Inspection;
import org.huboutcomes.delivery.isolation.Marks;
import org.huboutcomes.intake.FileName;
import org.huboutcomes.intake.Fingerprint;
import org.huboutcomes.intake.WholeFile;
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
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger kept = new AtomicInteger();
    private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();
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
        if (wanted.isEmpty() && issue.isFrozen()) throw nothingToFreeze();
        progress.begin(Steps.REPORTS, wanted.size());
        return List.copyOf(wanted.keySet());
    }

    private void want(String recipient, Published.Edition edition) {
        if (issue.holds(edition))
            wanted.computeIfAbsent(recipient, none -> new ArrayList<>()).add(edition);
    }

    private Fault nothingToFreeze() {
        String hubs = String.join(", ", issue.run().hubs());
        return new Fault(
                ExitCode.NOT_IN_ORDER,
                "There are no figures for " + issue.run().year() + (hubs.isEmpty() ? "" : " " + hubs)
                        + "; run `nightly` first, or ask for another year or hub.");
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
        Making making = new Making(figures, FigureHash.of(figures, looks));
        making.file("reports/" + name + ".pdf", () -> reports.get().render(figures, edition));
        making.evidence("reports/" + name + "-evidence.pdf", () -> reports.get().renderEvidence(figures, edition));
        making.file("data-packs/" + name + ".xlsx", pack::workbook);
        making.file("data-packs/" + name + ".csv", pack::csv);
        if (issue.hasPublicReports()) renderForAll(report, name, making);
        if (making.refusal == null) making.lines.forEach(part::add);
        else making.withdraw();
    }

    /// Made from what the public files hold, and from nothing else.
    private void renderForAll(Published.Edition report, String name, Making making) throws IOException, SQLException {
        HubFigures open = figures(report, Profile.PUBLIC);
        Edition edition = edition(open, Profile.PUBLIC);
        making.hash = FigureHash.of(open, looks);
        making.file(PUBLIC_REPORTS + name + ".pdf", () -> reports.get().render(open, edition));
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

    /// The files of one hub or network and year.
    private final class Making {

        private final HubFigures figures;
        private String hash;
        private final List<Manifest.Line> lines = new ArrayList<>();
        private boolean tookOver;
        private @Nullable String refusal;

        Making(HubFigures figures, String hash) {
            this.figures = figures;
            this.hash = hash;
        }

        void file(String file, Supplier<byte[]> content) throws IOException {
            if (refusal == null && !takeOver(file)) put(file, content.get());
        }

        /// There is none where the hub sent no evidence. That is known when its report was taken over and had none
        /// beside it.
        void evidence(String file, Supplier<Optional<byte[]>> content) throws IOException {
            if (refusal != null || takeOver(file)) return;
            if (tookOver && earlier.stream().noneMatch(before -> before.knows(file))) return;
            Optional<byte[]> bytes = content.get();
            if (bytes.isPresent()) put(file, bytes.get());
        }

        private void put(String file, byte[] bytes) throws IOException {
            if (isRefused(file, bytes)) return;
            Path target = issue.outbox().next().resolve(file);
            Files.createDirectories(target.getParent());
            WholeFile.write(target, bytes);
            lines.add(new Manifest.Line(
                    file,
                    figures.network(),
                    figures.isNetwork() ? "" : figures.hub(),
                    String.valueOf(figures.timePeriod()),
                    issue.name(),
                    Fingerprint.of(target),
                    hash,
                    stamp()));
            if (file.endsWith(".pdf")) made.incrementAndGet();
        }

        private boolean takeOver(String file) throws IOException {
            for (Earlier before : earlier) {
                Manifest.Line line = before.find(file, hash).orElse(null);
                if (line == null) continue;
                Path from = before.path(line);
                // Another hub may have come since, or changed its name.
                if (!line.isolation().equals(stamp()) && isRefused(file, Files.readAllBytes(from))) return true;
                Manifest.carry(from, issue.outbox().next().resolve(file));
                lines.add(line.searched(stamp()));
                tookOver = true;
                if (file.endsWith(".pdf")) kept.incrementAndGet();
                return true;
            }
            return false;
        }

        private boolean isRefused(String file, byte[] bytes) throws IOException {
            refusal = Objects.requireNonNull(inspection)
                    .refusal(file, figures.network(), figures.hub(), figures.hubName(), bytes)
                    .orElse(null);
            if (refusal != null) refused.add(refusal);
            return refusal != null;
        }

        private String stamp() {
            return Objects.requireNonNull(inspection).stamp();
        }

        void withdraw() throws IOException {
            for (Manifest.Line line : lines)
                Files.deleteIfExists(issue.outbox().next().resolve(line.file()));
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
        String summary = made + " of " + (made.get() + kept.get() + refused.size()) + " reports rendered";
        return refused.isEmpty() ? summary : summary + ", " + refused.size() + " refused";
    }

    /// One sentence for each hub and year of which nothing goes out.
    List<String> refused() {
        return refused.stream().sorted().toList();
    }
}
