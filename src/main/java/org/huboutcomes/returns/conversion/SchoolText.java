package org.huboutcomes.returns.conversion;

import java.util.regex.Pattern;
import org.huboutcomes.returns.text.CellText;
import org.huboutcomes.spreadsheets.model.Cell;

/// Recognises cells that look like the number or the name of a school, whatever their heading.
final class SchoolText {

    /// Capitalised words, one of them a kind of school: "St Ann's Primary School", but not a sentence.
    private static final Pattern NAME = Pattern.compile(
            "(?=.*\\b(?:School|Academy|College|Primary|Infants?|Juniors?|High)\\b)(?:(?:\\p{Lu}[\\p{L}.'\u2019/-]*|of|the|and|at|in|for"
                    + "|on|upon|&|\\p{Lu}[\\p{L}.]*,)(?: +|$)){2,9}");

    private SchoolText() {}

    static boolean isName(Cell cell) {
        return cell instanceof Cell.Text && NAME.matcher(CellText.of(cell)).matches();
    }

    static boolean isNumber(Cell cell) {
        return CellText.of(cell).strip().matches("\\d{6}");
    }
}
