package org.huboutcomes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Reading the files of a catalogue, whatever their content.
class CatalogueTest {

    private static final Catalogue CATALOGUE = Catalogue.packaged();

    @TempDir
    private Path folder;

    private EditedCatalogue edited;

    @BeforeEach
    void copy() throws IOException {
        edited = EditedCatalogue.in(folder.resolve("jobs"));
    }

    @Test
    void theBuiltInCatalogueHasNoUnusedFile() {
        assertThatCode(CATALOGUE::validate).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            returns/choir_visit.yml     | jobs/returns/choir_visit.yml is not read: in jobs/returns a file ends with .yaml.
            indicators/reach/choirs.txt | jobs/indicators/reach/choirs.txt is not read: in jobs/indicators a file ends with .md or .sql.
            indicator/choirs.sql        | jobs/indicator/ is not read: the folders of a catalogue are checks, claims, descriptions, explain, formulas, indicators, instruments, networks, platforms, publish, returns, rules, sentences, tables, triggers, upgrades.
            weekly.yml                  | jobs/weekly.yml is not read: beside the folders of a catalogue a file ends with .yaml.
            tables/Choir-Visit.sql      | jobs/tables/Choir-Visit.sql has a name that cannot be used; write it in small letters, digits and underscores, beginning with a letter.
            tables/old/claim.sql        | jobs/tables/ledger/claim.sql and jobs/tables/old/claim.sql have the same name; rename one of them.
            """)
    void aFileThatNothingReadsIsRefused(String path, String refusal) throws IOException {
        edited.write(path, "title: Choirs");
        assertThat(edited.refusal(Catalogue::validate)).isEqualTo(refusal);
    }

    @Test
    void filesLeftByAnEditorAreIgnored() throws IOException {
        edited.write("returns/.pathway.yaml.swp", "x")
                .write("returns/pathway.yaml~", "x")
                .write(".DS_Store", "x");
        assertThatCode(() -> edited.open().validate()).doesNotThrowAnyException();
        assertThat(edited.open().fingerprint()).isEqualTo(CATALOGUE.fingerprint());
    }

    @Test
    void aFileThatIsNotSavedAsUtf8IsRefused() throws IOException {
        edited.write("sentences/cards.yaml", "# caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(edited.refusal(Catalogue::validate))
                .isEqualTo("jobs/sentences/cards.yaml is not saved as UTF-8; save it as UTF-8.");
    }

    @Test
    void windowsLineEndsAndByteOrderMarksMakeNoDifference() throws IOException {
        String text = edited.read("returns/pathway.yaml");
        edited.write("returns/pathway.yaml", "\uFEFF" + text.replace("\n", "\r\n"));
        assertThat(edited.open().fingerprint()).isEqualTo(CATALOGUE.fingerprint());
    }

    @Test
    void aFolderThatIsNotACatalogueIsRefused(@TempDir Path empty) throws IOException {
        assertThat(EditedCatalogue.in(empty, "message.yaml").refusal(Catalogue::validate))
                .isEqualTo(
                        "The catalogue has no files in jobs/checks; --catalogue needs a folder with everything that jobs/ has.");
    }

    @Test
    void laterChangesDoNotAffectAnOpenCatalogue() throws IOException {
        Catalogue open = edited.open();
        edited.write("message.yaml", "steps: []");
        assertThat(open.read("message.yaml")).isEqualTo(CATALOGUE.read("message.yaml"));
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> CATALOGUE.read("weekly.yaml"))
                .hasMessage("The catalogue has no file jobs/weekly.yaml.");
    }

    @Test
    void aFileThatIsNotYamlIsNamed() throws IOException {
        edited.write("message.yaml", "steps: [intake\n");
        assertThat(edited.refusal(catalogue -> catalogue.yaml("message.yaml")))
                .isEqualTo(
                        "jobs/message.yaml is not YAML with keys and values: expected ',' or ']', but got <stream end>"
                                + " (line 2).");
    }

    @Test
    void aPackedCatalogueHasTheSameFiles(@TempDir Path folder) throws Exception {
        CATALOGUE.pack(folder.resolve("catalogue.zip"), List.of("sql", "yaml"), "tables", "indicators", "networks");
        Catalogue packed = Catalogue.packed(folder.resolve("catalogue.zip"));
        for (String name : List.of("tables", "indicators"))
            assertThat(packed.list(name, "sql")).isEqualTo(CATALOGUE.list(name, "sql"));
        assertThat(packed.list("networks", "yaml")).isEqualTo(CATALOGUE.list("networks", "yaml"));
        assertThat(packed.list("indicators", "md")).isEmpty();
    }

    @Test
    void theFingerprintChangesWithAnyFileOfItsFolders(@TempDir Path folder) throws Exception {
        Path file = Files.createDirectories(folder.resolve("returns")).resolve("a.yaml");
        Files.writeString(file, "title: One\n");
        String before = Catalogue.in(folder).fingerprint("yaml", "returns");
        assertThat(Catalogue.in(folder).fingerprint("yaml", "returns")).isEqualTo(before);
        Files.writeString(file, "title: Two\n");
        assertThat(Catalogue.in(folder).fingerprint("yaml", "returns")).isNotEqualTo(before);
    }
}
