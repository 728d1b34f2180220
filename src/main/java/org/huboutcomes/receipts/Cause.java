package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.huboutcomes.receipts.Receipt.Note;

/// Findings of one rule with the same remedy, so that a page explains them once for all their cells.
public record Cause(List<Note> notes) {

    public Cause {
        notes = List.copyOf(notes);
        if (notes.isEmpty()) throw new IllegalArgumentException("a cause has a finding");
    }

    public Note first() {
        return notes.get(0);
    }

    /// `error`, `query`, or `explained` for a query that the hub has answered with a note.
    public String kind() {
        return first().isError() ? "error" : first().note() == null ? "query" : "explained";
    }

    /// The cell or the row of a finding; empty if it is about neither.
    public String place(Note note) {
        return note.cell() != null ? note.cell() : note.row() > 0 ? "row " + note.row() : "";
    }

    public static List<Cause> of(List<Note> notes) {
        Map<List<String>, List<Note>> byCause = new LinkedHashMap<>();
        for (Note note : notes)
            byCause.computeIfAbsent(key(note), none -> new ArrayList<>()).add(note);
        return byCause.values().stream().map(Cause::new).toList();
    }

    private static List<String> key(Note note) {
        // Without a value, cases are distinguished by their text.
        String about = note.value() == null ? note.parts().found() : "";
        return Stream.of(
                        note.rule(),
                        note.severity(),
                        note.parts().accepted(),
                        note.parts().action(),
                        about,
                        note.note())
                .map(part -> Objects.requireNonNullElse(part, ""))
                .toList();
    }
}
