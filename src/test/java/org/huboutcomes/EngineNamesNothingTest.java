package org.huboutcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Indicators, returns and hubs can be added and removed without changing Java.
class EngineNamesNothingTest {

    private final CatalogueNames planted = new CatalogueNames(
            Set.of("engagement", "delivery", "pupils_taught_percent", "ZZ9", "Nowhere Hills", "Geography Hubs"));

    @Test
    void theEngineNamesNothingOfTheCatalogue() {
        CatalogueNames names = CatalogueNames.ofTheProject();
        assertThat(ProjectFiles.list(Path.of("src/main/java"), ".java"))
                .flatExtracting(file -> names.findIn(file.toString(), ProjectFiles.read(file)))
                .as("what the engine should read from jobs/ or from a hub list instead")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "String id = \"pupils_taught_percent\";",
                "int pupilsTaughtPercent = 1;",
                "class PupilsTaughtPercent {}",
                "if (hub.equals(\"ZZ9\")) return;",
                "Hub.ZZ9.open();",
                "String name = \"The Nowhere Hills hub\";",
                "String network = \"Geography Hubs\";",
                "load(\"engagement\");",
                "query(\"select count(*) from engagement where urn = ?\");",
                "query(\"insert into delivery\");",
                "query(\"\"\"\n    select hub\n    from\n        engagement\n    \"\"\");"
            })
    void aPlantedNameIsFound(String line) {
        assertThat(planted.findIn("Example.java", "final class Example {\n" + line + "\n}"))
                .singleElement()
                .asString()
                .startsWith("Example.java:2 names ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "// pupils_taught_percent is one of them",
                "/* from engagement \"ZZ9\" */",
                "String sentence = \"There was no engagement.\";",
                "step(\"delivery\");",
                "char quote = '\"'; // engagement \"ZZ9\"",
                "String address = \"https://example.org\"; int engagement = 1;"
            })
    void aCommentOrAnEnglishWordIsNotAName(String line) {
        assertThat(planted.findIn("Example.java", line)).isEmpty();
    }
}
