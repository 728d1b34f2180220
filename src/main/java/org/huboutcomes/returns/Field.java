package org.huboutcomes.returns;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One column of a return, as the catalogue describes it.
///
/// @param type the name of a [FieldTypes] entry
/// @param required whether every row must fill it
/// @param headingRequired whether the sheet must have its column, though rows may leave it blank
/// @param labels other spellings of each choice
/// @param questions other wordings of a survey item, from its instruments
/// @param lowestIsBest whether its numbers count from the other end
/// @param personal recognised so that it can be dropped at the door; never stored, logged or printed
record Field(
        String name,
        String type,
        String title,
        List<String> synonyms,
        boolean required,
        boolean headingRequired,
        List<String> choices,
        Map<String, List<String>> labels,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum,
        @Nullable String scale,
        boolean personal,
        List<Question> questions,
        boolean lowestIsBest) {

    Field {
        FieldTypes.refuseUnknown(type, name);
        synonyms = List.copyOf(synonyms);
        choices = List.copyOf(choices);
        labels = Map.copyOf(labels);
        questions = List.copyOf(questions);
    }

    Field with(List<Question> wordings) {
        return asked(scale, wordings, lowestIsBest);
    }

    /// The field as this heading asks for it: on the scale, and from the end, that the wording tells.
    Field askedBy(String heading) {
        String key = Words.key(heading);
        return questions.stream()
                .filter(question -> Words.key(question.text()).equals(key))
                .findFirst()
                .map(question -> asked(question.scale(), questions, question.lowestIsBest()))
                .orElse(this);
    }

    private Field asked(@Nullable String onScale, List<Question> wordings, boolean fromTheOtherEnd) {
        return new Field(
                name,
                type,
                title,
                synonyms,
                required,
                headingRequired,
                choices,
                labels,
                minimum,
                maximum,
                onScale,
                personal,
                wordings,
                fromTheOtherEnd);
    }

    /// By its name alone: it is a key in the innermost loops, and hashing all that it holds takes longer than reading a
    /// row.
    @Override
    public int hashCode() {
        return name.hashCode();
    }

    boolean isStored() {
        return !personal && FieldTypes.isStored(type);
    }

    /// Every heading that means this field, the title first.
    Stream<String> headings() {
        return Stream.of(Stream.of(title), synonyms.stream(), questions.stream().map(Question::text))
                .flatMap(headings -> headings);
    }
}
