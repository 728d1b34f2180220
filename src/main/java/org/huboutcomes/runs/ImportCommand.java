package org.huboutcomes.runs;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "import", description = "Reads what lies in the import folder, no more.")
final class ImportCommand implements Callable<Integer> {

    private final Commands door;

    ImportCommand(Commands door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        door.runJob(door.workspace(), new Run("import", door.asOf(), null, List.of()));
        return ExitCode.DONE.number();
    }
}
