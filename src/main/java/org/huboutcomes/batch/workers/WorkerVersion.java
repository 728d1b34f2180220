package org.huboutcomes.batch.workers;

import java.io.File;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.reports.paper.ReportResources;
import org.huboutcomes.workspace.Operator;
import org.springframework.boot.system.ApplicationHome;

/// The version that a worker must share with the manager to make the same files: program, catalogue and report
/// templates.
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
