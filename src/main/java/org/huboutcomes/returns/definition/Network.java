package org.huboutcomes.returns.definition;

import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;

/// A network of hubs, and the returns that each of its hubs gives for a year.
///
/// @param name the name of its file in `jobs/networks`
/// @param title its name in the list of hubs
/// @param returns the names of the returns, in the order used in tables
public record Network(String name, String title, List<String> returns) {

    public Network {
        returns = List.copyOf(returns);
        if (returns.isEmpty())
            throw new CatalogueFault(file(name) + " names no return; list what its hubs give in returns: [...].");
    }

    /// All networks of the catalogue, in the order of their files.
    public static List<Network> of(Catalogue catalogue) {
        return catalogue.list("networks", "yaml").stream()
                .map(entry -> {
                    YamlKeys keys = entry.yaml().only("title", "returns");
                    return new Network(entry.name(), keys.text("title"), keys.list("returns"));
                })
                .toList();
    }

    public String file() {
        return file(name);
    }

    private static String file(String name) {
        return "jobs/networks/" + name + ".yaml";
    }
}
