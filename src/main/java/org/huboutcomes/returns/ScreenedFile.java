package org.huboutcomes.returns;

import java.util.List;
import java.util.Locale;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;

/// A dropped file after reading.
///
/// @param findings about the file as a whole; those about a sheet are with the sheet
public record ScreenedFile(Status status, List<ScreenedSheet> sheets, List<Finding> findings) {

    /// What becomes of the file.
    public enum Status {
        ACCEPTED,
        /// Some of its sheets are held, or go back converted.
        PARTIAL,
        HELD,
        /// It cannot be read, or holds no return.
        REFUSED,
        /// It came before the registers that it is read against; it is tried again each night.
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

    /// Nothing in it is a return: because it could not be read, or because there is none.
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
