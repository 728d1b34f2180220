package org.huboutcomes.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.CsvInjection;
import org.huboutcomes.publish.cases.CaseSelection;
import org.huboutcomes.publish.cases.HubCase;
import org.huboutcomes.publish.cases.SelectedCase;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Chooses hubs for a study, and writes them to the folder `cases` of the workspace as CSV and as a page.
@Command(
        name = "cases",
        description = "Chooses hubs to study that are as different from each other as can be.",
        footer = "Example: hub-outcomes -w workspace cases --size 2")
final class CasesCommand implements Callable<Integer> {

    @Option(names = "--size", required = true, paramLabel = "N", description = "how many hubs")
    private int size;

    @Option(names = "--network", paramLabel = "N", description = "only hubs of this network (default: all networks)")
    private @Nullable String network;

    @Option(names = "--year", paramLabel = "YEAR", description = "the academic year (default: the last with figures)")
    private @Nullable String year;

    private final GlobalOptions options;

    CasesCommand(GlobalOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        Workspace workspace = options.workspace();
        try (OpenWorkspace open = OpenWorkspace.open(workspace, options.catalogue());
                Connection connection = open.store().dataSource().getConnection()) {
            AcademicYear asked = year == null
                    ? last(open)
                            .orElseThrow(() -> new Fault(
                                    ExitCode.INVALID_SETUP, "There are no figures to choose by; run `nightly` first."))
                    : AcademicYearOption.parse(year);
            List<HubCase> hubs = HubCase.read(connection, asked.timePeriod(), network);
            if (size < 1 || size > hubs.size())
                throw new Fault(
                        ExitCode.WRONG_USE,
                        "%s cannot be chosen; in %s%s there are %d."
                                .formatted(
                                        EnglishFormat.counted(size, "hubs"),
                                        asked.label(),
                                        network == null ? "" : " of " + network,
                                        hubs.size()));
            CaseSelection selection = CaseSelection.of(hubs, size);
            Path folder = workspace.root().resolve("cases");
            Files.createDirectories(folder);
            AtomicFile.write(folder.resolve("cases.csv"), csv(selection, asked));
            AtomicFile.write(folder.resolve("cases.html"), new CasesPage(selection, asked, hubs.size()).html());
            print(selection, folder);
        }
        return ExitCode.DONE.number();
    }

    private static Optional<AcademicYear> last(OpenWorkspace open) {
        return JdbcClient.create(open.store().dataSource())
                .sql("select max(time_period) from hub_profile")
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single()
                .map(AcademicYear::ofPeriod);
    }

    private void print(CaseSelection selection, Path folder) throws IOException {
        if (options.json()) {
            options.out()
                    .println(JsonOutput.of(
                            selection.cases().stream().map(CasesCommand::typed).toList()));
            return;
        }
        for (SelectedCase one : selection.cases())
            options.out()
                    .println("%-8s %s: %s".formatted(one.hub().hub(), one.hub().name(), one.why()));
        options.out()
                .println(
                        selection.isExhaustive()
                                ? "All samples of this size were compared."
                                : "There are too many samples to compare all; hubs were added one by one and exchanged.");
        options.out().println("Written: " + folder.resolve("cases.csv") + " and cases.html");
    }

    private static Map<String, Object> typed(SelectedCase one) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("network", one.hub().network());
        typed.put("hub", one.hub().hub());
        typed.put("hub_name", one.hub().name());
        one.hub().features().forEach((feature, value) -> {
            if (value != null) typed.put(feature, value);
        });
        typed.put("nearest", one.nearest());
        typed.put("distance", one.distance());
        typed.put("why", one.why());
        return typed;
    }

    private static String csv(CaseSelection selection, AcademicYear year) throws IOException {
        List<String> heads = new ArrayList<>(List.of("time_period", "network", "hub", "hub_name"));
        heads.addAll(selection.features());
        heads.addAll(List.of("nearest", "distance", "why"));
        StringWriter text = new StringWriter();
        try (CSVPrinter printer = new CSVPrinter(
                text, CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get())) {
            printer.printRecord(heads);
            for (SelectedCase one : selection.cases()) {
                List<String> cells = new ArrayList<>(List.of(
                        Integer.toString(year.timePeriod()),
                        one.hub().network(),
                        one.hub().hub(),
                        one.hub().name()));
                selection
                        .features()
                        .forEach(feature -> cells.add(
                                SelectedCase.printed(one.hub().features().get(feature))));
                cells.addAll(List.of(one.nearest(), "%.6f".formatted(one.distance()), one.why()));
                printer.printRecord(cells.stream().map(CsvInjection::inCsv).toList());
            }
        }
        return text.toString();
    }
}
