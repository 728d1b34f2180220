package org.huboutcomes.forget;

import org.jspecify.annotations.Nullable;

/// The person to forget, and the reference that replaces them.
///
/// @param reference the reference stored for the person
/// @param name the name given; null if the person was given by reference
record Person(String hub, String reference, @Nullable String name, String replacement) {

    Person {
        if (reference.equalsIgnoreCase(replacement)) throw new IllegalArgumentException("the replacement is no other");
    }

    boolean isSameAs(Person other) {
        return hub.equals(other.hub) && reference.equals(other.reference);
    }
}
