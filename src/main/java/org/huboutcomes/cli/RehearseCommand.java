package org.huboutcomes.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.huboutcomes.batch.ReplayedCatalogue;
import org.huboutcomes.compare.Recomputation;
import org.huboutcomes.compare.Recomputation.Difference;
import org.huboutcomes.compare.Snapshot;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.files.ControlChars;
import org.huboutcomes.workspace.ExitCode;
import org.huboutcomes.workspace.Fault;
import org.huboutcomes.workspace.OpenWorkspace;
import org.huboutcomes.workspace.Release;
import org.huboutcomes.workspace.TemporaryFileCleanup;
import org.huboutcomes.workspace.Workspace;
import picocli.CommandLine.Command;

/// Reads the whole archive into a temporary store next to the workspace's own, and deletes it at the end.
@Command(
        name = "rehearse",
        description =
                "Says what another catalogue would change, in findings and published figures, if it read everything"
                        + " that was received. Nothing is stored.",
        footer = "Example: hub-outcomes -w workspace --catalogue jobs rehearse")
final class RehearseCommand implements Callable<Integer> {

    private static final int SHOWN = 40;

    private final GlobalOptions options;

    RehearseCommand(GlobalOptions options) {
        this.options = options;
    }

    /// @param now the current number of findings
    /// @param then the number with the edited catalogue
    private record Change(long now, long then) {}

    private record Changes(SortedMap<String, Change> findings, List<Difference> figures) {}

    @Override
    public Integer call() throws IOException {
        Changes changes = changes(options.workspace().requireExists());
        if (options.json()) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("findings", changes.findings());
            result.put("figures", changes.figures());
            options.out().println(JsonOutput.of(result));
        } else print(changes);
        return ExitCode.DONE.number();
    }

    private Changes changes(Workspace workspace) throws IOException {
        Snapshot published = new Snapshot(Release.NIGHT, workspace.published());
        if (!published.isWhole()) throw new Fault(ExitCode.WRONG_USE, "There are no figures yet; run `nightly` first.");
        SortedMap<String, Long> now = OpenWorkspace.ask(workspace, ReplayedCatalogue::findings);
        try (OpenWorkspace empty = OpenWorkspace.openEmpty(workspace, options.catalogue())) {
            empty.whenStoreIsClosed(() -> new TemporaryFileCleanup(workspace).remove());
            ReplayedCatalogue.fill(empty);
            return new Changes(
                    findings(now, ReplayedCatalogue.findings(empty.store())),
                    new Recomputation(empty.store(), empty.catalogue()).changesOf(published));
        }
    }

    private static SortedMap<String, Change> findings(Map<String, Long> now, Map<String, Long> then) {
        SortedMap<String, Change> changes = new TreeMap<>();
        TreeSet<String> rules = new TreeSet<>(now.keySet());
        rules.addAll(then.keySet());
        for (String rule : rules) {
            Change change = new Change(now.getOrDefault(rule, 0L), then.getOrDefault(rule, 0L));
            if (change.now() != change.then()) changes.put(rule, change);
        }
        return changes;
    }

    private void print(Changes changes) {
        line(changes.findings().isEmpty() ? "No rule would find more or less." : "Findings that would change:");
        changes.findings()
                .forEach((rule, change) ->
                        line("    " + rule + ": " + change.now() + " now, " + change.then() + " then"));
        if (changes.figures().isEmpty()) line("No figure would change.");
        else line(EnglishFormat.counted(changes.figures().size(), "figure", "figures") + " would change:");
        changes.figures().stream()
                .limit(SHOWN)
                .forEach(one -> line("    " + String.join(", ", one.figure()) + ": "
                        + (one.before().isEmpty() ? "no figure" : one.before()) + ", then "
                        + (one.after().isEmpty() ? "no figure" : one.after())));
        if (changes.figures().size() > SHOWN)
            line("    and " + (changes.figures().size() - SHOWN) + " more; --json gives all");
    }

    private void line(String text) {
        options.out().println(ControlChars.inOneLine(text));
    }
}
