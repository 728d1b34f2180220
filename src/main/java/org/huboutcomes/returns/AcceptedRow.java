package org.huboutcomes.returns;

import org.jspecify.annotations.Nullable;

/// One accepted row of a claim.
///
/// @param number as the spreadsheet numbers it
/// @param values one for each stored field of the return, in their order
@SuppressWarnings("ArrayRecordComponent") // a million of these are held at once; a list each would double them
public record AcceptedRow(int number, @Nullable Object[] values) {}
