package org.huboutcomes.returns.values;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The reference lists against which a return is read: who the hubs are, and which schools there are.
public interface ReferenceLists {

    /// The code of the hub that goes by this code, name or alias.
    Optional<String> findHub(String text);

    /// The network of this name.
    default Optional<String> findNetwork(String text) {
        return Optional.empty();
    }

    /// Codes and names of all hubs, to propose the nearest.
    Collection<String> hubs();

    boolean hasSchool(int urn);

    /// The schools that share a local authority number and an establishment number, such as `8254012`.
    List<School> withLaestab(String laestab);

    /// The schools of this name, however it is spelt, in the place given as a postcode or as a local authority.
    default List<School> named(String name, String place) {
        return List.of();
    }

    /// The schools, open or closed, of a local authority (by code or name), a district (by name), a postcode, or the
    /// area of a hub (by code).
    default List<NamedSchool> schoolsIn(String place) {
        return List.of();
    }

    /// The code of a local authority of the register, by its code or its name.
    default Optional<String> authority(String text) {
        return Optional.empty();
    }

    /// The activities of a hub in an academic year, as far as they are listed.
    default List<KnownCode> codes(@Nullable String hub, int timePeriod) {
        return List.of();
    }

    /// How a hub has confirmed that an arrangement of headings is read.
    default Optional<KnownLayout> layout(String hub, String returnName, String headings) {
        return Optional.empty();
    }

    /// Whether there is a school register at all; without one, returns that name schools wait.
    boolean isComplete();

    /// An arrangement of headings that a hub has confirmed.
    ///
    /// @param columns by the name of each field that had been guessed, the heading that is read as it
    /// @param file the name of the file by which it was confirmed
    record KnownLayout(Map<String, String> columns, String file) {

        public KnownLayout {
            columns = Map.copyOf(columns);
        }
    }

    /// An activity that is listed.
    record KnownCode(String code, @Nullable String title) {}

    /// A school as people call it.
    record NamedSchool(School school, String name) {}

    /// What reading needs to know of a school.
    record School(
            int urn, @Nullable LocalDate opened, @Nullable LocalDate closed, boolean proposed, boolean stateFunded) {

        public boolean isOpen(LocalDate day) {
            return !proposed && (opened == null || !opened.isAfter(day)) && (closed == null || closed.isAfter(day));
        }
    }
}
