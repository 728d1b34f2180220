package org.huboutcomes.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.files.SafeFileName;
import org.huboutcomes.receipts.TemplateWorkbook;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.tables.StoredRegisters;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

@Command(
        name = "template",
        description = "Writes a workbook for a return, with the hub's schools filled in.",
        footer = "Example: hub-outcomes -w workspace template RETURN --hub HUB --year 2022/23")
final class TemplateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "RETURN", description = "the name of the return in jobs/returns")
    private String name = "";

    @Option(names = "--hub", required = true, paramLabel = "HUB", description = "the code, name or alias of the hub")
    private String hub = "";

    @Option(names = "--year", required = true, paramLabel = "YEAR", description = "the academic year, such as 2022/23")
    private String year = "";

    @Option(names = "-o", paramLabel = "FILE", description = "the file to write (default: RETURN_HUB_YEAR.xlsx)")
    private @Nullable Path target;

    private final GlobalOptions options;

    TemplateCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        AcademicYear asked = AcademicYearOption.parse(year);
        try (OpenWorkspace open =
                OpenWorkspace.openToRead(options.workspace(), options.catalogue(), options.err()::println)) {
            ReturnTypes types = ReturnTypes.of(open.catalogue());
            ReturnType type = types.all().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknownReturn(types));
            StoredRegisters registers = new StoredRegisters(open.store());
            String code = registers
                    .findHub(hub)
                    .orElseThrow(() -> Nearest.fault(
                            "The list of hubs has no hub \"" + hub + "\"",
                            hub,
                            registers.hubs(),
                            "use a hub's code, name or alias"));
            Path file = target == null
                    ? Path.of(name + "_" + SafeFileName.of(code) + "_" + asked.folder() + ".xlsx")
                    : target;
            TemplateWorkbook.write(type, types, code, asked, open.store(), options.asOf(), file);
            options.out()
                    .println(
                            options.json()
                                    ? new JsonMapper().writeValueAsString(Map.of("file", file.toString()))
                                    : file.toString());
        }
        return ExitCode.DONE.number();
    }

    private Fault unknownReturn(ReturnTypes types) {
        List<String> names = types.all().stream().map(ReturnType::name).toList();
        return Nearest.fault(
                "There is no return \"" + name + "\"", name, names, "the returns are " + String.join(", ", names));
    }
}
