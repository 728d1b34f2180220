package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.EditedCatalogue;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A network that is described wrongly is refused when the catalogue is opened.
class NetworksValidationTest {

    @TempDir
    private Path folder;

    private EditedCatalogue catalogue;

    @BeforeEach
    void copy() throws IOException {
        catalogue = EditedCatalogue.in(folder, "networks", "returns", "instruments", "platforms", "rules");
    }

    private static void validate(Catalogue catalogue) {
        NetworksValidation.validate(catalogue, ReturnTypes.of(catalogue));
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            delivery,           | deliveries,                     | jobs/networks/maths_hubs.yaml names the return "deliveries", which jobs/returns does not have; it has hub_list, school_link, school_register, activity,
            delivery,           | delivery, delivery,             | jobs/networks/maths_hubs.yaml names the return "delivery" twice; keep one.
            delivery,           | hub_area,                       | jobs/networks/maths_hubs.yaml names the return "hub_area", which is one list for all hubs; name returns that a hub gives for a year.
            delivery,           | ,                               | jobs/networks/maths_hubs.yaml is not YAML with keys and values:
            returns:            | return:                         | jobs/networks/maths_hubs.yaml sets return, which nothing reads; the keys here are returns, title.
            title: Maths Hubs   | title: Maths Hubs%ntitle: Maths | jobs/networks/maths_hubs.yaml sets title twice (line 2); keep one.
            title: Maths Hubs   | ``                              | jobs/networks/maths_hubs.yaml does not set title.
            title: Maths Hubs   | title: science learning  partnerships | jobs/networks/maths_hubs.yaml and jobs/networks/science_learning_partnerships.yaml have the title "Science Learning Partnerships"; give each its own.
            """)
    void aNetworkThatIsDescribedWronglyIsRefused(String words, String instead, String refusal) throws IOException {
        catalogue.replace("networks/maths_hubs.yaml", words, instead);
        assertThat(catalogue.refusal(NetworksValidationTest::validate)).startsWith(refusal);
    }

    @Test
    void aNetworkThatGivesNoReturnIsRefused() throws IOException {
        catalogue.write("networks/chess_hubs.yaml", "title: Chess Hubs\n");
        assertThat(catalogue.refusal(NetworksValidationTest::validate))
                .isEqualTo("jobs/networks/chess_hubs.yaml names no return;"
                        + " list what its hubs give in returns: [...].");
    }

    @Test
    void aNewNetworkIsOneFile() throws IOException {
        catalogue.write("networks/chess_hubs.yaml", "title: Chess Hubs\nreturns: [engagement, evaluator_evidence]\n");
        assertThatCode(() -> validate(catalogue.open())).doesNotThrowAnyException();
    }
}
