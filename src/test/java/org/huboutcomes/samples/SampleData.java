package org.huboutcomes.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.QuoteMode;

/// Writes `sample-data/`. Its two arguments are that folder and, optionally, a folder for the intended data without
/// faults, in plain tables, for the independent recomputation. The same source always gives the same files.
public final class SampleData {

    private SampleData() {}

    public static void main(String... arguments) throws IOException {
        Path target = Path.of(arguments.length > 0 ? arguments[0] : "sample-data");
        SampleSchools schools = new SampleSchools();
        SampleYears years = new SampleYears(schools);
        new SampleRegisters(schools).write(target.resolve("registers"));
        SampleRegisters.activities()
                .write(target.resolve("activities/activities.csv"), StandardCharsets.UTF_8, QuoteMode.MINIMAL);
        for (SampleHub hub : SampleHub.values())
            for (int year : SampleYears.YEARS) writeReturns(target, hub, year, years, schools);
        LeadershipSamples.write(target);
        EvidenceSummary.write(target.resolve("2022-23/QS1_2022-23_evidence.xlsx"));
        EvaluatorDocument.write(target.resolve("evaluator"));
        new FaultyFiles(schools).write(target.resolve("faulty"));
        if (arguments.length > 1) new IntendedTables(years).write(Path.of(arguments[1]));
    }

    private static void writeReturns(Path target, SampleHub hub, int year, SampleYears years, SampleSchools schools)
            throws IOException {
        WorkbookConventions conventions = WorkbookConventions.of(hub, year);
        String folder = "%d-%02d".formatted(year, (year + 1) % 100);
        String name = hub + "_" + folder;
        PersonsWorkbook workbook = new PersonsWorkbook();
        for (ReturnSheet form : ReturnSheet.values()) {
            List<ReturnRow> rows = years.rows(form, hub, year);
            if (!rows.isEmpty())
                conventions.sheet(workbook, form, rows, SampleErrors.rows(form, hub, year, rows), schools);
        }
        workbook.write(target.resolve(folder).resolve(name + "_return.xlsx"));
        List<ReturnRow> responses = years.responses(hub, year);
        if (!responses.isEmpty())
            new SurveyExport(responses, conventions.formsSurvey())
                    .write(target.resolve(folder).resolve(name + "_survey.csv"));
    }
}
