package org.huboutcomes.cli;

import java.util.concurrent.Callable;
import org.huboutcomes.batch.Worker;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Workspace;
import picocli.CommandLine.Command;

/// Works on the partitions of runs that are on another machine, until it is stopped.
@Command(
        name = "worker",
        description = "Keeps running: reads files and renders reports for runs on other machines.",
        footer = {
            "",
            "Runs share their work where workspace.yaml has job_repository and cluster.workers: true. Start as many workers",
            "as there are machines, with the same program and catalogue, on the same workspace folder:",
            "",
            "Example: hub-outcomes -w /srv/hubs worker"
        })
final class WorkerCommand implements Callable<Integer> {

    private final GlobalOptions options;

    WorkerCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = options.workspace().requireExists();
        // The partitions in hand are finished first. If the process is killed before that, another worker takes them.
        try (StopSignal stop = new StopSignal("worker");
                Worker worker = new Worker(workspace, options.catalogue())) {
            options.out().println("Working for runs in " + workspace.root() + ".");
            worker.run(stop::isGiven);
            return ExitCode.DONE.number();
        }
    }
}
