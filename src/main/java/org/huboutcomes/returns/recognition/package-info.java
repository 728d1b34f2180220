/// Recognises the return of a sheet, its headings and tables, and rows that are not data.
@NullMarked
package org.huboutcomes.returns.recognition;

import org.jspecify.annotations.NullMarked;
