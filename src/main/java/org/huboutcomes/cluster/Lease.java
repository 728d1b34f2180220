package org.huboutcomes.cluster;

/// A partition that is assigned to one worker for a limited time.
///
/// @param stepExecution the partition, by its step execution in the job repository
/// @param step the name of its step
/// @param token the fencing token: each claim of a partition has a higher one, and only the highest is valid
public record Lease(long stepExecution, String step, long token) {}
