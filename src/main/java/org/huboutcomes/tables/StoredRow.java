package org.huboutcomes.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A loaded row, as far as replacing it needs to know it.
///
/// @param unit what it is counted by, such as its school or activity; null where the return has none
/// @param shown the same as it is written there
/// @param answer of a survey: the id with its time; null without an id
/// @param within of a survey: the activity
/// @param content all values, to see whether two rows are equal
/// @param counted one value for each noun that the return counts in
record StoredRow(
        long claim,
        int number,
        @Nullable String unit,
        @Nullable String shown,
        @Nullable String answer,
        String within,
        String content,
        List<@Nullable String> counted) {}
