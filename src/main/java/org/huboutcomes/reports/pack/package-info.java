/// The data pack of a report: its figures as a workbook and as CSV.
@NullMarked
package org.huboutcomes.reports.pack;

import org.jspecify.annotations.NullMarked;
