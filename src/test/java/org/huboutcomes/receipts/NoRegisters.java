package org.huboutcomes.receipts;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.huboutcomes.returns.values.ReferenceLists;

/// Empty reference lists.
record NoRegisters() implements ReferenceLists {

    @Override
    public Optional<String> findHub(String text) {
        return Optional.empty();
    }

    @Override
    public Collection<String> hubs() {
        return List.of();
    }

    @Override
    public boolean hasSchool(int urn) {
        return false;
    }

    @Override
    public List<School> withLaestab(String laestab) {
        return List.of();
    }

    @Override
    public boolean isComplete() {
        return false;
    }
}
