package org.huboutcomes.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.huboutcomes.batch.RunRequest;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.jspecify.annotations.Nullable;
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

    @Option(
            names = "--final",
            description =
                    "makes a final edition, and lists the returns that are outstanding and the queries that are open"
                            + " in it")
    private boolean isFinal;

    @Option(
            names = "--corrections-by",
            paramLabel = "DAY",
            description =
                    "the day by which corrections of a provisional edition are to be sent (default: four weeks later)")
    private @Nullable LocalDate correctionsBy;

    private final GlobalOptions options;

    AnnualCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        if (isFinal && correctionsBy != null)
            throw new Fault(
                    ExitCode.WRONG_USE, "Use --final or --corrections-by: a final edition takes no corrections.");
        RunRequest request = RunRequest.annual(AcademicYearOption.parse(year), hubs, options.asOf());
        if (isFinal) request = request.asFinal();
        if (correctionsBy != null) request = request.withCorrectionsBy(correctionsBy);
        new JobConsole(options).run(request);
        return ExitCode.DONE.number();
    }
}
