package org.huboutcomes.returns.definition;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A stored field, with what its database column must allow.
///
/// @param name the name of its column
/// @param type the word for its type in the catalogue
/// @param required whether every stored row has a value
/// @param minimum the minimum of a number; null if there is none, as for the maximum
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
