package org.huboutcomes.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.huboutcomes.publish.HubFigures;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class AccessibilityTest {

    private static final Reports REPORTS = Reports.packaged();

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static List<HubFigures> hubs() {
        return List.of(
                InventedHubs.large(), InventedHubs.small(), InventedHubs.withoutPathway(), InventedHubs.network());
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void everyReportIsPdfUa(HubFigures hub) throws Exception {
        assertThat(failures(REPORTS.render(hub, InventedHubs.EDITION))).isEmpty();
    }

    @Test
    void anEvidenceSummaryIsPdfUa() throws Exception {
        assertThat(failures(REPORTS.renderEvidence(InventedHubs.large(), InventedHubs.EDITION)
                        .orElseThrow()))
                .isEmpty();
    }

    @Test
    void theDefinitionsArePdfUa() throws Exception {
        assertThat(failures(REPORTS.renderDefinitions(InventedHubs.large().definitions(), InventedHubs.EDITION)))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("hubs")
    void everyPublicReportIsPdfUa(HubFigures hub) throws Exception {
        assertThat(failures(REPORTS.render(InventedHubs.open(hub), InventedHubs.PUBLIC)))
                .isEmpty();
    }

    private static List<String> failures(byte[] pdf) throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTotalAssertions()).isGreaterThan(1000);
            return result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + "-"
                            + assertion.getRuleId().getTestNumber() + " " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }
}
