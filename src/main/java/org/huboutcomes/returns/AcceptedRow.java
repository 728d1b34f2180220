package org.huboutcomes.returns;

import org.jspecify.annotations.Nullable;

/// One accepted row of a claim.
///
/// @param number the row number in the spreadsheet
/// @param values one value for each stored field of the return, in the same order
@SuppressWarnings("ArrayRecordComponent") // a million of these are held at once; a list each would double them
public record AcceptedRow(int number, @Nullable Object[] values) {}
