package org.huboutcomes.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huboutcomes.returns.Registers;
import org.huboutcomes.store.Store;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The reference lists as they stand in the store at one moment, from the views `known_hub` and `known_school`.
public final class StoredRegisters implements Registers {

    private final Map<String, String> hubBySpelling = new TreeMap<>();
    private final Map<Integer, School> schools = new HashMap<>();
    private final Map<String, List<School>> byLaestab = new HashMap<>();

    public StoredRegisters(Store store) {
        JdbcClient sql = JdbcClient.create(store.dataSource());
        sql.sql("select spelling, hub from known_hub order by spelling, hub").query(row -> {
            hubBySpelling.putIfAbsent(key(row.getString("spelling")), row.getString("hub"));
        });
        sql.sql("select urn, laestab, opened, closed, proposed, state_funded from known_school order by urn")
                .query(row -> {
                    add(school(row), row.getString("laestab"));
                });
    }

    private static School school(ResultSet row) throws SQLException {
        return new School(
                row.getInt("urn"),
                row.getObject("opened", LocalDate.class),
                row.getObject("closed", LocalDate.class),
                row.getBoolean("proposed"),
                row.getBoolean("state_funded"));
    }

    private void add(School school, String laestab) {
        schools.put(school.urn(), school);
        if (laestab != null)
            byLaestab.computeIfAbsent(laestab, none -> new ArrayList<>()).add(school);
    }

    private static String key(String spelling) {
        return spelling.replaceAll("[\\s\u00A0]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<String> findHub(String text) {
        return Optional.ofNullable(hubBySpelling.get(key(text)));
    }

    @Override
    public Collection<String> hubs() {
        return hubBySpelling.values();
    }

    @Override
    public boolean hasSchool(int urn) {
        return schools.containsKey(urn);
    }

    @Override
    public List<School> withLaestab(String laestab) {
        return byLaestab.getOrDefault(laestab, List.of());
    }

    @Override
    public boolean isComplete() {
        return !schools.isEmpty() && !hubBySpelling.isEmpty();
    }
}
