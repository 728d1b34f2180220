package org.huboutcomes.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huboutcomes.returns.definition.Replacement;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.findings.ReplacementChoice;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Decides which rows in force a submission replaces, and takes them out of force, in the open transaction.
///
/// A claim is out of force when all its rows are replaced. If only some are, these rows move to a part of the
/// claim, so every row in force belongs to a claim in force. All of this can be determined again from the
/// submissions in order, which happens when one is withdrawn or arrives late.
public final class Replacements {

    private final JdbcClient sql;
    private final ReturnTypes types;
    private final Rules rules;

    public Replacements(Store store, ReturnTypes types) {
        this.sql = JdbcClient.create(store.dataSource());
        this.types = types;
        this.rules = types.rules();
    }

    /// Whether the slot has claims besides those of one submission, or several of a survey, so that one may replace
    /// another.
    boolean isShared(ClaimSlot slot, int own) {
        if (slot.type().replacement().isOfAnswers() && own > 1) return true;
        return sql.sql("select count(*) from claim where return_name = ? and hub is not distinct from ?"
                                + " and time_period is not distinct from ?")
                        .params(slot.parameters())
                        .query(Long.class)
                        .single()
                > own;
    }

    /// What a hub must confirm before its loaded submission may replace what is in force.
    ///
    /// @param choice the hub's answer; null if there is none
    /// @return empty if nothing needs to be confirmed
    Optional<Replaced> held(Submission submission, ClaimSlot slot, @Nullable ReplacementChoice choice) {
        if (choice != null || slot.type().replacement().unit() == null) return Optional.empty();
        List<StoredClaim> all = standing(slot, submission.number());
        return replacementOf(slot, of(submission, all), before(submission, all)).held();
    }

    /// What a hub would have to confirm for a sheet that is returned converted, so that it can answer before it
    /// sends the sheet in.
    ///
    /// @param values the unit of each of its rows, such as its school; empty if that is still to be filled in
    /// @return empty if nothing needs to be confirmed
    Optional<Replaced> toConfirm(Submission submission, ClaimSlot slot, List<String> values) {
        if (slot.type().replacement().unit() == null || values.isEmpty()) return Optional.empty();
        List<String> units = new StoredRows(sql, slot.type()).units(values);
        return replacementOf(slot, List.of(), before(submission, standing(slot, submission.number())))
                .toConfirm(units);
    }

    private ClaimReplacement replacementOf(ClaimSlot slot, List<StoredClaim> mine, List<StoredClaim> earlier) {
        return new ClaimReplacement(slot, mine, earlier, sql, rules);
    }

    private static List<StoredClaim> of(Submission submission, List<StoredClaim> all) {
        return all.stream()
                .filter(claim -> claim.submission() == submission.number())
                .toList();
    }

    private static List<StoredClaim> before(Submission submission, List<StoredClaim> all) {
        return all.stream()
                .filter(claim -> claim.submission() < submission.number() && claim.inForce())
                .toList();
    }

    /// Replaces what was in force by the claims of a submission, which are loaded and in force.
    ///
    /// @return empty if nothing was in force
    Optional<Replaced> place(Submission submission, ClaimSlot slot, @Nullable ReplacementChoice choice) {
        List<StoredClaim> all = standing(slot, submission.number());
        List<StoredClaim> mine = of(submission, all);
        List<StoredClaim> earlier = before(submission, all);
        boolean late = all.stream().anyMatch(claim -> claim.submission() > submission.number());
        if (mine.isEmpty() || earlier.isEmpty() && !late && mine.size() < 2) return Optional.empty();
        ClaimReplacement replacing = replacementOf(slot, mine, earlier);
        StoredClaim.Takes takes = takes(slot.type().replacement(), choice);
        sql.sql("update claim set takes = :takes where claim in (:mine)")
                .param("takes", takes.word())
                .param("mine", mine.stream().map(StoredClaim::number).toList())
                .update();
        if (late) {
            replay(slot, submission.number());
            return earlier.isEmpty() ? Optional.empty() : Optional.of(replacing.late(choice));
        }
        return Optional.of(replacing.carriedOut(takes, choice)).filter(done -> !earlier.isEmpty());
    }

    /// How a claim replaces what was in force, given the hub's choice.
    static StoredClaim.Takes takes(Replacement replacement, @Nullable ReplacementChoice choice) {
        if (replacement.isOfAnswers()) return StoredClaim.Takes.ANSWERS;
        if (choice == ReplacementChoice.EVERYTHING || replacement.unit() == null) return StoredClaim.Takes.EVERYTHING;
        return choice == ReplacementChoice.ADDS || replacement.byUnit()
                ? StoredClaim.Takes.UNITS
                : StoredClaim.Takes.EVERYTHING;
    }

    /// Determines a slot from the beginning: which of its submissions are in force, and with which rows.
    ///
    /// @param loading the submission that is being loaded; 0 for none
    void replay(ClaimSlot slot, long loading) {
        List<StoredClaim> all = standing(slot, loading);
        StoredRows stored = new StoredRows(sql, slot.type());
        for (StoredClaim claim : all) {
            stored.putBack(claim.number());
            sql.sql("update claim set in_force = true, replaced_by = null where claim = ?")
                    .param(claim.number())
                    .update();
        }
        for (long number : all.stream().map(StoredClaim::submission).distinct().toList()) {
            List<StoredClaim> now = standing(slot, loading);
            List<StoredClaim> mine =
                    now.stream().filter(claim -> claim.submission() == number).toList();
            List<StoredClaim> earlier = now.stream()
                    .filter(claim -> claim.submission() < number && claim.inForce())
                    .toList();
            if (earlier.isEmpty() && mine.size() < 2) continue;
            replacementOf(slot, mine, earlier).carriedOut(mine.get(0).takes(), null);
        }
    }

    /// Determines what an older release stored in another way: which claim replaced which, and which answers of a
    /// survey are in force.
    public void migrateOlderClaims() {
        List<ClaimSlot> old = sql.sql("""
                        select distinct return_name, hub, time_period
                        from claim
                        where takes is null
                        order by all""").query((row, n) -> slot(row)).list().stream()
                .flatMap(Optional::stream)
                .toList();
        for (ClaimSlot slot : old) if (slot.type().replacement().isOfAnswers()) replay(slot, 0);
        sql.sql("""
                        update claim
                        set replaced_by = later.claim
                        from (
                            select
                                claim,
                                lead(claim) over (partition by return_name, hub, time_period order by submission, claim) as next
                            from claim
                            semi join submitted_sheet
                                on submitted_sheet.sheet = claim.sheet and submitted_sheet.status = 'accepted'
                        ) as around
                        join claim as later on later.claim = around.next
                        where around.claim = claim.claim
                        and claim.takes is null
                        and not claim.in_force
                        and claim.replaced_by is null""").update();
        for (ReturnType type : types.all())
            sql.sql("update claim set takes = ? where takes is null and return_name = ?")
                    .params(
                            (type.replacement().isOfAnswers()
                                            ? StoredClaim.Takes.ANSWERS
                                            : StoredClaim.Takes.EVERYTHING)
                                    .word(),
                            type.name())
                    .update();
    }

    private Optional<ClaimSlot> slot(ResultSet row) throws SQLException {
        String name = row.getString("return_name");
        return types.names().contains(name)
                ? Optional.of(new ClaimSlot(
                        types.named(name), row.getString("hub"), row.getObject("time_period", Integer.class)))
                : Optional.empty();
    }

    /// The slots in which a submission has a claim.
    List<ClaimSlot> slotsOf(Submission submission) {
        return sql
                .sql("select distinct return_name, hub, time_period from claim where submission = ? order by all")
                .param(submission.number())
                .query((row, n) -> slot(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private List<StoredClaim> standing(ClaimSlot slot, long loading) {
        List<@Nullable Object> parameters = new ArrayList<>(slot.parameters());
        parameters.add(loading);
        return sql.sql("""
                        select
                            claim.*,
                            submission.file_name,
                            submission.corrects,
                            claim.submission in (
                                select submission from submitted_sheet where status = 'converted'
                            ) as beside_converted
                        from claim
                        join submission using (submission)
                        join submitted_sheet using (sheet)
                        where claim.return_name = ?
                        and claim.hub is not distinct from ?
                        and claim.time_period is not distinct from ?
                        and submitted_sheet.status = 'accepted'
                        and (submission.status in ('accepted', 'partial') or submission.submission = ?)
                        order by submission.submission, claim.claim""")
                .params(parameters)
                .query((row, n) -> claim(slot, row))
                .list();
    }

    private static StoredClaim claim(ClaimSlot slot, ResultSet row) throws SQLException {
        String takes = row.getString("takes");
        StoredClaim.Takes older =
                slot.type().replacement().isOfAnswers() ? StoredClaim.Takes.ANSWERS : StoredClaim.Takes.EVERYTHING;
        return new StoredClaim(
                row.getLong("claim"),
                row.getLong("submission"),
                row.getString("file_name"),
                takes == null ? older : StoredClaim.Takes.valueOf(takes.toUpperCase(Locale.ROOT)),
                row.getBoolean("in_force"),
                row.getInt("accepted"),
                row.getObject("corrects", Long.class),
                row.getBoolean("beside_converted"));
    }
}
