package org.huboutcomes.publish;

/// What an indicator means, in the words of its heading in the catalogue.
///
/// @param unit what a value counts: `percent`, `score`, `points`, `ratio`
/// @param higherIs `better`, `worse` or `neither`
public record Definition(
        String indicator,
        String outcome,
        String title,
        String question,
        String numerator,
        String denominator,
        String unit,
        String higherIs,
        String why,
        String source,
        String interval,
        String reviewed,
        int version) {}
