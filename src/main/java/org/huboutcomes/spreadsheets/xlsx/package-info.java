/// Workbooks in the XML format of Excel 2007 and later.
@NullMarked
package org.huboutcomes.spreadsheets.xlsx;

import org.jspecify.annotations.NullMarked;
