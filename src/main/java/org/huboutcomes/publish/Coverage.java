package org.huboutcomes.publish;

import java.math.BigDecimal;

/// The hubs behind a network's figure.
///
/// @param contributing the number of hubs whose returns are in the figure
/// @param open the number of hubs open in every year that the figure needs
/// @param percent the contributing hubs' share of the open hubs' eligible schools, 0 to 100
public record Coverage(int contributing, int open, BigDecimal percent) {

    /// A network's figure is shown to its hubs only if it has at least this many hubs.
    private static final int FEWEST_HUBS = 3;

    public Coverage {
        if (contributing < 0 || contributing > open)
            throw new IllegalArgumentException(contributing + " of " + open + " hubs cannot contribute.");
    }

    /// Whether a hub of the network may see the figure: with two hubs, each could work out the other's.
    public boolean isOfEnoughHubs() {
        return contributing >= FEWEST_HUBS;
    }

    public boolean isWhole() {
        return contributing == open;
    }
}
