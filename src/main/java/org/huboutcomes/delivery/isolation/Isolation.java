package org.huboutcomes.delivery.isolation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huboutcomes.intake.Fingerprint;

/// Knows all hubs by their marks, and finds in what was made for one hub the marks of another.
///
/// A mark is sought as whole words, whatever their case and spacing; one of a single word only as it is written. It is
/// excused where the hub has the same mark itself (two hubs may share a school's name), and where it stands inside a
/// longer text that is the hub's own: an alias `Ash` is no find in the hub's own name `Ash Vale`. Names of networks are
/// everybody's. May be used by several threads at once.
public final class Isolation {

    private final Map<String, List<Mark>> marks = new HashMap<>();

    /// By the first word of a mark, how many words marks with it have: what keeps the search short.
    private final Map<String, BitSet> lengths = new HashMap<>();

    private final String stamp;
    private final Set<String> unsought = new LinkedHashSet<>();

    /// @param printedForAll what every report prints, whoever it is for: a hub's name that is one word of it cannot be
    /// told from it, and is not sought
    Isolation(List<Mark> all, String printedForAll) {
        stamp = "passed " + fingerprint(all, printedForAll);
        Set<String> networks = new HashSet<>();
        Set<String> common = new HashSet<>();
        Token.of(printedForAll).forEach(token -> common.add(token.text()));
        for (Mark mark : all) {
            List<Token> words = Token.of(mark.text());
            if (words.isEmpty()) continue;
            if (mark.isSought() && isUnclear(mark, words, common)) unsought.add(mark.kind() + " " + mark.text());
            else add(mark, words);
            if (networks.add(mark.network()))
                add(new Mark(mark.network(), "Total", "network", mark.network()), Token.of(mark.network()));
        }
    }

    /// One word that stands in every report, a number or a letter that is nobody's alone, or a school whose name is a
    /// place or a common word, with or without a number: `per school 360` is no find of a School 360. Its URN is sought
    /// all the same.
    private static boolean isUnclear(Mark mark, List<Token> words, Set<String> common) {
        if (mark.kind().equals("urn")) return false;
        if (mark.kind().equals("school"))
            return words.stream().filter(word -> !isNumber(word)).count() <= 1;
        String word = words.get(0).text();
        return words.size() == 1 && (common.contains(word) || word.length() < 2 || isNumber(words.get(0)));
    }

    private static boolean isNumber(Token word) {
        return word.text().matches("[\\d,.]+");
    }

    private void add(Mark mark, List<Token> words) {
        String key = Token.joined(words, 0, words.size());
        marks.computeIfAbsent(key, none -> new ArrayList<>(1)).add(mark);
        lengths.computeIfAbsent(words.get(0).folded(), none -> new BitSet()).set(words.size());
    }

    /// What the manifest says of a file that was searched and found clean: by which marks, and what could not be
    /// sought.
    public String stamp() {
        int schools = unsought.size() - unsought().size();
        return stamp
                + (unsought().isEmpty()
                        ? ""
                        : "; not sought, for nothing tells them from other words: " + String.join(", ", unsought()))
                + (schools == 0 ? "" : "; schools' names of one word, sought by URN alone: " + schools);
    }

    private static String fingerprint(List<Mark> marks, String printedForAll) {
        return Fingerprint.of(marks + printedForAll).substring(0, 12);
    }

    /// The codes, names and aliases of hubs that are not sought, because they cannot be told from a common word.
    public List<String> unsought() {
        return unsought.stream().filter(mark -> !mark.startsWith("school ")).toList();
    }

    /// What of others stands in these passages of a file made for this hub, or for its network where hub is `Total`.
    public List<Leak> leaks(String network, String hub, List<Passage> passages) {
        List<Leak> leaks = new ArrayList<>();
        for (Passage passage : passages) leaks.addAll(leaks(network, hub, passage));
        return leaks;
    }

    private record Find(int from, int to, Mark mark) {

        boolean covers(Find other) {
            return from <= other.from && to >= other.to;
        }
    }

    private List<Leak> leaks(String network, String hub, Passage passage) {
        List<Find> own = new ArrayList<>();
        List<Find> foreign = new ArrayList<>();
        List<Token> tokens = Token.of(passage.text());
        for (int from = 0; from < tokens.size(); from++) {
            BitSet possible = lengths.get(tokens.get(from).folded());
            if (possible == null) continue;
            for (int length = possible.nextSetBit(1); length > 0; length = possible.nextSetBit(length + 1)) {
                int to = from + length;
                if (to > tokens.size()) break;
                List<Mark> found = marks.getOrDefault(Token.joined(tokens, from, to), List.of());
                for (Mark mark : found) {
                    boolean mine = mark.hub().equals("Total") || isOwn(mark, network, hub);
                    if (mine) own.add(new Find(from, to, mark));
                    else if (mark.isSought() && isWritten(mark, tokens.subList(from, to)))
                        foreign.add(new Find(from, to, mark));
                }
            }
        }
        return foreign.stream()
                .filter(find -> own.stream().noneMatch(mine -> mine.covers(find)))
                .map(find -> new Leak(find.mark.hub(), find.mark.kind(), find.mark.text(), passage.place()))
                .toList();
    }

    private static boolean isOwn(Mark mark, String network, String hub) {
        return hub.equals("Total") ? mark.network().equals(network) : mark.hub().equals(hub);
    }

    /// One word alone must be written as the mark is, or in capitals: `boost` is no find of a hub called Boost.
    private static boolean isWritten(Mark mark, List<Token> found) {
        if (found.size() > 1) return true;
        String written = Token.of(mark.text()).get(0).text();
        String word = found.get(0).text();
        return word.equals(written) || word.length() > 3 && word.equals(written.toUpperCase(Locale.ROOT));
    }
}
