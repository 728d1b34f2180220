package org.huboutcomes.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.huboutcomes.batch.RunRequest;
import org.huboutcomes.workspace.ExitCode;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "annual",
        description = "Freezes an edition of one academic year and renders its PDFs.",
        footer = "Example: hub-outcomes -w workspace annual --year 2022/23")
final class AnnualCommand implements Callable<Integer> {

    @Option(names = "--year", required = true, paramLabel = "YEAR", description = "the academic year, such as 2022/23")
    private String year = "";

    @Option(
            names = "--hub",
            paramLabel = "HUB",
            arity = "1..*",
            description = "the codes of the hubs to include (default: all)")
    private List<String> hubs = List.of();

    private final GlobalOptions options;

    AnnualCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        new JobConsole(options).run(RunRequest.annual(AcademicYearOption.parse(year), hubs, options.asOf()));
        return ExitCode.DONE.number();
    }
}
