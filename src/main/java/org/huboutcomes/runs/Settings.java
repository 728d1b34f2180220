package org.huboutcomes.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.huboutcomes.catalogue.YamlKeys;

/// What `workspace.yaml` sets. Every key has a default, so that an empty file is a good one.
///
/// @param memory what the database may take, such as `1GB`
record Settings(String memory, int reportThreads) {

    /// The file as `init` writes it: all keys, explained, with their defaults.
    static final String DOCUMENTED = """
            # The settings of this workspace. Each key is shown with its default; take the # away to change it.

            # What the database may take of the machine's memory; beyond it, it spills to store/spill.
            # database_memory: 1GB

            # How many reports are made at once; by default as many as the machine has processors.
            # report_threads: 2
            """;

    private static final Set<String> KEYS = Set.of("database_memory", "report_threads");

    Settings {
        if (!memory.matches("\\d+ ?(MB|GB|MiB|GiB)"))
            throw new Fault(
                    ExitCode.NOT_IN_ORDER,
                    "workspace.yaml sets database_memory to \"" + memory + "\"; write it as 1GB or 500MB.");
    }

    static Settings of(Workspace workspace) throws IOException {
        YamlKeys keys = YamlKeys.of("workspace.yaml", Files.readString(workspace.settings()));
        Set<String> unknown = new TreeSet<>(keys.map().keySet());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty())
            throw new Fault(
                    ExitCode.NOT_IN_ORDER,
                    "workspace.yaml sets " + unknown + ", which nothing reads; the keys are " + KEYS + ".");
        return new Settings(
                String.valueOf(keys.map().getOrDefault("database_memory", "1GB")),
                keys.number("report_threads", Runtime.getRuntime().availableProcessors()));
    }
}
