package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.receipts.Receipt.Note;

/// Findings of one rule that ask for the same, so that a person reads once what forty cells have in common.
record Cause(List<Note> notes) {

    Cause {
        notes = List.copyOf(notes);
        if (notes.isEmpty()) throw new IllegalArgumentException("a cause has a finding");
    }

    Note first() {
        return notes.get(0);
    }

    static List<Cause> of(List<Note> notes) {
        Map<List<String>, List<Note>> byCause = new LinkedHashMap<>();
        for (Note note : notes)
            byCause.computeIfAbsent(key(note), none -> new ArrayList<>()).add(note);
        return byCause.values().stream().map(Cause::new).toList();
    }

    private static List<String> key(Note note) {
        Sentence sentence = Sentence.of(note.message(), note.found());
        String explained = note.note() == null ? "" : note.note();
        // Without what was found there is nothing to tell its cases apart by but the sentence itself.
        String about = note.found() == null ? sentence.found() : "";
        return List.of(note.rule(), note.severity(), sentence.accepted(), sentence.happened(), about, explained);
    }
}
