package org.huboutcomes.returns.values;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reference lists used to read a return: hubs and schools.
public interface ReferenceLists {

    /// The code of the hub with this code, name or alias.
    Optional<String> findHub(String text);

    /// The network with this name.
    default Optional<String> findNetwork(String text) {
        return Optional.empty();
    }

    /// Codes and names of all hubs, for suggesting the nearest.
    Collection<String> hubs();

    boolean hasSchool(int urn);

    /// The schools that share a local authority number and an establishment number, such as `8254012`.
    List<School> withLaestab(String laestab);

    /// The schools with this name, in any spelling, in the place given as a postcode or as a local authority.
    default List<School> named(String name, String place) {
        return List.of();
    }

    /// The schools, open or closed, of a local authority (by code or name), a district (by name), a postcode, or the
    /// area of a hub (by code).
    default List<NamedSchool> schoolsIn(String place) {
        return List.of();
    }

    /// The code of a local authority in the register, by its code or its name.
    default Optional<String> authority(String text) {
        return Optional.empty();
    }

    /// The listed activities of a hub in an academic year.
    default List<KnownCode> codes(@Nullable String hub, int timePeriod) {
        return List.of();
    }

    /// The layout of headings that a hub has confirmed.
    default Optional<KnownLayout> layout(String hub, String returnName, String headings) {
        return Optional.empty();
    }

    /// Whether there is a school register; without one, returns that name schools wait.
    boolean isComplete();

    /// A layout of headings that a hub has confirmed.
    ///
    /// @param columns for each guessed field, by name, its heading
    /// @param file the name of the file that confirmed it
    record KnownLayout(Map<String, String> columns, String file) {

        public KnownLayout {
            columns = Map.copyOf(columns);
        }
    }

    /// A listed activity.
    record KnownCode(String code, @Nullable String title) {}

    /// A school with one of its names.
    record NamedSchool(School school, String name) {}

    /// The properties of a school that are needed for reading.
    record School(
            int urn, @Nullable LocalDate opened, @Nullable LocalDate closed, boolean proposed, boolean stateFunded) {

        public boolean isOpen(LocalDate day) {
            return !proposed && (opened == null || !opened.isAfter(day)) && (closed == null || closed.isAfter(day));
        }
    }
}
