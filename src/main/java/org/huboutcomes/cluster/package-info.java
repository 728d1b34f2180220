/// Work on more than one machine: the PostgreSQL database of the job repository, and the distribution of partitions
/// to workers.
@NullMarked
package org.huboutcomes.cluster;

import org.jspecify.annotations.NullMarked;
