package org.huboutcomes.cluster;

/// A partition that one worker has for a time.
///
/// @param stepExecution the partition, by its step execution in the job repository
/// @param step the name of its step
/// @param token the fencing token: each claim of a partition has a higher one, and only the highest counts
public record Lease(long stepExecution, String step, long token) {}
