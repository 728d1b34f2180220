package org.huboutcomes.delivery.isolation;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// Reads a finished file back and refuses it if it contains anything of another hub.
public final class Inspection {

    private final Isolation isolation;

    public Inspection(Isolation isolation) {
        this.isolation = isolation;
    }

    /// The entry in the manifest for a file that passed.
    public String stamp() {
        return isolation.stamp();
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
