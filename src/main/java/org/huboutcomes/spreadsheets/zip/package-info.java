/// Zips of spreadsheets.
@NullMarked
package org.huboutcomes.spreadsheets.zip;

import org.jspecify.annotations.NullMarked;
