package org.huboutcomes.returns.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A column of a template for a return.
///
/// @param type the word for its type in the catalogue
/// @param claimed whether it is the hub or year and is therefore written once above the table
/// @param choices the choices for its cells; empty if any text is accepted
/// @param minimum the minimum of a number; null if there is none, as for the maximum
public record TemplateColumn(
        String field,
        String title,
        String type,
        boolean required,
        boolean claimed,
        List<String> choices,
        @Nullable Integer minimum,
        @Nullable Integer maximum) {

    public TemplateColumn {
        choices = List.copyOf(choices);
    }

    /// All columns of a return, except those that would name people.
    public static List<TemplateColumn> of(ReturnType type, ReturnTypes types) {
        return type.stored().stream()
                .map(field -> of(field, type, types.scales()))
                .toList();
    }

    private static TemplateColumn of(Field field, ReturnType type, Map<String, Scale> scales) {
        List<String> choices = new ArrayList<>(field.choices());
        if (field.scale() != null)
            choices.addAll(Objects.requireNonNull(scales.get(field.scale())).labels());
        return new TemplateColumn(
                field.name(),
                field.title(),
                field.type(),
                field.required(),
                type.claim().contains(field.name()),
                choices,
                field.minimum() == null ? null : field.minimum().intValue(),
                field.maximum() == null ? null : field.maximum().intValue());
    }

    public boolean isNumber() {
        return type.equals("integer") || type.equals("decimal");
    }

    public boolean isSchool() {
        return type.equals("school");
    }

    /// Whether it is a reference to a person, who has a row.
    public boolean isReference() {
        return type.equals("reference");
    }

    /// Whether it is the name of a school, which is beside its URN for readers.
    public boolean isSchoolName() {
        return type.equals("school_name");
    }

    /// A short description of the accepted values.
    public String accepted() {
        String what = switch (type) {
            case "school", "urn" -> "URN, six digits";
            case "academic_year" -> "as 2022/23";
            case "reference" -> "a reference that names nobody, one person in a row";
            case "authority_code" -> "code of the local authority, one in a row";
            case "code" -> "code, one in a row";
            case "date" -> "dd/mm/yyyy";
            case "hub" -> "code or name of a hub";
            case "network" -> "name of a network";
            case "integer" -> "whole number" + range();
            case "decimal" -> "number" + range();
            default -> choices.isEmpty() ? "text" : "choose from the list";
        };
        return (required ? "Required: " : "Optional: ") + what;
    }

    private String range() {
        if (minimum == null && maximum == null) return "";
        return maximum == null
                ? ", " + minimum + " or more"
                : ", " + (minimum == null ? 0 : minimum) + " to " + maximum;
    }
}
