package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A screened file that another process has written is the one that this process would have made.
class ScreenedFileFormatTest {

    private final ScreenedFileFormat format = new ScreenedFileFormat(Desk.TYPES);

    @TempDir
    Path folder;

    /// Registers, returns, forms, documents, surveys, and a file for each rule.
    @Test
    void everySampleFileIsReadBackAsItWas() throws IOException {
        Desk desk = new Desk(folder);
        int rows = 0;
        int written = 0;
        for (Path file : samples()) {
            ScreenedFile screened = desk.read(file, Desk.REGISTERS);
            if (!ScreenedFileFormat.canWrite(screened)) continue;
            ScreenedFile back = readBack(screened);
            assertThat(back)
                    .usingRecursiveComparison()
                    .withStrictTypeChecking()
                    .ignoringFieldsMatchingRegexes(".*\\.claims")
                    .as(file.toString())
                    .isEqualTo(screened);
            assertThat(claims(back)).as(file.toString()).isEqualTo(claims(screened));
            rows += claims(back).size();
            written++;
        }
        assertThat(written).isGreaterThan(100);
        assertThat(rows).isGreaterThan(150);
    }

    @Test
    void valuesKeepTheirTypes() throws IOException {
        ScreenedFile hubs = new Desk(folder)
                .csv(
                        "Hub code,Network,Hub name,Aliases,Opened,Closed",
                        "H1,Maths Hubs,\u00c9ire \ud83c\udf31,,2019/20,");
        assertThat(claims(hubs)).anyMatch(row -> row.contains("java.lang.Integer"));
        assertThat(claims(readBack(hubs))).isEqualTo(claims(hubs));
    }

    private ScreenedFile readBack(ScreenedFile file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        format.write(file, new DataOutputStream(bytes));
        ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
        ScreenedFile back = format.read(new DataInputStream(in));
        assertThat(in.available()).isZero();
        return back;
    }

    /// Every row of every claim, with the class of each value.
    private static List<String> claims(ScreenedFile file) {
        return file.sheets().stream()
                .flatMap(sheet -> sheet.claims().stream())
                .flatMap(claim -> Stream.concat(
                        Stream.of("claim " + claim.hub() + " " + claim.timePeriod()),
                        Stream.concat(
                                rows("", claim.rows()),
                                claim.blocks().keySet().stream()
                                        .sorted()
                                        .flatMap(block ->
                                                rows(block, claim.blocks().get(block))))))
                .toList();
    }

    private static Stream<String> rows(String block, List<AcceptedRow> rows) {
        return rows.stream()
                .map(row -> block + row.number() + " "
                        + Arrays.stream(row.values())
                                .map(value ->
                                        value == null ? "-" : value.getClass().getName() + " " + value)
                                .toList());
    }

    private static List<Path> samples() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("sample-data"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file ->
                            !file.toString().endsWith(".md") && !file.toString().contains("expected"))
                    .sorted()
                    .toList();
        }
    }
}
