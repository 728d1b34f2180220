package org.huboutcomes.runs;

import java.util.List;
import java.util.concurrent.Callable;
import org.huboutcomes.returns.AcademicYear;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "annual", description = "Freezes an edition of one academic year and renders its PDFs.")
final class AnnualCommand implements Callable<Integer> {

    @Option(names = "--year", required = true, paramLabel = "YEAR", description = "the academic year, such as 2022/23")
    private String year = "";

    @Option(names = "--hub", paramLabel = "HUB", arity = "1..*", description = "only these hubs, by their codes")
    private List<String> hubs = List.of();

    private final Commands door;

    AnnualCommand(Commands door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        door.runJob(door.workspace(), new Run("annual", door.asOf(), year(year), hubs));
        return ExitCode.DONE.number();
    }

    static AcademicYear year(String written) {
        return AcademicYear.parse(written)
                .orElseThrow(() ->
                        new Fault(ExitCode.WRONG_USE, "\"" + written + "\" is no academic year; write it as 2022/23."));
    }
}
