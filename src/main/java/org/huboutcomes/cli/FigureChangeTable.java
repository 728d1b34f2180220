package org.huboutcomes.cli;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.huboutcomes.compare.FigureChange;
import org.huboutcomes.files.CsvInjection;
import org.jspecify.annotations.Nullable;

/// A table of all changed numbers, as CSV or JSON.
record FigureChangeTable(List<FigureChange> moved) {

    private static final List<String> COLUMNS = List.of(
            "time_period",
            "network",
            "hub",
            "indicator",
            "education_phase",
            "breakdown",
            "measure",
            "from",
            "to",
            "change",
            "new_rows",
            "corrected_rows",
            "register",
            "definition",
            "version_from",
            "version_to",
            "causes");

    /// The rows by column name; null where there is no numerical change.
    List<Map<String, @Nullable Object>> rows() {
        return moved.stream()
                .map(one -> {
                    List<@Nullable Object> values = values(one);
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    for (int i = 0; i < COLUMNS.size(); i++) row.put(COLUMNS.get(i), values.get(i));
                    return row;
                })
                .toList();
    }

    void write(Path file) throws IOException {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader(COLUMNS.toArray(new String[0]))
                .setRecordSeparator('\n')
                .get();
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                CSVPrinter printer = format.print(writer)) {
            for (FigureChange one : moved)
                printer.printRecord(
                        values(one).stream().map(FigureChangeTable::printed).toList());
        }
    }

    private static List<@Nullable Object> values(FigureChange one) {
        return Arrays.asList(
                JsonOutput.cell(one.timePeriod()),
                one.network(),
                one.hub(),
                one.indicator(),
                one.educationPhase(),
                one.breakdown(),
                one.measure(),
                JsonOutput.cell(one.from()),
                JsonOutput.cell(one.to()),
                one.change(),
                one.newRows(),
                one.correctedRows(),
                one.register(),
                one.definition(),
                JsonOutput.cell(one.versionFrom()),
                JsonOutput.cell(one.versionTo()),
                one.causes());
    }

    private static String printed(@Nullable Object value) {
        if (value == null) return "";
        if (value instanceof BigDecimal number) return number.toPlainString();
        if (value instanceof List<?> causes)
            return causes.stream().map(String::valueOf).collect(Collectors.joining("; "));
        return CsvInjection.inCsv(value.toString());
    }
}
