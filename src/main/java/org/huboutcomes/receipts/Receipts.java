package org.huboutcomes.receipts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.huboutcomes.store.Store;
import org.huboutcomes.tables.Ledger;
import org.huboutcomes.tables.Submission;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes a receipt for every submission that has none yet, as JSON and as a page, into the folder of the hub and year
/// that it is for. Made from the store alone, so that a killed run writes the same receipts again.
public final class Receipts {

    private final Path returned;
    private final Ledger ledger;
    private final ReceiptQuery receipts;
    private final JdbcClient sql;
    private final ObjectMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public Receipts(Store store, Path returned) {
        this.returned = returned;
        this.ledger = new Ledger(store);
        this.receipts = new ReceiptQuery(store);
        this.sql = JdbcClient.create(store.dataSource());
    }

    /// @return how many were written
    public int write() throws IOException {
        List<Submission> untold = ledger.untold();
        for (Submission submission : untold) {
            write(submission, receipts.of(submission));
            ledger.told(submission);
        }
        return untold.size();
    }

    private void write(Submission submission, Receipt receipt) throws IOException {
        String name = fileName(submission);
        for (String folder : folders(receipt)) {
            Path target = Files.createDirectories(returned.resolve(folder));
            put(target.resolve(name + ".receipt.json"), json.writeValueAsString(receipt) + "\n");
            put(target.resolve(name + ".receipt.html"), new ReceiptPage(receipt).html());
        }
    }

    /// The file's own name; with a short hash where an earlier file of other content has the same.
    private String fileName(Submission submission) {
        String name = submission.fileName().substring(submission.fileName().lastIndexOf('/') + 1);
        boolean taken = sql.sql("""
                        select count(*)
                        from submission
                        where submission < ? and sha256 <> ? and (file_name = ? or ends_with(file_name, '/' || ?))""")
                        .params(submission.number(), submission.sha256(), name, name)
                        .query(Long.class)
                        .single()
                > 0;
        return taken ? name + "." + submission.sha256().substring(0, 8) : name;
    }

    private static Set<String> folders(Receipt receipt) {
        Set<String> folders = new TreeSet<>();
        for (Receipt.Part part : receipt.sheets())
            for (Receipt.Slot slot : part.claims())
                folders.add(
                        slot.hub() == null
                                ? "network"
                                : slot.hub().replaceAll("[^A-Za-z0-9_-]", "_") + "/"
                                        + String.valueOf(slot.academicYear()).replace('/', '-'));
        return folders.isEmpty() ? Set.of("unrecognised") : folders;
    }

    private static void put(Path file, String text) throws IOException {
        Path half = file.resolveSibling("." + file.getFileName() + ".tmp");
        Files.writeString(half, text);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
