package org.huboutcomes.cli;

import java.util.concurrent.Callable;
import org.huboutcomes.batch.RunRequest;
import org.huboutcomes.workspace.ExitCode;
import picocli.CommandLine.Command;

@Command(
        name = "import",
        description = "Only imports the files in the import folder.",
        footer = "Example: hub-outcomes -w workspace import")
final class ImportCommand implements Callable<Integer> {

    private final GlobalOptions options;

    ImportCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        new JobConsole(options).run(RunRequest.of("import", options.asOf()));
        return ExitCode.DONE.number();
    }
}
