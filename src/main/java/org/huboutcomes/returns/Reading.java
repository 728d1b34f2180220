package org.huboutcomes.returns;

import org.jspecify.annotations.Nullable;

/// What came of reading one cell: a value, nothing, or a remark on why not or not quite.
///
/// @param remark of an error, when the value is null; of a query, beside a value
record Reading(@Nullable Object value, @Nullable Remark remark) {

    static final Reading NOTHING = new Reading(null, null);

    /// @param accepted what would have been accepted, as the middle of a sentence
    record Remark(String rule, Severity severity, String accepted) {}

    static Reading of(Object value) {
        return new Reading(value, null);
    }

    static Reading refused(String rule, String accepted) {
        return new Reading(null, new Remark(rule, Severity.ERROR, accepted));
    }

    static Reading queried(Object value, String rule, String accepted) {
        return new Reading(value, new Remark(rule, Severity.QUERY, accepted));
    }
}
