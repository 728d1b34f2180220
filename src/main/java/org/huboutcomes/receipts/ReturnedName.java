package org.huboutcomes.receipts;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The name of the workbook that is returned for a submission: `survey.xlsx.returned.xlsx`. If that workbook is
/// sent in and returned again, its name does not grow: `survey.xlsx.returned-2.xlsx`, then `-3`.
///
/// @param submission the name of its receipt
record ReturnedName(String submission) {

    private static final Pattern AGAIN = Pattern.compile(
            "(.+)\\.(?:returned|findings|converted)(?:-(\\d{1,6}))?(?:\\.[0-9a-f]{8})?\\.xls[xm]?((?:\\.[0-9a-f]{8})?)");

    /// The kinds of returned workbook: the analyst's own or only the findings, with the file extension.
    private static final List<String> KINDS =
            List.of(".returned.xlsx", ".returned.xlsm", ".returned.xls", ".findings.xlsx", ".converted.xlsx");

    String of(String kind) {
        if (!KINDS.contains(kind)) throw new IllegalArgumentException("no workbook goes back as " + kind);
        Matcher again = AGAIN.matcher(submission);
        if (!again.matches()) return submission + kind;
        int times = again.group(2) == null ? 1 : Integer.parseInt(again.group(2));
        int dot = kind.lastIndexOf('.');
        return again.group(1) + kind.substring(0, dot) + "-" + (times + 1) + again.group(3) + kind.substring(dot);
    }

    /// Every name that it may have had before.
    Stream<String> all() {
        return KINDS.stream().map(this::of);
    }
}
