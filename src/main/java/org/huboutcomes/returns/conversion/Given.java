package org.huboutcomes.returns.conversion;

import org.huboutcomes.returns.definition.Field;

/// A hub or a year that was found outside the columns, and where.
///
/// @param value the value to store
/// @param written the value as people write it
/// @param source where it was found, such as `the title in A1`
/// @param row its row number in the sheet; 0 if it is elsewhere
/// @param column its column there (A is 0)
/// @param inSheet whether it is in the sheet itself
public record Given(Field field, Object value, String written, String source, int row, int column, boolean inSheet) {}
