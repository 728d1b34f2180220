package org.huboutcomes.returns.definition;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.spreadsheets.model.Row;
import org.jspecify.annotations.Nullable;

/// A small table in a form, below its own title and headings.
///
/// @param name the name of the table that stores its rows
/// @param optional whether a form is complete without it
/// @param text the field for text below the title that is not in a row; null if there is none
/// @param headings other wordings of the headings of its tables, as patterns in lower case, by field
/// @param starts patterns of a paragraph that begins a row anywhere; a group has the name of its field
/// @param startsWithin patterns of a paragraph that begins a row below the title
/// @param inSentences patterns in a sentence that is a row, if no paragraph begins a row
/// @param goesOn the field for the paragraphs after the first of a row
/// @param unnamed the name of a row whose paragraphs give none; null if they are not made into a row
/// @param withoutHeadings the fields of a table without a heading row, by its number of columns
public record FormBlock(
        String name,
        String title,
        List<String> synonyms,
        boolean optional,
        @Nullable String text,
        Map<String, List<Pattern>> headings,
        List<Pattern> starts,
        List<Pattern> startsWithin,
        List<Pattern> inSentences,
        @Nullable String goesOn,
        @Nullable String unnamed,
        List<List<String>> withoutHeadings,
        List<Field> fields) {

    private static final int LONGEST_HEADING = 120;
    private static final int WORDS_OF_A_HEADING = 8;
    private static final Pattern SENTENCE = Pattern.compile("(?s).*[.!;,]$");
    // A row with more cells is the heading of a large table.
    private static final int MOST_COLUMNS = 20;

    public FormBlock {
        synonyms = List.copyOf(synonyms);
        headings = Map.copyOf(headings);
        starts = List.copyOf(starts);
        startsWithin = List.copyOf(startsWithin);
        inSentences = List.copyOf(inSentences);
        withoutHeadings = withoutHeadings.stream().map(List::copyOf).toList();
        fields = List.copyOf(fields);
        if (fields.isEmpty()) throw new CatalogueFault("The block " + name + " has no fields.");
    }

    public boolean isTitle(String text) {
        String key = key(text);
        return Stream.concat(Stream.of(title), synonyms.stream())
                .anyMatch(known -> key(known).equals(key));
    }

    public Optional<Field> find(String field) {
        return fields.stream().filter(one -> one.name().equals(field)).findFirst();
    }

    /// The field with this heading, in its exact words or another wording. A sentence is not a heading.
    public Optional<Field> headed(String text) {
        Optional<Field> exactly = headedExactly(text);
        if (exactly.isPresent() || isSentence(text)) return exactly;
        String key = key(text);
        return fields.stream()
                .filter(field -> headings.getOrDefault(field.name(), List.of()).stream()
                        .anyMatch(pattern -> pattern.matcher(key).matches()))
                .findFirst();
    }

    /// The field with exactly this heading.
    public Optional<Field> headedExactly(String text) {
        String key = key(text);
        return fields.stream()
                .filter(field ->
                        field.headings().anyMatch(heading -> key(heading).equals(key)))
                .findFirst();
    }

    private static boolean isSentence(String text) {
        String line = text.strip();
        return SENTENCE.matcher(line).matches() || line.split("\\s+").length > WORDS_OF_A_HEADING;
    }

    private static String key(String text) {
        return NormalText.key(text).replace(" & ", " and ");
    }

    /// Whether a paragraph begins a row of this block.
    public boolean isStart(String text) {
        return Stream.concat(starts.stream(), startsWithin.stream())
                .anyMatch(pattern -> pattern.matcher(text).lookingAt());
    }

    public List<Field> stored() {
        return fields.stream().filter(field -> !field.personal()).toList();
    }

    /// Whether each cell of a row is exactly a heading.
    public boolean isHeadingRow(Row row) {
        return row.cells().stream()
                .filter(cell -> !cell.isBlank())
                .allMatch(cell -> headedExactly(CellText.of(cell)).isPresent());
    }

    /// The fields by column, if this row is the block's heading row; otherwise empty. A heading row has all
    /// required fields, and more than one heading of the block.
    public Map<Integer, Field> columns(Row row) {
        Map<Integer, Field> columns = new TreeMap<>();
        if (row.cells().size() > MOST_COLUMNS) return columns;
        if (row.cells().stream().anyMatch(cell -> isStart(CellText.of(cell)))) return Map.of();
        for (int column = 0; column < row.cells().size(); column++) {
            String text = CellText.of(row.cell(column));
            if (text.isEmpty() || text.length() > LONGEST_HEADING) continue;
            Field field = headed(text).orElse(null);
            if (field != null && !columns.containsValue(field)) columns.put(column, field);
        }
        boolean complete = fields.stream().filter(Field::required).allMatch(field -> columns.containsValue(field));
        return complete && columns.size() > 1 ? columns : Map.of();
    }
}
