package org.huboutcomes.returns.conversion;

import org.huboutcomes.returns.definition.Field;

/// A hub or a year that no column gives, and where it was found instead.
///
/// @param value as a row of the return would hold it
/// @param written the value as people write it
/// @param source where from, such as `the title in A1`
/// @param row the row of the sheet in which it stands; 0 where it stands elsewhere
/// @param column the column there (A is 0)
/// @param inSheet whether the sheet itself says so
public record Given(Field field, Object value, String written, String source, int row, int column, boolean inSheet) {}
