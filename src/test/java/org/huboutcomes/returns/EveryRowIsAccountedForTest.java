package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever rows a sheet has: rows read = accepted + left out + duplicate + aside, and each is counted for what it is.
class EveryRowIsAccountedForTest {

    private static final String HEADINGS =
            "Hub,Academic year,URN,Activity code,Participant reference,Sessions attended";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource("seeds")
    void rowsReadAreWhatBecameOfThem(long seed) {
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>(List.of(HEADINGS));
        int good = 0;
        int wrong = 0;
        int again = 0;
        int aside = 0;
        int rows = random.nextInt(60);
        for (int row = 0; row < rows; row++) {
            switch (random.nextInt(row == 0 ? 1 : 12)) {
                case 1 -> {
                    lines.add("H1,2022/23,123456,A1,P0,1");
                    again++;
                }
                case 2 -> {
                    lines.add(",,,,,");
                    aside++;
                }
                case 3 -> {
                    lines.add("Total,,,,," + row);
                    aside++;
                }
                case 4 -> {
                    lines.add(HEADINGS);
                    aside++;
                }
                case 5 -> {
                    lines.add("Note: see the letter,,,,,");
                    aside++;
                }
                case 6 -> {
                    lines.add("H1,2022/23,999999,A1,P" + row + ",many");
                    wrong++;
                }
                default -> {
                    lines.add("H1,2022/23,123456,A1,P" + row + ",1");
                    good++;
                }
            }
        }
        // Blank rows at the end are not read.
        while (lines.get(lines.size() - 1).equals(",,,,,")) {
            lines.remove(lines.size() - 1);
            aside--;
        }
        ScreenedSheet sheet = new Desk(folder).csvSheet(lines.toArray(String[]::new));
        boolean held = sheet.status() == ScreenedSheet.Status.HELD;
        assertThat(held).isEqualTo(wrong * 10 > good + wrong + again);
        assertThat(sheet.tally())
                .isEqualTo(new RowCounts(lines.size() - 1, held ? 0 : good, held ? good + wrong : wrong, again, aside));
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }
}
