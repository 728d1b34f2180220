package org.huboutcomes.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huboutcomes.workspace.Editions;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Workspace;
import org.huboutcomes.workspace.WorkspaceVerification.Problem;
import picocli.CommandLine.Command;

/// Reads only the folder of the editions and the journal of the archive, so it also works during a run.
@Command(
        name = "editions",
        description = "Lists the editions.",
        footer = "Example: hub-outcomes -w workspace editions verify")
final class EditionsCommand implements Callable<Integer> {

    private final GlobalOptions options;

    EditionsCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws IOException {
        List<String> names = List.copyOf(editions().names());
        if (options.json()) options.out().println(JsonOutput.of(names));
        else if (names.isEmpty()) options.out().println("There are no editions.");
        else names.forEach(options.out()::println);
        return ExitCode.DONE.number();
    }

    @Command(
            description = "Compares every file of every edition with its manifest.",
            footer = "Example: hub-outcomes -w workspace editions verify")
    Integer verify() throws IOException {
        Editions editions = editions();
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String name : editions.names())
            found.put(
                    name, editions.verify(name).stream().map(Problem::toString).toList());
        if (options.json()) options.out().println(JsonOutput.of(found));
        else found.forEach(this::print);
        boolean inOrder = found.values().stream().allMatch(List::isEmpty);
        return (inOrder ? ExitCode.DONE : ExitCode.INVALID_SETUP).number();
    }

    private void print(String edition, List<String> problems) {
        options.out().println(edition + ": " + (problems.isEmpty() ? "in order" : "not in order"));
        problems.forEach(problem -> options.out().println("    " + problem + "."));
    }

    private Editions editions() {
        Workspace workspace = options.workspace().requireExists();
        return new Editions(workspace);
    }
}
