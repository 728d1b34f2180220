package org.huboutcomes.returns.conversion;

import org.huboutcomes.returns.definition.Field;

/// A field and the column that was found or suggested for it.
///
/// @param heading as the analyst wrote it
/// @param asked the heading in the converted workbook: the title, or the wording of a survey's question
/// @param exact whether the return knows the heading; otherwise it is a guess
/// @param score the confidence, at most 1
record ColumnMatch(Field field, int column, String heading, String asked, boolean exact, double score) {}
