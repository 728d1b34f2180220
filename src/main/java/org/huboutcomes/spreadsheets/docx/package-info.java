/// Reads text documents as rows: a row for each paragraph, and one for each row of a table.
@NullMarked
package org.huboutcomes.spreadsheets.docx;

import org.jspecify.annotations.NullMarked;
