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

/// A kind of file that is accepted: its fields and how a later one takes the place of an earlier.
///
/// @param name the name of its file in the catalogue and of its table
/// @param order returns of a lower order are loaded first, because others are read against them
/// @param claim the fields that say which slot a row fills: hub and year, or none where the list is whole
/// @param primaryKey the fields that tell a row from the others of its hub and year, in every submission
/// @param replacement how a later submission replaces an earlier one of the same hub and year
/// @param identity the field that tells one row of these from another; without it, equal rows may be different people
/// @param byHeading the fields by the keys of their headings, see [NormalText#key]
/// @param blocks small tables that stand in it below its labels, where it is a form; else none
/// @param fromPlatforms whether survey platforms export it, each in its own way
/// @param testAnswers what people type to try it out
/// @param ticks how a register with one column a session is counted, where people keep one; or null
/// @param totals how a summary becomes rows of totals, where it is a return of totals; or null
/// @param titles further wordings of the titles of a form, as patterns of a whole line in small letters, by the name of
/// the field or block
/// @param likelyTitles what people write above their own list of such rows, or name its sheet or file
/// @param neverBeside what a list never has beside its columns, `figures` or `hubs`, or its sheet, `returns`; with it,
/// the sheet is another table
/// @param oneOf fields of which a sheet must have the column of one at least
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

    /// By its name alone: it is a key in the innermost loops, and hashing all that it holds takes longer than reading a
    /// row.
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /// The names of the fields that are stored, in the order of the values of an accepted row.
    public List<String> columns() {
        return stored().stream().map(Field::name).toList();
    }

    /// The same of one of its blocks.
    public List<String> columnsOfBlock(String name) {
        return blocks.stream()
                .filter(block -> block.name().equals(name))
                .flatMap(block -> block.stored().stream())
                .map(Field::name)
                .toList();
    }

    /// The tables that its rows enter, its own and those of its blocks, each with what is stored there.
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

    /// Whether it is a register or list that is whole, and of no hub and year.
    public boolean isList() {
        return claim.isEmpty();
    }

    /// Whether it is filled in at labels, and not one table.
    public boolean isForm() {
        return !blocks.isEmpty();
    }

    /// The field of a form that a line is the title of by one of the further wordings.
    ///
    /// @param key of the line, as [NormalText#key] gives it
    public Optional<Field> titledLike(String key) {
        return fields.stream().filter(field -> matches(field.name(), key)).findFirst();
    }

    /// The block of a form that a line is the title of.
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

    /// The fields whose column a sheet must have, and has not.
    ///
    /// @param present the fields that it has
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
