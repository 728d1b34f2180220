package org.huboutcomes.returns.definition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.returns.text.NormalText;
import org.jspecify.annotations.Nullable;

/// One column of a return, as the catalogue describes it.
///
/// @param type the name of a [FieldTypes] entry
/// @param shortTitle the name of a survey item in tables and charts of answers; without one, it is not shown there
/// @param required whether every row must have a value
/// @param headingRequired whether the sheet must have its column, even if rows leave it blank
/// @param labels other spellings of each choice
/// @param questions other wordings of a survey item, from its instruments
/// @param likely headings that probably mean this field: their columns are suggested for it, and read only once
/// confirmed
/// @param inTitles a pattern of values that a title or the name of a sheet may give for all rows; or null
/// @param lowestIsBest whether its lowest number is the best answer
/// @param several whether a cell may hold more than one code
/// @param notNames words in place of a reference that do not name a person
/// @param orNetwork whether the name of a network is accepted in place of a hub
/// @param shareOf the field that a percentage in this one is a share of; null if there is none
/// @param without what cannot be computed if a sheet has no column for it
/// @param likelyLabels words that probably mean a choice: it is suggested for them, and read only once confirmed
/// @param personal recognised in order to drop it on reading; never stored, logged or printed
public record Field(
        String name,
        String type,
        String title,
        @Nullable String shortTitle,
        List<String> synonyms,
        List<String> likely,
        @Nullable Pattern inTitles,
        boolean required,
        boolean headingRequired,
        List<String> choices,
        Map<String, List<String>> labels,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable String scale,
        boolean personal,
        List<SurveyQuestion> questions,
        boolean lowestIsBest,
        boolean several,
        Set<String> notNames,
        boolean orNetwork,
        @Nullable String shareOf,
        @Nullable String without,
        Map<String, List<String>> likelyLabels) {

    public Field {
        FieldTypeNames.refuseUnknown(type, "Field " + name);
        synonyms = List.copyOf(synonyms);
        likely = List.copyOf(likely);
        choices = List.copyOf(choices);
        labels = Map.copyOf(labels);
        likelyLabels = Map.copyOf(likelyLabels);
        questions = List.copyOf(questions);
        notNames = notNames.stream().map(NormalText::key).collect(Collectors.toUnmodifiableSet());
    }

    Field with(List<SurveyQuestion> wordings) {
        return asked(scale, wordings, lowestIsBest);
    }

    /// The field with the scale and direction that the wording of this heading gives.
    public Field askedBy(String heading) {
        String key = NormalText.key(heading);
        return questions.stream()
                .filter(question -> NormalText.key(question.text()).equals(key))
                .findFirst()
                .map(question -> asked(question.scale(), questions, question.lowestIsBest()))
                .orElse(this);
    }

    private Field asked(@Nullable String onScale, List<SurveyQuestion> wordings, boolean fromTheOtherEnd) {
        return new Field(
                name,
                type,
                title,
                shortTitle,
                synonyms,
                likely,
                inTitles,
                required,
                headingRequired,
                choices,
                labels,
                minimum,
                maximum,
                onScale,
                personal,
                wordings,
                fromTheOtherEnd,
                several,
                notNames,
                orNetwork,
                shareOf,
                without,
                likelyLabels);
    }

    /// Uses only the name: fields are keys in the innermost loops, and hashing all components takes longer than
    /// reading a row.
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    /// The choice that a word probably means.
    public Optional<String> likelyChoice(String text) {
        String key = NormalText.key(text);
        return choices.stream()
                .filter(choice -> likelyLabels.getOrDefault(choice, List.of()).stream()
                        .anyMatch(label -> NormalText.key(label).equals(key)))
                .findFirst();
    }

    boolean isStored() {
        return !personal && FieldTypeNames.isStored(type);
    }

    /// How to write a hub or a year in two cells above a table instead of in a column.
    public String writtenAbove() {
        return title + (type.equals("hub") ? " and its name" : " and the year, as 2022/23");
    }

    /// All headings that certainly or probably mean this field.
    public Stream<String> likelyHeadings() {
        return Stream.concat(headings(), likely.stream());
    }

    /// All headings that mean this field, the title first.
    public Stream<String> headings() {
        return Stream.of(Stream.of(title), synonyms.stream(), questions.stream().map(SurveyQuestion::text))
                .flatMap(headings -> headings);
    }
}
