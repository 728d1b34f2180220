package org.huboutcomes.receipts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
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

/// Where the receipts of a submission are: in the folder of each hub and year that it is for, under the file's name.
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

    /// The page of a submission's receipt for a hub and year, below the folder of all receipts; empty if there is none.
    ///
    /// @param hub null for a file that is for no hub
    public Optional<String> page(long number, @Nullable String hub, @Nullable Integer timePeriod) {
        Submission submission = ledger.find(number);
        Set<String> folders = folders(submission);
        String own = folder(hub, timePeriod);
        String page = (folders.contains(own) ? own : folders.iterator().next()) + "/" + fileName(submission) + PAGE;
        return Files.exists(returned.resolve(page)) ? Optional.of(page) : Optional.empty();
    }

    /// The file's own name; with a short hash where an earlier file of other content has the same, to a disk that knows
    /// no case and writes accents its own way. The receipt of a duplicate, or of a file that is held or refused
    /// when it is sent again, does not replace that of its original.
    String fileName(Submission submission) {
        String name = submission.fileName().substring(submission.fileName().lastIndexOf('/') + 1);
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

    Set<String> folders(Submission submission) {
        Set<String> folders = new TreeSet<>(claimed(submission));
        return folders.isEmpty() ? Set.of("unrecognised") : folders;
    }

    /// Those of what it claims; a duplicate goes where its original went, and a file of notes where these are from.
    private List<String> claimed(Submission submission) {
        return sql.sql("""
                        select distinct hub, time_period
                        from claim
                        join submission using (submission)
                        where submission.sha256 = ?
                        union
                        select distinct hub, time_period
                        from note
                        where note.submission = ?""")
                .params(submission.sha256(), submission.number())
                .query((row, n) -> folder(row.getString("hub"), row.getObject("time_period", Integer.class)))
                .list();
    }

    private static String folder(@Nullable String hub, @Nullable Integer timePeriod) {
        if (hub == null) return "network";
        String year = timePeriod == null
                ? "every-year"
                : Objects.requireNonNull(AcademicYear.ofPeriod(timePeriod)).folder();
        return SafeFileName.of(hub) + "/" + year;
    }
}
