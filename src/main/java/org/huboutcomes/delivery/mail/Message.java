package org.huboutcomes.delivery.mail;

import java.util.Map;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.YamlKeys;

/// What a contact reads, in the words of the catalogue.
record Message(String subject, String text) {

    static Message of(Catalogue catalogue, Map<String, String> words) {
        YamlKeys keys = catalogue.yaml("message.yaml");
        return new Message(filled(keys.text("subject"), words), filled(keys.text("text"), words));
    }

    private static String filled(String wording, Map<String, String> words) {
        String filled = wording;
        for (Map.Entry<String, String> word : words.entrySet())
            filled = filled.replace("{" + word.getKey() + "}", word.getValue());
        return filled;
    }
}
