package org.huboutcomes.receipts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.SafeFileName;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes the templates of an academic year to each hub's folder, for people who do not use the command line. Those
/// of the year before are kept as long as its returns may be sent.
public final class HubTemplates {

    private static final String FOLDER = "templates";

    private final Store store;
    private final ReturnTypes types;
    private final Path returned;
    private final String catalogue;
    private final JdbcClient sql;

    /// @param returned the folder of all receipts
    /// @param catalogue the fingerprint of the catalogue and the program that write the templates
    public HubTemplates(Store store, ReturnTypes types, Path returned, String catalogue) {
        this.store = store;
        this.types = types;
        this.returned = returned;
        this.catalogue = catalogue;
        this.sql = JdbcClient.create(store.dataSource());
    }

    /// A template that a hub should have.
    private record Wanted(String hub, ReturnType type) {}

    /// A template that was written.
    private record Written(String hub, ReturnType type, String digest) {}

    /// Writes the templates that are missing or have changed.
    ///
    /// @return how many were written
    public int write(AcademicYear year) throws IOException {
        Map<String, String> before = digests(year);
        try {
            List<Written> written = wanted(year).parallelStream()
                    .map(one -> written(one, year, before))
                    .flatMap(Optional::stream)
                    .toList();
            written.forEach(one -> remember(one, year));
            removeOlder(year);
            return written.size();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private List<Wanted> wanted(AcademicYear year) {
        return sql.sql("""
                        select hub.hub, network_return.return_name
                        from hub
                        join network_return using (network)
                        where
                            :year >= coalesce(hub.opened, :year)
                            and :year <= coalesce(hub.closed, :year)
                        order by hub.hub, network_return.return_order""")
                .param("year", year.timePeriod())
                .query((row, number) -> new Wanted(row.getString(1), types.named(row.getString(2))))
                .list();
    }

    private Map<String, String> digests(AcademicYear year) {
        Map<String, String> digests = new HashMap<>();
        sql.sql("select hub, return_name, digest from hub_template where time_period = ?")
                .param(year.timePeriod())
                .query(row -> {
                    digests.put(row.getString(1) + " " + row.getString(2), row.getString(3));
                });
        return digests;
    }

    private Optional<Written> written(Wanted one, AcademicYear year, Map<String, String> before) {
        Template template = Template.of(one.type(), types, one.hub(), year, store);
        String digest = Sha256.of(catalogue + template.rows());
        Path file = file(one.hub(), one.type(), year);
        if (digest.equals(before.get(one.hub() + " " + one.type().name())) && Files.exists(file))
            return Optional.empty();
        try {
            Files.createDirectories(file.getParent());
            Path draft = AtomicFile.draft(file);
            // Dated the first day of the year, so that the same template is the same file whenever it is written.
            TemplateWorkbook.write(template, types, LocalDate.of(year.startYear(), 9, 1), draft);
            AtomicFile.place(draft, file);
            return Optional.of(new Written(one.hub(), one.type(), digest));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The folder of a hub's templates.
    public static Path folder(Path returned, String hub) {
        return returned.resolve(SafeFileName.of(hub)).resolve(FOLDER);
    }

    private Path file(String hub, ReturnType type, AcademicYear year) {
        return folder(returned, hub).resolve(SafeFileName.of(type.title() + " " + year.folder()) + ".xlsx");
    }

    private void remember(Written one, AcademicYear year) {
        sql.sql("delete from hub_template where hub = ? and time_period = ? and return_name = ?")
                .params(one.hub(), year.timePeriod(), one.type().name())
                .update();
        sql.sql("insert into hub_template (hub, time_period, return_name, digest) values (?, ?, ?, ?)")
                .params(one.hub(), year.timePeriod(), one.type().name(), one.digest())
                .update();
    }

    private void removeOlder(AcademicYear year) throws IOException {
        int oldest = new AcademicYear(year.startYear() - 1).timePeriod();
        for (Map<String, Object> old : sql.sql(
                        "select hub, time_period, return_name from hub_template where time_period < ?")
                .param(oldest)
                .query()
                .listOfRows()) {
            AcademicYear of =
                    AcademicYear.ofPeriod(((Number) Objects.requireNonNull(old.get("time_period"))).intValue());
            String name = String.valueOf(old.get("return_name"));
            Optional<ReturnType> type =
                    types.all().stream().filter(one -> one.name().equals(name)).findFirst();
            if (type.isPresent()) Files.deleteIfExists(file(String.valueOf(old.get("hub")), type.get(), of));
        }
        sql.sql("delete from hub_template where time_period < ?").param(oldest).update();
    }
}
