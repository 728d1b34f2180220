package org.huboutcomes.forget;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.intake.ArchiveJournal;
import org.huboutcomes.intake.ArchiveJournal.Event;
import org.huboutcomes.returns.Screening;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.values.Pseudonyms;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.ForgottenFiles;
import org.huboutcomes.tables.StoredPeople;
import org.huboutcomes.tables.StoredRegisters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/// Replaces a person of a hub by a random reference in the archived files and in the rows, and records in the
/// journal which file replaced which. The work to do is kept in a file beside the journal until everything is done.
/// Each step can be repeated, so the next run completes a killed one.
public final class Forgetting {

    /// The result.
    ///
    /// @param replacement the reference that replaces the person
    /// @param rows how many rows have it
    /// @param files how many archived files were replaced
    /// @param unread the names of files that could not be read and were left unchanged
    public record Result(String replacement, int rows, int files, List<String> unread) {

        public Result {
            unread = List.copyOf(unread);
        }

        /// Whether the person was found nowhere.
        public boolean isNothing() {
            return rows == 0 && files == 0;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(Forgetting.class);
    private static final String PLAN = "forget.json";
    private static final JsonMapper JSON = new JsonMapper();

    private final Store store;
    private final ReturnTypes types;
    private final Path plan;
    private final Archive archive;
    private final ArchiveJournal journal;
    private final Screening screening;
    private final Pseudonyms pseudonyms;
    private final StoredPeople people;
    private final Function<String, List<Path>> copies;

    /// @param archive the folder of the archive
    /// @param copies files and folders made from the rows of a hub, which could still name the person: they are
    /// deleted
    public Forgetting(
            Store store,
            ReturnTypes types,
            Path archive,
            Screening screening,
            Pseudonyms pseudonyms,
            Function<String, List<Path>> copies) {
        this.store = store;
        this.types = types;
        this.plan = archive.resolve(PLAN);
        this.archive = new Archive(archive);
        this.journal = new ArchiveJournal(archive);
        this.screening = screening;
        this.pseudonyms = pseudonyms;
        this.people = new StoredPeople(store, types);
        this.copies = copies;
    }

    /// Whether a killed run has left work to complete.
    public static boolean isUnfinished(Path archive) {
        return Files.exists(archive.resolve(PLAN));
    }

    /// Forgets a person.
    ///
    /// @param hub its code
    /// @param nameOrReference the name or reference as written in the hub's returns
    public Result forget(String hub, String nameOrReference, LocalDate day) throws IOException {
        Person asked = person(hub, nameOrReference.strip());
        Optional<Person> unfinished = unfinished();
        if (unfinished.isPresent()) {
            Result completed = complete(unfinished.get(), day);
            if (unfinished.get().isSameAs(asked)) return completed;
        }
        AtomicFile.write(plan, JSON.writeValueAsString(asked));
        return complete(asked, day);
    }

    /// Completes the work of a killed run.
    public void completeUnfinished(LocalDate day) throws IOException {
        Optional<Person> unfinished = unfinished();
        if (unfinished.isPresent())
            for (String file : complete(unfinished.get(), day).unread())
                LOG.warn("forget: {} cannot be read, so it is in the archive as it was received", file);
    }

    private Optional<Person> unfinished() throws IOException {
        return Files.exists(plan)
                ? Optional.of(JSON.readValue(Files.readAllBytes(plan), Person.class))
                : Optional.empty();
    }

    /// A pseudonym is replaced by a pseudonym and another reference by another reference, because figures count
    /// them differently.
    private Person person(String hub, String text) {
        boolean isName = Pseudonyms.isName(text);
        String reference =
                isName ? pseudonyms.of(hub, text) : people.find(hub, text).orElse(text);
        SecureRandom random = new SecureRandom();
        if (!isName && !Pseudonyms.isPseudonym(reference)) {
            long first = 1_000_000_000L;
            return new Person(hub, reference, null, "R-" + random.nextLong(first, 10 * first));
        }
        byte[] bytes = new byte[5];
        random.nextBytes(bytes);
        return new Person(
                hub, reference, isName ? text : null, "P-" + HexFormat.of().formatHex(bytes));
    }

    private Result complete(Person person, LocalDate day) throws IOException {
        List<String> unread = new ArrayList<>();
        List<Event.Forgotten> replaced = replaceFiles(person, day, unread);
        journal.append(replaced);
        List<Event> all = journal.events();
        TransactionTemplate transaction = new TransactionTemplate(store.transactions());
        int rows = Objects.requireNonNull(transaction.execute(status -> {
            new ForgottenFiles(store, types.rules()).record(all);
            people.replace(person.hub(), person.reference(), person.replacement());
            return people.rows(person.hub(), person.replacement());
        }));
        for (Event event : all) if (event instanceof Event.Forgotten one) archive.remove(one.sha256());
        if (rows > 0) for (Path copy : copies.apply(person.hub())) FileSystemUtils.deleteRecursively(copy);
        Files.deleteIfExists(plan);
        return new Result(person.replacement(), rows, replaced.size(), unread);
    }

    /// A file that is archived under the hash of content that was received.
    private record Received(String sha256, String name, boolean alone) {}

    private List<Event.Forgotten> replaceFiles(Person person, LocalDate day, List<String> unread) throws IOException {
        Set<String> done = new HashSet<>();
        for (Event event : journal.events()) if (event instanceof Event.Forgotten one) done.add(one.sha256());
        PersonInFile file = new PersonInFile(screening, new StoredRegisters(store), person, unread);
        List<Event.Forgotten> replaced = new ArrayList<>();
        Path draft = Files.createTempFile("forget", ".draft");
        try {
            for (Received one : received(person.hub())) {
                Optional<Path> kept = archive.intact(one.sha256());
                if (kept.isEmpty() || done.contains(one.sha256())) continue;
                Optional<Boolean> isNamed =
                        PersonInFile.attempt(() -> file.replace(kept.get(), one.name(), one.alone(), draft));
                if (isNamed.isEmpty()) unread.add(one.name());
                if (!isNamed.orElse(false)) continue;
                String sha256 = Sha256.of(draft);
                archive.keep(draft, sha256, one.name());
                replaced.add(new Event.Forgotten(day, one.sha256(), sha256));
            }
        } finally {
            Files.deleteIfExists(draft);
        }
        return replaced;
    }

    /// The files with returns of the hub, and those with a sheet or rows whose hub is unknown.
    private List<Received> received(String hub) {
        return JdbcClient.create(store.dataSource())
                .sql("""
                        select
                            submission.sha256,
                            min_by(submission.file_name, submission.submission) as file_name,
                            coalesce(bool_and(claim.hub is null or claim.hub = :hub), true) as alone
                        from submission
                        left join claim using (submission)
                        group by submission.sha256
                        having
                            bool_or(
                                claim.hub = :hub
                                or claim.claim is null
                                or submission.submission in (
                                    select submission from submitted_sheet where left_out > 0
                                    union
                                    select submission from submitted_sheet anti join claim using (sheet)
                                )
                            )
                        order by min(submission.submission)""")
                .param("hub", hub)
                .query((row, number) -> new Received(row.getString(1), row.getString(2), row.getBoolean(3)))
                .list();
    }
}
