package org.huboutcomes.returns.recognition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.spreadsheets.model.Row;
import org.huboutcomes.spreadsheets.model.Rows;
import org.huboutcomes.spreadsheets.model.UnreadableException;

/// Recognises a filled form by its labels and blocks, many of which must be present.
public final class FormRecognition {

    private static final int AT_LEAST = 3;
    private static final int AT_LEAST_IN_A_DOCUMENT = 2;

    private record Candidate(ReturnType type, int known) {}

    private final List<ReturnType> types;

    public FormRecognition(List<ReturnType> types) {
        this.types = List.copyOf(types);
    }

    public Optional<ReturnType> recognise(List<Row> first) {
        return types.stream()
                .map(type -> new Candidate(type, filled(type, first).known()))
                .filter(candidate -> candidate.known() >= AT_LEAST
                        && candidate.known() * 2L
                                >= candidate.type().blocks().size()
                                        + candidate.type().fields().stream()
                                                .filter(Field::required)
                                                .count())
                .max(Comparator.comparingInt(Candidate::known))
                .map(Candidate::type);
    }

    /// The form in a text document, based on all of its rows: it cannot be a table.
    public Optional<ReturnType> recogniseDocument(List<Row> rows) {
        return types.stream()
                .map(type -> new Candidate(type, filled(type, rows).known()))
                .filter(candidate -> candidate.known() >= AT_LEAST_IN_A_DOCUMENT)
                .max(Comparator.comparingInt(Candidate::known))
                .map(Candidate::type);
    }

    /// The whole form: the first rows, and the rest of the sheet.
    public static FilledForm filled(ReturnType type, List<Row> first, Rows rest) throws UnreadableException {
        FilledForm form = filled(type, first);
        for (Row row = rest.next(); row != null; row = rest.next()) form.add(row);
        return form;
    }

    private static FilledForm filled(ReturnType type, List<Row> rows) {
        FilledForm form = new FilledForm(type);
        rows.forEach(form::add);
        return form;
    }
}
