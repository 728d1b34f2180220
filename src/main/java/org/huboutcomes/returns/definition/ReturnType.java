package org.huboutcomes.returns.definition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.returns.text.NormalText;
import org.jspecify.annotations.Nullable;

/// A kind of file that is accepted: its fields, and how a later one replaces an earlier one.
///
/// @param name the name of its file in the catalogue and of its table
/// @param order returns of a lower order are loaded first, because others are read against them
/// @param claim the fields that identify the slot of a row: hub and year, or none for a whole list
/// @param primaryKey the fields that identify a row within its hub and year, in every submission
/// @param replacement how a later submission replaces an earlier one of the same hub and year
/// @param identity the field that identifies a row; without it, equal rows may be different people
/// @param byHeading the fields by the keys of their headings, see [NormalText#key]
/// @param blocks small tables below the labels of a form; otherwise none
/// @param fromPlatforms whether survey platforms export it, each in its own way
/// @param testAnswers what people type to test it
/// @param ticks how a register with one column for each session is counted; or null
/// @param totals how a summary becomes rows of totals, for a return of totals; or null
/// @param titles other wordings of the titles of a form, as patterns of a whole line in lower case, by the name of
/// the field or block
/// @param likelyTitles usual titles, sheet names or file names of people's own lists of such rows
/// @param neverBeside what a list never has among its columns (`figures` or `hubs`) or beside its sheet
/// (`returns`): a sheet with it is another table
/// @param oneOf fields of which a sheet must have at least one column
/// @param heldOverPercent the share of wrong rows above which the whole sheet is held
public record ReturnType(
        String name,
        String title,
        int order,
        List<String> claim,
        List<String> primaryKey,
        Replacement replacement,
        @Nullable String identity,
        int heldOverPercent,
        boolean otherHeadingsLeft,
        Set<String> leftHeadings,
        List<Field> fields,
        Map<String, Field> byHeading,
        List<FormBlock> blocks,
        boolean fromPlatforms,
        Set<String> testAnswers,
        @Nullable TickColumns ticks,
        @Nullable TotalColumns totals,
        Map<String, List<Pattern>> titles,
        List<String> likelyTitles,
        Set<String> neverBeside,
        List<String> oneOf) {

    private static final int LONGEST_TITLE = 120;

    public ReturnType {
        claim = List.copyOf(claim);
        primaryKey = List.copyOf(primaryKey);
        leftHeadings = leftHeadings.stream().map(NormalText::key).collect(Collectors.toUnmodifiableSet());
        fields = List.copyOf(fields);
        byHeading = Map.copyOf(byHeading);
        blocks = List.copyOf(blocks);
        titles = Map.copyOf(titles);
        likelyTitles = List.copyOf(likelyTitles);
        neverBeside = Set.copyOf(neverBeside);
        oneOf = List.copyOf(oneOf);
        testAnswers = testAnswers.stream().map(NormalText::key).collect(Collectors.toUnmodifiableSet());
        if (fields.isEmpty()) throw new CatalogueFault("jobs/returns/" + name + ".yaml has no fields.");
    }

    /// Uses only the name: returns are keys in the innermost loops, and hashing all components takes longer than
    /// reading a row.
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /// The names of the stored fields, in the order of the values of an accepted row.
    public List<String> columns() {
        return stored().stream().map(Field::name).toList();
    }

    /// As above for one of its blocks.
    public List<String> columnsOfBlock(String name) {
        return blocks.stream()
                .filter(block -> block.name().equals(name))
                .flatMap(block -> block.stored().stream())
                .map(Field::name)
                .toList();
    }

    /// The tables for its rows, its own and those of its blocks, with the stored fields of each.
    public Map<String, List<StoredField>> tables() {
        Map<String, List<StoredField>> tables = new LinkedHashMap<>();
        tables.put(name, stored().stream().map(StoredField::of).toList());
        blocks.forEach(block -> tables.put(
                block.name(), block.stored().stream().map(StoredField::of).toList()));
        return tables;
    }

    public List<Field> stored() {
        return fields.stream().filter(Field::isStored).toList();
    }

    /// Whether it is a whole register or list, without hub and year.
    public boolean isList() {
        return claim.isEmpty();
    }

    /// Whether it is filled in at labels instead of in a table.
    public boolean isForm() {
        return !blocks.isEmpty();
    }

    /// The field of a form whose title has this line as another wording.
    ///
    /// @param key the key of the line, see [NormalText#key]
    public Optional<Field> titledLike(String key) {
        return fields.stream().filter(field -> matches(field.name(), key)).findFirst();
    }

    /// The block of a form with this line as its title.
    public Optional<FormBlock> blockTitled(String line) {
        String key = NormalText.key(line);
        return blocks.stream()
                .filter(block -> block.isTitle(line) || matches(block.name(), key))
                .findFirst();
    }

    private boolean matches(String name, String key) {
        return key.length() <= LONGEST_TITLE
                && titles.getOrDefault(name, List.of()).stream()
                        .anyMatch(pattern -> pattern.matcher(key).matches());
    }

    /// The fields whose required column a sheet lacks.
    ///
    /// @param present the fields that the sheet has
    public List<Field> missing(Collection<Field> present) {
        List<Field> missing = new ArrayList<>(fields.stream()
                .filter(field -> field.headingRequired() && !present.contains(field))
                .toList());
        if (!oneOf.isEmpty() && present.stream().noneMatch(field -> oneOf.contains(field.name())))
            missing.add(Objects.requireNonNull(find(oneOf.get(0))));
        return missing;
    }

    @Nullable
    public Field find(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /// The fields by the keys of their headings.
    static Map<String, Field> byHeading(List<Field> fields) {
        Map<String, Field> known = new HashMap<>();
        for (Field field : fields) field.headings().forEach(heading -> known.put(NormalText.key(heading), field));
        return known;
    }
}
