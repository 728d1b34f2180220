package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Attacks the public files of invented hubs with one return in ten missing, of small and unusual networks, of
/// several releases, and of a workspace.
///
/// `-Dattack.seeds=20` attacks twenty networks of twelve hubs, `-Dattack.one.of=1` uses integer programming on every
/// protected count, and `-Dattack.workspace=W` attacks the public folder of a workspace after its night.
@Tag("long")
class RandomAttackTest {

    /// The maximum percentage of hidden numbers in a network of ten hubs or more.
    private static final double MOST_HIDDEN = 5;

    private static final int ONE_OF = Integer.getInteger("attack.one.of", 400);

    @TempDir
    Path folder;

    static LongStream seeds() {
        return LongStream.range(1, 1 + Long.getLong("attack.seeds", 1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsWorkedOutOfTwelveHubsWithMissingReturns(long seed) throws Exception {
        try (Workbench workbench = published(new RandomHubs(seed, 12, 40, 3, 10))) {
            assertThat(PublicCells.shareHidden(workbench.connection(), "Maths Hubs"))
                    .as("of a hundred numbers of seed " + seed + ", how many are hidden")
                    .isBetween(0.0, MOST_HIDDEN);
            attack(workbench, 500, ONE_OF);
            assertThat(SchoolsAttack.named(workbench.connection(), 1)).isEmpty();
            assertThat(SchoolsAttack.exposedByIndices(workbench.connection())).isEmpty();
        }
    }

    /// In the first night two hubs have not sent the last year yet, and a third one has sent two schools too many.
    @Test
    void nothingIsWorkedOutOfTwoNights() throws Exception {
        String late = "hub in ('H03', 'H07') and time_period = 202223";
        attackTwoReleases(
                new RandomHubs(5, 12, 40, 3, 10),
                "update claim set in_force = false where " + late,
                "update claim set in_force = true where " + late + ";" + twoSchoolsFewer("H05"),
                Map.of("H03", 202223, "H05", 202223, "H07", 202223),
                ONE_OF);
    }

    private static String twoSchoolsFewer(String hub) {
        return """
                delete from engagement
                where hub = '%1$s' and time_period = 202223 and urn in (
                    select distinct urn from engagement where hub = '%1$s' and time_period = 202223 order by urn limit 2
                )
                """.formatted(hub);
    }

    private void attackTwoReleases(
            RandomHubs hubs, String before, String after, Map<String, Integer> changed, int oneOf) throws Exception {
        try (Workbench workbench = new Workbench(Catalogue.packaged())) {
            hubs.submitTo(workbench);
            workbench.execute(before);
            publish(workbench);
            PublicAttack attack = new PublicAttack().read(workbench.connection(), released(workbench), Map.of());
            PublicRanges ranges = new PublicRanges(workbench.connection());
            ranges.propose("night", "in its place");
            ranges.settle(release -> "in its place");
            workbench.execute(after);
            publish(workbench);
            attack.read(workbench.connection(), released(workbench), changed).prepare();
            assertThat(attack.contradicted())
                    .as("every fact of the attacker is true")
                    .isEmpty();
            assertThat(attack.protectedCounts()).isGreaterThan(200);
            assertThat(attack.exposed(oneOf)).isEmpty();
        }
    }

    /// The local authority of the first hub has a new code, two schools of the second have merged with a third, its
    /// return of a year is nil, and the third hub's returns of that year did not come.
    @Test
    void nothingIsWorkedOutOfHubsWithAReorganisedAuthorityAMergerAGapAndANilReturn() throws Exception {
        try (Workbench workbench = new Workbench(Catalogue.packaged())) {
            new RandomHubs(2, 3, 20, 3, 0).submitTo(workbench);
            workbench.execute("""
                    update school_register set la_code = '799', previous_la_code = '700' where la_code = '700' and status = 'Open';
                    insert into claim (claim, sheet, submission, return_name, hub, time_period, accepted, in_force)
                    values (9001, 9001, 1, 'authority_change', null, null, 1, true),
                        (9002, 9002, 1, 'school_link', null, null, 2, true);
                    insert into authority_change (claim, row_number, old_code, new_code, first_period)
                    values (9001, 2, '700', '799', 202122);
                    insert into hub_area (claim, row_number, hub, la_code) select claim, 99, 'H00', '799' from hub_area limit 1;

                    update school_register set status = 'Closed', close_date = '2021-08-31' where urn in (101001, 101002);
                    insert into school_link (claim, row_number, urn, link_urn, link_type)
                    values (9002, 2, 101001, 101003, 'Successor - merged'), (9002, 3, 101002, 101003, 'Successor - merged');

                    delete from engagement where hub = 'H01' and time_period = 202122;
                    update claim set accepted = 0 where hub = 'H01' and time_period = 202122 and return_name = 'engagement';
                    update claim set in_force = false where hub = 'H02' and time_period = 202122;
                    """);
            publish(workbench);
            assertThat(workbench.rows("select count(*) > 0 from authority_change"))
                    .containsExactly("true");
            attack(workbench, 200, 1);
        }
    }

    @Test
    void nothingIsWorkedOutOfANetworkOfOneHub() throws Exception {
        try (Workbench workbench = published(new RandomHubs(1, 1, 12, 3, 0))) {
            attack(workbench, 100, 1);
            assertThat(SchoolsAttack.named(workbench.connection(), 1)).isEmpty();
        }
    }

    @Test
    void nothingIsWorkedOutOfTwoSmallHubs() throws Exception {
        try (Workbench workbench = published(new RandomHubs(3, 2, 20, 3, 0))) {
            attack(workbench, 20, 1);
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
    @EnabledIfSystemProperty(named = "attack.workspace", matches = ".+")
    void nothingIsWorkedOutOfAWorkspace() throws SQLException {
        Path workspace = Path.of(System.getProperty("attack.workspace"));
        Properties readOnly = new Properties();
        readOnly.setProperty("duckdb.read_only", "true");
        try (Connection connection =
                DriverManager.getConnection("jdbc:duckdb:" + workspace.resolve("store/last-night.duckdb"), readOnly)) {
            for (List<String> network :
                    PublicCells.rows(connection, "select distinct network from public_indicators_csv order by all"))
                System.out.println("Hidden of " + network.get(0) + ": "
                        + PublicCells.shareHidden(connection, network.get(0)) + "%");
            attack(connection, workspace.resolve("published/public"), 10, ONE_OF);
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

    /// Writes the public files.
    private Path released(Workbench workbench) throws SQLException, IOException {
        Path release = Files.createTempDirectory(folder, "release");
        new FigureFiles(workbench.connection()).write(release, Profile.PUBLIC);
        return release.resolve("public");
    }

    private void attack(Workbench workbench, int atLeast, int oneOf) throws SQLException, IOException {
        attack(workbench.connection(), released(workbench), atLeast, oneOf);
    }

    private static void attack(Connection connection, Path release, int atLeast, int oneOf) throws SQLException {
        PublicAttack attack =
                new PublicAttack().read(connection, release, Map.of()).prepare();
        assertThat(attack.contradicted())
                .as("every fact of the attacker is true")
                .isEmpty();
        assertThat(attack.knownBetter(connection))
                .as("the program knows each bound of the attacker")
                .isEmpty();
        assertThat(attack.protectedCounts()).isGreaterThan(atLeast);
        assertThat(attack.exposed(oneOf)).isEmpty();
    }
}
