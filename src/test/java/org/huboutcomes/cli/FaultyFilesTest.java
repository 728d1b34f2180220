package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huboutcomes.batch.DryRun;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.receipts.Receipt;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Each file of `sample-data/faulty` has one fault and gives exactly the finding listed for it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultyFilesTest {

    private static final Path FAULTY = TestWorkspace.SAMPLES.resolve("faulty");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    /// One line of the list: the file, the finding's rule and severity, and its place.
    private record Promise(String file, String rule, String severity, String place) {

        static Promise of(String line) {
            String[] cells = line.split("\\|");
            return new Promise(cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip());
        }

        boolean isKept(List<String> found) {
            if (rule.equals("too_many_errors"))
                return found.contains("too_many_errors error")
                        && found.stream().allMatch(one -> one.matches("too_many_errors error|unknown_choice error .*"));
            // If there are two versions, each sheet names the other.
            if (rule.equals("sheet_versions")) return found.equals(List.of(rule + " error", rule + " error"));
            return found.equals(List.of(rule + " " + severity + (place.contains("!") ? " " + place : "")));
        }
    }

    private final TestWorkspace workspace;
    private OpenWorkspace open;

    FaultyFilesTest(@TempDir Path folder) {
        workspace = TestWorkspace.withRegisters(folder);
    }

    @BeforeAll
    void registersAreThere() throws IOException {
        open = OpenWorkspace.open(new Workspace(workspace.root()), Catalogue.packaged());
    }

    @AfterAll
    void free() throws IOException {
        open.close();
    }

    /// Many files are tried at once, which is many times faster. Files whose findings are changed by others of
    /// their batch are tried again in other batches, and finally alone.
    @TestFactory
    Stream<DynamicTest> eachYieldsExactlyItsFinding() throws IOException {
        DryRun trial = new DryRun(open);
        Map<Promise, List<String>> found = new LinkedHashMap<>();
        List<Promise> left = promises();
        for (int size : new int[] {16, 7, 3, 1}) {
            for (List<Promise> batch : batches(left, size)) {
                List<Path> files = batch.stream()
                        .map(promise -> FAULTY.resolve(promise.file()))
                        .toList();
                List<Receipt> receipts = trial.of(files, TODAY);
                for (int i = 0; i < batch.size(); i++) found.put(batch.get(i), found(batch.get(i), receipts.get(i)));
            }
            left = left.stream()
                    .filter(promise -> !promise.isKept(found.get(promise)))
                    .toList();
        }
        return found.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey().file(),
                        () -> assertThat(entry.getKey().isKept(entry.getValue()))
                                .as(entry.getKey() + " gives " + entry.getValue())
                                .isTrue()));
    }

    /// Neighbours in the list often replace each other, so they are in different batches.
    private static Collection<List<Promise>> batches(List<Promise> promises, int size) {
        int number = (promises.size() + size - 1) / size;
        Map<Integer, List<Promise>> batches = new TreeMap<>();
        for (int i = 0; i < promises.size(); i++)
            batches.computeIfAbsent(i % number, none -> new ArrayList<>()).add(promises.get(i));
        return batches.values();
    }

    /// A sheet is held because of errors in its cells, which are reported separately.
    private static List<String> found(Promise promise, Receipt receipt) {
        return found(receipt).stream()
                .filter(one -> promise.rule().equals("missing_column") || !one.startsWith("missing_column"))
                .toList();
    }

    private static List<String> found(Receipt receipt) {
        Stream<String> whole = receipt.findings().stream().map(note -> note.rule() + " " + note.severity());
        Stream<String> inSheets = receipt.sheets().stream()
                .flatMap(sheet -> sheet.findings().stream()
                        .map(note -> note.rule() + " " + note.severity()
                                + (note.cell() == null ? "" : " " + sheet.sheet() + "!" + note.cell())));
        return Stream.concat(whole, inSheets).toList();
    }

    @Test
    void everyFaultyFileIsListed() throws IOException {
        try (Stream<Path> files = Files.list(FAULTY)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .containsExactlyInAnyOrderElementsOf(
                            promises().stream().map(Promise::file).toList());
        }
    }

    private static List<Promise> promises() throws IOException {
        return Files.readAllLines(FAULTY.resolve("README.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| file") && !line.startsWith("|---"))
                .map(Promise::of)
                .toList();
    }
}
