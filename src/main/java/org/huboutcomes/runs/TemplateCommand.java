package org.huboutcomes.runs;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.huboutcomes.intake.FileName;
import org.huboutcomes.receipts.TemplateWorkbook;
import org.huboutcomes.returns.AcademicYear;
import org.huboutcomes.returns.ReturnType;
import org.huboutcomes.returns.ReturnTypes;
import org.huboutcomes.tables.StoredRegisters;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "template", description = "A workbook of one return to fill in, with the hub's own schools in it.")
final class TemplateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RETURN", description = "the return, by its name in jobs/returns")
    private String name = "";

    @Option(names = "--hub", required = true, paramLabel = "HUB", description = "the hub, by its code, name or alias")
    private String hub = "";

    @Option(names = "--year", required = true, paramLabel = "YEAR", description = "the academic year, such as 2022/23")
    private String year = "";

    @Option(names = "-o", paramLabel = "FILE", description = "where to write it (default: RETURN_HUB_YEAR.xlsx here)")
    private @Nullable Path target;

    private final Commands door;

    TemplateCommand(Commands door) {
        this.door = door;
    }

    @Override
    public Integer call() throws Exception {
        AcademicYear asked = AnnualCommand.year(year);
        try (OpenWorkspace open = OpenWorkspace.open(door.workspace(), door.catalogue())) {
            ReturnTypes types = ReturnTypes.of(open.catalogue());
            ReturnType type = types.all().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Fault(
                            ExitCode.WRONG_USE,
                            "There is no return \"" + name + "\"; the returns are "
                                    + types.all().stream().map(ReturnType::name).collect(Collectors.joining(", "))
                                    + "."));
            String code = new StoredRegisters(open.store())
                    .findHub(hub)
                    .orElseThrow(() ->
                            new Fault(ExitCode.WRONG_USE, "No hub of the list in force is called \"" + hub + "\"."));
            Path file =
                    target == null ? Path.of(name + "_" + FileName.of(code) + "_" + asked.folder() + ".xlsx") : target;
            TemplateWorkbook.write(type, types, code, asked, open.store(), door.asOf(), file);
            door.out()
                    .println(
                            door.json()
                                    ? new JsonMapper().writeValueAsString(Map.of("file", file.toString()))
                                    : file.toString());
        }
        return ExitCode.DONE.number();
    }
}
