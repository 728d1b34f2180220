package org.huboutcomes.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.files.CsvInjection;
import org.huboutcomes.spreadsheets.NastyText;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The requirements of the Department for Education's open data standard on a data file and its metadata.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenDataTest {

    private static final List<String> NUMBERS = List.of(
            "numerator",
            "denominator",
            "n",
            "value",
            "value_lower_ci",
            "value_upper_ci",
            "change",
            "change_lower_ci",
            "change_upper_ci",
            "change_hubs",
            "hubs_contributing",
            "hubs_open",
            "coverage_percent");

    private static final String INDICATOR_COLUMNS = "numerator, denominator, n, value, value_lower_ci, value_upper_ci";

    private final Workbench workbench;
    private final Path folder;

    OpenDataTest(@TempDir Path folder) throws SQLException {
        this.folder = folder;
        this.workbench = new Workbench(Catalogue.packaged());
    }

    @BeforeAll
    void publish() throws SQLException, IOException {
        Population.small().publish(workbench, folder);
    }

    @AfterAll
    void close() throws SQLException {
        workbench.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "indicators_csv",
                "public_indicators_csv",
                "transitions_csv",
                "overlaps_csv",
                "restated_csv",
                "joint_csv",
                "definitions_csv",
                "public_transitions_csv",
                "public_overlaps_csv"
            })
    void columnsAreNamedInSmallLettersWithoutSpaces(String table) throws SQLException {
        assertThat(workbench.rows("select column_name from (describe " + table + ")"))
                .isNotEmpty()
                .allMatch(name -> name.matches("[a-z][a-z0-9_]{0,49}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicators_csv", "public_indicators_csv"})
    void timeAndPlaceComeFirstAndAreNeverBlank(String table) throws SQLException {
        assertThat(workbench.rows("select column_name from (describe " + table + ")"))
                .startsWith("time_period", "time_identifier", "geographic_level", "country_code", "country_name");
        assertThat(workbench.rows(
                        "select distinct time_identifier, geographic_level, country_code, country_name from " + table))
                .containsExactly("Academic year | National | E92000001 | England");
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicators_csv", "public_indicators_csv"})
    void yearsHaveSixDigitsAndAreConsecutive(String table) throws SQLException {
        assertThat(workbench.rows("select distinct time_period from " + table + " order by all"))
                .containsExactly("202021", "202122", "202223");
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicators_csv", "public_indicators_csv"})
    void onlySymbolsAndComparisonsMayBeBlank(String table) throws SQLException {
        assertThat(workbench.rows("select count(*) from (unpivot (select * exclude (symbol, comparison) from " + table
                        + ") on * exclude (time_period, definition_version)) where trim(value) = ''"))
                .containsExactly("0");
        assertThat(workbench.rows(
                        "select * from " + table + " where hub <> 'Total' and comparison = '' or columns(*) is null"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicators_csv", "public_indicators_csv"})
    void noTwoRowsHaveTheSameKey(String table) throws SQLException {
        assertThat(
                        workbench.rows(
                                "select 1 from " + table
                                        + " group by time_period, network, hub, education_phase, breakdown, indicator having count(*) > 1"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicators_csv", "public_indicators_csv"})
    void aValueIsANumberOrAKnownSymbol(String table) throws SQLException {
        assertThat(workbench.rows("select distinct cell from (unpivot " + table + " on " + INDICATOR_COLUMNS
                        + " into name column_name value cell) "
                        + "where not regexp_full_match(cell, '-?[0-9]+([.][0-9]+)?|z|x|c|low')"))
                .isEmpty();
        assertThat(workbench.rows("select distinct symbol from " + table
                        + " where symbol not in ('', 'z', 'x', 'c', 'low', 'u')"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicators_csv", "public_indicators_csv"})
    void theMatrixIsComplete(String table) throws SQLException {
        assertThat(workbench.rows("""
                        select indicator, time_period
                        from %s
                        group by indicator, time_period, network
                        having
                            count(*)
                            <> count(distinct hub) * count(distinct education_phase) * count(distinct breakdown)
                        """.formatted(table))).isEmpty();
    }

    @Test
    void fileNamesAreInSmallLettersWithoutAYear() throws SQLException {
        assertThat(workbench.rows("select file_name from published_file"))
                .isNotEmpty()
                .allMatch(name -> name.matches("(public/)?[a-z][a-z_]{0,34}([.]meta)?[.](csv|parquet)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicators_csv", "public_indicators_csv"})
    void onlyTheCountryColumnIsNamedLikeAPlace(String table) throws SQLException {
        assertThat(workbench.rows("select column_name from (describe " + table + ")"))
                .noneMatch(
                        name -> name.matches("(region|la|lad|lsip|mat|pcon|provider|rsc|school|sponsor|ward|institution"
                                + "|trust|new_la|old_la|opportunity_area).*(name|code|id|urn|ukprn|laestab|group)"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "network",
                "hub",
                "hub_name",
                "education_phase",
                "breakdown",
                "indicator",
                "outcome",
                "comparison"
            })
    void filterItemsAreShortAndTrimmed(String filter) throws SQLException {
        assertThat(workbench.rows("select distinct " + filter + " from indicators_csv"))
                .isNotEmpty()
                .allMatch(item -> item.length() <= 120 && item.equals(item.strip()) && !item.contains("  "));
    }

    @Test
    void everyItemOfAGroupedFilterIsInOneGroup() throws SQLException {
        assertThat(workbench.rows("select col_name, filter_grouping_column from indicators_meta"
                        + " where filter_grouping_column <> ''"))
                .containsExactly("indicator | outcome");
        assertThat(workbench.rows(
                        "select indicator from indicators_csv group by indicator having count(distinct outcome) > 1"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"restated", "transitions", "overlaps", "public/transitions", "public/overlaps"})
    void theOtherTablesHaveNoBlankCells(String file) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(file + ".csv"), StandardCharsets.UTF_8);
        if (file.equals("restated")) assertThat(lines).hasSize(1);
        else assertThat(lines).hasSizeGreaterThan(1).noneMatch(line -> (line + ",").contains(",,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hub", "education_phase", "breakdown"})
    void aFilterHasATotal(String filter) throws SQLException {
        assertThat(workbench.rows("select distinct " + filter + " from public_indicators_csv"))
                .contains("Total");
    }

    @ParameterizedTest
    @ValueSource(strings = {"indicators_csv", "public_indicators_csv"})
    void rowsAreSorted(String table) throws SQLException {
        String key = "time_period, network, hub, indicator, education_phase, breakdown";
        assertThat(workbench.rows("select " + key + " from " + table + " order by rowid"))
                .isEqualTo(workbench.rows("select " + key + " from " + table + " order by " + key));
    }

    @Test
    void theMetadataHasOneRowForEachFilterAndIndicator() throws SQLException {
        assertThat(workbench.rows("select column_name from (describe indicators_meta)"))
                .containsExactly(("col_name col_type label indicator_grouping indicator_unit indicator_dp filter_hint "
                                + "filter_grouping_column")
                        .split(" "));
        assertThat(workbench.rows("select col_name from indicators_meta"))
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(workbench.rows("""
                        select column_name
                        from (describe indicators_csv)
                        where column_name not in (
                            'time_period', 'time_identifier', 'geographic_level', 'country_code', 'country_name', 'outcome'
                        )
                        """));
    }

    @Test
    void aFilterHasNoUnitAndAnIndicatorNoHint() throws SQLException {
        assertThat(workbench.rows("""
                        select col_name
                        from indicators_meta
                        where
                            col_type not in ('Filter', 'Indicator')
                            or label = ''
                            or length(label) > 80
                            or col_type = 'Filter' and concat(indicator_grouping, indicator_unit, indicator_dp) <> ''
                            or col_type = 'Indicator' and concat(filter_hint, filter_grouping_column) <> ''
                            or indicator_unit not in ('', '%', 'pp', '£', '£m', 'numberstring')
                            or col_type = 'Indicator' and not regexp_full_match(indicator_dp, '[0-9]')
                        """)).isEmpty();
        assertThat(workbench.rows("select count(distinct label) = count(*) from indicators_meta"))
                .containsExactly("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "public/"})
    void theFilesAreUtf8WithoutByteOrderMarkAndParquetIsEqual(String below) throws SQLException, IOException {
        Path csv = folder.resolve(below + "indicators.csv");
        String text = Files.readString(csv, StandardCharsets.UTF_8);
        assertThat(text).startsWith("time_period,").endsWith("\n").doesNotContain("\r", "\uFEFF", "\"");
        assertThat(folder.resolve(below + "indicators.meta.csv")).isRegularFile();
        String numbers = String.join(", ", NUMBERS);
        String parquet = "select * replace ("
                + NUMBERS.stream()
                        .map(column -> column + "::double as " + column)
                        .collect(Collectors.joining(", "))
                + ") from '" + folder.resolve(below + "indicators.parquet") + "'";
        // In a table of its own, since DuckDB would otherwise convert while it reads.
        workbench.execute("create or replace temp table csv_again as select * from read_csv('" + csv
                + "', all_varchar = true, nullstr = 'null')");
        String read = "select * replace ("
                + NUMBERS.stream()
                        .map(column -> "try_cast(" + column + " as double) as " + column)
                        .collect(Collectors.joining(", "))
                + ") from csv_again";
        parquet = "select " + numbers + ", columns(* exclude (" + numbers + "))::varchar from (" + parquet + ")";
        read = "select " + numbers + ", columns(* exclude (" + numbers + "))::varchar from (" + read + ")";
        List<String> differing = workbench.rows("select count(*) from ((" + parquet + " except all " + read
                + ") union all (" + read + " except all " + parquet + "))");
        assertThat(differing).containsExactly("0");
    }

    @Test
    void numbersInParquetAreNumbersAndNullWhereThereIsASymbol() throws SQLException {
        String parquet = "'" + folder.resolve("indicators.parquet") + "'";
        assertThat(workbench.rows("select distinct column_type from (describe from " + parquet
                        + ") where column_name in ('" + String.join("', '", NUMBERS) + "') order by all"))
                .containsExactly("BIGINT", "DOUBLE");
        assertThat(workbench.rows("select count(*) from " + parquet
                        + " where (value is null) <> (symbol in ('z', 'x', 'c', 'low'))"))
                .containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "public/"})
    void theDescriptionsForProgramsHaveTheColumnsOfEachFile(String below) throws IOException {
        JsonNode frictionless = new JsonMapper().readTree(Files.readString(folder.resolve(below + "datapackage.json")));
        JsonNode web = new JsonMapper().readTree(Files.readString(folder.resolve(below + "csv-metadata.json")));
        assertThat(frictionless.get("resources").size())
                .isEqualTo(web.get("tables").size())
                .isGreaterThan(3);
        for (int file = 0; file < web.get("tables").size(); file++) {
            JsonNode resource = frictionless.get("resources").get(file);
            String path = resource.get("path").asString();
            assertThat(web.get("tables").get(file).get("url").asString()).isEqualTo(path);
            String headings;
            try (Stream<String> lines = Files.lines(folder.resolve(below + path))) {
                headings = lines.findFirst().orElseThrow();
            }
            assertThat(resource.get("schema")
                            .get("fields")
                            .valueStream()
                            .map(field -> field.get("name").asString()))
                    .as(path)
                    .containsExactly(headings.split(","));
            assertThat(web.get("tables")
                            .get(file)
                            .get("tableSchema")
                            .get("columns")
                            .valueStream()
                            .map(column -> column.get("name").asString()))
                    .as(path)
                    .containsExactly(headings.split(","));
        }
        assertThat(frictionless.toString())
                .contains(
                        "{\"name\":\"value\",\"type\":\"number\",\"missingValues\":[\"\",\"z\",\"x\",\"c\",\"low\"]}",
                        "{\"name\":\"symbol\",\"type\":\"string\"}",
                        "\"missingValues\":[\"\"]");
    }

    @Test
    void textsAreProtectedAsInEveryOtherCsv() throws SQLException {
        NastyText texts = new NastyText(3);
        try (PreparedStatement printed = workbench.connection().prepareStatement("select printed_text(?::varchar)")) {
            for (int i = 0; i < 2_000; i++) {
                String text = texts.next();
                // DuckDB refuses text with half a surrogate pair.
                if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) continue;
                printed.setString(1, text);
                try (ResultSet row = printed.executeQuery()) {
                    row.next();
                    assertThat(row.getString(1)).isEqualTo(CsvInjection.inCsv(text));
                }
            }
        }
        assertThat(workbench.rows("select printed_text('-3.25'), printed_text('-2+3'), printed_text('')"))
                .containsExactly("-3.25 | '-2+3 | ");
    }
}
