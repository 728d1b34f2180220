package org.huboutcomes.cli;

import java.util.concurrent.Callable;
import org.huboutcomes.batch.RunRequest;
import org.huboutcomes.workspace.ExitCode;
import picocli.CommandLine.Command;

@Command(
        name = "nightly",
        description = "Imports files, publishes figures, and renders the PDFs of hubs whose figures changed.",
        footer = "Example: hub-outcomes -w workspace nightly --as-of 2026-11-22")
final class NightlyCommand implements Callable<Integer> {

    private final GlobalOptions options;

    NightlyCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        new JobConsole(options).run(RunRequest.of("nightly", options.asOf()));
        return ExitCode.DONE.number();
    }
}
