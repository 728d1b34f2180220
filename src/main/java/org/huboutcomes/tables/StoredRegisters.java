package org.huboutcomes.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huboutcomes.returns.text.NormalText;
import org.huboutcomes.returns.values.ReferenceLists;
import org.huboutcomes.returns.values.SchoolName;
import org.huboutcomes.store.Store;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A snapshot of the reference lists in the store, from the views `known_hub`, `known_network`, `known_school`,
/// `known_area`, `known_code` and `known_layout`.
public final class StoredRegisters implements ReferenceLists {

    /// The views that this class reads, so that they can be copied for readers who cannot open the store.
    public static final List<String> TABLES =
            List.of("known_hub", "known_network", "known_school", "known_area", "known_code", "known_layout");

    private final Map<String, String> hubBySpelling = new TreeMap<>();
    private final Map<String, String> networkByKey = new TreeMap<>();
    private final Map<Integer, School> schools = new HashMap<>();
    private final Map<String, List<School>> byLaestab = new HashMap<>();
    // By the LAESTAB with the local authority that a school was in before a reorganisation.
    private final Map<String, List<School>> byOldLaestab = new HashMap<>();
    private final Map<String, List<School>> byNameAndPlace = new HashMap<>();
    private final Map<String, List<NamedSchool>> byPlace = new HashMap<>();
    // By the code of the hub: codes of local authorities, and schools that are listed individually.
    private final Map<String, Set<String>> areas = new HashMap<>();
    private final Map<String, String> authorities = new HashMap<>();
    private final Map<Integer, List<CodeOfHub>> codes = new HashMap<>();

    private final Map<LayoutKey, KnownLayout> layouts = new HashMap<>();

    private record LayoutKey(String hub, String returnName, String headings) {}

    /// @param hub null if the code is valid for every hub
    private record CodeOfHub(@Nullable String hub, KnownCode code) {}

    public StoredRegisters(Store store) {
        JdbcClient sql = JdbcClient.create(store.dataSource());
        sql.sql("select spelling, hub from known_hub order by spelling, hub").query(row -> {
            hubBySpelling.putIfAbsent(key(row.getString("spelling")), row.getString("hub"));
        });
        sql.sql("select network from known_network order by network").query(row -> {
            networkByKey.putIfAbsent(key(row.getString("network")), row.getString("network"));
        });
        sql.sql("select * from known_school order by urn").query(row -> {
            School school = school(row);
            schools.put(school.urn(), school);
            add(school, row.getString("laestab"), byLaestab);
            add(school, row.getString("old_laestab"), byOldLaestab);
            place(row);
            authority(row.getString("la_code"), row.getString("la_name"));
        });
        sql.sql("select hub, place from known_area order by hub, place").query(row -> {
            areas.computeIfAbsent(row.getString("hub"), none -> new TreeSet<>()).add(row.getString("place"));
        });
        sql.sql("select * from known_layout order by all").query(row -> {
            layouts.merge(
                    new LayoutKey(row.getString("hub"), row.getString("return_name"), row.getString("headings")),
                    new KnownLayout(
                            Map.of(row.getString("field"), row.getString("heading")), row.getString("file_name")),
                    StoredRegisters::joined);
        });
        sql.sql("select code, title, hub, time_period from known_code order by all")
                .query(row -> {
                    codes.computeIfAbsent(row.getInt("time_period"), none -> new ArrayList<>())
                            .add(new CodeOfHub(
                                    row.getString("hub"),
                                    new KnownCode(row.getString("code"), row.getString("title"))));
                });
    }

    private static KnownLayout joined(KnownLayout one, KnownLayout other) {
        Map<String, String> columns = new HashMap<>(one.columns());
        columns.putAll(other.columns());
        return new KnownLayout(columns, one.file());
    }

    @Override
    public Optional<KnownLayout> layout(String hub, String returnName, String headings) {
        return Optional.ofNullable(layouts.get(new LayoutKey(hub, returnName, headings)));
    }

    private static School school(ResultSet row) throws SQLException {
        return new School(
                row.getInt("urn"),
                row.getObject("opened", LocalDate.class),
                row.getObject("closed", LocalDate.class),
                row.getBoolean("proposed"),
                row.getBoolean("state_funded"));
    }

    private static void add(School school, @Nullable String laestab, Map<String, List<School>> schools) {
        if (laestab != null)
            schools.computeIfAbsent(laestab, none -> new ArrayList<>()).add(school);
    }

    private void authority(@Nullable String code, @Nullable String name) {
        if (code == null || name == null) return;
        authorities.put(key(code), code);
        // Two authorities of one name are told apart by their codes alone.
        String other = authorities.putIfAbsent(key(name), code);
        if (other != null && !other.equals(code)) authorities.put(key(name), "");
    }

    @Override
    public Optional<String> authority(String text) {
        return Optional.ofNullable(authorities.get(key(text))).filter(code -> !code.isEmpty());
    }

    private void place(ResultSet row) throws SQLException {
        School school = schools.get(row.getInt("urn"));
        String name = row.getString("name");
        if (school == null || name == null) return;
        NamedSchool named = new NamedSchool(school, name);
        for (String place : List.of("urn", "postcode", "la_code", "la_name", "district_name"))
            if (row.getString(place) != null)
                byPlace.computeIfAbsent(NormalText.key(row.getString(place)), none -> new ArrayList<>(1))
                        .add(named);
        for (String place : List.of("postcode", "la_code", "la_name"))
            if (row.getString(place) != null)
                byNameAndPlace
                        .computeIfAbsent(SchoolName.key(name, row.getString(place)), none -> new ArrayList<>(1))
                        .add(school);
    }

    private static String key(String spelling) {
        return NormalText.key(spelling.replace("&", " and "));
    }

    /// A code before the name, as in `SE1 Bucks, Berks and Oxon`, names the same hub twice.
    @Override
    public Optional<String> findHub(String text) {
        String key = key(text);
        String hub = hubBySpelling.get(key);
        int blank = key.indexOf(' ');
        if (hub != null || blank < 0) return Optional.ofNullable(hub);
        String code = hubBySpelling.get(key(key.substring(0, blank)));
        String name = hubBySpelling.get(key(key.substring(blank).replaceFirst("^[\\s\\-:,]+", "")));
        return code != null && code.equals(name) ? Optional.of(code) : Optional.empty();
    }

    /// The names of all networks.
    public Collection<String> networks() {
        return networkByKey.values();
    }

    @Override
    public Optional<String> findNetwork(String text) {
        return Optional.ofNullable(networkByKey.get(key(text)));
    }

    @Override
    public List<School> named(String name, String place) {
        return byNameAndPlace.getOrDefault(SchoolName.key(name, place), List.of());
    }

    @Override
    public List<NamedSchool> schoolsIn(String place) {
        Set<String> area = areas.get(place);
        if (area == null) return byPlace.getOrDefault(NormalText.key(place), List.of());
        return area.stream()
                .flatMap(one -> byPlace.getOrDefault(NormalText.key(one), List.of()).stream())
                .distinct()
                .toList();
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
        return byLaestab.getOrDefault(laestab, byOldLaestab.getOrDefault(laestab, List.of()));
    }

    @Override
    public List<KnownCode> codes(@Nullable String hub, int timePeriod) {
        return codes.getOrDefault(timePeriod, List.of()).stream()
                .filter(one -> one.hub() == null || one.hub().equals(hub))
                .map(CodeOfHub::code)
                .toList();
    }

    @Override
    public boolean isComplete() {
        return !schools.isEmpty() && !hubBySpelling.isEmpty();
    }
}
