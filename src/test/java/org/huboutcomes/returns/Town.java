package org.huboutcomes.returns;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huboutcomes.returns.values.ReferenceLists;

/// A town with two hubs and a few schools.
final class Town implements ReferenceLists {

    private static final Map<String, String> HUBS =
            Map.of("n1", "N1", "northtown", "N1", "northtown maths hub", "N1", "s1", "S1", "southtown", "S1");

    private static final Map<String, String> AUTHORITIES =
            Map.of("101", "101", "northshire", "101", "102", "102", "southshire", "102");

    private static final List<NamedSchool> SCHOOLS = Stream.of(
                    Map.entry(200001, "Green Lane School"),
                    Map.entry(200002, "Mill Road Infant School"),
                    Map.entry(200003, "St Ann's Primary School"),
                    Map.entry(200004, "Green Park Academy"))
            .map(one -> new NamedSchool(
                    new School(one.getKey(), LocalDate.of(2000, 1, 1), null, false, true), one.getValue()))
            .toList();

    @Override
    public Optional<String> findHub(String text) {
        return Optional.ofNullable(HUBS.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    @Override
    public Collection<String> hubs() {
        return List.of("N1", "S1");
    }

    @Override
    public Optional<String> authority(String text) {
        return Optional.ofNullable(AUTHORITIES.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    @Override
    public boolean hasSchool(int urn) {
        return SCHOOLS.stream().anyMatch(one -> one.school().urn() == urn);
    }

    @Override
    public List<School> withLaestab(String laestab) {
        return List.of();
    }

    @Override
    public List<NamedSchool> schoolsIn(String place) {
        return place.equals("N1")
                ? SCHOOLS
                : SCHOOLS.stream()
                        .filter(one -> place.equals(String.valueOf(one.school().urn())))
                        .toList();
    }

    @Override
    public boolean isComplete() {
        return true;
    }
}
