package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.huboutcomes.spreadsheets.model.ReadLimits;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever bytes come, the answer is a reading or a finding. Bytes of good files are spoilt from fixed seeds, so that
/// one which fails fails again.
class FuzzTest {

    private static final Path SAMPLES = Path.of("sample-data");
    private static final int MUTANTS = 30;

    @TempDir
    private Path folder;

    static Stream<Path> files() {
        return Stream.of(
                        "faulty/unknown_choice.xlsx",
                        "faulty/hidden_rows.xlsx",
                        "faulty/second_table.xlsx",
                        "faulty/unclosed_quote.csv",
                        "2022-23/QS1_2022-23_survey.csv",
                        "registers/hubs.csv",
                        "faulty/too_large.zip",
                        "faulty/old_workbook.xls",
                        "faulty/encrypted_file.xlsx")
                .map(SAMPLES::resolve)
                .filter(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("files")
    void whateverBytesComeTheAnswerIsAReadingOrAFinding(Path file) throws IOException {
        byte[] good = Files.readAllBytes(file);
        Screening screening = new Screening(Desk.TYPES, ReadLimits.standard());
        Path spoilt = folder.resolve("spoilt");
        for (int seed = 0; seed < MUTANTS; seed++) {
            Files.write(spoilt, mutant(good, new Random(seed)));
            try {
                ScreenedFile read = screening.screen(spoilt, "spoilt", Desk.REGISTERS);
                screening.order(spoilt, "spoilt");
                assertThat(told(read)).as("%s, seed %d", file, seed).isTrue();
            } catch (RuntimeException | Error e) {
                fail("%s, seed %d".formatted(file, seed), e);
            }
        }
    }

    /// Something was recognised, or the reason why not is said in a sentence.
    private static boolean told(ScreenedFile file) {
        List<String> said = Stream.concat(
                        file.findings().stream(), file.sheets().stream().flatMap(sheet -> sheet.findings().stream()))
                .map(finding -> finding.text().toString())
                .toList();
        boolean plain = said.stream().noneMatch(text -> text.contains("Exception"));
        boolean recognised = file.sheets().stream().anyMatch(sheet -> sheet.type() != null);
        return plain && (recognised || !said.isEmpty());
    }

    /// A few bytes changed, a stretch taken out, doubled, or zeroed, or the end cut off.
    private static byte[] mutant(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int times = 1 + random.nextInt(4); times > 0 && bytes.length > 8; times--) {
            int at = random.nextInt(bytes.length);
            int length = 1 + random.nextInt(Math.min(64, bytes.length - at));
            switch (random.nextInt(6)) {
                case 0 -> bytes[at] = (byte) random.nextInt();
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = without(bytes, at, length);
                case 3 -> bytes = doubled(bytes, at, length);
                case 4 -> Arrays.fill(bytes, at, at + length, (byte) 0);
                default -> bytes = Arrays.copyOf(bytes, Math.max(1, at));
            }
        }
        return bytes;
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        byte[] left = Arrays.copyOf(bytes, bytes.length - length);
        System.arraycopy(bytes, at + length, left, at, bytes.length - at - length);
        return left;
    }

    private static byte[] doubled(byte[] bytes, int at, int length) {
        byte[] more = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(bytes, at, more, at + length, bytes.length - at);
        return more;
    }
}
