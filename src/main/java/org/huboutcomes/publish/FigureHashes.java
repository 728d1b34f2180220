package org.huboutcomes.publish;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.huboutcomes.files.Sha256;
import org.huboutcomes.publish.Published.Edition;
import org.huboutcomes.publish.Published.ReportTable;
import org.huboutcomes.store.StoreFault;

/// The hashes of everything that reports are made from. A report whose hash has not changed is reused, and its figures
/// are not even read: one query for each published table gives the hashes of all hubs, networks and years. Thread-safe.
public final class FigureHashes {

    /// A group of rows: of a table, for readers of a profile if the table has profiles, of a network, and of a hub
    /// if they belong to one.
    private record RowGroup(String table, String profile, String network, String hub) {}

    private record Hash(RowGroup group, int timePeriod, String hash) {
        static Hash of(String table, PublishedQuery.Row row) {
            return new Hash(
                    new RowGroup(table, row.text("profile"), row.text("network"), row.text("hub")),
                    row.whole("time_period"),
                    row.text("hash"));
        }
    }

    private final Map<RowGroup, NavigableMap<Integer, String>> rows = new HashMap<>();
    private final Map<String, String> hubs = new HashMap<>();
    private final List<ReportTable> tables;
    private final String definitions;

    /// Reads the hashes of the published tables in their current state.
    public FigureHashes(Connection connection) {
        PublishedQuery query = new PublishedQuery(connection);
        tables = ReportTable.all(query);
        definitions = new Published(connection).definitions().toString();
        query.list("select hub, hub_name, aliases from hub", PublishedQuery.Row::all)
                .forEach(hub -> hubs.put(String.valueOf(hub.get("hub")), hub.toString()));
        read(query, "profile_result", "profile", "hub");
        read(query, "spread", "profile", "''");
        read(query, "spread_point", "profile", "''");
        for (ReportTable table : tables)
            for (Profile profile : Profile.values())
                if (table.isFor(profile)) read(query, table.holdsFor(profile), "''", "hub");
    }

    /// The hash of one report for readers of a profile.
    ///
    /// @param templatesHash the hash of the sentences and templates
    public String of(Edition edition, Profile profile, String templatesHash) {
        int year = edition.timePeriod();
        List<Object> all = new ArrayList<>(List.of(templatesHash, edition, profile, definitions));
        all.add(hubs.getOrDefault(edition.hub(), ""));
        for (String readers : List.of(profile.code(), profile.ofItself())) {
            all.add(toDate(new RowGroup("profile_result", readers, edition.network(), edition.hub()), year));
            all.add(toDate(new RowGroup("profile_result", readers, edition.network(), Result.TOTAL), year));
        }
        for (String spread : List.of("spread", "spread_point"))
            all.add(toDate(new RowGroup(spread, profile.code(), edition.network(), ""), year));
        for (ReportTable table : tables) {
            if (!table.isFor(profile)) continue;
            RowGroup group = new RowGroup(table.holdsFor(profile), "", edition.network(), edition.hub());
            NavigableMap<Integer, String> years = toDate(group, year);
            all.add(table.name());
            all.add(table.toDate() ? years : years.getOrDefault(year, ""));
        }
        return Sha256.of(all.toString());
    }

    private NavigableMap<Integer, String> toDate(RowGroup group, int year) {
        return rows.getOrDefault(group, Collections.emptyNavigableMap()).headMap(year, true);
    }

    private void read(PublishedQuery query, String table, String profile, String hub) {
        String hashes = """
                with printed as (
                    select %s as profile, network, %s as hub, time_period, md5(whole::varchar) as said
                    from (%s) as whole
                    where network is not null and time_period is not null
                )
                select profile, network, hub, time_period, md5(string_agg(said, '' order by said)) as hash
                from printed
                where hub is not null
                group by all""".formatted(profile, hub, rounded(query.connection(), table));
        for (Hash hash : query.list(hashes, row -> Hash.of(table, row)))
            rows.computeIfAbsent(hash.group(), none -> new TreeMap<>()).put(hash.timePeriod(), hash.hash());
    }

    /// The rows of a table, rounded, because sums added up in another order may differ in their last digits.
    private static String rounded(Connection connection, String table) {
        String all = "select * from " + table;
        try (PreparedStatement statement = connection.prepareStatement(all)) {
            ResultSetMetaData columns = statement.getMetaData();
            List<String> rounded = new ArrayList<>();
            for (int i = 1; i <= columns.getColumnCount(); i++)
                if (columns.getColumnType(i) == Types.DOUBLE)
                    rounded.add("round(%1$s, 9) as %1$s".formatted('"' + columns.getColumnName(i) + '"'));
            return rounded.isEmpty() ? all : "select * replace (" + String.join(", ", rounded) + ") from " + table;
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }
}
