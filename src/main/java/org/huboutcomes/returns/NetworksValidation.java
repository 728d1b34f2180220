package org.huboutcomes.returns;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.returns.definition.Network;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.text.NormalText;

/// Validates the networks of a catalogue: each has a unique title, and lists returns that a hub can give for a
/// year.
public final class NetworksValidation {

    private NetworksValidation() {}

    /// @param types the returns of the same catalogue
    /// @throws CatalogueFault for the first fault, with the file name
    public static void validate(Catalogue catalogue, ReturnTypes types) {
        Map<String, Network> titles = new HashMap<>();
        for (Network network : Network.of(catalogue)) {
            Network other = titles.put(NormalText.key(network.title()), network);
            if (other != null)
                throw new CatalogueFault("%s and %s have the title \"%s\"; give each its own."
                        .formatted(other.file(), network.file(), network.title()));
            refuseReturns(network, types);
        }
    }

    private static void refuseReturns(Network network, ReturnTypes types) {
        Set<String> named = new HashSet<>();
        for (String name : network.returns()) {
            ReturnType type = types.all().stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new CatalogueFault(
                            "%s names the return \"%s\", which jobs/returns does not have; it has %s."
                                    .formatted(network.file(), name, String.join(", ", types.names()))));
            if (!named.add(name))
                throw new CatalogueFault("%s names the return \"%s\" twice; keep one.".formatted(network.file(), name));
            if (type.claim().isEmpty())
                throw new CatalogueFault(
                        "%s names the return \"%s\", which is one list for all hubs; name returns that a hub gives for a year."
                                .formatted(network.file(), name));
        }
    }
}
