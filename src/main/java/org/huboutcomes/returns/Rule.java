package org.huboutcomes.returns;

import java.util.Locale;
import java.util.Set;

/// What the reading of a file, a sheet or a cell may find. What is then said stands in `jobs/rules`, under the rule's
/// code; the words named here are those that its sentence may use.
enum Rule {
    UNRECOGNISED_FILE(Severity.ERROR),
    WAITS_FOR_REGISTERS(Severity.QUERY),

    MISSING_HEADING(Severity.ERROR, "field", "headings"),
    DUPLICATE_HEADING(Severity.ERROR, "found"),
    UNKNOWN_COLUMN(Severity.QUERY, "found", "nearest"),
    TOO_MANY_ERRORS(Severity.ERROR, "wrong", "rows", "percent"),
    NIL_RETURN_OF_NOBODY(Severity.QUERY),
    TOO_MANY_FINDINGS(Severity.ERROR, "more"),
    SECOND_TABLE(Severity.QUERY, "found", "return"),
    HIDDEN_SHEET(Severity.QUERY),
    HIDDEN_COLUMN(Severity.QUERY, "found", "column"),
    HIDDEN_ROWS(Severity.QUERY, "rows"),
    MISSING_BLOCK(Severity.QUERY, "block", "headings"),

    FORMULA_NOT_CALCULATED(Severity.ERROR, "field", "found", "happened"),
    ERROR_VALUE(Severity.ERROR, "field", "found", "happened"),
    MISSING_VALUE(Severity.ERROR, "field", "found", "happened"),
    NOT_A_NUMBER(Severity.ERROR, "field", "found", "happened", "whole"),
    NUMBER_OUT_OF_RANGE(Severity.ERROR, "field", "found", "happened", "minimum", "maximum"),
    APPROXIMATE_NUMBER(Severity.QUERY, "field", "found", "happened"),
    NUMBER_TO_COME(Severity.QUERY, "field", "found", "happened"),
    NOT_A_DATE(Severity.ERROR, "field", "found", "happened", "nearest"),
    NO_DATE_OR_MONTH(Severity.QUERY, "field", "found", "happened"),
    DATE_OUTSIDE_YEAR(Severity.QUERY, "field", "found", "happened", "year", "meant"),
    MONTH_OR_DAY(Severity.QUERY, "field", "found", "happened"),
    NOT_A_TIME(Severity.QUERY, "field", "found", "happened"),
    PERSONAL_VALUE(Severity.QUERY, "field", "happened"),
    TEST_ANSWER(Severity.QUERY, "field", "happened"),
    YEAR_ALONE(Severity.QUERY, "field", "found", "happened", "year"),
    YEAR_NOT_UNDERSTOOD(Severity.ERROR, "field", "found", "happened"),
    NOT_A_URN(Severity.ERROR, "field", "found", "happened", "laestab"),
    UNKNOWN_URN(Severity.ERROR, "field", "found", "happened"),
    SCHOOL_BY_NAME(Severity.QUERY, "field", "found", "happened", "urn", "name"),
    AMBIGUOUS_LAESTAB(Severity.ERROR, "field", "found", "happened", "schools"),
    UNKNOWN_HUB(Severity.ERROR, "field", "found", "happened", "nearest"),
    UNKNOWN_CHOICE(Severity.ERROR, "field", "found", "happened", "choices", "nearest");

    /// An error leaves no value that could be kept, so the catalogue cannot make a query of it.
    private final Severity mildest;

    private final Set<String> words;

    Rule(Severity mildest, String... words) {
        this.mildest = mildest;
        this.words = Set.of(words);
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Severity mildest() {
        return mildest;
    }

    Set<String> words() {
        return words;
    }
}
