package org.huboutcomes.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.huboutcomes.intake.ArchiveJournal.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveJournalTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final List<Event> EVENTS = List.of(
            new Event.Arrived(DAY, 1, "ab".repeat(32), "HM1 \u00e9\n.xlsx", LocalDateTime.of(2026, 11, 20, 12, 0)),
            new Event.Read(DAY, List.of(1L)),
            new Event.Withdrawn(DAY, 1, "wrong year"),
            new Event.Expired(DAY, 1, "withdrawn"),
            new Event.Frozen(DAY, "2022-23-v1", "cd".repeat(32)));

    @TempDir
    private Path archive;

    @Test
    void whatIsAppendedIsReadBackInOrder() throws IOException {
        ArchiveJournal journal = new ArchiveJournal(archive);
        assertThat(journal.events()).isEmpty();
        for (Event event : EVENTS) journal.append(List.of(event));
        assertThat(journal.events()).isEqualTo(EVENTS);
        assertThat(archive.resolve("journal.jsonl")).content().hasLineCount(EVENTS.size());
    }

    /// Cut off after each byte of the last line.
    @Test
    void aLineThatAKilledRunHasNotFinishedIsNoEvent() throws IOException {
        ArchiveJournal journal = new ArchiveJournal(archive);
        journal.append(EVENTS);
        Path file = archive.resolve("journal.jsonl");
        String whole = Files.readString(file);
        int last = whole.lastIndexOf('\n', whole.length() - 2) + 1;
        for (int end = last; end < whole.length(); end++) {
            Files.writeString(file, whole.substring(0, end));
            assertThat(journal.events()).isEqualTo(EVENTS.subList(0, EVENTS.size() - 1));
            journal.append(EVENTS.subList(EVENTS.size() - 1, EVENTS.size()));
            assertThat(file).hasContent(whole);
        }
    }

    @Test
    void aDamagedLineIsNamed() throws IOException {
        ArchiveJournal journal = new ArchiveJournal(archive);
        journal.append(EVENTS.subList(0, 1));
        Files.writeString(archive.resolve("journal.jsonl"), "{\"event\":\"lost\"}\n", StandardOpenOption.APPEND);
        assertThatThrownBy(journal::events).isInstanceOf(JournalFault.class).hasMessageStartingWith("Line 2 of ");
    }
}
