package org.huboutcomes.cluster;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.jspecify.annotations.Nullable;

/// The share of every run that a process does if there is no queue.
///
/// @param number from 1
/// @param of the number of shards
public record Shard(int number, int of) {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,4})/(\\d{1,4})");

    public Shard {
        if (number < 1 || number > of) throw new IllegalArgumentException("there is no shard " + number + " of " + of);
    }

    /// The shard that a process has to do; empty if runs have no shards and none is requested.
    ///
    /// @param option the value of `--shard`, such as 2/4
    /// @param jobIndex the index that Kubernetes gives a pod of an indexed job, from 0
    /// @param of the number of shards in the settings; 0 for none
    public static Optional<Shard> of(@Nullable String option, @Nullable String jobIndex, int of) {
        if (option != null) return Optional.of(written(option, of));
        if (of == 0) return Optional.empty();
        if (jobIndex == null)
            throw new Fault(
                    ExitCode.WRONG_USE,
                    "Runs are shared among " + of + " shards; say which this is, such as --shard 1/" + of + ".");
        if (!jobIndex.matches("\\d{1,4}") || Integer.parseInt(jobIndex) >= of)
            throw new Fault(
                    ExitCode.INVALID_SETUP,
                    "JOB_COMPLETION_INDEX is \"" + jobIndex + "\", and cluster.shards is " + of
                            + "; give the job as many completions.");
        return Optional.of(new Shard(Integer.parseInt(jobIndex) + 1, of));
    }

    private static Shard written(String option, int of) {
        Matcher parts = WRITTEN.matcher(option);
        if (!parts.matches()) throw new Fault(ExitCode.WRONG_USE, "--shard is \"" + option + "\"; write it as 1/4.");
        int number = Integer.parseInt(parts.group(1));
        int all = Integer.parseInt(parts.group(2));
        if (number < 1 || number > all)
            throw new Fault(ExitCode.WRONG_USE, "--shard is \"" + option + "\"; write a number from 1 to " + all + ".");
        if (all != of)
            throw new Fault(
                    ExitCode.INVALID_SETUP,
                    "--shard is \"" + option + "\", and cluster.shards in workspace.yaml is " + of
                            + "; both must give the same number of shards.");
        return new Shard(number, all);
    }

    @Override
    public String toString() {
        return number + "/" + of;
    }
}
