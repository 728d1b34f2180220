package org.huboutcomes;

import org.huboutcomes.cli.Commands;

/// The main class of the program.
public final class HubOutcomes {

    private HubOutcomes() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(arguments));
    }
}
