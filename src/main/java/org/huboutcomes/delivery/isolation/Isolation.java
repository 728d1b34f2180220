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
import java.util.regex.Pattern;
import org.huboutcomes.files.Sha256;

/// Finds texts that identify another hub in a file made for one hub.
///
/// Texts are searched for as whole words, in any case and spacing; a single word only in its own case. A text is
/// allowed if the hub has the same text itself (two hubs may share a school's name), or if it is part of a longer
/// text of the hub's own: an alias `Ash` is not reported in the hub's own name `Ash Vale`. Names of networks are
/// allowed everywhere. Thread-safe.
public final class Isolation {

    private static final Pattern NUMBER = Pattern.compile("[\\d,.]+");

    private final Map<String, List<HubMark>> marks = new HashMap<>();

    /// For each first word, the lengths of the texts that start with it; this keeps the search short.
    private final Map<String, BitSet> lengths = new HashMap<>();

    private final String stamp;
    private final Set<String> unsought = new LinkedHashSet<>();

    /// @param printedForAll the text that every report prints: a hub's name that is one of its words cannot be
    /// distinguished and is not searched for
    Isolation(List<HubMark> all, String printedForAll) {
        String begin = stamp(all, printedForAll);
        Set<String> networks = new HashSet<>();
        Set<String> common = new HashSet<>();
        Token.of(printedForAll).forEach(token -> common.add(token.text()));
        for (HubMark mark : all) {
            List<Token> words = Token.of(mark.text());
            if (words.isEmpty()) continue;
            if (mark.isSought() && isUnclear(mark, words, common)) unsought.add(mark.kind() + " " + mark.text());
            else add(mark, words);
            if (networks.add(mark.network()))
                add(new HubMark(mark.network(), "Total", "network", mark.network()), Token.of(mark.network()));
        }
        stamp = begin + whatIsNotSought();
    }

    /// A single word that occurs in every report, a number or letter shared by several hubs, or a school whose name is
    /// a place or common word, with or without a number: `per school 360` does not match a School 360. Its URN is
    /// still searched for.
    private static boolean isUnclear(HubMark mark, List<Token> words, Set<String> common) {
        if (mark.kind().equals("urn")) return false;
        if (mark.kind().equals("school"))
            return words.stream().filter(word -> !isNumber(word)).count() <= 1;
        String word = words.get(0).text();
        return words.size() == 1 && (common.contains(word) || word.length() < 2 || isNumber(words.get(0)));
    }

    private static boolean isNumber(Token word) {
        return NUMBER.matcher(word.text()).matches();
    }

    private void add(HubMark mark, List<Token> words) {
        String key = Token.joined(words, 0, words.size());
        marks.computeIfAbsent(key, none -> new ArrayList<>(1)).add(mark);
        lengths.computeIfAbsent(words.get(0).folded(), none -> new BitSet()).set(words.size());
    }

    /// The entry in the manifest for a file without a match: what was searched for, and what could not be.
    public String stamp() {
        return stamp;
    }

    private String whatIsNotSought() {
        int schools = unsought.size() - unsought().size();
        return (unsought().isEmpty()
                        ? ""
                        : "; not sought, for nothing tells them from other words: " + String.join(", ", unsought()))
                + (schools == 0 ? "" : "; schools' names of one word, sought by URN alone: " + schools);
    }

    /// The beginning of a stamp. It changes whenever the marks change.
    static String stamp(List<HubMark> marks, String printedForAll) {
        return "passed " + Sha256.of(marks + printedForAll).substring(0, 12);
    }

    /// The codes, names and aliases of hubs that are not searched for, because they are common words.
    public List<String> unsought() {
        return unsought.stream().filter(mark -> !mark.startsWith("school ")).toList();
    }

    /// The texts of other hubs in a file made for this hub, or for its network if hub is `Total`.
    public List<Leak> leaks(String network, String hub, List<Passage> passages) {
        List<Leak> leaks = new ArrayList<>();
        Set<String> clean = new HashSet<>();
        for (Passage passage : passages) {
            if (clean.contains(passage.text())) continue;
            List<Leak> found = leaks(network, hub, passage);
            if (found.isEmpty()) clean.add(passage.text());
            leaks.addAll(found);
        }
        return leaks;
    }

    private record Find(int from, int to, HubMark mark) {

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
                List<HubMark> found = marks.getOrDefault(Token.joined(tokens, from, to), List.of());
                for (HubMark mark : found) {
                    if (mark.isAllowedFor(network, hub)) own.add(new Find(from, to, mark));
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

    /// A single word must match in case, or be in capitals: `boost` does not match a hub called Boost.
    private static boolean isWritten(HubMark mark, List<Token> found) {
        if (found.size() > 1) return true;
        String written = Token.of(mark.text()).get(0).text();
        String word = found.get(0).text();
        return word.equals(written) || word.length() > 3 && word.equals(written.toUpperCase(Locale.ROOT));
    }
}
