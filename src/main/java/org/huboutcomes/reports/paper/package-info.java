/// From typed blocks to a tagged PDF: templates, fonts, structure, and the last pass over the file.
@NullMarked
package org.huboutcomes.reports.paper;

import org.jspecify.annotations.NullMarked;
