/// The figures of a report for those who calculate: a workbook and its CSV twin.
@NullMarked
package org.huboutcomes.reports.pack;

import org.jspecify.annotations.NullMarked;
