package org.huboutcomes.reports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.catalogue.Catalogue;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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
                .orElseThrow(() -> new IllegalArgumentException(
                        "No sentence in jobs/sentences serves " + place + " when " + facts.flags + "."));
    }

    static String filled(String wording, Facts facts) {
        Matcher matcher = PLACE.matcher(wording);
        StringBuilder said = new StringBuilder();
        while (matcher.find()) {
            String word = facts.words.get(matcher.group(1));
            if (word == null)
                throw new IllegalArgumentException("\"" + wording + "\" asks for {" + matcher.group(1) + "}.");
            String noun = matcher.group(2) == null ? "" : " " + matcher.group(word.equals("1") ? 2 : 3);
            matcher.appendReplacement(said, Matcher.quoteReplacement(word + noun));
        }
        return matcher.appendTail(said).toString();
    }

    private void read(Catalogue.Entry file) {
        Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        List<Map<String, Object>> entries = yaml.load(file.text());
        for (Map<String, Object> entry : entries) sentences.add(sentence(file.name(), entry));
    }

    private static Sentence sentence(String file, Map<String, Object> entry) {
        Object wording = entry.get("wording");
        if (wording == null || entry.get("place") == null)
            throw new IllegalArgumentException(
                    "jobs/sentences/" + file + ".yaml: a sentence needs a place and a wording: " + entry);
        Object when = entry.getOrDefault("when", List.of());
        return new Sentence(
                String.valueOf(entry.get("id")),
                entry.get("place").toString(),
                ((List<?>) when).stream().map(Object::toString).toList(),
                (Integer) entry.getOrDefault("least_n", 0),
                wording.toString());
    }
}
