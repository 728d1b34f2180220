package org.huboutcomes.returns;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.util.CellReference;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.Rule;
import org.huboutcomes.returns.findings.Rules;
import org.huboutcomes.returns.recognition.RecognisedTable;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Row;

/// Columns of a table that have values beside its rows but no heading, such as notes to its right.
final class ColumnsWithoutHeading {

    /// Values further to the right are not part of the table.
    private static final int BESIDE = 10;

    private final RecognisedTable sheet;
    private final List<Integer> within = new ArrayList<>();
    private final int width;
    private final Map<Integer, Integer> filled = new TreeMap<>();

    ColumnsWithoutHeading(RecognisedTable sheet) {
        this.sheet = sheet;
        int last = 0;
        for (int column = 0; column < sheet.heading().cells().size(); column++)
            if (CellText.of(sheet.heading().cell(column)).isEmpty()) within.add(column);
            else last = column + 1;
        this.width = last;
        within.removeIf(column -> column >= width);
    }

    void look(Row row) {
        for (int column : within) count(row, column);
        for (int column = width; column < Math.min(row.cells().size(), width + BESIDE); column++) count(row, column);
    }

    private void count(Row row, int column) {
        if (!row.cell(column).isBlank()) filled.merge(column, 1, Integer::sum);
    }

    List<Finding> findings(Rules rules) {
        int row = sheet.heading().number();
        return filled.entrySet().stream()
                .map(one -> rules.at(
                        Rule.COLUMN_WITHOUT_HEADING,
                        row,
                        RecognisedTable.address(one.getKey(), row),
                        null,
                        null,
                        Rules.words(
                                "column",
                                CellReference.convertNumToColString(one.getKey()),
                                "cells",
                                EnglishFormat.counted(one.getValue(), "cells"))))
                .toList();
    }
}
