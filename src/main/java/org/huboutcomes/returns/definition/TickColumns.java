package org.huboutcomes.returns.definition;

import java.util.Set;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.returns.text.NormalText;

/// How a register with one column for each session is counted: the number of columns, and how many are ticked.
///
/// @param offered the field for the number of these columns
/// @param attended the field for the number of ticks in a row
/// @param yes marks for a person who attended
/// @param no marks for a person who did not
public record TickColumns(String offered, String attended, Set<String> yes, Set<String> no) {

    public TickColumns {
        yes = keys(yes);
        no = keys(no);
    }

    static TickColumns of(YamlKeys keys) {
        keys.only("offered", "attended", "yes", "no");
        return new TickColumns(
                keys.text("offered"), keys.text("attended"), Set.copyOf(keys.list("yes")), Set.copyOf(keys.list("no")));
    }

    private static Set<String> keys(Set<String> marks) {
        return marks.stream().map(NormalText::key).collect(Collectors.toUnmodifiableSet());
    }
}
