package org.huboutcomes.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.Workspace;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "init", description = "Creates an empty workspace.")
final class InitCommand implements Callable<Integer> {

    private final GlobalOptions options;

    InitCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = options.workspace();
        boolean existed = workspace.exists();
        workspace.make(Settings.documented());
        if (options.json()) {
            options.out()
                    .println(new JsonMapper()
                            .writeValueAsString(
                                    Map.of("workspace", workspace.root().toString(), "made", !existed)));
            return ExitCode.DONE.number();
        }
        options.out()
                .println(
                        existed
                                ? "The workspace " + workspace.root() + " already exists; nothing in it was changed."
                                : "Made the workspace " + workspace.root() + "; drop files into "
                                        + workspace.importFolder() + ".");
        return ExitCode.DONE.number();
    }
}
