package org.huboutcomes;

/// The program's front door.
public final class HubOutcomes {

    private HubOutcomes() {}

    public static void main(String[] args) {
        System.out.println("hub-outcomes");
    }
}
