package org.huboutcomes.returns;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where things stand on a sheet of a file that goes back.
///
/// @param heading the number of the heading row; 0 when nothing was recognised, and on a form, which has none
/// @param withheld columns (A is 0) of which no value may go back, because people may be named in them
/// @param ours whether the whole sheet is one that we added to the file before
public record Layout(String sheet, @Nullable String returnName, int heading, Set<Integer> withheld, boolean ours) {

    public Layout {
        withheld = Set.copyOf(withheld);
    }

    public boolean isReturn() {
        return returnName != null;
    }
}
