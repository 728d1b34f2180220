package org.huboutcomes.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A changed definition needs a new version. `-Dversion.reason="why it has changed"` adds new versions to the list.
class VersionsTest {

    static Stream<Catalogue.Entry> indicators() throws IOException {
        List<Catalogue.Entry> indicators = Catalogue.packaged().list("indicators", "sql");
        String reason = System.getProperty("version.reason");
        if (reason != null) writeDown(indicators, reason);
        return indicators.stream();
    }

    @ParameterizedTest
    @MethodSource("indicators")
    void aChangedDefinitionNeedsANewVersion(Catalogue.Entry indicator) throws IOException {
        String number = Indicator.of(indicator).says("version");
        Versions.Version latest = Versions.read()
                .latest(indicator.name())
                .orElseThrow(() -> new AssertionError(indicator.name() + " is not in " + Versions.FILE + "; " + HOW));
        assertThat(latest.fingerprint())
                .as("%s differs from its version %s; %s", indicator.name(), latest.number(), HOW)
                .isEqualTo(Versions.fingerprint(indicator.text()));
        assertThat(number).as("version of " + indicator.name()).isEqualTo(latest.number());
    }

    private static final String HOW = "raise the version in its heading and run"
            + " ./mvnw test -Dtest=VersionsTest -Dversion.reason=\"why it has changed\"";

    @Test
    void versionsAreNumberedConsecutivelyAndHaveReasons() throws IOException {
        Versions versions = Versions.read();
        for (Catalogue.Entry indicator : Catalogue.packaged().list("indicators", "sql")) {
            List<Versions.Version> own = versions.of(indicator.name());
            for (int i = 0; i < own.size(); i++) {
                assertThat(own.get(i).number()).as(indicator.name()).isEqualTo(String.valueOf(i + 1));
                assertThat(own.get(i).reason()).as(indicator.name()).isNotBlank();
                assertThat(LocalDate.parse(own.get(i).date())).isNotNull();
            }
        }
    }

    @Test
    void explanationsLineBreaksAndReviewDatesAreNotChanges() {
        String one =
                "-- why:      because of\n--           this\n-- unit:     percent\n-- reviewed: 2026-11-23\nselect 1;";
        String other = "-- why:      for that\n-- unit:     percent\n-- reviewed: 2027-01-05\nselect\n    1;";
        assertThat(Versions.fingerprint(one)).isEqualTo(Versions.fingerprint(other));
        assertThat(Versions.fingerprint(one)).isNotEqualTo(Versions.fingerprint(one.replace("select 1", "select 2")));
        assertThat(Versions.fingerprint(one)).isNotEqualTo(Versions.fingerprint(one.replace("percent", "points")));
    }

    /// Adds a line for every indicator whose version is higher than the last one listed.
    private static void writeDown(List<Catalogue.Entry> indicators, String reason) throws IOException {
        Versions versions = Versions.read();
        List<Versions.Version> all = new ArrayList<>(versions.all());
        for (Catalogue.Entry entry : indicators) {
            Indicator indicator = Indicator.of(entry);
            int listed = versions.latest(entry.name())
                    .map(version -> Integer.parseInt(version.number()))
                    .orElse(0);
            if (Integer.parseInt(indicator.says("version")) <= listed) continue;
            all.add(new Versions.Version(
                    entry.name(),
                    indicator.says("version"),
                    LocalDate.now().toString(),
                    reason,
                    Versions.fingerprint(entry.text())));
        }
        new Versions(all).write();
    }
}
