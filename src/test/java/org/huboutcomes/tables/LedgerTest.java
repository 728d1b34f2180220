package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huboutcomes.tables.LoaderBench.CATALOGUE;
import static org.huboutcomes.tables.LoaderBench.accepted;
import static org.huboutcomes.tables.LoaderBench.file;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.huboutcomes.intake.Arrival;
import org.huboutcomes.returns.ScreenedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerTest {

    private static final LocalDate TONIGHT = LocalDate.of(2026, 11, 22);
    private static final Instant FRIDAY = Instant.parse("2026-11-20T09:00:00.123456Z");

    private final LoaderBench bench = new LoaderBench();
    private final Ledger ledger = bench.ledger;

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void anArrivalThatAKilledRunHadWrittenDownKeepsItsNumber() {
        Submission first = ledger.receive(arrival("a", FRIDAY), TONIGHT);
        assertThat(ledger.receive(arrival("a", FRIDAY), TONIGHT)).isEqualTo(first);
        assertThat(bench.numbers("select count(*) from submission")).containsExactly(1);
    }

    @Test
    void theSameBytesSavedAnewAreWrittenDownAnew() {
        ledger.receive(arrival("a", FRIDAY), TONIGHT);
        assertThat(ledger.receive(arrival("a", FRIDAY.plusSeconds(60)), TONIGHT).number())
                .isEqualTo(2);
    }

    @Test
    void aFileThatWasReadBeforeIsWrittenDownAnewWhenDroppedAgain() {
        Submission first = ledger.receive(arrival("a", FRIDAY), TONIGHT);
        bench.load(first, accepted(bench.stated("H1", 202223, 36)));
        assertThat(ledger.receive(arrival("a", FRIDAY), TONIGHT).number()).isEqualTo(2);
    }

    @Test
    void whatIsReceivedOrWaitsIsRead() {
        Submission waiting = bench.drop("a", file(ScreenedFile.Status.WAITING));
        Submission received = bench.receive("b");
        bench.drop("c", accepted(bench.stated("H1", 202223, 36)));
        assertThat(ledger.pending(CATALOGUE)).containsExactly(waiting, received);
    }

    @ParameterizedTest
    @EnumSource(
            value = ScreenedFile.Status.class,
            names = {"HELD", "REFUSED"})
    void aHeldOrRefusedFileIsTriedAgainOnlyWhenTheCatalogueHasChanged(ScreenedFile.Status status) {
        Submission submission = bench.drop("a", file(status));
        assertThat(ledger.pending(CATALOGUE)).isEmpty();
        assertThat(ledger.pending("the catalogue of tomorrow")).containsExactly(submission);
    }

    @ParameterizedTest
    @EnumSource(ScreenedFile.Status.class)
    void theSameBytesStandWhateverBecameOfThem(ScreenedFile.Status status) {
        Submission first = bench.drop("a", file(status));
        assertThat(ledger.standing(bench.receive("a"))).contains(first);
    }

    @Test
    void aFileThatWasSupersededStandsNoLonger() {
        bench.drop("a", accepted(bench.stated("H1", 202223, 36)));
        bench.drop("b", accepted(bench.stated("H1", 202223, 37)));
        assertThat(ledger.standing(bench.receive("a"))).isEmpty();
    }

    @Test
    void aDuplicateIsNothingToStandOn() {
        Submission first = bench.drop("a", accepted(bench.stated("H1", 202223, 36)));
        bench.drop("a", accepted(bench.stated("H1", 202223, 36)));
        assertThat(ledger.standing(bench.receive("a"))).contains(first);
    }

    @Test
    void aSubmissionIsToldAgainWhenItsStatusHasChanged() {
        Submission waiting = bench.drop("a", file(ScreenedFile.Status.WAITING));
        assertThat(ledger.unreported()).containsExactly(waiting);
        ledger.markReported(List.of(waiting));
        assertThat(ledger.unreported()).isEmpty();
        Submission read = bench.load(waiting, accepted(bench.stated("H1", 202223, 36)));
        assertThat(ledger.unreported()).isEqualTo(List.of(read));
    }

    private static Arrival arrival(String letter, Instant modified) {
        return new Arrival(Path.of("import", letter), letter + ".xlsx", 1, modified, letter.repeat(64));
    }
}
