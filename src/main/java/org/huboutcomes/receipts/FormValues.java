package org.huboutcomes.receipts;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.returns.AcceptedRow;
import org.huboutcomes.returns.Claim;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.FormBlock;
import org.huboutcomes.returns.definition.ReturnType;
import org.jspecify.annotations.Nullable;

/// The values that a form is filled with, as people write them.
///
/// @param labels values by the name of the field
/// @param blocks rows by the name of the block; each row has a value for each field
record FormValues(Map<String, String> labels, Map<String, List<List<String>>> blocks) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.UK);

    FormValues {
        labels = Map.copyOf(labels);
        blocks = Map.copyOf(blocks);
    }

    /// An empty form with its hub and year.
    static FormValues of(ReturnType type, String hub, AcademicYear year) {
        Map<String, String> labels = new HashMap<>();
        labels.put(type.claim().get(0), hub);
        labels.put(type.claim().get(1), year.label());
        return new FormValues(labels, Map.of());
    }

    /// A form with what was read from a document.
    static FormValues of(ReturnType type, Claim claim) {
        Map<String, String> labels = new HashMap<>();
        for (AcceptedRow row : claim.rows())
            for (int i = 0; i < row.values().length; i++)
                labels.put(type.stored().get(i).name(), written(type.stored().get(i), row.values()[i]));
        Map<String, List<List<String>>> blocks = new HashMap<>();
        for (FormBlock block : type.blocks()) {
            List<Field> stored = block.stored();
            List<List<String>> rows = new ArrayList<>();
            for (AcceptedRow row : claim.blocks().getOrDefault(block.name(), List.of()))
                rows.add(block.fields().stream()
                        .map(field -> {
                            int at = stored.indexOf(field);
                            return at < 0 ? "" : written(field, row.values()[at]);
                        })
                        .toList());
            blocks.put(block.name(), rows);
        }
        return new FormValues(labels, blocks);
    }

    String label(Field field) {
        return labels.getOrDefault(field.name(), "");
    }

    List<List<String>> rows(FormBlock block) {
        return blocks.getOrDefault(block.name(), List.of());
    }

    private static String written(Field field, @Nullable Object value) {
        if (value == null) return "";
        return switch (field.type()) {
            case "academic_year" -> AcademicYear.ofPeriod((Integer) value).label();
            case "date_or_month" ->
                Arrays.stream(value.toString().split(", "))
                        .map(FormValues::dates)
                        .collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    /// A day, a month, or a range of these.
    private static String dates(String iso) {
        return Arrays.stream(iso.split("/")).map(FormValues::date).collect(Collectors.joining(" to "));
    }

    private static String date(String iso) {
        return iso.length() == 7
                ? iso.substring(5) + "/" + iso.substring(0, 4)
                : LocalDate.parse(iso).format(DAY);
    }
}
