package org.huboutcomes.delivery.mail;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.CatalogueFault;
import org.huboutcomes.catalogue.YamlKeys;

/// The email to a contact, with the text of the catalogue.
record Message(String subject, String text) {

    private static final Set<String> WORDS = Set.of("hub", "network", "year", "edition");
    private static final Pattern PLACE = Pattern.compile("\\{([^}]*)}");

    /// Refuses a text with an unfilled placeholder.
    static void validate(Catalogue catalogue) {
        YamlKeys keys = catalogue.yaml("message.yaml").only("subject", "text");
        Matcher place = PLACE.matcher(keys.text("subject") + "\n" + keys.text("text"));
        while (place.find())
            if (!WORDS.contains(place.group(1)))
                throw new CatalogueFault("%s asks for {%s}, which nothing gives; the words are %s."
                        .formatted(keys.file(), place.group(1), String.join(", ", new TreeSet<>(WORDS))));
    }

    static Message of(Catalogue catalogue, Map<String, String> words) {
        YamlKeys keys = catalogue.yaml("message.yaml");
        keys.only("subject", "text");
        return new Message(filled(keys.text("subject"), words), filled(keys.text("text"), words));
    }

    private static String filled(String wording, Map<String, String> words) {
        String filled = wording;
        for (Map.Entry<String, String> word : words.entrySet())
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        return filled;
    }
}
