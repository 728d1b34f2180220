/// The engine of hub-outcomes, which turns returned spreadsheets into figures and reports.
@NullMarked
package org.huboutcomes;

import org.jspecify.annotations.NullMarked;
