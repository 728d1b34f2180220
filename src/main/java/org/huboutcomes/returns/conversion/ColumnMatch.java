package org.huboutcomes.returns.conversion;

import org.huboutcomes.returns.definition.Field;

/// A field and the column that is, or is proposed for, its own.
///
/// @param heading as she wrote it
/// @param asked what the column is called in the converted workbook: the title, or the wording of a survey's question
/// @param exact whether the heading is one that the return knows; otherwise it is a guess
/// @param score how sure it is, at most 1
record ColumnMatch(Field field, int column, String heading, String asked, boolean exact, double score) {}
