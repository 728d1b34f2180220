package org.huboutcomes.receipts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.files.SafeFileName;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.Ledger;
import org.huboutcomes.tables.Submission;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds the receipts of a submission: in the folder of each of its hubs and years, under the name of the file.
public final class ReceiptPlaces {

    static final String PAGE = ".receipt.html";

    private final Path returned;
    private final Ledger ledger;
    private final JdbcClient sql;

    /// @param returned the folder of all receipts
    public ReceiptPlaces(Store store, Path returned) {
        this.returned = returned;
        this.ledger = new Ledger(store);
        this.sql = JdbcClient.create(store.dataSource());
    }

    /// The page of a submission's receipt for a hub and year, as a path in the folder of all receipts; empty if
    /// there is none.
    ///
    /// @param hub null for a file without a hub
    public Optional<String> page(long number, @Nullable String hub, @Nullable Integer timePeriod) {
        Submission submission = ledger.find(number);
        Place place = Objects.requireNonNull(of(List.of(submission)).get(number));
        String own = folder(hub, timePeriod);
        String folder =
                place.folders().contains(own) ? own : place.folders().iterator().next();
        String page = folder + "/" + place.fileName() + PAGE;
        return Files.exists(returned.resolve(page)) ? Optional.of(page) : Optional.empty();
    }

    /// The files of one submission's receipt.
    ///
    /// @param folders one or more
    record Place(String fileName, Set<String> folders) {}

    /// The places of several submissions by their numbers, found with the same queries.
    Map<Long, Place> of(List<Submission> submissions) {
        List<Long> numbers = submissions.stream().map(Submission::number).toList();
        Map<Long, Set<String>> folders = folders(numbers);
        Set<Long> sharing = sharing(numbers);
        Map<Long, Place> places = new HashMap<>();
        for (Submission submission : submissions)
            places.put(
                    submission.number(),
                    new Place(
                            sharing.contains(submission.number())
                                    ? fileName(submission)
                                    : SafeFileName.ofFile(baseName(submission)),
                            folders.getOrDefault(submission.number(), Set.of("unrecognised"))));
        return places;
    }

    /// Returns the submissions that share a file name with another submission.
    private Set<Long> sharing(List<Long> submissions) {
        return new HashSet<>(
                sql.sql("""
                        with named as (
                            select
                                submission,
                                count(*) over (
                                    partition by list_last(string_split(nfc_normalize(lower(file_name)), '/'))
                                ) as submissions
                            from submission
                        )
                        select submission
                        from named
                        where submissions > 1 and submission in (:submissions)""").param("submissions", submissions).query(Long.class).list());
    }

    private static String baseName(Submission submission) {
        return submission.fileName().substring(submission.fileName().lastIndexOf('/') + 1);
    }

    /// The name of the file, with a short hash if an earlier file of other content has the same name on a disk that
    /// ignores case and normalises accents. The receipt of a duplicate, or of a file that is held or refused when
    /// it is sent again, does not replace the receipt of the original.
    private String fileName(Submission submission) {
        String name = baseName(submission);
        Map<String, Boolean> others = new HashMap<>();
        sql.sql("""
                        select sha256, bool_or(status in ('accepted', 'partial', 'withdrawn')) as accepted
                        from submission
                        where submission < ? and ends_with('/' || nfc_normalize(lower(file_name)), '/' || nfc_normalize(lower(?)))
                        group by sha256""").params(submission.number(), name).query(row -> {
            others.put(row.getString("sha256"), row.getBoolean("accepted"));
        });
        boolean taken = others.keySet().stream().anyMatch(sha256 -> !sha256.equals(submission.sha256()));
        String own = taken
                ? SafeFileName.ofFile(name) + "." + submission.sha256().substring(0, 8)
                : SafeFileName.ofFile(name);
        boolean again = switch (submission.status()) {
            case DUPLICATE -> others.containsKey(submission.sha256());
            case HELD, REFUSED -> others.getOrDefault(submission.sha256(), false);
            default -> false;
        };
        return again ? own + ".again" : own;
    }

    /// The folders of its claims. A duplicate uses the folders of its original, and a file of notes those of the
    /// file that the notes are about.
    private Map<Long, Set<String>> folders(List<Long> submissions) {
        Map<Long, Set<String>> folders = new HashMap<>();
        sql.sql("""
                        select wanted.submission, claim.hub, claim.time_period
                        from submission as wanted
                        join submission as same using (sha256)
                        join claim on claim.submission = same.submission
                        where wanted.submission in (:submissions)
                        union
                        select submission, hub, time_period
                        from note
                        where submission in (:submissions)""").param("submissions", submissions).query(row -> {
            folders.computeIfAbsent(row.getLong("submission"), none -> new TreeSet<>())
                    .add(folder(row.getString("hub"), row.getObject("time_period", Integer.class)));
        });
        return folders;
    }

    private static String folder(@Nullable String hub, @Nullable Integer timePeriod) {
        if (hub == null) return "network";
        String year = timePeriod == null
                ? "every-year"
                : Objects.requireNonNull(AcademicYear.ofPeriod(timePeriod)).folder();
        return SafeFileName.of(hub) + "/" + year;
    }
}
