package org.huboutcomes.receipts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
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
            List<Note> findings) {}

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
            @Nullable Changes changes) {}

    /// What differs from the submission whose place was taken.
    public record Changes(int added, int removed, int changed) {}

    /// A quantity that a hub states, and what the returned rows come to.
    public record Stated(
            String hub,
            @JsonProperty("academic_year") String academicYear,
            String quantity,
            int stated,
            @Nullable Integer computed) {}

    /// A finding, as the analyst reads it.
    ///
    /// @param note by which the hub has explained it
    /// @param row as the spreadsheet numbers it; 0 when it is about no row
    /// @param rowKey what tells the row from others; null for an error
    /// @param key what a note about it is kept by; null where none can be
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Note(
            String rule,
            String severity,
            @Nullable String cell,
            @Nullable String found,
            String message,
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
