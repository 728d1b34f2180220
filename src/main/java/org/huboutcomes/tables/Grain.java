package org.huboutcomes.tables;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.CatalogueFault;

/// The columns that identify a row of a table: no two rows have the same values in all of them. A file states them
/// at its beginning, followed by what a row is: `-- One row per (claim, row_number): a school at a stage.`
record Grain(List<String> columns) {

    private static final Pattern STATED =
            Pattern.compile("One row per \\(([a-z][a-z0-9_]*(?:, [a-z][a-z0-9_]*)*)\\): \\S.*");

    /// @throws CatalogueFault if the file does not state it
    static Grain of(SqlFile file) {
        String comment = file.text()
                .lines()
                .takeWhile(line -> line.startsWith("--"))
                .map(line -> line.substring(2).strip())
                .collect(Collectors.joining(" "));
        Matcher stated = STATED.matcher(comment);
        if (!stated.matches())
            throw new CatalogueFault(file.path()
                    + " does not begin with its grain; name the columns by which its rows differ, and say what a row is:"
                    + " -- One row per (claim, row_number): ...");
        return new Grain(List.of(stated.group(1).split(", ")));
    }

    @Override
    public String toString() {
        return "(" + String.join(", ", columns) + ")";
    }
}
