package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.LongStream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Attacks the public files of invented hubs, of which one return in ten is missing, and of a store.
///
/// `-Dattack.seeds=20` attacks twenty networks of twelve hubs, `-Dattack.one.of=1` uses integer programming on every
/// protected count, and `-Dattack.store=W/store/outcomes.duckdb` attacks a workspace.
@Tag("long")
class RandomAttackTest {

    /// Of a hundred numbers, in a network of ten hubs or more.
    private static final double MOST_HIDDEN = 5;

    private static final int ONE_OF = Integer.getInteger("attack.one.of", 400);

    static LongStream seeds() {
        return LongStream.range(1, 1 + Long.getLong("attack.seeds", 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsWorkedOutOfTwelveHubsWithMissingReturns(long seed) throws SQLException {
        try (Workbench workbench = published(new RandomHubs(seed, 12, 40, 3, 10))) {
            assertThat(PublicAttack.shareHidden(workbench.connection(), "Maths Hubs"))
                    .as("of a hundred numbers of seed " + seed + ", how many are hidden")
                    .isBetween(0.0, MOST_HIDDEN);
            attack(workbench.connection(), 500);
            assertThat(SchoolsAttack.named(workbench.connection(), 1)).isEmpty();
            assertThat(SchoolsAttack.exposedByIndices(workbench.connection())).isEmpty();
        }
    }

    /// In the first night two hubs have not sent the last year yet, and a third one has sent two schools too many.
    @Test
    void nothingIsWorkedOutOfTwoNights() throws Exception {
        try (Workbench workbench = new Workbench(Catalogue.packaged())) {
            new RandomHubs(5, 12, 40, 3, 10).submitTo(workbench);
            String late = "hub in ('H03', 'H07') and time_period = 202223";
            workbench.execute("update claim set in_force = false where " + late);
            publish(workbench);
            PublicAttack attack = new PublicAttack().read(workbench.connection(), Map.of());
            PublicRanges ranges = new PublicRanges(workbench.connection());
            ranges.propose("night", "in its place");
            ranges.settle(release -> "in its place");
            workbench.execute("update claim set in_force = true where " + late
                    + "; delete from engagement where hub = 'H05' and time_period = 202223"
                    + " and urn in (select distinct urn from engagement where hub = 'H05' and time_period = 202223"
                    + " order by urn limit 2)");
            publish(workbench);
            attack.read(workbench.connection(), Map.of("H03", 202223, "H05", 202223, "H07", 202223))
                    .prepare();
            assertThat(attack.contradicted())
                    .as("every fact of the attacker is true")
                    .isEmpty();
            assertThat(attack.protectedCounts()).isGreaterThan(500);
            assertThat(attack.exposed(ONE_OF)).isEmpty();
        }
    }

    @Test
    void nothingIsWorkedOutOfTwoSmallHubs() throws SQLException {
        try (Workbench workbench = published(new RandomHubs(3, 2, 20, 3, 0))) {
            attack(workbench.connection(), 20);
        }
    }

    /// Fewer than twenty schools are engaged: neither the index of the year nor its change is printed.
    @Test
    void anIndexOfFewSchoolsHasNoPublicChange() throws SQLException {
        try (Workbench workbench = published(new RandomHubs(3, 2, 20, 3, 0))) {
            assertThat(workbench.rows("""
                            select csv.hub, csv.time_period, csv.indicator, csv.change
                            from public_indicators_csv as csv
                            join definition using (indicator)
                            where
                                definition.counts = 'schools' and definition.breakdowns = 'Total'
                                and definition.unit = 'ratio' and definition.interval = 'none'
                                and csv.n in ('low', '5', '10', '15') and try_cast(csv.change as double) is not null
                            """)).isEmpty();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "attack.store", matches = ".+")
    void nothingIsWorkedOutOfAStore() throws SQLException {
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection connection =
                DriverManager.getConnection("jdbc:duckdb:" + Path.of(System.getProperty("attack.store")), readOnly)) {
            for (List<String> network :
                    PublicAttack.rows(connection, "select distinct network from public_indicators_csv order by all"))
                System.out.println("Hidden of " + network.get(0) + ": "
                        + PublicAttack.shareHidden(connection, network.get(0)) + "%");
            attack(connection, 10);
            assertThat(SchoolsAttack.named(connection, ONE_OF)).isEmpty();
            assertThat(SchoolsAttack.exposedByIndices(connection)).isEmpty();
        }
    }

    private static Workbench published(RandomHubs hubs) throws SQLException {
        Workbench workbench = new Workbench(Catalogue.packaged());
        hubs.submitTo(workbench);
        publish(workbench);
        return workbench;
    }

    private static void publish(Workbench workbench) throws SQLException {
        workbench.build();
        new Indicators(Catalogue.packaged()).measure(workbench.connection());
        new Publication(Catalogue.packaged()).make(workbench.connection());
    }

    private static void attack(Connection connection, int atLeast) throws SQLException {
        PublicAttack attack = new PublicAttack().read(connection, Map.of()).prepare();
        assertThat(attack.contradicted())
                .as("every fact of the attacker is true")
                .isEmpty();
        assertThat(attack.knownBetter(connection))
                .as("the program knows each bound of the attacker")
                .isEmpty();
        assertThat(attack.protectedCounts()).isGreaterThan(atLeast);
        assertThat(attack.exposed(ONE_OF)).isEmpty();
    }
}
