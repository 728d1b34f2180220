/// Workbooks in the binary format of Excel 97 to 2003.
@NullMarked
package org.huboutcomes.spreadsheets.xls;

import org.jspecify.annotations.NullMarked;
