package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.RecognisedTable;

/// Records where the fields of a sheet first name people, and in how many rows.
final class PeopleTold {

    private final Map<Field, Naming> named = new LinkedHashMap<>();

    private static final class Naming {

        private final int row;
        private final int column;
        private int rows;

        Naming(int row, int column) {
            this.row = row;
            this.column = column;
        }
    }

    void add(Field field, int row, int column) {
        named.computeIfAbsent(field, none -> new Naming(row, column)).rows++;
    }

    List<Finding> findings(Rules rules) {
        List<Finding> findings = new ArrayList<>();
        named.forEach((field, people) -> findings.add(rules.at(
                Rule.PERSON_NAMED,
                people.row,
                RecognisedTable.address(people.column, people.row),
                field.name(),
                null,
                Rules.words("field", field.title(), "rows", EnglishFormat.counted(people.rows, "row", "rows")))));
        return findings;
    }
}
