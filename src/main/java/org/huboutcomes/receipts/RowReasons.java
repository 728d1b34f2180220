package org.huboutcomes.receipts;

import java.util.List;
import java.util.stream.Collectors;
import org.huboutcomes.receipts.Receipt.Note;

/// The text beside a row: all findings in it, one after the other.
final class RowReasons {

    private RowReasons() {}

    static String of(List<Note> notes) {
        return notes.stream()
                .map(note -> (note.cell() == null ? "" : note.cell() + ": ")
                        + note.message()
                        + (note.note() == null ? "" : " Your note: " + note.note()))
                .collect(Collectors.joining(" "));
    }
}
