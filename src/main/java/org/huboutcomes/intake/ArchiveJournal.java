package org.huboutcomes.intake;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The archive's journal, `archive/journal.jsonl`: what happened to its files, in order, one JSON object per line.
/// Together with the archived files it is enough to rebuild the store. Lines are only ever appended, and synced.
public final class ArchiveJournal {

    private static final String NAME = "journal.jsonl";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// An event. The day is the as-of date of the run that recorded it.
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    public sealed interface Event {

        LocalDate day();

        /// A file was received.
        ///
        /// @param modified the file's own time, in UTC
        @JsonTypeName("arrived")
        record Arrived(LocalDate day, long submission, String sha256, String file, LocalDateTime modified)
                implements Event {}

        /// Submissions were read together, each with the reference lists of those before it.
        @JsonTypeName("read")
        record Read(LocalDate day, List<Long> submissions) implements Event {

            public Read {
                submissions = List.copyOf(submissions);
            }
        }

        /// A submission was withdrawn by hand.
        @JsonTypeName("withdrawn")
        record Withdrawn(LocalDate day, long submission, String why) implements Event {}

        /// An arrangement of headings that a hub had confirmed was withdrawn by hand.
        ///
        /// @param layout its number
        @JsonTypeName("layout_withdrawn")
        record LayoutWithdrawn(LocalDate day, long layout, String hub, String returnName, String headings, String why)
                implements Event {}

        /// The archived file of a submission was deleted, because its retention had expired.
        ///
        /// @param status the status of the submission at that time
        @JsonTypeName("expired")
        record Expired(LocalDate day, long submission, String status) implements Event {}

        /// An archived file that named a person was replaced by one that does not.
        ///
        /// @param replacement the SHA-256 of the file that took its place
        @JsonTypeName("forgotten")
        record Forgotten(LocalDate day, String sha256, String replacement) implements Event {}

        /// An edition was frozen.
        ///
        /// @param manifest the SHA-256 of its manifest
        @JsonTypeName("frozen")
        record Frozen(LocalDate day, String edition, String manifest) implements Event {}
    }

    private final Path file;

    /// @param archive the folder of the archive
    public ArchiveJournal(Path archive) {
        this.file = archive.resolve(NAME);
    }

    public boolean exists() {
        return Files.exists(file);
    }

    /// Creates an empty journal if there is none.
    public void create() throws IOException {
        if (exists()) return;
        Files.createDirectories(file.getParent());
        Files.createFile(file);
    }

    /// The fault for a journal that is missing although files were received.
    public JournalFault missing() {
        return new JournalFault("The journal of the archive, " + file + ", is missing. Put it back from a backup; if"
                + " there is none, make an empty file of this name, and the next run writes the journal again from the"
                + " store. Nothing was changed.");
    }

    /// All events in order. An unfinished last line of a killed run is ignored.
    ///
    /// @throws JournalFault if a line before the last cannot be read
    public List<Event> events() throws IOException {
        if (!exists()) return List.of();
        List<Event> events = new ArrayList<>();
        // Bytes that are not UTF-8 become replacement characters, which no event has, so that the damaged line can
        // be named.
        String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        int number = 0;
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList())
            events.add(event(line, ++number));
        return events;
    }

    /// The SHA-256 of the file that each submission has in the archive now. If the file named a person who is
    /// forgotten, this is the file that replaced it. The same content received again afterwards was not archived.
    public static Map<Long, String> contents(List<Event> events) {
        Map<Long, String> contents = new LinkedHashMap<>();
        for (Event event : events) {
            if (event instanceof Event.Arrived one) contents.put(one.submission(), one.sha256());
            if (event instanceof Event.Forgotten one)
                contents.replaceAll(
                        (submission, content) -> content.equals(one.sha256()) ? one.replacement() : content);
        }
        return contents;
    }

    private Event event(String line, int number) {
        try {
            return JSON.readValue(line, Event.class);
        } catch (JacksonException e) {
            throw new JournalFault(
                    "Line " + number + " of " + file + " is damaged; put this file back from a backup: what it lacks is"
                            + " written down again. Nothing was changed.",
                    e);
        }
    }

    /// Appends events and syncs them to disk. An unfinished last line is removed first.
    public void append(List<? extends Event> events) throws IOException {
        if (events.isEmpty()) return;
        StringBuilder lines = new StringBuilder();
        for (Event event : events)
            lines.append(JSON.writerFor(Event.class).writeValueAsString(event)).append('\n');
        Files.createDirectories(file.getParent());
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.truncate(endOfLastLine(channel));
            channel.position(channel.size());
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
            while (bytes.hasRemaining()) channel.write(bytes);
            channel.force(true);
        }
    }

    private static long endOfLastLine(FileChannel channel) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long end = channel.size(); end > 0; end--) {
            one.clear();
            channel.read(one, end - 1);
            if (one.get(0) == '\n') return end;
        }
        return 0;
    }
}
