package org.huboutcomes.cli;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
            "  hub-outcomes -w /srv/hubs worker"
        })
final class WorkerCommand implements Callable<Integer> {

    private final GlobalOptions options;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    WorkerCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = options.workspace().requireExists();
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end of worker"));
        try (Worker worker = new Worker(workspace, options.catalogue())) {
            options.out().println("Working for runs in " + workspace.root() + ".");
            worker.run(() -> stop.getCount() == 0);
            return ExitCode.DONE.number();
        } finally {
            ended.countDown();
        }
    }

    /// Waits until the partitions in hand are done. If the process is killed before that, another worker takes them.
    private void end() {
        if (ended.getCount() == 0) return;
        stop.countDown();
        try {
            ended.await();
            // Stopping a worker is not a failure.
            Runtime.getRuntime().halt(ExitCode.DONE.number());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
