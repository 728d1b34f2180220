package org.huboutcomes.receipts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.intake.Archive;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.Ledger;
import org.huboutcomes.tables.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes a receipt for each submission, as JSON and as a page, and a workbook with its findings, to the folder of
/// its hub and year. They are written again when their content changes. They are made only from the store and the
/// archive, so a run after a killed one writes the same files.
public final class Receipts {

    /// The maximum number of receipts read together, and of their findings.
    private static final int TOGETHER = 100;

    private static final int FINDINGS_TOGETHER = 20_000;

    private final Path returned;
    private final Archive archive;
    private final Ledger ledger;
    private final ReceiptPlaces places;
    private final ReceiptQuery receipts;
    private final ReturnedWorkbook workbooks;
    private final Map<String, String> titles;
    private final ReturnTypes types;
    private final JdbcClient sql;
    private final ObjectMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Receipts(Store store, ReturnTypes types, Archive archive, ReturnedWorkbook workbooks, Path returned) {
        this.returned = returned;
        this.archive = archive;
        this.workbooks = workbooks;
        this.types = types;
        this.ledger = new Ledger(store);
        this.places = new ReceiptPlaces(store, returned);
        this.receipts = new ReceiptQuery(store, types);
        this.titles = types.all().stream().collect(Collectors.toMap(ReturnType::name, ReturnType::title));
        this.sql = JdbcClient.create(store.dataSource());
    }

    /// @return how many were written
    public int write() throws IOException {
        List<Submission> unreported = ledger.unreported();
        Set<Long> again = ledger.receivedAgain();
        List<Submission> toWrite = new ArrayList<>();
        for (Submission submission : unreported)
            if (!again.contains(submission.number()) || !hasReceiptAlready(submission)) toWrite.add(submission);
        Set<Path> known = folders();
        for (List<Submission> some : ledger.inParts(toWrite, TOGETHER, FINDINGS_TOGETHER)) {
            Map<Long, ReceiptPlaces.Place> put = places.of(some);
            List<Receipt> said = receipts.of(some);
            for (int i = 0; i < some.size(); i++)
                write(
                        some.get(i),
                        said.get(i),
                        Objects.requireNonNull(put.get(some.get(i).number())),
                        known);
        }
        ledger.markReported(unreported);
        return unreported.size();
    }

    /// The folders of hubs and of their years. A workspace rebuilt from its archive has none yet.
    private Set<Path> folders() throws IOException {
        try (Stream<Path> all = Files.walk(Files.createDirectories(returned), 2)) {
            return all.filter(Files::isDirectory).collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }

    /// If the same file came several times, one submission has the receipt with its name: the one in force, or else
    /// the last that was not just a duplicate. A file that was held or refused when it was sent again has a receipt
    /// with a name of its own, as a duplicate has.
    private boolean hasReceiptAlready(Submission submission) {
        return sql.sql("""
                        with standing as (
                            select
                                submission,
                                status,
                                submission in (select submission from claim where in_force) as counts,
                                status in ('held', 'refused') and bool_or(status in ('accepted', 'partial', 'withdrawn')) over (
                                    order by submission
                                ) as again
                            from submission
                            where sha256 = ? and file_name = ?
                        )
                        from standing as other
                        join standing as mine on mine.submission = ? and other.submission <> mine.submission
                        where other.status not in ('received', 'duplicate') and not mine.counts
                        and (other.submission > mine.submission and (mine.status = 'duplicate' or mine.again = other.again)
                            or other.counts and mine.status <> 'duplicate' and not mine.again)""")
                .params(submission.sha256(), submission.fileName(), submission.number())
                .query()
                .listOfRows()
                .iterator()
                .hasNext();
    }

    /// @param known all folders that may have an earlier receipt
    private void write(Submission submission, Receipt receipt, ReceiptPlaces.Place place, Set<Path> known)
            throws IOException {
        String name = place.fileName();
        List<Path> folders = new ArrayList<>();
        for (String folder : place.folders()) folders.add(Files.createDirectories(returned.resolve(folder)));
        for (Path folder : folders) deleteFromImport(folder, name);
        takeAwayElsewhere(folders, name, known);
        known.addAll(folders);
        Optional<String> workbook = workbook(submission, receipt, folders, name);
        for (Path folder : folders) {
            AtomicFile.write(folder.resolve(name + ".receipt.json"), json.writeValueAsString(receipt) + "\n");
            AtomicFile.write(
                    folder.resolve(name + ReceiptPlaces.PAGE),
                    new ReceiptPage(receipt, workbook.orElse(null), titles).html());
        }
    }

    /// No workbook is written for a file that is no longer in force, because there is nothing to correct, or for
    /// one that is waiting, because it has not been read.
    private Optional<String> workbook(Submission submission, Receipt receipt, List<Path> folders, String name)
            throws IOException {
        if (receipt.isOutOfForce() || submission.status() == Submission.Status.WAITING) return Optional.empty();
        Optional<Path> file = archive.find(submission.sha256());
        if (file.isEmpty()) return Optional.empty();
        boolean document = workbooks.isDocument(file.get());
        if (!document && receipt.all().findAny().isEmpty()) return Optional.empty();
        Path first = folders.get(0);
        Path half = first.resolve("." + name + ".tmp");
        Optional<String> converted = document
                ? workbooks.document(file.get(), receipt, half, types)
                : receipt.hasConverted() ? workbooks.converted(file.get(), receipt, half, types) : Optional.empty();
        if (document && converted.isEmpty() && receipt.all().findAny().isEmpty()) return Optional.empty();
        String made = new ReturnedName(name)
                .of(converted.isPresent() ? converted.get() : workbooks.write(file.get(), receipt, half));
        AtomicFile.place(half, first.resolve(made));
        for (Path folder : folders.subList(1, folders.size())) {
            Path copy = folder.resolve("." + name + ".tmp");
            Files.copy(first.resolve(made), copy, StandardCopyOption.REPLACE_EXISTING);
            AtomicFile.place(copy, folder.resolve(made));
        }
        return Optional.of(made);
    }

    /// Deletes an earlier returned workbook that is no longer needed or was of another kind.
    private static void deleteFromImport(Path folder, String name) throws IOException {
        for (String made : new ReturnedName(name).all().toList()) Files.deleteIfExists(folder.resolve(made));
    }

    /// Removes the receipt from all other folders: a waiting file had no hub yet, and another catalogue may assign
    /// a file to another hub.
    private static void takeAwayElsewhere(List<Path> folders, String name, Set<Path> known) throws IOException {
        for (Path folder : known)
            if (!folders.contains(folder) && Files.deleteIfExists(folder.resolve(name + ".receipt.json"))) {
                Files.deleteIfExists(folder.resolve(name + ReceiptPlaces.PAGE));
                deleteFromImport(folder, name);
            }
    }
}
