/// What every format is read into: a book of sheets, a sheet of rows, a row of typed cells, within limits.
@NullMarked
package org.huboutcomes.spreadsheets.model;

import org.jspecify.annotations.NullMarked;
