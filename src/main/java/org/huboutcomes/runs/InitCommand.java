package org.huboutcomes.runs;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "init", description = "Makes an empty workspace.")
final class InitCommand implements Callable<Integer> {

    private final Commands door;

    InitCommand(Commands door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = door.workspace();
        boolean there = workspace.exists();
        workspace.make(Settings.documented());
        door.out()
                .println(
                        there
                                ? "The workspace " + workspace.root() + " was there already; nothing in it was changed."
                                : "Made the workspace " + workspace.root() + "; drop files into "
                                        + workspace.importFolder() + ".");
        return ExitCode.DONE.number();
    }
}
