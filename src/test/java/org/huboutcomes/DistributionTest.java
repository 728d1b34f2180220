package org.huboutcomes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/// The zip made by `-Pdist`, unpacked into a folder whose path has spaces and started as a user starts it.
@Tag("long")
class DistributionTest {

    @TempDir
    private static Path folder;

    private static Path home;

    private record Started(int exitCode, String printed) {}

    @BeforeAll
    static void unpack() throws IOException, InterruptedException {
        Path checkout = Files.createDirectories(folder.resolve("checkout"));
        for (String part :
                List.of("mvnw", ".mvn", "pom.xml", "README.md", "LICENSE", "jobs", "reports", "src/main", "src/dist")) {
            Path target = checkout.resolve(part);
            Files.createDirectories(target.getParent());
            if (Files.isDirectory(Path.of(part))) FileSystemUtils.copyRecursively(Path.of(part), target);
            else Files.copy(Path.of(part), target);
        }
        Started built = run(
                checkout,
                "sh",
                "mvnw",
                "-q",
                "-o",
                "-Pdist,-reviewed",
                "-Dmaven.test.skip=true",
                "-Dspotless.check.skip=true",
                "package");
        assertThat(built.exitCode()).as(built.printed()).isZero();
        Path place = Files.createDirectories(folder.resolve("a place"));
        Path jar = Path.of(System.getProperty("java.home"), "bin", "jar");
        run(
                place,
                jar.toString(),
                "xf",
                checkout.resolve("target/hub-outcomes-dist.zip").toString());
        try (Stream<Path> unpacked = Files.list(place)) {
            home = unpacked.findFirst().orElseThrow();
        }
    }

    @Test
    void itHasTheProgramItsCatalogueAndItsReports() {
        assertThat(home).isDirectoryContaining("glob:**/bin").isDirectoryContaining("glob:**/lib");
        assertThat(home.resolve("jobs/returns")).isNotEmptyDirectory();
        assertThat(home.resolve("reports/house")).isNotEmptyDirectory();
        assertThat(home.resolve("bin/hub-outcomes.cmd")).exists();
    }

    @Test
    void itRunsANightAndLeavesNoTemporaryFileOfAnEarlierStart() throws IOException, InterruptedException {
        String launcher = home.resolve("bin/hub-outcomes").toString();
        Started init = run(folder, "sh", launcher, "-w", "ours", "init");
        assertThat(init.exitCode()).as(init.printed()).isZero();
        try (Stream<Path> registers = Files.list(Path.of("sample-data/registers"))) {
            for (Path file : registers.toList())
                Files.copy(file, folder.resolve("ours/import").resolve(file.getFileName()));
        }
        Started night = run(folder, "sh", launcher, "-w", "ours", "nightly");
        assertThat(night.exitCode()).as(night.printed()).isZero();
        assertThat(folder.resolve("ours/published/night.html")).exists();
        assertThat(run(folder, "sh", launcher, "nightlies").exitCode()).isEqualTo(2);
        try (Stream<Path> left = Files.walk(folder.resolve("tmp"), 2)) {
            assertThat(left.filter(path -> path.getFileName().toString().matches("\\d+")))
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void itsReadmeNamesOnlyWhatIsInIt() {
        assertThat(home.resolve("README.md"))
                .content()
                .contains("bin/hub-outcomes")
                .doesNotContain("./", "mvnw", "src/");
    }

    @Test
    void anOldJavaIsReportedInOneSentence() throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Started old = run(
                folder,
                "env",
                "JAVA_HOME=" + folder.resolve("old"),
                "sh",
                home.resolve("bin/hub-outcomes").toString(),
                "--version");
        assertThat(old.exitCode()).isEqualTo(5);
        assertThat(old.printed().lines()).singleElement().asString().contains("needs Java 17 or later", "is Java 11");
    }

    private static Started run(Path in, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(in.toFile()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME",
                        System.getProperty("java.home"),
                        "TMPDIR",
                        Files.createDirectories(folder.resolve("tmp")).toString()));
        Process process = builder.start();
        String printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Started(process.waitFor(), printed);
    }
}
