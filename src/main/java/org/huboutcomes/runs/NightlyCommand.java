package org.huboutcomes.runs;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
        name = "nightly",
        description = "Import, tables, indicators, publish; then the PDFs of hubs whose figures moved.")
final class NightlyCommand implements Callable<Integer> {

    private final Commands door;

    NightlyCommand(Commands door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        door.runJob(door.workspace(), new Run("nightly", door.asOf(), null, List.of()));
        return ExitCode.DONE.number();
    }
}
