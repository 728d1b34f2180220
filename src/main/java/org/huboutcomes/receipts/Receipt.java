package org.huboutcomes.receipts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What became of one submission, in the shape in which it goes back.
///
/// @param findings about the file as a whole
public record Receipt(String file, String sha256, String status, String taken, List<Note> findings, List<Part> sheets) {

    /// Whether anything must be corrected.
    public boolean hasErrors() {
        return Stream.concat(findings.stream(), sheets.stream().flatMap(sheet -> sheet.findings().stream()))
                .anyMatch(note -> note.severity().equals("error"));
    }

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

    /// A hub and year that a sheet fills, and whose place it took there.
    public record Slot(
            @Nullable String hub,
            @JsonProperty("academic_year") @Nullable String academicYear,
            int accepted,
            @JsonProperty("in_force") boolean inForce,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String supersedes) {}

    /// A finding, as the analyst reads it.
    public record Note(
            String rule,
            String severity,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String cell,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String found,

            String message) {}
}
