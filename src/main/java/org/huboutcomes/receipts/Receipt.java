package org.huboutcomes.receipts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What became of one submission, in the shape in which it goes back.
///
/// @param sameAs the file of which a duplicate holds the same bytes
/// @param withdrawn why it was taken out of force, if it was
/// @param findings about the file as a whole
/// @param stated what its hubs state for its years, beside what the rows in force come to
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

    /// For a duplicate: with what is said of the file that holds the same bytes.
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

    /// Whether a sheet of it goes back converted.
    boolean hasConverted() {
        return sheets.stream().anyMatch(sheet -> sheet.status().equals("converted"));
    }

    /// Every finding: those about the file, and those of its sheets.
    Stream<Note> all() {
        return Stream.concat(findings.stream(), sheets.stream().flatMap(sheet -> sheet.findings().stream()));
    }

    /// Whether a later submission, or a hand, took everything in it out of force.
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
    /// @param hub null for a reference list, and where a sheet holds several
    /// @param rows read = accepted + left_out + duplicate + aside
    /// @param totals schools, memberships and places, which are three different things
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

    /// A hub and year that a sheet fills, whose place it took there, and who took its own.
    ///
    /// @param changes rows added, removed and changed against what it supersedes
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

        /// A claim that is in force with all its rows, or with none.
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

    /// The sheet of which a claim replaced rows, where it was one alone.
    ///
    /// @param rowsLeft whether other rows of that sheet are still in force
    /// @param othersLeft whether other sheets of that file are still in force
    public record Earlier(String sheet, boolean rowsLeft, boolean othersLeft) {}

    /// A number before and after.
    public record Change(int before, int after) {}

    /// Answers of a survey.
    ///
    /// @param read those of the sheet that were accepted
    /// @param added those that were not in force before; `new` in JSON
    /// @param replaced those that are no longer in force because of the sheet
    /// @param inForce those of the hub's year afterwards
    public record Answers(
            int read,
            @JsonProperty("new") int added,
            int replaced,
            @JsonProperty("in_force") int inForce) {}

    /// What a sheet replaced, or would replace once that is confirmed, for one hub and year.
    ///
    /// @param counts rows, then what the return counts in, such as schools
    /// @param choice what the hub answered, or null
    /// @param key by which the Findings sheet keeps an answer
    /// @param asks whether the hub can choose how the file is meant
    public record Replaces(
            @Nullable String hub,
            @Nullable String academicYear,
            Map<String, Change> counts,
            boolean held,
            @Nullable String choice,
            String key,
            boolean asks) {}

    /// What is in force of a sheet, and what it replaced.
    ///
    /// @param inForce its rows that are in force
    /// @param replacedWithin rows that another sheet of the same file replaced
    /// @param replacedSince rows that later files have replaced
    /// @param heldFor `errors` or `confirmation`; null where it is not held
    /// @param replaces rows, schools and so on that were in force for its hubs and years before and after it
    /// @param inForceTotals of its hub and year, over all files; empty where it serves several
    /// @param perSlot the same by hub and year, where something was in force before
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

    /// What differs from the submission whose place was taken.
    public record Changes(int added, int removed, int changed) {}

    /// A quantity that a hub states, and what the returned rows come to.
    public record Stated(
            String hub,
            @JsonProperty("academic_year") String academicYear,
            String quantity,
            int stated,
            @Nullable Integer computed) {}

    /// The three sentences of a finding.
    ///
    /// @param accepted null, like `action`, where an older release kept all in one sentence
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Parts(
            String found,
            @Nullable String accepted,
            @Nullable String action) {}

    /// A finding, as the analyst reads it.
    ///
    /// @param value what the cell holds
    /// @param message the three sentences, one after the other
    /// @param note by which the hub has explained it
    /// @param row as the spreadsheet numbers it; 0 when it is about no row
    /// @param rowKey what tells the row from others; null for an error
    /// @param key what a note about it is kept by; null where none can be
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
