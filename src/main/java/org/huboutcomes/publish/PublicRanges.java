package org.huboutcomes.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.store.StoreFault;
import org.jspecify.annotations.Nullable;

/// What readers know from all public releases: the range of each published count. Readers keep what was published,
/// so an unchanged count must stay protected in later editions and runs. A release counts only once its files are
/// in place: a run killed before that has published nothing.
public final class PublicRanges {

    /// Finds the manifest of a release whose files are in place.
    @FunctionalInterface
    public interface Manifests {

        /// @return the SHA-256 of its manifest; null if it is missing
        @Nullable
        String sha256(String release) throws IOException;
    }

    private static final String INSERT_UNRELEASED = """
            insert into public_unreleased by name
            select
                ? as release, ? as manifest_sha256,
                network, hub, time_period, education_phase, series, number,
                max(lower) as lower, min(upper) as upper, bool_or(is_hidden) as is_hidden
            from public_part
            join public_class using (network, time_period, series)
            join public_count using (network, hub, time_period, education_phase, class, number)
            join public_range using (count_id)
            group by all
            """;

    private final Connection connection;

    public PublicRanges(Connection connection) {
        this.connection = connection;
    }

    /// Records the ranges of a release whose files are complete but not yet in place.
    public void propose(String release, String manifestSha256) {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert = connection.prepareStatement(INSERT_UNRELEASED)) {
            statement.execute("delete from public_unreleased");
            insert.setString(1, release);
            insert.setString(2, manifestSha256);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// Adopts the proposed ranges if their release was published, and drops them otherwise.
    ///
    /// @return whether ranges were adopted
    public boolean settle(Manifests manifests) throws IOException {
        try (Statement statement = connection.createStatement()) {
            boolean isReleased = isReleased(statement, manifests);
            if (isReleased) {
                statement.execute("delete from public_told using public_unreleased as released"
                        + " where public_told.network = released.network and public_told.hub = released.hub"
                        + " and public_told.time_period = released.time_period"
                        + " and public_told.education_phase = released.education_phase"
                        + " and public_told.series = released.series and public_told.number = released.number");
                statement.execute("insert into public_told by name"
                        + " select * exclude (release, manifest_sha256) from public_unreleased");
            }
            statement.execute("delete from public_unreleased");
            return isReleased;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    private static boolean isReleased(Statement statement, Manifests manifests) throws IOException, SQLException {
        try (ResultSet row = statement.executeQuery("select release, manifest_sha256 from public_unreleased limit 1")) {
            return row.next() && row.getString(2).equals(manifests.sha256(row.getString(1)));
        }
    }

    /// Writes all ranges to a file, which can be read without this store.
    public void save(Path file) throws IOException {
        Path draft = AtomicFile.draft(file);
        copy("copy (from public_told order by all) to " + quoted(draft) + " (format parquet)");
        AtomicFile.place(draft, file);
    }

    /// Loads what [#save(Path)] wrote into a store that has no ranges.
    public void load(Path file) {
        copy("insert into public_told by name from read_parquet(" + quoted(file) + ")");
    }

    /// Loads what [#save(Path)] wrote later than the state of the store. If the file and the store have the same
    /// count, the file wins.
    public void update(Path file) {
        copy("delete from public_told using read_parquet(" + quoted(file) + ") as later"
                + " where public_told.network = later.network and public_told.hub = later.hub"
                + " and public_told.time_period = later.time_period"
                + " and public_told.education_phase = later.education_phase"
                + " and public_told.series = later.series and public_told.number = later.number");
        load(file);
    }

    private void copy(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }

    /// DuckDB allows no parameter for a path.
    private static String quoted(Path file) {
        return "'" + file.toAbsolutePath().toString().replace("'", "''") + "'";
    }
}
