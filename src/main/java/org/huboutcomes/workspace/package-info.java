/// The workspace of a network: its settings, lock, releases, snapshots and run logs.
@NullMarked
package org.huboutcomes.workspace;

import org.jspecify.annotations.NullMarked;
