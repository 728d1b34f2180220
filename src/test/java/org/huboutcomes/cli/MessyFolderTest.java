package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A messy folder: names that look identical, files with the same time, and files whose content was received before,
/// replaced, and received again.
class MessyFolderTest {

    private static final FileTime MOMENT = FileTime.from(Instant.parse("2026-11-20T10:00:00Z"));

    @TempDir
    private Path folder;

    @Test
    void everyFileHasAReceiptAndOfTwoWithTheSameTimeTheLaterNameCounts() throws IOException, InterruptedException {
        TestWorkspace workspace = TestWorkspace.in(folder);
        drop(workspace, "hubs b.csv", hubs("By b"));
        drop(workspace, "hubs a.csv", hubs("By a"));
        // Both Unicode forms of an accented letter: some disks treat them as the same name, like capitals.
        for (String name : List.of("Return.csv", "return.csv", "\u00e9t\u00e9.csv", "e\u0301te\u0301.csv", "a\nb.csv"))
            drop(workspace, name, "nothing,of\nours," + name.hashCode() + "\n");
        Process pipe = new ProcessBuilder(
                        "mkfifo", workspace.root().resolve("import/pipe.csv").toString())
                .start();
        assertThat(pipe.waitFor()).isZero();
        workspace.run("import");

        Map<String, JsonNode> unrecognised = receipts(workspace.root().resolve("returned/unrecognised"));
        assertThat(unrecognised).hasSize(5);
        assertThat(unrecognised.keySet().stream()
                        .map(name -> Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFC)))
                .as("on a disk that knows no case")
                .doesNotHaveDuplicates();
        Map<String, JsonNode> network = receipts(workspace.root().resolve("returned/network"));
        assertThat(slot(network.get("hubs a.csv")).get("superseded_by").asString())
                .isEqualTo("hubs b.csv");
        assertThat(slot(network.get("hubs b.csv")).get("supersedes").asString()).isEqualTo("hubs a.csv");
        assertThat(workspace.ask("select hub_name from hub")).containsExactly(Map.of("hub_name", "By b"));
        assertThat(workspace.printed("status").lines())
                .contains("    pipe.csv: a pipe, socket or device, not a file; never imported");
        assertThat(workspace.printed("status").lines()).anyMatch(line -> line.contains(" a b.csv, hub unknown"));
    }

    /// First, then second, then first again under its own name: one receipt, because it is the same file.
    @Test
    @Tag("long")
    void aFileReceivedTwiceHasItsCurrentStatus() throws IOException {
        TestWorkspace workspace = TestWorkspace.in(folder);
        for (String name : List.of("first", "second", "first")) {
            drop(workspace, name + ".csv", hubs(name));
            workspace.run("import");
        }
        assertThat(workspace.ask("select status, count(*) as n from submission group by all"))
                .containsExactly(Map.of("status", "accepted", "n", 3L));
        Path returned = workspace.root().resolve("returned/network");

        JsonNode withdrawn =
                new JsonMapper().readTree(workspace.printed("--json", "withdraw", "first.csv", "--why", "old"));
        assertThat(withdrawn.get("submission").asInt()).isEqualTo(3);
        assertThat(withdrawn.get("in_force_again").toString()).isEqualTo("[\"second.csv\"]");
        assertThat(receipts(returned).get("first.csv").get("status").asString()).isEqualTo("withdrawn");

        workspace.run("withdraw", "second.csv", "--why", "wrong");
        JsonNode first = receipts(returned).get("first.csv");
        assertThat(slot(first).get("in_force").asBoolean()).isTrue();
        assertThat(first.get("status").asString()).isEqualTo("accepted");
        assertThat(receipts(returned).get("second.csv").get("status").asString())
                .isEqualTo("withdrawn");
    }

    private static String hubs(String name) {
        return "Network,Hub code,Hub name,Aliases,Opened,Closed\nMaths Hubs,H1," + name + ",,2019/20,\n";
    }

    private static void drop(TestWorkspace workspace, String name, String text) throws IOException {
        Path file = Files.writeString(workspace.root().resolve("import").resolve(name), text);
        Files.setLastModifiedTime(file, MOMENT);
    }

    private static JsonNode slot(JsonNode receipt) {
        return receipt.get("sheets").get(0).get("claims").get(0);
    }

    /// The receipts of a folder, by the names of the files that they are for.
    private static Map<String, JsonNode> receipts(Path folder) throws IOException {
        Map<String, JsonNode> receipts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".receipt.json"))
                    .toList())
                receipts.put(
                        file.getFileName().toString().replace(".receipt.json", ""),
                        new JsonMapper().readTree(Files.readString(file)));
        }
        return receipts;
    }
}
