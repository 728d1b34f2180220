/// More than one machine: the PostgreSQL database of the job repository, and how partitions are given out and taken
/// back.
@NullMarked
package org.huboutcomes.cluster;

import org.jspecify.annotations.NullMarked;
