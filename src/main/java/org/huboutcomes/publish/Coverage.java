package org.huboutcomes.publish;

import java.math.BigDecimal;

/// The hubs behind a network's figure.
///
/// @param contributing the number of hubs whose returns are in the figure
/// @param open the number of hubs open in every year that the figure needs
/// @param percent the contributing hubs' share of the open hubs' eligible schools, 0 to 100
public record Coverage(int contributing, int open, BigDecimal percent) {

    public Coverage {
        if (contributing < 0 || contributing > open)
            throw new IllegalArgumentException(contributing + " of " + open + " hubs cannot contribute.");
    }

    public boolean isWhole() {
        return contributing == open;
    }
}
