package org.huboutcomes.runs;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

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
        if (door.json()) {
            door.out()
                    .println(new JsonMapper()
                            .writeValueAsString(
                                    Map.of("workspace", workspace.root().toString(), "made", !there)));
            return ExitCode.DONE.number();
        }
        door.out()
                .println(
                        there
                                ? "The workspace " + workspace.root() + " was there already; nothing in it was changed."
                                : "Made the workspace " + workspace.root() + "; drop files into "
                                        + workspace.importFolder() + ".");
        return ExitCode.DONE.number();
    }
}
