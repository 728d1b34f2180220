/// Turns blocks into a tagged PDF: templates, fonts, structure and post-processing.
@NullMarked
package org.huboutcomes.reports.paper;

import org.jspecify.annotations.NullMarked;
