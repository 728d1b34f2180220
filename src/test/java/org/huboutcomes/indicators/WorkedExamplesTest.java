package org.huboutcomes.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every indicator has a worked example beside it, and comes out as the example says.
class WorkedExamplesTest {

    private final Catalogue catalogue = Catalogue.packaged();
    private final Map<String, String> examples = catalogue.list("indicators", "md").stream()
            .collect(Collectors.toMap(Catalogue.Entry::name, Catalogue.Entry::text));

    @TestFactory
    Stream<DynamicTest> everyIndicatorComesOutAsItsExampleSays() {
        return catalogue.list("indicators", "sql").stream()
                .map(Indicator::of)
                .map(indicator -> dynamicTest(indicator.name(), () -> check(indicator)));
    }

    private void check(Indicator indicator) throws Exception {
        String text = examples.get(indicator.name());
        if (text == null) fail("No worked example: write " + indicator.path().replace(".sql", ".md"));
        WorkedExample example = WorkedExample.of(text);
        try (Workbench workbench = new Workbench(catalogue).build()) {
            for (WorkedExample.Given given : example.given()) workbench.put(given.table(), given.rows());
            String columns = String.join(", ", example.expect().columns());
            List<String> expected = example.expect().rows().stream()
                    .map(row -> String.join(" | ", row))
                    .toList();
            assertThat(workbench.rows("select " + columns + " from (\n" + indicator.select() + "\n)"))
                    .as("%s: %s", indicator.path(), columns)
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }
}
