package org.huboutcomes.returns;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;

/// Lists of a network on sheets beside a return, which people keep for reference: a few rows of the school
/// register, or the hubs to choose from. They do not replace the list in force.
record ListsBeside(Rules rules) {

    private static final String RETURNS = "returns";
    private static final String MEMBER = " > ";
    private static final Pattern FILE = Pattern.compile("(?i).+\\.(?:csv|tsv|docx)");

    List<ScreenedSheet> setAside(List<ScreenedSheet> sheets) {
        Set<String> withReturns = sheets.stream()
                .filter(sheet -> sheet.type() != null
                        && !sheet.type().isList()
                        && sheet.status() != ScreenedSheet.Status.IGNORED)
                .map(sheet -> workbook(sheet.name()))
                .collect(Collectors.toSet());
        return sheets.stream()
                .map(sheet -> withReturns.contains(workbook(sheet.name())) ? aside(sheet) : sheet)
                .toList();
    }

    private ScreenedSheet aside(ScreenedSheet sheet) {
        ReturnType type = sheet.type();
        return type == null || !type.neverBeside().contains(RETURNS)
                ? sheet
                : ScreenedSheet.ignored(
                        sheet.name(), rules.whole(Rule.LIST_BESIDE, "sheet", sheet.name(), "return", type.title()));
    }

    /// Identifies the workbook of a zip that a sheet is in. A file with a single table counts as a workbook.
    private static String workbook(String sheet) {
        int end = sheet.indexOf(MEMBER);
        if (end >= 0) return sheet.substring(0, end);
        return FILE.matcher(sheet).matches() ? sheet : "";
    }
}
