package org.huboutcomes.returns.definition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A field whose values are stored, as its column must be able to hold them.
///
/// @param name the name of its column
/// @param type the word of the catalogue for what it holds
/// @param required whether every stored row has a value
/// @param minimum of a number; null where there is none, and so with the maximum
public record StoredField(
        String name,
        String type,
        boolean required,
        @Nullable BigDecimal minimum,
        @Nullable BigDecimal maximum) {

    public static StoredField of(Field field) {
        return new StoredField(field.name(), field.type(), field.required(), field.minimum(), field.maximum());
    }
}
