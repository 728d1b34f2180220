package org.huboutcomes.publish;

/// The definition of an indicator, from its heading in the catalogue.
///
/// @param counts what is counted: `schools`, `respondents`, `people`
/// @param unit the unit of a value: `percent`, `score`, `points`, `ratio`
/// @param notes what else a reader should know, in whole sentences; empty where nothing
/// @param higherIs `better`, `worse` or `neither`
public record Definition(
        String indicator,
        String outcome,
        String title,
        String question,
        String numerator,
        String denominator,
        String counts,
        String unit,
        String higherIs,
        String why,
        String source,
        String interval,
        String reviewed,
        int version,
        String notes) {

    /// Whether it counts some of many; a score or a ratio counts nothing, and its notes say how it is made.
    public boolean isShare() {
        return !denominator.equals("none");
    }

    /// What is counted, of what, in one sentence; of a score, its question.
    public String whatIsCounted() {
        if (!isShare()) return question;
        return Character.toUpperCase(numerator.charAt(0)) + numerator.substring(1) + ", of " + denominator + ".";
    }
}
