package org.huboutcomes.receipts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The result of one submission as it is reported to the hub.
///
/// @param sameAs for a duplicate, the file with the same bytes
/// @param withdrawn why it was withdrawn, if it was
/// @param findings findings about the whole file
/// @param stated the totals that its hubs state for its years, with the totals of the rows in force
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
        String file,
        String sha256,
        String status,
        String taken,
        @JsonProperty("same_as") @Nullable String sameAs,
        @Nullable Withdrawn withdrawn,
        List<Note> findings,
        List<Part> sheets,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Stated> stated) {

    /// For a duplicate: with the findings of the file with the same bytes.
    public Receipt sayingOf(Receipt original) {
        return new Receipt(
                file,
                sha256,
                status,
                taken,
                original.file(),
                withdrawn,
                original.findings(),
                original.sheets(),
                original.stated());
    }

    /// Whether anything must be corrected.
    public boolean hasErrors() {
        return all().anyMatch(Note::isError);
    }

    /// Whether one of its sheets is returned converted.
    boolean hasConverted() {
        return sheets.stream().anyMatch(sheet -> sheet.status().equals("converted"));
    }

    /// Every finding: those about the file, and those of its sheets.
    Stream<Note> all() {
        return Stream.concat(findings.stream(), sheets.stream().flatMap(sheet -> sheet.findings().stream()));
    }

    /// Whether a later submission or a withdrawal took everything in it out of force.
    @JsonIgnore
    boolean isOutOfForce() {
        List<Slot> slots =
                sheets.stream().flatMap(sheet -> sheet.claims().stream()).toList();
        return withdrawn != null
                || slots.stream().anyMatch(slot -> slot.supersededBy() != null)
                        && slots.stream().noneMatch(Slot::inForce);
    }

    /// The day and the reason.
    public record Withdrawn(String on, String why) {}

    /// One sheet.
    ///
    /// @param hub null for a reference list, or if a sheet has several hubs
    /// @param rows read = accepted + left_out + duplicate + aside
    /// @param totals schools, memberships and places, which are three different counts
    public record Part(
            String sheet,
            @JsonProperty("return") @Nullable String returnName,
            @Nullable String hub,
            @JsonProperty("academic_year") @Nullable String academicYear,
            String status,
            Map<String, Integer> rows,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> totals,
            List<Slot> claims,
            List<Note> findings,
            @JsonUnwrapped Standing standing) {

        /// What it replaces for each hub and year, as sentences.
        public List<String> replacedLines() {
            return standing.perSlot().stream().map(ReplacedText::of).toList();
        }

        public Part(
                String sheet,
                @Nullable String returnName,
                @Nullable String hub,
                @Nullable String academicYear,
                String status,
                Map<String, Integer> rows,
                Map<String, Integer> totals,
                List<Slot> claims,
                List<Note> findings) {
            this(sheet, returnName, hub, academicYear, status, rows, totals, claims, findings, Standing.NONE);
        }
    }

    /// A hub and year that a sheet covers, what it replaced there, and what replaced it.
    ///
    /// @param changes rows added, removed and changed compared with what it replaced
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Slot(
            @JsonInclude @Nullable String hub,

            @JsonInclude @JsonProperty("academic_year") @Nullable
            String academicYear,

            int accepted,
            @JsonProperty("in_force") boolean inForce,
            @Nullable String supersedes,
            @JsonProperty("superseded_by") @Nullable String supersededBy,
            @Nullable Changes changes,
            @JsonIgnore @Nullable Earlier earlier,
            @JsonIgnore int rowsInForce,
            @JsonIgnore int replacedWithin,
            @JsonIgnore int replacedSince) {

        /// A claim whose rows are all in force, or all out of force.
        public Slot(
                @Nullable String hub,
                @Nullable String academicYear,
                int accepted,
                boolean inForce,
                @Nullable String supersedes,
                @Nullable String supersededBy,
                @Nullable Changes changes) {
            this(
                    hub,
                    academicYear,
                    accepted,
                    inForce,
                    supersedes,
                    supersededBy,
                    changes,
                    null,
                    inForce ? accepted : 0,
                    0,
                    inForce ? 0 : accepted);
        }
    }

    /// The sheet whose rows a claim replaced, if there was only one.
    ///
    /// @param rowsLeft whether other rows of that sheet are still in force
    /// @param othersLeft whether other sheets of that file are still in force
    public record Earlier(String sheet, boolean rowsLeft, boolean othersLeft) {}

    /// A number before and after.
    public record Change(int before, int after) {}

    /// Answers of a survey.
    ///
    /// @param read answers of the sheet that were accepted
    /// @param added answers that were not in force before; `new` in JSON
    /// @param replaced answers that are no longer in force because of the sheet
    /// @param inForce answers of the hub's year that are in force afterwards
    public record Answers(
            int read,
            @JsonProperty("new") int added,
            int replaced,
            @JsonProperty("in_force") int inForce) {}

    /// What a sheet replaced for one hub and year, or would replace once that is confirmed.
    ///
    /// @param counts rows, then the units of the return, such as schools
    /// @param choice the hub's answer, or null
    /// @param key identifies the answer in the Findings sheet
    /// @param asks whether the hub can choose what to do
    public record Replaces(
            @Nullable String hub,
            @Nullable String academicYear,
            Map<String, Change> counts,
            boolean held,
            @Nullable String choice,
            String key,
            boolean asks) {}

    /// The part of a sheet that is in force, and what it replaced.
    ///
    /// @param inForce how many of its rows are in force
    /// @param replacedWithin rows that another sheet of the same file replaced
    /// @param replacedSince rows that later files have replaced
    /// @param heldFor `errors` or `confirmation`; null if it is not held
    /// @param replaces rows, schools and so on in force for its hubs and years, before and after it
    /// @param inForceTotals totals of its hub and year over all files; empty if it has several
    /// @param perSlot the same by hub and year, if something was in force before
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Standing(
            @JsonProperty("in_force") int inForce,
            @JsonProperty("replaced_within") int replacedWithin,
            @JsonProperty("replaced_since") int replacedSince,
            @JsonProperty("held_for") @Nullable String heldFor,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Change> replaces,
            @Nullable Answers answers,

            @JsonProperty("in_force_totals") @JsonInclude(JsonInclude.Include.NON_EMPTY)
            Map<String, Integer> inForceTotals,

            @JsonIgnore List<Replaces> perSlot) {

        static final Standing NONE = new Standing(0, 0, 0, null, Map.of(), null, Map.of(), List.of());
    }

    /// The differences from the submission that was replaced.
    public record Changes(int added, int removed, int changed) {}

    /// A quantity that a hub states, with the total of the returned rows.
    public record Stated(
            String hub,
            @JsonProperty("academic_year") String academicYear,
            String quantity,
            int stated,
            @Nullable Integer computed) {}

    /// The three sentences of a finding.
    ///
    /// @param accepted null, like `action`, if an older release stored all in one sentence
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parts(
            String found,
            @Nullable String accepted,
            @Nullable String action) {}

    /// A finding as shown to the analyst.
    ///
    /// @param value the content of the cell
    /// @param message the three sentences joined
    /// @param note the hub's explanation
    /// @param row the row number in the spreadsheet; 0 if it is not about a row
    /// @param rowKey identifies the row; null for an error
    /// @param key identifies the finding for a note; null if it can have none
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Note(
            String rule,
            String severity,
            @Nullable String cell,

            @JsonProperty("found") @Nullable String value,

            String message,
            Parts parts,
            @Nullable String note,
            @JsonIgnore int row,
            @JsonIgnore @Nullable String rowKey,
            @JsonIgnore @Nullable String key) {

        @JsonIgnore
        public boolean isError() {
            return severity.equals("error");
        }
    }
}
