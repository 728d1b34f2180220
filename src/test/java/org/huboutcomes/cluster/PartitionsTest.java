package org.huboutcomes.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.Settings;
import org.huboutcomes.workspace.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One worker has a partition at a time, and one manager the queue.
class PartitionsTest {

    private static final int LEASE_SECONDS = 2;

    @TempDir
    static Path folder;

    private static EmbeddedPostgres server;
    private static JobDatabase database;

    private final Partitions partitions = new Partitions(database, "this program", LEASE_SECONDS);

    @BeforeAll
    static void aDatabase() throws IOException, SQLException {
        server = EmbeddedPostgres.start();
        Workspace workspace = new Workspace(folder);
        workspace.make("job_repository: {url: \"jdbc:postgresql://localhost:" + server.getPort()
                + "/postgres\", user: postgres}\ncluster: {lease_seconds: " + LEASE_SECONDS + ", wait_seconds: 1}\n");
        database = JobDatabase.of(Settings.of(workspace)).orElseThrow();
        assertThat(database.isDefined()).isFalse();
        database.define();
        database.define();
        assertThat(database.isDefined()).isTrue();
    }

    @AfterAll
    static void end() throws IOException {
        server.close();
    }

    @BeforeEach
    void nothingIsLeft() throws SQLException {
        try (ManagerLock lock = ManagerLock.acquire(database)) {
            partitions.forgetAll(lock);
        }
    }

    @Test
    void aMissingDatabaseIsTheSettingsFaultAndASilentOneTheMachines() throws IOException {
        assertThat(fault("localhost:" + server.getPort() + "/nowhere"))
                .hasMessageStartingWith("The database of the job repository refuses the program")
                .extracting(Fault::exitCode)
                .isEqualTo(ExitCode.INVALID_SETUP);
        assertThat(fault("localhost:1/postgres"))
                .hasMessage("The database of the job repository does not answer; nothing was lost; start it and run"
                        + " again.")
                .extracting(Fault::exitCode)
                .isEqualTo(ExitCode.MACHINE_FAILURE);
    }

    private static Fault fault(String place) throws IOException {
        Workspace other = new Workspace(Files.createTempDirectory(folder, "other"));
        other.make("job_repository: {url: \"jdbc:postgresql://" + place + "\", user: postgres}\n");
        try {
            JobDatabase.of(Settings.of(other));
            throw new AssertionError(place + " was reached");
        } catch (SQLException e) {
            return Fault.of(e);
        }
    }

    private void add(long... numbers) {
        partitions.add(LongStream.of(numbers)
                .mapToObj(number -> new StepExecutionRequest("reports", number))
                .toList());
    }

    @Test
    void eachPartitionIsClaimedOnceAndInOrder() {
        add(1, 2, 3);
        List<Long> claimed = new ArrayList<>();
        for (String worker : List.of("one", "other", "one"))
            claimed.add(partitions.claim(worker).orElseThrow().stepExecution());
        assertThat(claimed).containsExactly(1L, 2L, 3L);
        assertThat(partitions.claim("other")).isEmpty();
        assertThat(partitions.held()).isEqualTo(3);
    }

    @Test
    void aWorkerThatIsNotHeardOfLosesItsPartition() throws Exception {
        add(7);
        Lease slow = partitions.claim("slow").orElseThrow();
        assertThat(partitions.claim("quick")).isEmpty();
        Thread.sleep(LEASE_SECONDS * 1000L + 200);
        Lease taken = partitions.claim("quick").orElseThrow();
        assertThat(taken.stepExecution()).isEqualTo(7);
        assertThat(taken.step()).isEqualTo("reports");
        assertThat(taken.token()).isGreaterThan(slow.token());
        Path file = folder.resolve("published");
        assertThatThrownBy(() -> partitions.whileHeld(slow, () -> Files.writeString(file, "late")))
                .isInstanceOf(LostLease.class);
        assertThatThrownBy(() -> partitions.renew(slow)).isInstanceOf(LostLease.class);
        partitions.done(slow);
        partitions.giveBack(slow);
        assertThat(file).doesNotExist();
        partitions.whileHeld(taken, () -> Files.writeString(file, "in time"));
        assertThat(file).hasContent("in time");
        partitions.done(taken);
        assertThat(partitions.held()).isZero();
    }

    @Test
    void aRenewedLeaseIsKept() throws Exception {
        add(8);
        Lease lease = partitions.claim("one").orElseThrow();
        for (int i = 0; i < 4; i++) {
            Thread.sleep(LEASE_SECONDS * 300L);
            partitions.renew(lease);
        }
        assertThat(partitions.claim("other")).isEmpty();
    }

    @Test
    void whatIsGivenBackIsTakenBeforeWhatNobodyHad() {
        add(1, 2);
        Lease lease = partitions.claim("one").orElseThrow();
        partitions.giveBack(lease);
        assertThat(partitions.claim("other").orElseThrow().stepExecution()).isEqualTo(1);
    }

    @Test
    void aWorkerWithAnotherProgramOrCatalogueIsGivenNothing() {
        add(1);
        assertThat(new Partitions(database, "another program", LEASE_SECONDS).claim("other"))
                .isEmpty();
        assertThat(partitions.claim("one")).isPresent();
    }

    @Test
    void whatAnEarlierRunHasLeftIsForgotten() throws SQLException {
        add(1, 2);
        Lease left = partitions.claim("one").orElseThrow();
        try (ManagerLock lock = ManagerLock.acquire(database)) {
            partitions.forgetAll(lock);
        }
        assertThat(partitions.claim("one")).isEmpty();
        assertThatThrownBy(() -> partitions.renew(left)).isInstanceOf(LostLease.class);
    }

    @Test
    void aSecondManagerIsRefusedUntilTheFirstEnds() throws SQLException {
        try (ManagerLock first = ManagerLock.acquire(database)) {
            assertThatThrownBy(() -> ManagerLock.acquire(database))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.exitCode()).isEqualTo(ExitCode.WORKSPACE_LOCKED))
                    .hasMessageStartingWith("Another run uses the database of the job repository");
            first.requireHeld();
        }
        ManagerLock.acquire(database).close();
    }

    /// The database is restarted, and another manager takes the lock first.
    @Test
    void aManagerThatHasLostItsLockEnds() throws SQLException {
        try (ManagerLock first = ManagerLock.acquire(database)) {
            JdbcClient.create(server.getPostgresDatabase())
                    .sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'")
                    .query(Boolean.class)
                    .list();
            first.requireHeld();
            JdbcClient.create(server.getPostgresDatabase())
                    .sql("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'")
                    .query(Boolean.class)
                    .list();
            try (ManagerLock second = ManagerLock.acquire(database)) {
                second.requireHeld();
                assertThatThrownBy(first::requireHeld).isInstanceOf(Fault.class);
            }
        }
    }
}
