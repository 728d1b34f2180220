package org.huboutcomes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Starts `./hub-outcomes` as people and cron do: real processes with one build, in a folder whose path has spaces.
@Tag("long")
class LauncherTest {

    private static final Path JAVA = Path.of(System.getProperty("java.home"));

    @TempDir
    private static Path folder;

    private static Path checkout;
    private static List<Started> first;

    /// The result of a start.
    private record Started(int exitCode, String out, String err) {}

    /// The first start is killed while it builds and leaves half a jar; then two start at once.
    @BeforeAll
    static void build() throws IOException, InterruptedException {
        checkout = Files.createDirectories(folder.resolve("a checkout"));
        Files.createDirectory(folder.resolve("tmp"));
        for (String part : List.of("hub-outcomes", "mvnw", "pom.xml", ".mvn", "jobs", "reports", "src/main"))
            copy(Path.of(part), checkout.resolve(part));
        Process killed = start(Map.of(), folder, launcher(), "--version");
        assertThat(killed.errorReader().readLine()).startsWith("Building");
        kill(killed);
        Files.createDirectories(checkout.resolve("target"));
        Files.write(checkout.resolve("target/hub-outcomes.jar"), new byte[] {'P', 'K', 3, 4, 20, 0});
        Process one = start(Map.of(), folder, launcher(), "--version");
        Process two = start(Map.of(), folder, launcher(), "--version");
        first = List.of(ended(one), ended(two));
    }

    @Test
    void ofTwoStartsAfterAKilledBuildOneBuildsAndBothRun() {
        assertThat(first)
                .extracting(Started::out)
                .as(first.toString())
                .allMatch(out -> out.startsWith("hub-outcomes "));
        assertThat(first).extracting(Started::exitCode).containsOnly(0);
        assertThat(first).filteredOn(one -> one.err().contains("Building")).hasSize(1);
    }

    @Test
    void aLinkStartsItFromAnyFolderWithTheWorkspaceThere() throws IOException, InterruptedException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.createDirectory(folder.resolve("links"));
        Files.createSymbolicLink(folder.resolve("links/hub"), Path.of("../a checkout/hub-outcomes"));
        Path link = Files.createSymbolicLink(elsewhere.resolve("hub"), folder.resolve("links/hub"));
        Started init = ended(start(Map.of(), elsewhere, link.toString(), "-w", "ours", "init"));
        assertThat(init).isEqualTo(new Started(0, init.out(), ""));
        assertThat(elsewhere.resolve("ours/import")).isEmptyDirectory();
    }

    @Test
    void anExitCodeIsPassedOn() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "nightlies").exitCode()).isEqualTo(2);
        assertThat(run(Map.of(), "-w", "nowhere", "status").exitCode()).isEqualTo(3);
    }

    @Test
    void withoutJavaHomeTheJavaOnThePathIsUsed() throws IOException, InterruptedException {
        String path = JAVA.resolve("bin") + ":" + System.getenv("PATH");
        assertThat(run(Map.of("JAVA_HOME", "", "PATH", path), "--version").exitCode())
                .isZero();
    }

    @Test
    void aWrongJavaHomeIsReportedInOneSentence() throws IOException, InterruptedException {
        Started wrong = run(Map.of("JAVA_HOME", "/nowhere"), "--version");
        assertThat(wrong.exitCode()).isEqualTo(5);
        assertThat(wrong.err().lines()).singleElement().asString().contains("/nowhere", "version 17 or later");
    }

    @Test
    void anUnusableJavaIsReportedInOneSentence() throws IOException, InterruptedException {
        Started old = run(javaThat("echo 'openjdk version \"11.0.2\" 2019-01-15' >&2"), "--version");
        assertThat(old.exitCode()).isEqualTo(5);
        assertThat(old.err().lines()).singleElement().asString().contains("needs Java 17 or later", "is Java 11");
        Started broken = run(javaThat("exit 126"), "--version");
        assertThat(broken.exitCode()).isEqualTo(5);
        assertThat(broken.err().lines()).singleElement().asString().contains("cannot be run");
    }

    @Test
    void anIncompleteClassArchiveIsRebuilt() throws IOException, InterruptedException {
        Path kept = classes();
        byte[] whole = Files.readAllBytes(kept);
        Files.delete(kept);
        Files.write(kept, Arrays.copyOf(whole, whole.length / 2));
        Started again = run(Map.of(), "--version");
        assertThat(again).isEqualTo(new Started(0, again.out(), ""));
        assertThat(Files.size(kept)).isGreaterThan(whole.length / 2);
        assertThat(Files.readString(Path.of(kept + ".size")).strip()).isEqualTo(String.valueOf(Files.size(kept)));
    }

    @Test
    void aReadOnlyCheckoutRuns() throws IOException, InterruptedException {
        assumeFalse(System.getProperty("user.name").equals("root"), "root may write everywhere");
        Path target = checkout.resolve("target");
        try {
            assertThat(target.toFile().setWritable(false)).isTrue();
            assertThat(run(Map.of(), "--version").exitCode()).isZero();
        } finally {
            assertThat(target.toFile().setWritable(true)).isTrue();
        }
    }

    /// Cron sets no locale, and non-English names must still be read.
    @Test
    void welshNamesAreReadWithoutALocale() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "-w", "welsh", "init").exitCode()).isZero();
        Path file = Files.writeString(folder.resolve("Ysgol Tŷ.csv"), "what,is\nthis,then\n");
        Started checked = run(Map.of("LC_ALL", "C"), "-w", "welsh", "check", file.toString());
        assertThat(checked.exitCode()).as(checked.err()).isEqualTo(1);
        assertThat(checked.out()).startsWith("Ysgol Tŷ.csv: refused");
    }

    private static String launcher() {
        return checkout.resolve("hub-outcomes").toString();
    }

    private static Path classes() throws IOException {
        try (Stream<Path> files = Files.list(checkout.resolve("target/start"))) {
            return files.filter(file -> file.toString().endsWith(".jsa"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Map<String, String> javaThat(String does) throws IOException {
        Path home = Files.createTempDirectory(folder, "java");
        Path java = Files.createDirectory(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + does + "\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        return Map.of("JAVA_HOME", home.toString());
    }

    private static Started run(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher()));
        command.addAll(List.of(arguments));
        return ended(start(environment, folder, command.toArray(String[]::new)));
    }

    private static Process start(Map<String, String> environment, Path in, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(in.toFile());
        Map<String, String> all = new HashMap<>(Map.of(
                "JAVA_HOME", JAVA.toString(), "TMPDIR", folder.resolve("tmp").toString()));
        all.putAll(environment);
        builder.environment().putAll(all);
        builder.environment().values().removeIf(String::isEmpty);
        return builder.start();
    }

    /// The output fits into a pipe buffer, so the streams can be read one after the other.
    private static Started ended(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        return new Started(process.waitFor(), out, err);
    }

    private static void kill(Process process) throws InterruptedException {
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : all) while (one.isAlive()) TimeUnit.MILLISECONDS.sleep(10);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) Files.createDirectories(target);
                else {
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }
}
