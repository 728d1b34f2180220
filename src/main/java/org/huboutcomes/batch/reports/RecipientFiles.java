package org.huboutcomes.batch.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.delivery.ReusableReports;
import org.huboutcomes.delivery.isolation.Inspection;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.publish.HubFigures;
import org.huboutcomes.publish.Published;
import org.huboutcomes.workspace.Release;
import org.jspecify.annotations.Nullable;

/// The files of one hub or network and year. Each is rendered or reused, and checked for other hubs' names before it is
/// released.
final class RecipientFiles {

    private final Release release;
    private final Path folder;
    private final List<ReusableReports> reusable;
    private final Inspection inspection;
    private final ReportCounts counts;
    private final Published.Edition report;
    private final Supplier<HubFigures> figures;
    private final List<Manifest.Line> lines = new ArrayList<>();
    private boolean tookOver;
    private @Nullable String refusal;

    /// @param folder where the files are made
    /// @param reusable earlier files that may be used again
    /// @param figures called only if a file is rendered or searched
    RecipientFiles(
            Release release,
            Path folder,
            List<ReusableReports> reusable,
            Inspection inspection,
            ReportCounts counts,
            Published.Edition report,
            Supplier<HubFigures> figures) {
        this.release = release;
        this.folder = folder;
        this.reusable = List.copyOf(reusable);
        this.inspection = inspection;
        this.counts = counts;
        this.report = report;
        this.figures = figures;
    }

    /// @param hash the hash of everything the file is made from
    void add(String file, String hash, Supplier<byte[]> content) throws IOException {
        if (refusal == null && !reuse(file, hash)) put(file, hash, content.get());
    }

    /// Adds the evidence report. A hub without evidence has none. If its main report is reused, the decision is
    /// reused too.
    void addEvidence(String file, String hash, Supplier<Optional<byte[]>> content) throws IOException {
        if (refusal != null || reuse(file, hash)) return;
        if (tookOver && reusable.stream().noneMatch(before -> before.knows(file))) return;
        Optional<byte[]> bytes = content.get();
        if (bytes.isPresent()) put(file, hash, bytes.get());
    }

    private void put(String file, String hash, byte[] bytes) throws IOException {
        if (isRefused(file, bytes)) return;
        Path target = folder.resolve(file);
        Files.createDirectories(target.getParent());
        AtomicFile.write(target, bytes);
        lines.add(new Manifest.Line(
                file,
                report.network(),
                report.isNetwork() ? "" : report.hub(),
                String.valueOf(report.timePeriod()),
                release.name(),
                Sha256.of(target),
                hash,
                inspection.stamp()));
        if (file.endsWith(".pdf")) counts.countRendered();
    }

    private boolean reuse(String file, String hash) throws IOException {
        for (ReusableReports before : reusable) {
            Manifest.Line line = before.find(file, hash).orElse(null);
            if (line == null) continue;
            Path from = before.path(line);
            // A hub may have been added or renamed since the file was checked.
            boolean passes = inspection.stillPasses(line.isolation(), report.network(), report.hub());
            if (!passes && isRefused(file, Files.readAllBytes(from))) return true;
            Manifest.carry(from, folder.resolve(file));
            lines.add(line.searched(inspection.stamp()));
            tookOver = true;
            if (file.endsWith(".pdf")) counts.countReused();
            return true;
        }
        return false;
    }

    private boolean isRefused(String file, byte[] bytes) throws IOException {
        refusal = inspection
                .refusal(file, report.network(), report.hub(), figures.get().hubName(), bytes)
                .orElse(null);
        if (refusal != null) counts.countRefused(refusal);
        return refusal != null;
    }

    /// Adds all files to the manifest, or deletes them all if one was refused.
    void finish(Manifest part) throws IOException {
        if (refusal == null) {
            lines.forEach(part::add);
            return;
        }
        for (Manifest.Line line : lines) Files.deleteIfExists(folder.resolve(line.file()));
    }
}
