package org.huboutcomes.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.huboutcomes.batch.workers.ShardWorker;
import org.huboutcomes.batch.workers.Worker;
import org.huboutcomes.cluster.Shard;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Works on partitions of runs on another machine until it is stopped.
@Command(
        name = "worker",
        description = "Keeps running: reads files and renders reports for runs on other machines.",
        footer = {
            "",
            "Runs share their work where workspace.yaml has job_repository and cluster.workers: true. Start as many workers",
            "as there are machines, with the same program and catalogue, on the same workspace folder. Without a database,",
            "cluster.shards: 4 leaves a share of each run to each of four workers, --shard 1/4 to --shard 4/4.",
            "",
            "Example: hub-outcomes -w /srv/hubs worker"
        })
final class WorkerCommand implements Callable<Integer> {

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description =
                    "do the I-th of N shares of each run (default: by JOB_COMPLETION_INDEX, from 0, if it is set)")
    private @Nullable String shard;

    private final GlobalOptions options;

    WorkerCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = options.workspace().requireExists();
        Optional<Shard> share = Shard.of(
                shard,
                System.getenv("JOB_COMPLETION_INDEX"),
                Settings.of(workspace).cluster().shards());
        // Partitions in progress are finished first. If the process is killed before that, another worker takes
        // them.
        try (StopSignal stop = new StopSignal("worker")) {
            if (share.isPresent()) work(workspace, share.get(), stop);
            else work(workspace, stop);
            return ExitCode.DONE.number();
        }
    }

    private void work(Workspace workspace, StopSignal stop) throws Exception {
        try (Worker worker = new Worker(workspace, options.catalogue())) {
            options.out().println("Working for runs in " + workspace.root() + ".");
            worker.run(stop::isGiven);
        }
    }

    private void work(Workspace workspace, Shard share, StopSignal stop) throws Exception {
        try (ShardWorker worker = new ShardWorker(workspace, options.catalogue(), share)) {
            options.out().println("Working as shard " + share + " for runs in " + workspace.root() + ".");
            worker.run(stop::isGiven);
        }
    }
}
