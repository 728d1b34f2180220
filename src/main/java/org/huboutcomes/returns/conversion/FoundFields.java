package org.huboutcomes.returns.conversion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.conversion.ConvertedTable.Line;
import org.huboutcomes.returns.conversion.rows.TermColumns;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.jspecify.annotations.Nullable;

/// The fields that a converted sheet has and lacks, as its first finding lists them.
final class FoundFields {

    private static final Set<String> BESIDE = Set.of("postcode", "local_authority");

    private final ConversionPlan plan;
    private final ReturnType type;
    private final Map<Field, ColumnMatch> matches;
    private final @Nullable ColumnMatch names;
    private final List<Given> given;
    private final @Nullable Given constant;
    private final WideColumns.@Nullable Sessions sessions;
    private final Map<Integer, AcademicYear> years;

    FoundFields(ConversionPlan plan) {
        this.plan = plan;
        this.type = plan.type();
        this.matches = plan.matches();
        this.names = plan.names();
        this.given = plan.given();
        this.constant = plan.constant();
        this.sessions = plan.sessions();
        this.years = plan.years();
    }

    List<String> known() {
        List<String> known = new ArrayList<>();
        for (Field field : type.fields()) {
            ColumnMatch match = matches.get(field);
            if (match != null && match.exact() && !BESIDE.contains(field.type())) known.add(field.title());
        }
        if (names != null && !plan.hasNameColumn()) known.add("the name of the school");
        return known;
    }

    List<String> missing(List<Line> lines) {
        List<String> missing = new ArrayList<>();
        List<Field> needed = type.missing(matches.keySet());
        for (Field field : type.fields()) {
            ColumnMatch match = matches.get(field);
            if (match != null && match.exact()) continue;
            Optional<Given> taken =
                    given.stream().filter(one -> one.field().equals(field)).findFirst();
            TermColumns.Joined joined = match == null ? null : plan.terms().get(match.column());
            if (joined != null)
                missing.add(field.title() + " (is it in the columns \"" + joined.first() + "\" to \"" + joined.last()
                        + "\"?)");
            else if (match != null && !BESIDE.contains(field.type()))
                missing.add(field.title() + " (is it \"" + match.heading() + "\"?)");
            else if (taken.isPresent())
                missing.add(field.title() + " (is it " + taken.get().written() + ", from "
                        + taken.get().source() + "?)");
            else if (constant != null && constant.field().equals(field))
                missing.add(field.title() + " (is it " + constant.written() + ", from " + constant.source() + "?)");
            else if (plan.blocks().fields().contains(field))
                missing.add(field.title() + " (is it in " + HeadingRemarks.BLOCKS + "?)");
            else if (plan.coloured().containsKey(field))
                missing.add(field.title() + " (is it "
                        + HeadingRemarks.source(
                                Objects.requireNonNull(plan.coloured().get(field))) + "?)");
            else if (plan.isCounted(field) && Objects.requireNonNull(sessions).offered() == 1)
                missing.add(field.title() + " (is it \""
                        + plan.heading(sessions.columns().get(0)) + "\"?)");
            else if (plan.isCounted(field))
                missing.add(field.title() + " (is it counted in the "
                        + Objects.requireNonNull(sessions).offered() + " columns of sessions?)");
            else if (plan.isTicked(field)) missing.add(field.title() + " (is it in the columns with ticks?)");
            else if (needed.contains(field) && !isInYears(field, lines)) missing.add(field.title());
        }
        return missing;
    }

    private boolean isInYears(Field field, List<Line> lines) {
        if (years.isEmpty()) return false;
        if (field.type().equals("academic_year")) return true;
        int column = plan.index(field);
        return field.type().equals("choice")
                && lines.stream()
                        .anyMatch(line -> !line.entries().get(column).cell().isBlank());
    }
}
