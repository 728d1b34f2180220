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

/// A sheet after reading: its return, the outcomes of its rows, and its findings.
///
/// @param type null if no return was recognised
/// @param notes the notes entered in one of our sheets
/// @param columns the letter of each field's column, to find a cell again
/// @param converted the converted table; null unless the sheet is returned converted
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

    /// The outcome for the whole sheet.
    public enum Status {
        ACCEPTED,
        /// Recognised, but no row is loaded.
        HELD,
        /// Not a return yet: it is returned converted to the closest return, and no row is loaded.
        CONVERTED,
        /// Not a return.
        IGNORED,
        /// The findings sheet of a returned workbook: its notes are kept.
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

    /// A sheet that is returned converted to the closest return.
    ///
    /// @param happened the outcome for the sheet: a sentence without its full stop
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

    /// The hub and year as far as they are known, so that the returned file is put in the right folder.
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

    /// A sheet that we added to a returned file.
    static ScreenedSheet ours(String name, List<HubNote> notes) {
        return new ScreenedSheet(name, null, Status.OURS, Map.of(), RowCounts.NONE, List.of(), List.of(), notes, null);
    }

    static ScreenedSheet ignored(String name) {
        return new ScreenedSheet(name, null, Status.IGNORED, Map.of(), RowCounts.NONE, List.of(), List.of());
    }

    /// A sheet that is not a return, with a finding.
    static ScreenedSheet ignored(String name, Finding finding) {
        return new ScreenedSheet(name, null, Status.IGNORED, Map.of(), RowCounts.NONE, List.of(), List.of(finding));
    }

    /// A template that was not filled in: it is not a return, and the data in force does not change.
    static ScreenedSheet notFilledIn(
            String name, ReturnType type, RowCounts tally, @Nullable String hub, @Nullable Integer timePeriod) {
        Claim unfilled = new Claim(hub, timePeriod, List.of());
        return new ScreenedSheet(name, type, Status.IGNORED, Map.of(), tally, List.of(unfilled), List.of());
    }

    /// A sheet that cannot be read in a file that can.
    static ScreenedSheet unreadable(String name, Finding finding) {
        return new ScreenedSheet(name, null, Status.HELD, Map.of(), RowCounts.NONE, List.of(), List.of(finding));
    }

    static ScreenedSheet held(String name, ReturnType type, List<Finding> findings) {
        return new ScreenedSheet(name, type, Status.HELD, Map.of(), RowCounts.NONE, List.of(), findings);
    }
}
