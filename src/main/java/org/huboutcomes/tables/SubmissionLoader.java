package org.huboutcomes.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huboutcomes.returns.AcceptedRow;
import org.huboutcomes.returns.Claim;
import org.huboutcomes.returns.ScreenedFile;
import org.huboutcomes.returns.ScreenedSheet;
import org.huboutcomes.returns.conversion.ConvertedTable;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.HubNote;
import org.huboutcomes.returns.findings.ReplacementChoice;
import org.huboutcomes.store.Store;
import org.huboutcomes.store.StoreFault;
import org.huboutcomes.store.TableAppender;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/// Loads one submission into the tables and the ledger, all in the open transaction or not at all.
public final class SubmissionLoader {

    private static final List<String> REPLACEMENT = List.of(
            "sheet",
            "submission",
            "return_name",
            "hub",
            "time_period",
            "choice",
            "held",
            "rows_before",
            "rows_after",
            "counts_before",
            "counts_after",
            "answers_new",
            "answers_replaced");

    private final Store store;
    private final JdbcClient sql;
    private final Ledger ledger;
    private final HubNotes notes;
    private final Layouts layouts;
    private final Replacements replacements;

    public SubmissionLoader(Store store, ReturnTypes types) {
        this.store = store;
        this.sql = JdbcClient.create(store.dataSource());
        this.ledger = new Ledger(store);
        this.notes = new HubNotes(store);
        this.layouts = new Layouts(store);
        this.replacements = new Replacements(store, types);
    }

    /// A loaded sheet, the numbers of its claims, and the findings added to its own.
    private record LoadedSheet(ScreenedSheet sheet, long number, List<Long> claims, List<ClaimedFinding> more) {}

    private record ClaimedFinding(long claim, Finding finding) {}

    /// A claim that was loaded into a slot.
    private record LoadedClaim(LoadedSheet sheet, long claim) {}

    /// @param catalogue the fingerprint of the catalogue with which the file was read
    /// @return the resulting status
    public Submission.Status load(Submission submission, ScreenedFile file, String catalogue) {
        if (submission.status() == Submission.Status.RECEIVED
                && ledger.standing(submission).isPresent()) {
            ledger.close(submission, Submission.Status.DUPLICATE, catalogue);
            return Submission.Status.DUPLICATE;
        }
        forget(submission);
        Submission.Status status = Submission.Status.valueOf(file.status().name());
        Connection connection = DataSourceUtils.getConnection(store.dataSource());
        try {
            addFindings(connection, submission, null, Map.of(), null, file.findings());
            boolean loads = status == Submission.Status.ACCEPTED || status == Submission.Status.PARTIAL;
            List<HubNote> written = file.sheets().stream()
                    .flatMap(sheet -> sheet.notes().stream())
                    .toList();
            if (loads) ledger.corrects(submission, written);
            Map<ClaimSlot, List<LoadedClaim>> slots = new LinkedHashMap<>();
            List<LoadedSheet> loaded = new ArrayList<>();
            for (ScreenedSheet sheet : file.sheets()) loaded.add(addSheet(connection, submission, sheet, loads, slots));
            if (loads) status = place(submission, status, loaded, slots, written);
            for (LoadedSheet sheet : loaded) askConfirmationInAdvance(submission, sheet);
            for (LoadedSheet sheet : loaded) addFindings(connection, submission, sheet);
            if (status == Submission.Status.ACCEPTED || status == Submission.Status.PARTIAL) {
                notes.keep(submission, written);
                if (written.stream().anyMatch(note -> note.rule().equals(HubNote.CORRECTS)))
                    layouts.confirm(submission, file.sheets());
            }
        } catch (SQLException e) {
            throw StoreFault.of(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, store.dataSource());
        }
        ledger.close(submission, status, catalogue);
        return status;
    }

    /// Deletes what a file has in the ledger before it is tried again. It has no rows, or it would not be tried.
    private void forget(Submission submission) {
        for (String table : List.of("layout", "layout_column"))
            sql.sql("delete from " + table + " where sheet in (select sheet from submitted_sheet where submission = ?)")
                    .param(submission.number())
                    .update();
        sql.sql("delete from sheet_column where sheet in (select sheet from submitted_sheet where submission = ?)")
                .param(submission.number())
                .update();
        for (String table : List.of("finding", "claim", "replacement", "submitted_sheet", "note"))
            sql.sql("delete from " + table + " where submission = ?")
                    .param(submission.number())
                    .update();
    }

    private LoadedSheet addSheet(
            Connection connection,
            Submission submission,
            ScreenedSheet sheet,
            boolean loads,
            Map<ClaimSlot, List<LoadedClaim>> slots)
            throws SQLException {
        long number = next("select coalesce(max(sheet), 0) + 1 from submitted_sheet");
        ReturnType type = sheet.type();
        sql.sql("""
                        insert into submitted_sheet (
                            sheet, submission, name, return_name, status, rows_read, accepted, left_out, duplicate, aside,
                            held_for
                        )
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        number,
                        submission.number(),
                        sheet.name(),
                        type == null ? null : type.name(),
                        status(sheet),
                        sheet.tally().read(),
                        sheet.tally().accepted(),
                        sheet.tally().leftOut(),
                        sheet.tally().duplicate(),
                        sheet.tally().aside(),
                        sheet.status() == ScreenedSheet.Status.HELD ? "errors" : null))
                .update();
        try (TableAppender letters =
                TableAppender.to("sheet_column", connection, List.of("sheet", "field", "letter"))) {
            for (var column : sheet.columns().entrySet()) letters.row(number, column.getKey(), column.getValue());
        }
        ConvertedTable converted = sheet.converted();
        if (converted != null) layouts.propose(number, converted);
        LoadedSheet loaded = new LoadedSheet(sheet, number, new ArrayList<>(), new ArrayList<>());
        boolean inForce = loads && sheet.status() == ScreenedSheet.Status.ACCEPTED;
        for (Claim claim : sheet.claims()) {
            long added = addClaim(connection, submission, number, Objects.requireNonNull(type), claim, inForce);
            loaded.claims().add(added);
            if (inForce)
                slots.computeIfAbsent(
                                new ClaimSlot(Objects.requireNonNull(type), claim.hub(), claim.timePeriod()),
                                none -> new ArrayList<>())
                        .add(new LoadedClaim(loaded, added));
        }
        return loaded;
    }

    /// To an analyst, a sheet that the program added is a sheet that is not read.
    private static String status(ScreenedSheet sheet) {
        ScreenedSheet.Status status =
                sheet.status() == ScreenedSheet.Status.OURS ? ScreenedSheet.Status.IGNORED : sheet.status();
        return status.word();
    }

    private long addClaim(
            Connection connection, Submission submission, long sheet, ReturnType type, Claim claim, boolean loads)
            throws SQLException {
        long number = StoredClaim.next(sql);
        sql.sql("""
                        insert into claim (
                            claim, sheet, submission, return_name, hub, time_period, accepted, in_force, takes
                        )
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        number,
                        sheet,
                        submission.number(),
                        type.name(),
                        claim.hub(),
                        claim.timePeriod(),
                        loads ? claim.size() : 0,
                        loads,
                        Replacements.takes(type.replacement(), null).word()))
                .update();
        if (!loads) return number;
        addRows(connection, type.name(), type.columns(), number, claim.rows());
        for (var block : claim.blocks().entrySet())
            addRows(connection, block.getKey(), type.columnsOfBlock(block.getKey()), number, block.getValue());
        return number;
    }

    /// Lets the claims replace what was in force. If a sheet must be confirmed first, it is taken out again.
    ///
    /// @return the resulting status
    private Submission.Status place(
            Submission submission,
            Submission.Status status,
            List<LoadedSheet> loaded,
            Map<ClaimSlot, List<LoadedClaim>> slots,
            List<HubNote> written) {
        Map<ClaimSlot, List<LoadedClaim>> left = new LinkedHashMap<>(slots);
        left.entrySet()
                .removeIf(slot ->
                        !replacements.isShared(slot.getKey(), slot.getValue().size()));
        Set<LoadedSheet> held = Collections.newSetFromMap(new IdentityHashMap<>());
        // First those that are held: a sheet with several hubs is held as a whole.
        left.forEach((slot, claims) -> replacements
                .held(submission, slot, choice(slot, written))
                .ifPresent(replaced -> {
                    keep(submission, slot, claims, replaced);
                    claims.forEach(one -> held.add(one.sheet()));
                }));
        for (LoadedSheet sheet : held) takeOut(sheet);
        left.forEach((slot, claims) -> {
            List<LoadedClaim> staying =
                    claims.stream().filter(one -> !held.contains(one.sheet())).toList();
            if (!staying.isEmpty())
                replacements
                        .place(submission, slot, choice(slot, written))
                        .ifPresent(replaced -> keep(submission, slot, staying, replaced));
        });
        ledger.refuseLostRows(submission);
        if (held.isEmpty()) return status;
        return loaded.stream()
                        .anyMatch(one -> one.sheet().status() == ScreenedSheet.Status.ACCEPTED && !held.contains(one))
                ? Submission.Status.PARTIAL
                : Submission.Status.HELD;
    }

    /// For a sheet that is returned converted, asks now what it would be asked when it is sent in.
    private void askConfirmationInAdvance(Submission submission, LoadedSheet loaded) {
        ConvertedTable table = loaded.sheet().converted();
        if (table == null || loaded.claims().size() != 1) return;
        Claim claim = loaded.sheet().claims().get(0);
        String unit = table.type().replacement().unit();
        boolean list = table.type().isList();
        if (claim.hub() == null && !list || unit == null) return;
        LoadedClaim loadedClaim = new LoadedClaim(loaded, loaded.claims().get(0));
        if (list) {
            ClaimSlot whole = new ClaimSlot(table.type(), null, null);
            replacements
                    .toConfirm(submission, whole, table.values(List.of(unit)))
                    .ifPresent(replaced -> keep(submission, whole, List.of(loadedClaim), replaced));
            return;
        }
        Map<Integer, List<String>> units = claim.timePeriod() == null
                ? table.valuesByYear(unit)
                : Map.of(claim.timePeriod(), table.values(List.of(unit)));
        units.forEach((year, values) -> {
            ClaimSlot slot = new ClaimSlot(table.type(), claim.hub(), year);
            replacements
                    .toConfirm(submission, slot, values)
                    .ifPresent(replaced -> keep(submission, slot, List.of(loadedClaim), replaced));
        });
    }

    private static @Nullable ReplacementChoice choice(ClaimSlot slot, List<HubNote> written) {
        String key = HubNote.choiceKey(slot.type().name(), slot.hub(), slot.timePeriod());
        return written.stream()
                .filter(note -> note.key().equals(key))
                .flatMap(note -> ReplacementChoice.of(note.text()).stream())
                .findFirst()
                .orElse(null);
    }

    /// Records what was replaced, with the first of the sheets that fill the slot.
    private void keep(Submission submission, ClaimSlot slot, List<LoadedClaim> claims, Replaced replaced) {
        LoadedClaim first = claims.get(0);
        replaced.findings().forEach(finding -> first.sheet().more().add(new ClaimedFinding(first.claim(), finding)));
        Connection connection = DataSourceUtils.getConnection(store.dataSource());
        try (TableAppender row = TableAppender.to("replacement", connection, REPLACEMENT)) {
            row.row(
                    first.sheet().number(),
                    submission.number(),
                    slot.type().name(),
                    slot.hub(),
                    slot.timePeriod(),
                    replaced.choice() == null ? null : replaced.choice().words(),
                    replaced.held(),
                    replaced.before().rows(),
                    replaced.after().rows(),
                    replaced.before().counts(),
                    replaced.after().counts(),
                    replaced.answersNew(),
                    replaced.answersReplaced());
        } catch (SQLException e) {
            throw StoreFault.of(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, store.dataSource());
        }
    }

    /// Removes a sheet that must be confirmed first, as if it had not been loaded.
    private void takeOut(LoadedSheet sheet) {
        new StoredRows(sql, Objects.requireNonNull(sheet.sheet().type())).remove(sheet.claims());
        sql.sql("update claim set accepted = 0, in_force = false where claim in (:claims)")
                .param("claims", sheet.claims())
                .update();
        sql.sql("""
                        update submitted_sheet
                        set status = 'held', held_for = 'confirmation', left_out = left_out + accepted, accepted = 0
                        where sheet = ?""").param(sheet.number()).update();
    }

    private static void addRows(
            Connection connection, String table, List<String> fields, long claim, List<AcceptedRow> rows)
            throws SQLException {
        if (rows.isEmpty()) return;
        List<String> columns = new ArrayList<>(List.of("claim", "row_number"));
        columns.addAll(fields);
        try (TableAppender appending = TableAppender.to(table, connection, columns)) {
            Object[] stored = new Object[columns.size()];
            for (AcceptedRow row : rows) {
                stored[0] = claim;
                stored[1] = row.number();
                System.arraycopy(row.values(), 0, stored, 2, fields.size());
                appending.row(stored);
            }
        }
    }

    private void addFindings(Connection connection, Submission submission, LoadedSheet loaded) throws SQLException {
        ScreenedSheet sheet = loaded.sheet();
        Set<Integer> rows = sheet.findings().stream().map(Finding::row).collect(Collectors.toSet());
        Map<Integer, Long> claimOfRow = new HashMap<>();
        for (int i = 0; i < loaded.claims().size(); i++)
            for (int row : sheet.claims().get(i).rowNumbers())
                if (rows.contains(row)) claimOfRow.put(row, loaded.claims().get(i));
        // A finding that is not about a row is about the sheet's hub and year, if it has only one.
        Long only = loaded.claims().size() == 1 ? loaded.claims().get(0) : null;
        addFindings(connection, submission, loaded.number(), claimOfRow, only, sheet.findings());
        for (ClaimedFinding more : loaded.more())
            addFindings(connection, submission, loaded.number(), Map.of(), more.claim(), List.of(more.finding()));
    }

    private static void addFindings(
            Connection connection,
            Submission submission,
            @Nullable Long sheet,
            Map<Integer, Long> claimOfRow,
            @Nullable Long otherwise,
            List<Finding> findings)
            throws SQLException {
        if (findings.isEmpty()) return;
        try (FindingRows table = new FindingRows(connection)) {
            for (Finding finding : findings)
                table.add(submission.number(), sheet, claimOfRow.getOrDefault(finding.row(), otherwise), finding);
        }
    }

    private long next(String query) {
        return Objects.requireNonNull(sql.sql(query).query(Long.class).single());
    }
}
