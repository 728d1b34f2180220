package org.huboutcomes.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.spreadsheets.HostileFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/// All hostile files, including the shared ones if they are there, and the returns of the sample years.
@Tag("long")
class AllHostileFilesTest extends HostileNight {

    private static final Path SHARED = Path.of("../shared");

    AllHostileFilesTest(@TempDir Path folder) {
        super(
                folder,
                HostileFiles.all(),
                List.of("2020-21", "2021-22", "2022-23"),
                Stream.of("hostile/xl", "hostile/csv", "surveys")
                        .map(SHARED::resolve)
                        .toList());
    }
}
