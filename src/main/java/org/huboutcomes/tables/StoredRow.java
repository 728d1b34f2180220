package org.huboutcomes.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A loaded row, with what is needed to replace it.
///
/// @param unit what it is counted by, such as its school or activity; null if the return has none
/// @param shown the unit as written in the row
/// @param answer for a survey: the id with its time; null without an id
/// @param within for a survey: the activity
/// @param content all values, to compare rows
/// @param counted one value for each noun that the return counts
record StoredRow(
        long claim,
        int number,
        @Nullable String unit,
        @Nullable String shown,
        @Nullable String answer,
        String within,
        String content,
        List<@Nullable String> counted) {}
