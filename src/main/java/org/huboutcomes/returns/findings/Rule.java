package org.huboutcomes.returns.findings;

import java.util.Locale;
import java.util.Set;

/// The possible findings of reading a file, a sheet or a cell. Their sentences are in `jobs/rules` under the
/// rule's code, and may use the words listed here. `value` is the content of the cell.
public enum Rule {
    UNRECOGNISED_FILE(Severity.ERROR),
    WAITS_FOR_REGISTERS(Severity.QUERY),

    NEAREST_RETURN(Severity.ERROR, "happened", "sheet", "return", "known", "missing"),
    HEADING_GUESSED(Severity.QUERY, "field", "value", "happened", "heading"),
    VALUE_GUESSED(Severity.QUERY, "field", "value", "happened", "meant"),
    VALUE_FROM_ELSEWHERE(Severity.QUERY, "field", "happened", "meant", "source"),
    PERSON_FORGOTTEN(Severity.ERROR),
    LAYOUT_REMEMBERED(Severity.QUERY, "file", "columns", "return"),
    COLUMNS_COUNTED(Severity.QUERY, "field", "happened", "count", "first", "last"),
    ROWS_COUNTED(Severity.QUERY, "field", "happened", "count", "first", "last"),
    SESSION_MARK_UNKNOWN(Severity.QUERY, "field", "value", "happened", "heading"),
    COLUMNS_OF_TERMS(Severity.QUERY, "field", "happened", "count", "first", "last", "how"),
    COLUMNS_TICKED(Severity.QUERY, "field", "happened", "count", "first", "last"),
    TICK_UNKNOWN(Severity.QUERY, "field", "value", "heading", "meant", "happened"),
    ROWS_UNTICKED(Severity.QUERY, "field", "rows", "happened"),
    COLOURS_NOT_READ(Severity.QUERY, "column", "heading", "happened"),
    COLUMNS_OF_YEARS(Severity.QUERY, "field", "happened", "count", "first", "last"),
    SCHOOL_PROPOSED(Severity.QUERY, "field", "missed", "named", "happened", "place", "urn", "name"),
    SCHOOL_NOT_FOUND(Severity.ERROR, "field", "value", "happened", "place", "nearest"),
    SCHOOL_LEFT_OPEN(Severity.QUERY, "field", "value", "happened", "place", "nearest"),
    PIVOT_OF_ROWS(Severity.ERROR, "sheet", "field", "return"),
    PIVOT_BESIDE(Severity.QUERY, "sheet"),
    NOT_THE_LIST(Severity.ERROR, "sheet", "return", "others"),
    LIST_BESIDE(Severity.QUERY, "sheet", "return"),
    SCHOOLS_ALONE(Severity.ERROR, "sheet"),
    SCHOOLS_BESIDE(Severity.QUERY, "sheet"),
    TURNED_TABLE(Severity.ERROR, "sheet", "return", "known"),
    NO_HEADING_ROW(Severity.ERROR, "sheet", "what", "example"),
    TO_FILL_IN(Severity.ERROR, "field", "happened"),
    MISSING_HEADING(Severity.ERROR, "field", "headings", "nearest", "above"),
    MISSING_LABEL(Severity.ERROR, "field"),
    DUPLICATE_HEADING(Severity.ERROR, "value"),
    SECOND_HEADING(Severity.QUERY, "value", "field", "other", "may"),
    UNKNOWN_COLUMN(Severity.QUERY, "value", "nearest"),
    COLUMN_WITHOUT_HEADING(Severity.QUERY, "column", "cells"),
    TOO_MANY_ERRORS(Severity.ERROR, "wrong", "rows", "percent"),
    NIL_RETURN(Severity.QUERY, "return", "hub", "year"),
    NIL_RETURN_OF_NOBODY(Severity.QUERY),
    TOO_MANY_FINDINGS(Severity.ERROR, "more"),
    SECOND_TABLE(Severity.QUERY, "value", "return"),
    HIDDEN_SHEET(Severity.QUERY),
    HIDDEN_COLUMN(Severity.QUERY, "value", "column"),
    HIDDEN_ROWS(Severity.QUERY, "rows"),
    STRUCK_ROWS(Severity.QUERY, "rows"),
    REPLACEMENT_UNCONFIRMED(Severity.ERROR, "return", "hub", "year", "before", "after", "gone", "adds"),
    OTHERS_STAY(Severity.QUERY, "return", "hub", "year", "others", "names"),
    ANSWERS_OF_ANOTHER_FORM(Severity.QUERY, "shared", "file"),
    FILE_REPLACED(Severity.QUERY, "file"),
    MISSING_BLOCK(Severity.QUERY, "block", "headings"),
    TEXT_IN_NO_BLOCK(Severity.ERROR, "value", "heading", "blocks"),
    TRACKED_CHANGES(Severity.QUERY, "changes"),
    COMMENTS_NOT_READ(Severity.QUERY, "comments"),
    PICTURES_NOT_READ(Severity.QUERY, "pictures"),

    FORMULA_NOT_CALCULATED(Severity.ERROR, "field", "value", "happened"),
    ERROR_VALUE(Severity.ERROR, "field", "value", "happened"),
    MISSING_VALUE(Severity.ERROR, "field", "value", "happened"),
    NOT_A_NUMBER(Severity.ERROR, "field", "value", "happened", "whole", "nearest"),
    NUMBER_OUT_OF_RANGE(Severity.ERROR, "field", "value", "happened", "minimum", "maximum"),
    APPROXIMATE_NUMBER(Severity.QUERY, "field", "value", "happened"),
    NUMBER_TO_COME(Severity.QUERY, "field", "value", "happened"),
    NOT_A_DATE(Severity.ERROR, "field", "value", "happened", "nearest"),
    NO_DATE_OR_MONTH(Severity.QUERY, "field", "value", "happened"),
    DATE_OUTSIDE_YEAR(Severity.QUERY, "field", "value", "happened", "year", "meant"),
    MONTH_OR_DAY(Severity.QUERY, "field", "value", "happened"),
    NOT_A_TIME(Severity.QUERY, "field", "value", "happened"),
    PERSONAL_VALUE(Severity.QUERY, "field", "happened"),
    ID_LOST_DIGITS(Severity.QUERY, "field", "value", "happened"),
    TEST_ANSWER(Severity.QUERY, "field", "happened"),
    YEAR_ALONE(Severity.QUERY, "field", "value", "happened", "year"),
    YEAR_NOT_UNDERSTOOD(Severity.ERROR, "field", "value", "happened"),
    NOT_A_URN(Severity.ERROR, "field", "value", "happened", "laestab", "nearest"),
    UNKNOWN_URN(Severity.ERROR, "field", "value", "happened", "nearest"),
    SCHOOL_BY_NAME(Severity.QUERY, "field", "value", "happened", "urn", "name"),
    AMBIGUOUS_LAESTAB(Severity.ERROR, "field", "value", "happened", "schools"),
    UNKNOWN_HUB(Severity.ERROR, "field", "value", "happened", "nearest"),
    CODE_SPELLED_TWICE(Severity.QUERY, "field", "value", "happened", "other"),
    CODE_BECAME_DATE(Severity.QUERY, "field", "value", "happened", "shown"),
    SEVERAL_CODES(Severity.ERROR, "field", "value", "happened", "codes"),
    PERCENTAGE_OF_COUNT(Severity.QUERY, "field", "value", "happened", "of", "count"),
    COUNT_BECAME_DATE(Severity.QUERY, "field", "value", "happened", "shown", "count", "of"),
    SAME_AS_ABOVE(Severity.ERROR, "field", "value", "happened", "nearest"),
    VALUE_NOT_KNOWN(Severity.QUERY, "field", "value", "happened"),
    OTHER_DIRECTION(Severity.QUERY, "value", "label"),
    OTHER_SCALE(Severity.ERROR, "field", "labels", "choices"),
    NARROW_SCALE(Severity.QUERY, "field", "lowest", "highest", "last", "choices"),
    TWIN_ANSWERS_DIFFER(Severity.ERROR, "field", "value", "happened", "other"),
    ANSWERS_SET_ASIDE(Severity.QUERY, "rows", "what"),
    COPIED_ROWS(Severity.QUERY, "rows", "sheet"),
    HIDDEN_COPY(Severity.QUERY, "sheet"),
    DRAFT_SET_ASIDE(Severity.QUERY, "sheet"),
    SHEET_VERSIONS(Severity.ERROR, "shared", "sheet"),
    MISSING_COLUMN(Severity.QUERY, "fields", "unknown", "year"),
    PERSON_NAMED(Severity.QUERY, "field", "rows"),
    UNKNOWN_CHOICE(Severity.ERROR, "field", "value", "happened", "choices", "nearest");

    /// An error leaves no value to keep, so the catalogue cannot make it a query.
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
