/// The command line, with one class for each command.
@NullMarked
package org.huboutcomes.cli;

import org.jspecify.annotations.NullMarked;
