package org.huboutcomes.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Codes and names from lists become names of files and folders.
class SafeFileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"SE1", "Maths Hubs", "north-west_2", "Ynys Môn"})
    void aSafeNameIsNotChanged(String code) {
        assertThat(SafeFileName.of(code)).isEqualTo(code);
    }

    @ParameterizedTest
    @MethodSource("odd")
    void noCodeEscapesItsFolder(String code) {
        Path folder = Path.of("returned").toAbsolutePath();
        assertThat(folder.resolve(SafeFileName.of(code)).normalize().getParent())
                .isEqualTo(folder);
        assertThat(SafeFileName.of(code)).doesNotStartWith(".").hasSizeLessThan(200);
    }

    /// Windows keeps names for devices; some folders of a workspace belong to no hub.
    @ParameterizedTest
    @ValueSource(strings = {"CON", "nul", "Com1", "lpt9.old", "network", "Network", "unrecognised"})
    void aReservedNameIsChanged(String code) {
        assertThat(SafeFileName.of(code)).startsWith(code + "_-").isNotEqualToIgnoringCase(code);
    }

    @Test
    void differentCodesGiveDifferentFolders() {
        assertThat(odd().map(SafeFileName::of).distinct()).hasSize((int) odd().count());
    }

    @Test
    void longNamesWithTheSameBeginningStayDifferent() {
        String long_ = "Überlange ".repeat(30);
        assertThat(SafeFileName.ofFile(long_ + "a.csv")).isNotEqualTo(SafeFileName.ofFile(long_ + "b.csv"));
    }

    static Stream<String> odd() {
        return List.of(
                "..",
                ".",
                "",
                " ",
                "../..",
                "../../etc/passwd",
                "..\\..",
                "/tmp/x",
                "C:\\x",
                "S/1",
                "S_1",
                "S:1",
                "S\u00001",
                "S\n1",
                ".hidden",
                "x".repeat(400),
                "x".repeat(401),
                "\uD83C\uDFEB".repeat(200))
                .stream();
    }
}
