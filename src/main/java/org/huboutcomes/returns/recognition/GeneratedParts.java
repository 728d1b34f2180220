package org.huboutcomes.returns.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.returns.findings.HubNote;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// The parts that this program adds to a returned workbook or template. They are recognised only by their text, so
/// that they are found even if they were copied into another workbook.
public final class GeneratedParts {

    /// The heading of the column of reasons beside the rows.
    public static final String REASONS = "Reasons (hub-outcomes)";

    /// Marks every sheet that is not data.
    public static final String NOT_READ = "hub-outcomes does not read this sheet as data.";

    /// Marks a template, above its headings: its rows may have a school and no other data yet.
    public static final String TEMPLATE = "Template (hub-outcomes)";

    public static final String WHERE = "Where";
    public static final String FOUND = "What was found";
    public static final String ACCEPTED = "What is accepted";
    public static final String HAPPENED = "What happened";
    public static final String NOTE = "Note";

    /// The heading of the hidden column with the keys of notes.
    public static final String KEY = "Key (hub-outcomes)";

    private static final Set<String> FINDINGS = Stream.of(WHERE, FOUND, ACCEPTED, HAPPENED, NOTE)
            .map(NormalText::key)
            .collect(Collectors.toUnmodifiableSet());

    private static final String REASONS_KEY = NormalText.key(REASONS);

    private GeneratedParts() {}

    public static boolean isReasons(String heading) {
        return NormalText.key(heading).equals(REASONS_KEY);
    }

    /// Whether a sheet with these first rows was added by this program.
    public static boolean isSheet(List<Row> first) {
        return first.stream().anyMatch(row -> says(row, NOT_READ) || isFindingsHeading(row));
    }

    public static boolean isTemplate(List<Row> first) {
        return first.stream().anyMatch(row -> says(row, TEMPLATE));
    }

    /// The notes entered in one of our sheets; empty if it has no column for them.
    public static List<HubNote> notes(List<Row> first, Rows rest) throws UnreadableException {
        List<Row> rows = new ArrayList<>(first);
        for (Row row = rest.next(); row != null; row = rest.next()) rows.add(row);
        Optional<Row> heading =
                rows.stream().filter(GeneratedParts::isFindingsHeading).findFirst();
        int key = heading.map(row -> column(row, KEY)).orElse(-1);
        if (key < 0) return List.of();
        int note = column(heading.orElseThrow(), NOTE);
        // What the file replaces, and the hub's choice, are above the headings.
        return rows.stream()
                .map(row -> HubNote.of(CellText.of(row.cell(key)), CellText.of(row.cell(note))))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean says(Row row, String words) {
        return row.cells().stream().anyMatch(cell -> CellText.of(cell).equals(words));
    }

    private static boolean isFindingsHeading(Row row) {
        Set<String> headings = row.cells().stream()
                .map(CellText::of)
                .filter(text -> !text.isEmpty())
                .map(NormalText::key)
                .collect(Collectors.toSet());
        return headings.containsAll(FINDINGS);
    }

    private static int column(Row heading, String words) {
        for (int column = 0; column < heading.cells().size(); column++)
            if (NormalText.key(CellText.of(heading.cell(column))).equals(NormalText.key(words))) return column;
        return -1;
    }
}
