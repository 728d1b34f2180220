package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.returns.conversion.ConvertedTable.Line;
import org.huboutcomes.returns.conversion.rows.TermColumns;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Cell;

/// How the headings of a converted sheet were read. Once a hub has confirmed it, sheets with the same headings are
/// read directly.
///
/// @param headings the original headings, which identify this layout
/// @param columns for each guessed field, by name, its heading
/// @param digests by the same names, a digest of each value; the values are not kept, because they may name people
/// @param places by the name of a field, its original column (A is 0)
public record GuessedLayout(
        String headings,
        SortedMap<String, String> columns,
        Map<String, Set<String>> digests,
        Map<String, Integer> places) {

    private static final String SESSIONS = "sessions";
    private static final int LETTERS = 16;

    public GuessedLayout {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        digests = Map.copyOf(digests);
        places = Map.copyOf(places);
    }

    static GuessedLayout of(ConversionPlan plan, List<Line> lines) {
        SortedMap<String, String> columns = new TreeMap<>();
        Map<String, Set<String>> digests = new TreeMap<>();
        Map<String, Integer> places = new TreeMap<>();
        for (int i = 0; i < plan.columns().size(); i++) {
            Field field = plan.columns().get(i).field();
            ColumnMatch match = plan.matches().get(field);
            if (match != null) places.put(field.name(), match.column());
            TermColumns.Joined joined = match == null ? null : plan.terms().get(match.column());
            boolean guessed = match != null && (!match.exact() || joined != null);
            if (!guessed && !plan.isCounted(field)) continue;
            String heading = match == null ? SESSIONS : match.heading();
            columns.put(field.name(), joined == null ? heading : joined.first() + " to " + joined.last());
            Set<String> read = new TreeSet<>();
            for (Line line : lines) {
                Object value = plan.fieldTypes()
                        .value(plan.asked(field), line.entries().get(i).cell());
                if (value != null) read.add(digest(value));
            }
            digests.put(field.name(), read);
        }
        return new GuessedLayout(headings(plan), columns, digests, places);
    }

    /// Columns of sessions count as one heading, whatever their number and dates.
    private static String headings(ConversionPlan plan) {
        List<String> headings = new ArrayList<>();
        List<Cell> cells = plan.candidate().heading().cells();
        for (int column = 0; column < cells.size(); column++) {
            boolean session =
                    plan.sessions() != null && plan.sessions().columns().contains(column);
            // Terms in another order or of another year make a different layout; so do other years.
            TermColumns.Joined joined = plan.terms().get(column);
            String own = joined == null ? CellText.of(cells.get(column)) : String.join(" + ", joined.headings());
            String key = session ? SESSIONS : NormalText.key(own);
            if (!session || !headings.contains(SESSIONS)) headings.add(key);
        }
        return String.join(" | ", headings);
    }

    /// The digest stored for a value.
    public static String digest(Object value) {
        return Sha256.of(value.toString()).substring(0, LETTERS);
    }
}
