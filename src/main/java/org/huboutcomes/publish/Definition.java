package org.huboutcomes.publish;

/// The definition of an indicator, from its heading in the catalogue.
///
/// @param counts what is counted: `schools`, `respondents`, `people`
/// @param unit the unit of a value: `percent`, `score`, `points`, `ratio`
/// @param notes further notes for readers, in whole sentences; empty if there are none
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

    /// Whether it is a share of a whole. A score or a ratio counts nothing, and its notes say how it is computed.
    public boolean isShare() {
        return !denominator.equals("none");
    }

    /// What is counted, and of what, in one sentence; for a score, its question.
    public String whatIsCounted() {
        if (!isShare()) return question;
        return Character.toUpperCase(numerator.charAt(0)) + numerator.substring(1) + ", of " + denominator + ".";
    }
}
