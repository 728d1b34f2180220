package org.huboutcomes.returns.conversion;

import java.util.HashMap;
import java.util.Map;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.Scale;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.returns.values.ReferenceLists;

/// Reads the cells of each return. Two returns may have a field of the same name with different choices, and
/// spellings are cached by name, so each return has its own reader.
final class Readings {

    private final ReferenceLists registers;
    private final Map<String, Scale> scales;
    private final Likeness likeness = new Likeness();
    private final Map<ReturnType, FieldTypes> byReturn = new HashMap<>();

    Readings(ReferenceLists registers, Map<String, Scale> scales) {
        this.registers = registers;
        this.scales = scales;
    }

    Likeness likeness() {
        return likeness;
    }

    FieldTypes of(ReturnType type) {
        return byReturn.computeIfAbsent(type, none -> new FieldTypes(registers, scales));
    }
}
