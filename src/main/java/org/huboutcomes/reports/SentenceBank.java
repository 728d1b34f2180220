package org.huboutcomes.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;

/// The sentences of reports with their conditions. The first sentence whose conditions hold is used.
final class SentenceBank {

    /// @param file where it is, for messages
    private record Sentence(String file, String id, String place, List<String> when, int leastN, String wording) {

        boolean holds(String asked, SentenceContext facts) {
            return place.equals(asked) && facts.flags.containsAll(when) && facts.n >= leastN;
        }

        /// Whether it is used wherever the other could be.
        boolean shadows(Sentence other) {
            return place.equals(other.place) && other.when.containsAll(when) && other.leastN >= leastN;
        }

        String at() {
            return file + ": sentence " + id;
        }
    }

    /// The places that look up sentences, whatever the plans of the reports name.
    static final Set<String> PLACES = Set.of(
            "alt funnel",
            "card",
            "card change",
            "card change hubs",
            "coverage",
            "evidence",
            "evidence cases",
            "evidence coverage",
            "evidence response",
            "interval greenwood",
            "interval katz",
            "interval nps",
            "interval prediction",
            "interval t",
            "interval wilson",
            "interval wilson_deff",
            "missing",
            "missing figures",
            "no change",
            "no flow",
            "no stages",
            "no survey",
            "no survival",
            "one year",
            "small figures",
            "source change",
            "source flow",
            "source funnel",
            "source grid",
            "source hubs",
            "source map",
            "source groups",
            "source likert",
            "source spine",
            "source stages",
            "source survival",
            "title change",
            "title consistency",
            "title flow",
            "title funnel",
            "title grid",
            "title hubs",
            "title groups",
            "title intervals",
            "title ladder",
            "title likert",
            "title map",
            "title spine",
            "title stages",
            "title survival",
            "title trend",
            "trend");

    /// Words that no sentence may use: of causes, ranks, traffic lights, or an overall score.
    static final Pattern CLAIMS = Pattern.compile(
            "(?i)\\b(because of|caused?|led to|due to|thanks to|impact\\w*|rank\\w*|league|best|worst"
                    + "|top|bottom|red|amber|green|rag|significant\\w*|composite|overall score|outperform\\w*|underperform\\w*)\\b");

    // {numerator} is a placeholder; {schools|school|schools} prints a count and its noun.
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?:\\|([^|}]*)\\|([^}]*))?\\}");

    private final List<Sentence> sentences = new ArrayList<>();

    SentenceBank(Catalogue catalogue) {
        for (Catalogue.Entry file : catalogue.list("sentences", "yaml")) read(file);
    }

    Optional<String> say(String place, SentenceContext facts) {
        return sentences.stream()
                .filter(sentence -> sentence.holds(place, facts))
                .findFirst()
                .map(sentence -> filled(sentence.wording(), facts));
    }

    String title(String place, SentenceContext facts) {
        return say(place, facts)
                .orElseThrow(() -> new CatalogueFault(
                        "No sentence in jobs/sentences serves " + place + " when " + facts.flags + "."));
    }

    static String filled(String wording, SentenceContext facts) {
        Matcher matcher = PLACE.matcher(wording);
        StringBuilder said = new StringBuilder();
        while (matcher.find()) {
            String word = facts.words.get(matcher.group(1));
            if (word == null) throw new CatalogueFault("\"" + wording + "\" asks for {" + matcher.group(1) + "}.");
            String noun = matcher.group(2) == null ? "" : " " + matcher.group(word.equals("1") ? 2 : 3);
            matcher.appendReplacement(said, Matcher.quoteReplacement(word + noun));
        }
        return matcher.appendTail(said).toString();
    }

    private void read(Catalogue.Entry file) {
        YamlKeys keys = YamlKeys.of("jobs/sentences/" + file.name() + ".yaml", file.text())
                .only("sentences");
        keys.maps("sentences")
                .forEach(entry -> sentences.add(sentence(keys.file(), entry.as("sentence " + entry.find("id")))));
    }

    private static Sentence sentence(String file, YamlKeys entry) {
        entry.only("id", "place", "when", "least_n", "wording");
        return new Sentence(
                file,
                entry.text("id"),
                entry.text("place"),
                entry.list("when"),
                entry.number("least_n", 0),
                entry.text("wording"));
    }

    /// Refuses sentences that can never be used, and placeholders that are unknown at their place.
    ///
    /// @param places the places that look up sentences
    static void validate(Catalogue catalogue, Set<String> places) {
        SentenceBank bank = new SentenceBank(catalogue);
        Set<String> ids = new HashSet<>();
        for (Sentence sentence : bank.sentences) {
            if (!ids.add(sentence.id()))
                throw new CatalogueFault(sentence.at() + " has the id of another; give each its own.");
            if (!places.contains(sentence.place()))
                throw new CatalogueFault("%s is for the place \"%s\", where nothing is said; the places are %s."
                        .formatted(sentence.at(), sentence.place(), String.join(", ", new TreeSet<>(places))));
            refuseUnknown(sentence);
            if (CLAIMS.matcher(sentence.wording()).find())
                throw new CatalogueFault(sentence.at()
                        + " speaks of a cause, a rank, a light or one score for all; no figure shows these.");
        }
        bank.refuseNeverSaid();
        for (String place : new TreeSet<>(places))
            if (bank.sentences.stream().noneMatch(sentence -> sentence.place().equals(place)))
                throw new CatalogueFault("jobs/sentences has no sentence for the place \"" + place + "\"; write one.");
    }

    private static void refuseUnknown(Sentence sentence) {
        for (String flag : sentence.when())
            if (!SentenceContext.FLAGS.contains(flag))
                throw new CatalogueFault("%s is said when %s, which never holds; what may hold is %s."
                        .formatted(sentence.at(), flag, String.join(", ", new TreeSet<>(SentenceContext.FLAGS))));
        Matcher place = PLACE.matcher(sentence.wording());
        while (place.find())
            if (!SentenceContext.WORDS.contains(place.group(1)))
                throw new CatalogueFault("%s asks for {%s}, which nothing gives; the words are %s."
                        .formatted(
                                sentence.at(),
                                place.group(1),
                                String.join(", ", new TreeSet<>(SentenceContext.WORDS))));
        if (PLACE.matcher(sentence.wording()).replaceAll("").matches(".*[{}].*"))
            throw new CatalogueFault(
                    sentence.at() + " has a brace that is no place; write {word}, or {word|singular|plural}.");
    }

    private void refuseNeverSaid() {
        for (int i = 0; i < sentences.size(); i++)
            for (int before = 0; before < i; before++)
                if (sentences.get(before).shadows(sentences.get(i)))
                    throw new CatalogueFault(sentences.get(i).at() + " is never said, since "
                            + sentences.get(before).id() + " comes before it and holds whenever it does.");
    }
}
