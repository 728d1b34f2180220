package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.HubNote;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.jspecify.annotations.Nullable;

/// A sheet after reading: what it is, what became of its rows, and what is to be said about it.
///
/// @param type null when nothing was recognised
/// @param notes what was written into a sheet of ours
/// @param columns the letter of each field's column, to find a cell again
/// @param converted as what it goes back; null unless it does
public record ScreenedSheet(
        String name,
        @Nullable ReturnType type,
        Status status,
        Map<String, String> columns,
        RowCounts tally,
        List<Claim> claims,
        List<Finding> findings,
        List<HubNote> notes,
        @Nullable ConvertedTable converted) {

    /// What becomes of the sheet as a whole.
    public enum Status {
        ACCEPTED,
        /// Recognised, but nothing of it is loaded.
        HELD,
        /// No return as it stands: it goes back as the return that it is nearest to, and nothing of it is loaded.
        CONVERTED,
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
            RowCounts tally,
            List<Claim> claims,
            List<Finding> findings) {
        this(name, type, status, columns, tally, claims, findings, List.of(), null);
    }

    /// One that goes back as the return that it is nearest to.
    ///
    /// @param happened what became of the sheet: a sentence without its full stop
    static ScreenedSheet converted(ConvertedTable table, Rules rules, String happened) {
        List<Finding> findings = new ArrayList<>();
        findings.add(rules.whole(
                Rule.NEAREST_RETURN,
                "happened",
                happened,
                "sheet",
                table.sheet(),
                "return",
                table.type().title(),
                "known",
                table.known().isEmpty() ? "nothing" : EnglishFormat.listed(table.known()),
                "missing",
                table.missing().isEmpty() ? "nothing" : EnglishFormat.listed(table.missing())));
        for (ConvertedTable.Remark remark : table.remarks())
            if (remark.inReceipt())
                findings.add(rules.at(
                        remark.rule(),
                        remark.row(),
                        remark.cell(),
                        remark.field() == null ? null : remark.field().name(),
                        remark.value(),
                        remark.words()));
        return new ScreenedSheet(
                table.sheet(),
                table.type(),
                Status.CONVERTED,
                Map.of(),
                new RowCounts(table.rowsRead(), 0, table.rowsConverted(), 0, table.rowsRead() - table.rowsConverted()),
                claim(table).stream().toList(),
                findings,
                List.of(),
                table);
    }

    /// Whose it is, as far as that is known, so that what goes back finds its way.
    private static Optional<Claim> claim(ConvertedTable table) {
        List<String> claim = table.type().claim();
        if (claim.isEmpty()) return Optional.of(new Claim(null, null, List.of()));
        List<@Nullable Object> slot = new ArrayList<>();
        for (String name : claim)
            slot.add(Optional.ofNullable(table.type().find(name))
                    .flatMap(field -> table.only(field))
                    .orElse(null));
        return slot.get(0) == null
                ? Optional.empty()
                : Optional.of(new Claim((String) slot.get(0), (Integer) slot.get(1), List.of()));
    }

    /// One that we added to the file when it went back.
    static ScreenedSheet ours(String name, List<HubNote> notes) {
        return new ScreenedSheet(name, null, Status.OURS, Map.of(), RowCounts.NONE, List.of(), List.of(), notes, null);
    }

    static ScreenedSheet ignored(String name) {
        return new ScreenedSheet(name, null, Status.IGNORED, Map.of(), RowCounts.NONE, List.of(), List.of());
    }

    /// One that is no return, of which something is to be said.
    static ScreenedSheet ignored(String name, Finding finding) {
        return new ScreenedSheet(name, null, Status.IGNORED, Map.of(), RowCounts.NONE, List.of(), List.of(finding));
    }

    /// A template in which nothing was filled in: it is no return, and what is in force stays.
    static ScreenedSheet notFilledIn(
            String name, ReturnType type, RowCounts tally, @Nullable String hub, @Nullable Integer timePeriod) {
        Claim unfilled = new Claim(hub, timePeriod, List.of());
        return new ScreenedSheet(name, type, Status.IGNORED, Map.of(), tally, List.of(unfilled), List.of());
    }

    /// A sheet that cannot be read, in a file that can.
    static ScreenedSheet unreadable(String name, Finding finding) {
        return new ScreenedSheet(name, null, Status.HELD, Map.of(), RowCounts.NONE, List.of(), List.of(finding));
    }

    static ScreenedSheet held(String name, ReturnType type, List<Finding> findings) {
        return new ScreenedSheet(name, type, Status.HELD, Map.of(), RowCounts.NONE, List.of(), findings);
    }
}
