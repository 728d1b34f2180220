package org.huboutcomes.returns.text;

/// Recognises and removes what identifies people in a free text: addresses, telephone numbers and titled names.
public final class PersonalText {

    private PersonalText() {}

    public static boolean isIn(String text) {
        return PersonalData.isIn(text) || TitledNames.isIn(text);
    }

    /// Replaces each address and name in a text by words that say so.
    public static String without(String text) {
        return TitledNames.without(PersonalData.without(text));
    }

    /// The text in a form that may be stored and sent back, see [PersonalData#coded].
    public static String coded(String text) {
        return TitledNames.without(PersonalData.isIn(text) ? PersonalData.coded(text) : text);
    }
}
