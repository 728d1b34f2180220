package org.huboutcomes.cli;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.huboutcomes.spreadsheets.HostileFile;
import org.huboutcomes.spreadsheets.HostileFiles;
import org.junit.jupiter.api.io.TempDir;

/// One hostile file for each possible result, and the returns of one year.
class HostileNightTest extends HostileNight {

    HostileNightTest(@TempDir Path folder) {
        super(folder, oneOfEachEnd(), List.of("2022-23"), List.of());
    }

    private static List<HostileFile> oneOfEachEnd() {
        Set<String> ends = new HashSet<>();
        return HostileFiles.all().stream().filter(file -> ends.add(file.ends())).toList();
    }
}
