package org.huboutcomes.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Values that YAML reads as another type are refused and not ignored.
class YamlKeysTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            title: One%ntitle: Two | x.yaml sets title twice (line 2); keep one.
            - One                  | x.yaml is not YAML with keys and values.
            title: [One            | x.yaml is not YAML with keys and values: expected ',' or ']', but got <stream end> (line 1).
            titel: One             | x.yaml sets titel, which nothing reads; the keys here are title.
            """)
    void invalidKeysAreRefused(String yaml, String refusal) {
        assertThatThrownBy(() -> keys(yaml).only("title"))
                .isInstanceOf(CatalogueFault.class)
                .hasMessage(refusal);
    }

    @Test
    void aWordThatYamlReadsAsAnotherTypeIsRefused() {
        refused(
                "a: Yes",
                keys -> keys.text("a"),
                "x.yaml has a word in a that YAML reads as true; put the word in quotation marks.");
        refused(
                "a: [Off]",
                keys -> keys.list("a"),
                "x.yaml has a word in a that YAML reads as false; put the word in quotation marks.");
        refused("a: [One, ]\nb: [~]", keys -> keys.list("b"), "x.yaml has an empty item in b.");
        refused("a: [One]", keys -> keys.text("a"), "x.yaml sets a to \"[One]\"; set it to words.");
        assertThat(keys("a: 2022").text("a")).isEqualTo("2022");
    }

    @Test
    void aValueOfTheWrongTypeIsRefused() {
        refused("a: One", keys -> keys.list("a"), "x.yaml sets a to \"One\"; set it to a list.");
        refused("a: One", keys -> keys.keys("a"), "x.yaml sets a to \"One\"; set it to keys and values.");
        refused("a: One", keys -> keys.number("a", 3), "x.yaml sets a to \"One\"; set it to a whole number.");
        refused("a: 1.5", keys -> keys.number("a", 3), "x.yaml sets a to \"1.5\"; set it to a whole number.");
        refused("a: \"true\"", keys -> keys.flag("a"), "x.yaml sets a to \"true\"; set it to true or false.");
        refused(
                "a: One",
                keys -> keys.oneOf("a", "Two", "Three"),
                "x.yaml sets a to \"One\"; set it to Two or Three, or leave it out.");
        refused("a:", keys -> keys.as("field b").text("a"), "x.yaml: field b does not set a.");
    }

    private static void refused(String yaml, Function<YamlKeys, Object> reading, String refusal) {
        assertThatThrownBy(() -> reading.apply(keys(yaml)))
                .isInstanceOf(CatalogueFault.class)
                .hasMessage(refusal);
    }

    private static YamlKeys keys(String yaml) {
        return YamlKeys.of("x.yaml", yaml.replace("%n", "\n"));
    }
}
