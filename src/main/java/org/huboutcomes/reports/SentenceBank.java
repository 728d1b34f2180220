package org.huboutcomes.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;

/// The sentences a report may say, each with what must hold for it to be said. The first that holds is the one.
final class SentenceBank {

    private record Sentence(String id, String place, List<String> when, int leastN, String wording) {

        boolean holds(String asked, Facts facts) {
            return place.equals(asked) && facts.flags.containsAll(when) && facts.n >= leastN;
        }
    }

    // {numerator} is a place; {schools|school|schools} prints a count and its noun.
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?:\\|([^|}]*)\\|([^}]*))?\\}");

    private final List<Sentence> sentences = new ArrayList<>();

    SentenceBank(Catalogue catalogue) {
        for (Catalogue.Entry file : catalogue.list("sentences", "yaml")) read(file);
    }

    Optional<String> say(String place, Facts facts) {
        return sentences.stream()
                .filter(sentence -> sentence.holds(place, facts))
                .findFirst()
                .map(sentence -> filled(sentence.wording(), facts));
    }

    String title(String place, Facts facts) {
        return say(place, facts)
                .orElseThrow(() -> new CatalogueFault(
                        "No sentence in jobs/sentences serves " + place + " when " + facts.flags + "."));
    }

    static String filled(String wording, Facts facts) {
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
        YamlKeys keys = YamlKeys.of("jobs/sentences/" + file.name() + ".yaml", file.text());
        keys.maps("sentences").forEach(entry -> sentences.add(sentence(entry)));
    }

    private static Sentence sentence(YamlKeys entry) {
        return new Sentence(
                entry.text("id"),
                entry.text("place"),
                entry.list("when"),
                entry.number("least_n", 0),
                entry.text("wording"));
    }
}
