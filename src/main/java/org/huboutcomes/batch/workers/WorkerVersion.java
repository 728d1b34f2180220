package org.huboutcomes.batch.workers;

import java.io.File;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.reports.paper.ReportResources;
import org.huboutcomes.workspace.Operator;
import org.springframework.boot.system.ApplicationHome;

/// What a worker must have in common with the manager, so that its files are the ones that the manager would make: the
/// program, the catalogue and the look of the reports.
final class WorkerVersion {

    private WorkerVersion() {}

    static String of(Catalogue catalogue) {
        File program = new ApplicationHome(WorkerVersion.class).getSource();
        return Sha256.of(String.join(
                "\n",
                Operator.VERSION,
                program != null && program.isFile() ? String.valueOf(program.length()) : "",
                catalogue.fingerprint(),
                ReportResources.packaged().fingerprint()));
    }
}
