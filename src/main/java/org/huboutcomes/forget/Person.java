package org.huboutcomes.forget;

import org.jspecify.annotations.Nullable;

/// Who is to be forgotten, and the reference that takes the place.
///
/// @param reference what is stored for the person
/// @param name as it was given; null where the person was given by the reference
record Person(String hub, String reference, @Nullable String name, String replacement) {

    Person {
        if (reference.equalsIgnoreCase(replacement)) throw new IllegalArgumentException("the replacement is no other");
    }

    boolean isSameAs(Person other) {
        return hub.equals(other.hub) && reference.equals(other.reference);
    }
}
