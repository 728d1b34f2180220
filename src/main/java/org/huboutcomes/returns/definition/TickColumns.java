package org.huboutcomes.returns.definition;

import java.util.Set;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.returns.text.NormalText;

/// How a register is counted that has one column a session: how many columns there are, and how many are ticked.
///
/// @param offered the field that is the number of these columns
/// @param attended the field that is the number of ticks in a row
/// @param yes what people put for a person who was there
/// @param no what they put for one who was not
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
