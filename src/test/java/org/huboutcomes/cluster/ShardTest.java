package org.huboutcomes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.Workspace;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/// Each shard does its own share of a run, and the run finds the results.
class ShardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"1/4,,4,1/4", "4/4,0,4,4/4", ",0,4,1/4", ",3,4,4/4", ",,0,", ",2,0,"})
    void theShardIsThatOfTheOptionOrOfTheIndexOfTheJob(
            @Nullable String option, @Nullable String index, int of, @Nullable String shard) {
        assertThat(Shard.of(option, index, of).map(Shard::toString).orElse(null))
                .isEqualTo(shard);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0/4 ||4| WRONG_USE     | --shard is \"0/4\"; write a number from 1 to 4.",
                "5/4 ||4| WRONG_USE     | --shard is \"5/4\"; write a number from 1 to 4.",
                "2   ||4| WRONG_USE     | --shard is \"2\"; write it as 1/4.",
                "2/3 ||4| INVALID_SETUP | --shard is \"2/3\", and cluster.shards in workspace.yaml is 4; both must give the same number of shards.",
                "2/3 ||0| INVALID_SETUP | --shard is \"2/3\", and cluster.shards in workspace.yaml is 0; both must give the same number of shards.",
                "    ||4| WRONG_USE     | Runs are shared among 4 shards; say which this is, such as --shard 1/4.",
                "   |4|4| INVALID_SETUP | JOB_COMPLETION_INDEX is \"4\", and cluster.shards is 4; give the job as many completions.",
                "   |x|4| INVALID_SETUP | JOB_COMPLETION_INDEX is \"x\", and cluster.shards is 4; give the job as many completions."
            })
    void whatIsNoShardIsRefusedInOneSentence(
            @Nullable String option, @Nullable String index, int of, ExitCode code, String sentence) {
        assertThatThrownBy(() -> Shard.of(option, index, of))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(code))
                .hasMessage(sentence);
    }

    @Test
    void everyPartitionIsAskedOfOneShardAndFoundWhenItIsDone() throws Exception {
        Workspace workspace = new Workspace(folder);
        Shards shards = new Shards(workspace, "this program", 2, PATIENCE);
        Map<String, ExecutionContext> contexts = new LinkedHashMap<>();
        for (String name : List.of("a", "b", "c"))
            contexts.put(name, new ExecutionContext(Map.of("item", name, "round", 7)));
        List<String> told = new ArrayList<>();
        CompletableFuture<Map<String, PartitionFolder>> run =
                inBackground(() -> shards.work(3, "step", contexts, told::add));
        ShardWork first = new ShardWork(workspace, "this program", new Shard(1, 2));
        assertThat(items(first, 2))
                .extracting(item -> item.context().getString("item"))
                .containsExactly("a", "c");
        assertThat(first.open().get(0).context().getInt("round")).isEqualTo(7);
        assertThat(new ShardWork(workspace, "another program", new Shard(1, 2)).open())
                .isEmpty();
        for (ShardWork.Item item : first.open()) make(item);
        ShardWork.Item last = items(new ShardWork(workspace, "this program", new Shard(2, 2)), 1)
                .get(0);
        ShardWork.Item twin =
                new ShardWork(workspace, "this program", new Shard(2, 2)).open().get(0);
        make(last);
        make(twin);
        assertThat(run.get()).containsOnlyKeys("a", "b", "c");
        assertThat(told).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(Objects.requireNonNull(run.get().get("b")).place().resolve("made"))
                .hasContent("step b");
        assertThat(first.open()).isEmpty();
    }

    @Test
    void aShardThatIsFrozenUntilItsRunHasEndedPutsNothingAnywhere() throws Exception {
        Workspace workspace = new Workspace(folder);
        Shards shards = new Shards(workspace, "this program", 1, PATIENCE);
        CompletableFuture<?> run =
                inBackground(() -> shards.work(4, "step", Map.of("a", new ExecutionContext()), done -> {}));
        ShardWork work = new ShardWork(workspace, "this program", new Shard(1, 1));
        ShardWork.Item frozen = items(work, 1).get(0);
        make(work.open().get(0));
        run.get();
        PartitionFolder.delete(PartitionFolder.run(workspace, 4));
        assertThatThrownBy(() -> make(frozen)).isInstanceOf(java.nio.file.NoSuchFileException.class);
        frozen.fail(new Fault(ExitCode.MACHINE_FAILURE, "It is late."));
        assertThat(workspace.partitions()).isEmptyDirectory();
    }

    @Test
    void whatAnEarlierRunHasLeftIsAskedOfNobodyAndWhatWasMadeIsKept() throws Exception {
        Workspace workspace = new Workspace(folder);
        Shards.forgetAll(workspace);
        Shards shards = new Shards(workspace, "this program", 1, Duration.ofMillis(500));
        Map<String, ExecutionContext> two = Map.of("a", new ExecutionContext(), "b", new ExecutionContext());
        CompletableFuture<?> killed = inBackground(() -> shards.work(8, "step", two, done -> {}));
        ShardWork work = new ShardWork(workspace, "this program", new Shard(1, 1));
        ShardWork.Item left = items(work, 2).get(0);
        make(work.open().get(1));
        assertThatThrownBy(killed::get).rootCause().isInstanceOf(Fault.class);
        assertThat(left.isPending()).isTrue();
        Shards.forgetAll(workspace);
        assertThat(left.isPending()).isFalse();
        assertThat(work.open()).isEmpty();
        assertThat(PartitionFolder.run(workspace, 8).resolve("made-b")).isDirectory();
    }

    @Test
    void aFaultOfAShardIsTheRunsAndASilentShardIsNamed() throws Exception {
        Workspace workspace = new Workspace(folder);
        Shards shards = new Shards(workspace, "this program", 1, PATIENCE);
        CompletableFuture<?> run =
                inBackground(() -> shards.work(5, "step", Map.of("a", new ExecutionContext()), done -> {}));
        ShardWork work = new ShardWork(workspace, "this program", new Shard(1, 1));
        items(work, 1).get(0).fail(new Fault(ExitCode.INVALID_SETUP, "It cannot be read."));
        assertThatThrownBy(run::get).rootCause().isInstanceOf(Fault.class).hasMessage("It cannot be read.");
        assertThat(work.open()).isEmpty();
        Shards impatient = new Shards(workspace, "this program", 1, Duration.ofMillis(300));
        assertThatThrownBy(() -> impatient.work(6, "step", Map.of("a", new ExecutionContext()), done -> {}))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("Shard 1/1 was not heard of for ");
    }

    private static List<ShardWork.Item> items(ShardWork work, int number) throws Exception {
        List<ShardWork.Item> open = work.open();
        while (open.size() < number) {
            Thread.sleep(10);
            open = work.open();
        }
        return open;
    }

    private static void make(ShardWork.Item item) throws Exception {
        item.folder()
                .make(
                        item,
                        made -> Files.writeString(
                                made.resolve("made"),
                                item.step() + " " + item.context().getString("item", "")));
    }

    /// A task that may throw.
    @FunctionalInterface
    private interface Task<T> {
        T run() throws Exception;
    }

    private static <T> CompletableFuture<T> inBackground(Task<T> task) {
        CompletableFuture<T> result = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        result.complete(task.run());
                    } catch (Exception e) {
                        result.completeExceptionally(e);
                    }
                })
                .start();
        return result;
    }
}
