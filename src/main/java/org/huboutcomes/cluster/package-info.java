/// More than one machine: the PostgreSQL database with the job repository, the queue of partitions and their leases.
@NullMarked
package org.huboutcomes.cluster;

import org.jspecify.annotations.NullMarked;
