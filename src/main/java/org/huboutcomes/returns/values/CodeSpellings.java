package org.huboutcomes.returns.values;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Records the spelling of each code and reference of a file, so that two spellings of one can be reported.
public final class CodeSpellings {

    private record Code(String field, String code) {}

    private final Map<Code, String> inFile = new HashMap<>();
    private final Map<Code, String> inSheet = new HashMap<>();
    private final Set<Code> reported = new HashSet<>();

    /// Starts the next sheet.
    public void nextSheet() {
        inSheet.clear();
    }

    /// @param field the field of the code
    /// @param code the stored code
    /// @param spelling the code as written
    /// @return another spelling: in this sheet, or in an earlier one if it was not reported before
    public Optional<String> other(String field, String code, String spelling) {
        Code key = new Code(field, code);
        String before = inSheet.putIfAbsent(key, spelling);
        String elsewhere = inFile.putIfAbsent(key, spelling);
        String other = before != null || reported.contains(key) ? before : elsewhere;
        if (other == null || other.equals(spelling)) return Optional.empty();
        reported.add(key);
        return Optional.of(other);
    }
}
