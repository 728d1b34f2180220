package org.huboutcomes.spreadsheets.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvCellsTest {

    @Test
    void onlyTheNamedCellsAreReplaced() {
        assertThat(CsvCells.replace("a,b,c\r\n1,2,3\r\n4,2,6\r\n", Set.of("B2", "C3"), "R-1"))
                .isEqualTo("a,b,c\r\n1,R-1,3\r\n4,2,R-1\r\n");
    }

    @Test
    void aBlankLineAndAValueOverSeveralLinesAreOneRowEach() {
        assertThat(CsvCells.replace("a;b\n\n\"x\n\"\"y\"\"\";2\n3;\"Lee; Ann\"", Set.of("B3", "B4"), "R-1"))
                .isEqualTo("a;b\n\n\"x\n\"\"y\"\"\";R-1\n3;R-1");
    }

    @Test
    void withoutCellsNothingChanges() {
        String text = "a,\"b\nc\",\n,,\r\"open";
        assertThat(CsvCells.replace(text, Set.of(), "R-1")).isEqualTo(text);
    }
}
