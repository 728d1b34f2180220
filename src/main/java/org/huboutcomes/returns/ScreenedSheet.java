package org.huboutcomes.returns;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A sheet after reading: what it is, what became of its rows, and what is to be said about it.
///
/// @param type null when nothing was recognised
/// @param notes what was written into a sheet of ours
/// @param columns the letter of each field's column, to find a cell again
public record ScreenedSheet(
        String name,
        @Nullable ReturnType type,
        Status status,
        Map<String, String> columns,
        Tally tally,
        List<Claim> claims,
        List<Finding> findings,
        List<Note> notes) {

    /// What becomes of the sheet as a whole.
    public enum Status {
        ACCEPTED,
        /// Recognised, but nothing of it is loaded.
        HELD,
        /// Not a return.
        IGNORED,
        /// The sheet of findings of a workbook that went back: its notes are kept.
        OURS;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ScreenedSheet {
        columns = Map.copyOf(columns);
        claims = List.copyOf(claims);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    public ScreenedSheet(
            String name,
            @Nullable ReturnType type,
            Status status,
            Map<String, String> columns,
            Tally tally,
            List<Claim> claims,
            List<Finding> findings) {
        this(name, type, status, columns, tally, claims, findings, List.of());
    }

    /// One that we added to the file when it went back.
    static ScreenedSheet ours(String name, List<Note> notes) {
        return new ScreenedSheet(name, null, Status.OURS, Map.of(), Tally.NONE, List.of(), List.of(), notes);
    }

    static ScreenedSheet ignored(String name) {
        return new ScreenedSheet(name, null, Status.IGNORED, Map.of(), Tally.NONE, List.of(), List.of());
    }

    /// A sheet that cannot be read, in a file that can.
    static ScreenedSheet unreadable(String name, Finding finding) {
        return new ScreenedSheet(name, null, Status.HELD, Map.of(), Tally.NONE, List.of(), List.of(finding));
    }

    static ScreenedSheet held(String name, ReturnType type, List<Finding> findings) {
        return new ScreenedSheet(name, type, Status.HELD, Map.of(), Tally.NONE, List.of(), findings);
    }
}
