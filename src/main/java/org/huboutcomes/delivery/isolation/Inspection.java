package org.huboutcomes.delivery.isolation;

import java.io.IOException;
import java.sql.Connection;
import java.util.List;
import java.util.Optional;

/// Reads a finished file back and refuses it if it contains anything of another hub.
public final class Inspection {

    private final Isolation isolation;
    private final MarkChanges changes;

    private Inspection(Isolation isolation, MarkChanges changes) {
        this.isolation = isolation;
        this.changes = changes;
    }

    /// Searches for the marks of all hubs, as the last `publish` step left them.
    ///
    /// @param printedForAll the text that every report prints
    public static Inspection of(Connection connection, String printedForAll) {
        List<HubMark> marks = HubMarks.read(connection, HubMarks.TABLE);
        List<HubMark> before = HubMarks.read(connection, HubMarks.SEARCHED);
        return new Inspection(
                new Isolation(marks, printedForAll),
                MarkChanges.between(before, marks, Isolation.stamp(before, printedForAll)));
    }

    /// The entry in the manifest for a file that passed.
    public String stamp() {
        return isolation.stamp();
    }

    /// Whether an earlier file need not be searched again, because nothing has changed for its hub since it passed.
    ///
    /// @param isolation its entry in the manifest
    /// @param hub the hub that the file is for; `Total` for a whole network
    public boolean stillPasses(String isolation, String network, String hub) {
        return isolation.equals(stamp()) || changes.isStampOf(isolation) && changes.stillPasses(network, hub);
    }

    /// @param hub the hub that the file is for; `Total` for a whole network
    /// @param name a text that must be found, to prove that the file could be read
    /// @return why the file must not be published, in one sentence; empty if it may
    public Optional<String> refusal(String file, String network, String hub, String name, byte[] content)
            throws IOException {
        List<Passage> passages = passages(file, content);
        if (passages.stream().noneMatch(passage -> holds(passage.text(), name)))
            return Optional.of("The file " + file
                    + " could not be read back, so nobody knows what it holds; it is not published.");
        List<Leak> leaks = isolation.leaks(network, hub, passages);
        if (leaks.isEmpty()) return Optional.empty();
        String more = leaks.size() == 1 ? "" : ", and " + (leaks.size() - 1) + " more like it";
        return Optional.of(
                "The file " + file + " was refused and is not published: it holds " + leaks.get(0) + more + ".");
    }

    private static boolean holds(String text, String name) {
        List<Token> wanted = Token.of(name);
        List<Token> words = Token.of(text);
        String key = Token.joined(wanted, 0, wanted.size());
        for (int from = 0; from + wanted.size() <= words.size(); from++)
            if (Token.joined(words, from, from + wanted.size()).equals(key)) return true;
        return false;
    }

    private static List<Passage> passages(String file, byte[] content) throws IOException {
        if (file.endsWith(".pdf")) return PdfPassages.of(content);
        return file.endsWith(".xlsx") ? PackPassages.ofWorkbook(content) : PackPassages.ofCsv(content);
    }
}
