/// Text files of separated values.
@NullMarked
package org.huboutcomes.spreadsheets.csv;

import org.jspecify.annotations.NullMarked;
