package org.huboutcomes.batch;

import java.io.IOException;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.receipts.HubTemplates;
import org.huboutcomes.receipts.Receipts;
import org.huboutcomes.receipts.ReturnedWorkbook;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.tables.StoredRegisters;
import org.huboutcomes.workspace.FileLimits;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Operator;
import org.huboutcomes.workspace.PseudonymKey;
import org.huboutcomes.workspace.WorkspaceStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.util.function.SingletonSupplier;

/// Step `receipts`: writes a receipt for every submission whose result has changed, and the file that `status` reads.
final class ReceiptsTasklet implements Tasklet {

    private final OpenWorkspace open;
    private final ReturnTypes types;
    private final Receipts receipts;
    private final @Nullable AcademicYear year;

    /// @param year the year for which hubs should have templates; null to leave the templates unchanged
    ReceiptsTasklet(OpenWorkspace open, ReturnTypes types, @Nullable AcademicYear year) throws IOException {
        this.open = open;
        this.year = year;
        this.types = types;
        FileLimits limits = open.limits();
        this.receipts = new Receipts(
                open.store(),
                types,
                new Archive(open.workspace().archive()),
                new ReturnedWorkbook(
                        new Screening(types, limits.read(), new Pseudonyms(PseudonymKey.of(open.workspace()))),
                        limits.read(),
                        limits.returned(),
                        SingletonSupplier.of(() -> new StoredRegisters(open.store()))),
                open.workspace().returned());
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
        int written = receipts.write();
        WorkspaceStatus.write(open.workspace(), open.store(), types);
        return TaskletResult.finished(
                contribution, written + (written == 1 ? " receipt" : " receipts") + " written" + templates());
    }

    private String templates() throws IOException {
        if (year == null) return "";
        String fingerprint = open.catalogue().fingerprint("yaml", "returns", "instruments") + Operator.VERSION;
        int written = new HubTemplates(open.store(), types, open.workspace().returned(), fingerprint).write(year);
        return written == 0 ? "" : ", " + EnglishFormat.counted(written, "template", "templates");
    }
}
