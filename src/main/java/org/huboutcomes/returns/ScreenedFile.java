package org.huboutcomes.returns;

import java.util.List;
import java.util.Locale;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;

/// A dropped file after reading.
///
/// @param findings about the whole file; findings about a sheet are with the sheet
public record ScreenedFile(Status status, List<ScreenedSheet> sheets, List<Finding> findings) {

    /// The outcome for the file.
    public enum Status {
        ACCEPTED,
        /// Some of its sheets are held or returned converted.
        PARTIAL,
        HELD,
        /// It cannot be read, or has no return.
        REFUSED,
        /// It was received before the registers that it needs; it is tried again in each nightly run.
        WAITING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ScreenedFile {
        sheets = List.copyOf(sheets);
        findings = List.copyOf(findings);
    }

    static ScreenedFile refused(Finding finding) {
        return new ScreenedFile(Status.REFUSED, List.of(), List.of(finding));
    }

    static ScreenedFile of(List<ScreenedSheet> sheets, Rules rules) {
        boolean ours = sheets.stream().anyMatch(sheet -> sheet.status() == ScreenedSheet.Status.OURS);
        if (!ours && sheets.stream().allMatch(sheet -> sheet.type() == null)) return refused(sheets, rules);
        long accepted = sheets.stream()
                .filter(sheet -> sheet.status() == ScreenedSheet.Status.ACCEPTED)
                .count();
        long held = sheets.stream()
                .filter(sheet ->
                        sheet.status() == ScreenedSheet.Status.HELD || sheet.status() == ScreenedSheet.Status.CONVERTED)
                .count();
        Status status = held == 0 ? Status.ACCEPTED : accepted == 0 ? Status.HELD : Status.PARTIAL;
        return new ScreenedFile(status, sheets, List.of());
    }

    /// No sheet is a return, or the file could not be read.
    private static ScreenedFile refused(List<ScreenedSheet> sheets, Rules rules) {
        return sheets.stream()
                .flatMap(sheet -> sheet.findings().stream())
                .filter(Finding::isError)
                .findFirst()
                .map(ScreenedFile::refused)
                .orElseGet(
                        () -> new ScreenedFile(Status.REFUSED, sheets, List.of(rules.whole(Rule.UNRECOGNISED_FILE))));
    }
}
