package org.huboutcomes.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.Workspace;
import picocli.CommandLine.Command;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "init", description = "Creates an empty workspace.", footer = "Example: hub-outcomes -w workspace init")
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
        if (!existed) whatToDropFirst(ReturnTypes.of(options.catalogue())).forEach(options.out()::println);
        return ExitCode.DONE.number();
    }

    private static List<String> whatToDropFirst(ReturnTypes types) {
        List<ReturnType> lists = types.all().stream().filter(ReturnType::isList).toList();
        int first = lists.stream().mapToInt(ReturnType::order).min().orElse(0);
        List<String> lines = new ArrayList<>(
                List.of("Start with these lists, which everything else is checked against, with these columns:"));
        lists.stream()
                .filter(list -> list.order() == first)
                .map(InitCommand::line)
                .forEach(lines::add);
        lines.add("Then the other lists, if you have them:");
        lists.stream()
                .filter(list -> list.order() > first)
                .map(InitCommand::line)
                .forEach(lines::add);
        lines.add("Then the returns; `template` writes a workbook for each, with the schools of a hub filled in.");
        return lines;
    }

    private static String line(ReturnType list) {
        return "    " + list.title() + ": "
                + list.fields().stream()
                        .filter(field -> field.required() || field.headingRequired())
                        .map(Field::title)
                        .collect(Collectors.joining(", "));
    }
}
