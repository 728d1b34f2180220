package org.huboutcomes.workspace;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// The user, machine and program version, recorded with every run.
///
/// @param user the account of the operating system
/// @param host the name of the machine
/// @param version the version of the program
public record Operator(String user, String host, String version) {

    /// The version of the program, as in `pom.xml`.
    public static final String VERSION = "1.0.0";

    /// The values of this process.
    public static Operator current() {
        return new Operator(System.getProperty("user.name", ""), nameOfThisMachine(), VERSION);
    }

    private static String nameOfThisMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            // If the machine's own name has no address, the message of the exception is the name.
            return String.valueOf(e.getMessage()).replaceAll(":.*", "");
        }
    }
}
