/// The three jobs, the command line, and what became of each run.
@NullMarked
package org.huboutcomes.runs;

import org.jspecify.annotations.NullMarked;
