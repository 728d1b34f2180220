package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.huboutcomes.delivery.Earlier;
import org.huboutcomes.delivery.Manifest;
import org.huboutcomes.delivery.isolation.Inspection;
import org.huboutcomes.intake.Fingerprint;
import org.huboutcomes.intake.WholeFile;
import org.huboutcomes.publish.HubFigures;
import org.jspecify.annotations.Nullable;

/// The files of one hub or network and year: each made, or taken over from before, and read back before it may go out.
final class ReportFiles {

    private final Issue issue;
    private final List<Earlier> earlier;
    private final Inspection inspection;
    private final Rendered rendered;
    private final HubFigures figures;
    private final List<Manifest.Line> lines = new ArrayList<>();
    private boolean tookOver;
    private @Nullable String refusal;

    /// @param earlier what need not be made again
    ReportFiles(Issue issue, List<Earlier> earlier, Inspection inspection, Rendered rendered, HubFigures figures) {
        this.issue = issue;
        this.earlier = List.copyOf(earlier);
        this.inspection = inspection;
        this.rendered = rendered;
        this.figures = figures;
    }

    /// @param hash the fingerprint of what the file is made from
    void add(String file, String hash, Supplier<byte[]> content) throws IOException {
        if (refusal == null && !takeOver(file, hash)) put(file, hash, content.get());
    }

    /// There is none where the hub sent no evidence. That is known when its report was taken over and had none
    /// beside it.
    void addEvidence(String file, String hash, Supplier<Optional<byte[]>> content) throws IOException {
        if (refusal != null || takeOver(file, hash)) return;
        if (tookOver && earlier.stream().noneMatch(before -> before.knows(file))) return;
        Optional<byte[]> bytes = content.get();
        if (bytes.isPresent()) put(file, hash, bytes.get());
    }

    private void put(String file, String hash, byte[] bytes) throws IOException {
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
                inspection.stamp()));
        if (file.endsWith(".pdf")) rendered.made();
    }

    private boolean takeOver(String file, String hash) throws IOException {
        for (Earlier before : earlier) {
            Manifest.Line line = before.find(file, hash).orElse(null);
            if (line == null) continue;
            Path from = before.path(line);
            // Another hub may have come since, or changed its name.
            if (!line.isolation().equals(inspection.stamp()) && isRefused(file, Files.readAllBytes(from))) return true;
            Manifest.carry(from, issue.outbox().next().resolve(file));
            lines.add(line.searched(inspection.stamp()));
            tookOver = true;
            if (file.endsWith(".pdf")) rendered.kept();
            return true;
        }
        return false;
    }

    private boolean isRefused(String file, byte[] bytes) throws IOException {
        refusal = inspection
                .refusal(file, figures.network(), figures.hub(), figures.hubName(), bytes)
                .orElse(null);
        if (refusal != null) rendered.refuse(refusal);
        return refusal != null;
    }

    /// Adds them all to the manifest, or, where one was refused, takes them all away.
    void finish(Manifest part) throws IOException {
        if (refusal == null) {
            lines.forEach(part::add);
            return;
        }
        for (Manifest.Line line : lines)
            Files.deleteIfExists(issue.outbox().next().resolve(line.file()));
    }
}
