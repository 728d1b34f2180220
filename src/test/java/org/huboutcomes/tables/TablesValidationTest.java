package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.catalogue.EditedCatalogue;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.store.Store;
import org.huboutcomes.store.StoreFault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A table that could not store its values is refused before a file is read.
class TablesValidationTest {

    @TempDir
    private Path folder;

    private EditedCatalogue catalogue;

    @BeforeEach
    void copy() throws IOException {
        catalogue = EditedCatalogue.in(
                folder, "returns/delivery.yaml", "rules", "tables/stored/delivery.sql", "formulas/is_open.sql");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', textBlock = """
            groups integer,          | ``                    | jobs/tables/stored/delivery.sql has no column groups, which jobs/returns/delivery.yaml stores; add groups integer.
            groups integer           | groups varchar        | jobs/tables/stored/delivery.sql has the column groups varchar, which cannot hold the field groups of jobs/returns/delivery.yaml, of type integer; make it integer.
            activity varchar         | activity integer      | jobs/tables/stored/delivery.sql has the column activity integer, which cannot hold the field activity of jobs/returns/delivery.yaml, of type code; make it varchar.
            groups integer           | groups decimal(9,2)   | jobs/tables/stored/delivery.sql has the column groups decimal(9,2), which cannot hold the field groups of jobs/returns/delivery.yaml, of type integer; make it integer.
            groups integer           | groups tinyint        | jobs/returns/delivery.yaml: field groups needs a minimum and a maximum that its column in jobs/tables/stored/delivery.sql, tinyint, can hold: at most 127.
            groups integer           | groups integer not null | jobs/tables/stored/delivery.sql has the column groups, which is not null, and the field groups of jobs/returns/delivery.yaml may be blank; require the field, or let the column be null.
            groups integer           | groups integer, venue varchar not null | jobs/tables/stored/delivery.sql has the column venue, which is not null, and jobs/returns/delivery.yaml has no field for it; add the field, or let the column be null.
            row_number integer       | row integer           | jobs/tables/stored/delivery.sql has no column row_number integer, which every stored row has; add it.
            claim bigint             | claim integer         | jobs/tables/stored/delivery.sql has no column claim bigint, which every stored row has; add it.
            create table if not exists delivery (%n    claim bigint not null,%n    row_number integer not null, | create or replace table delivery as (select 1); create or replace table x ( | jobs/tables/stored/delivery.sql is made from other tables, and rows of jobs/returns/delivery.yaml are stored in it; begin it with create table if not exists delivery.
            create table if not exists | create table        | jobs/tables/stored/delivery.sql cannot be run twice; begin its statement with create or replace, or with create table if not exists where rows enter it.
            create table if not exists delivery | create table if not exists deliveries | jobs/tables/stored/delivery.sql makes no table delivery; a file is named after its table.
            -- One row per           | create table if not exists x (y integer);%n-- | jobs/tables/stored/delivery.sql does not begin with its grain; name the columns by which its rows differ, and say what a row is: -- One row per (claim, row_number): ...
            (claim, row_number): an  | an                    | jobs/tables/stored/delivery.sql does not begin with its grain; name the columns by which its rows differ, and say what a row is: -- One row per (claim, row_number): ...
            (claim, row_number):     | (claim, row):         | jobs/tables/stored/delivery.sql states the grain (claim, row), which its table does not have: Binder Error: Referenced column "row" not found in FROM clause! (line 1)
            """)
    void aTableThatDoesNotFitItsReturnIsRefused(String words, String instead, String refusal) throws IOException {
        catalogue.replace("tables/stored/delivery.sql", words, instead);
        assertThat(catalogue.refusal(TablesValidationTest::validate)).isEqualTo(refusal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groups integer, venue varchar",
                "groups integer, venue varchar not null default 'unknown'",
                "groups bigint"
            })
    void aTableMayHoldMoreThanItsReturn(String column) throws IOException {
        catalogue.replace("tables/stored/delivery.sql", "groups integer", column);
        assertThatCode(() -> validate(catalogue.open())).doesNotThrowAnyException();
    }

    @Test
    void aTableMayHaveItsColumnsInAnyOrder() throws IOException {
        catalogue
                .replace("tables/stored/delivery.sql", "    claim bigint not null,%n", "")
                .replace("tables/stored/delivery.sql", "groups integer", "groups integer, claim bigint not null");
        assertThatCode(() -> validate(catalogue.open())).doesNotThrowAnyException();
    }

    @Test
    void aNumberThatItsDecimalColumnCannotHoldIsRefused() throws IOException {
        catalogue
                .replace("returns/delivery.yaml", "groups,         type: integer", "groups, type: decimal")
                .replace("tables/stored/delivery.sql", "groups integer", "groups decimal(5,2)");
        assertThat(catalogue.refusal(TablesValidationTest::validate))
                .isEqualTo("jobs/returns/delivery.yaml: field groups needs a minimum and a maximum that its column in"
                        + " jobs/tables/stored/delivery.sql, decimal(5,2), can hold: at most 999.");
    }

    @Test
    void aReturnWithoutATableIsRefused() throws IOException {
        catalogue.write("returns/choir_visit.yaml", """
                title: Choir visits
                order: 3
                claim: [hub, time_period]
                fields:
                  - {name: hub,         type: hub,           title: Hub, constraints: {required: true}}
                  - {name: time_period, type: academic_year, title: Academic year, constraints: {required: true}}
                  - {name: visited,     type: date_in_year,  title: Visited on, constraints: {required: true}}
                  - {name: singers,     type: integer,       title: Singers, constraints: {minimum: 1}}
                """);
        assertThat(catalogue.refusal(TablesValidationTest::validate))
                .isEqualTo(
                        "jobs/returns/choir_visit.yaml has no table to be stored in; write jobs/tables/stored/choir_visit.sql"
                                + " with the columns claim bigint, row_number integer, hub varchar, time_period integer,"
                                + " visited date, singers integer.");
    }

    @Test
    void aTableOfABlockIsAskedToo() throws IOException {
        EditedCatalogue form = EditedCatalogue.in(
                folder.resolve("form"),
                "returns/evaluator_evidence.yaml",
                "rules",
                "tables/stored/evaluator_evidence.sql",
                "tables/stored/evaluation_meeting.sql");
        assertThat(form.refusal(TablesValidationTest::validate))
                .isEqualTo("jobs/returns/evaluator_evidence.yaml has no table to be stored in; write"
                        + " jobs/tables/stored/evaluation_school.sql with the columns claim bigint, row_number integer,"
                        + " school varchar, description varchar, agreed varchar.");
    }

    @Test
    void twoFilesThatMakeOneFormulaAreRefused() throws IOException {
        catalogue.write("formulas/most.sql", catalogue.read("formulas/is_open.sql"));
        assertThat(catalogue.refusal(TablesValidationTest::validate))
                .isEqualTo(
                        "jobs/formulas/is_open.sql and jobs/formulas/most.sql both make the formula is_open; rename one.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"now()", "current_date", "CURRENT_TIMESTAMP", "random()", "uuid()"})
    void aQueryThatGivesAnotherAnswerTomorrowIsRefused(String call) throws IOException {
        catalogue.write(
                "tables/choir.sql",
                "-- One row per (activity): a choir.\ncreate or replace table choir as\nselect activity, " + call
                        + " as since from delivery;\n");
        assertThat(catalogue.refusal(TablesValidationTest::validate))
                .isEqualTo("jobs/tables/choir.sql calls "
                        + call.toLowerCase(Locale.ROOT).replace("()", "")
                        + ", which may give another answer tomorrow although no row has changed; the day of the run is in"
                        + " the table run_day.");
    }

    @Test
    void aQueryThatCannotBeRunIsRefused() throws IOException {
        catalogue.write(
                "tables/choir.sql",
                "-- One row per (activity): a choir.\ncreate or replace table choir as\nselect hubb as activity from delivery;\n");
        assertThat(catalogue.refusal(TablesValidationTest::validate))
                .startsWith("jobs/tables/choir.sql cannot be run: Binder Error: Referenced column \"hubb\" not found");
    }

    @Test
    void aQueryThatReadsATableThatDoesNotExistIsRefused() throws IOException {
        catalogue.write(
                "tables/choir.sql",
                "-- One row per (activity): a choir.\ncreate or replace table choir as\nSELECT 1 as activity FROM delivery, choir_visit;\n");
        assertThat(catalogue.refusal(TablesValidationTest::validate))
                .isEqualTo(
                        "jobs/tables/choir.sql reads the table choir_visit, which does not exist; correct the name.");
    }

    @Test
    void aFormulaMayReadATable() throws IOException {
        catalogue
                .write("formulas/groups_of.sql", """
                        -- The groups of an activity.
                        create or replace macro groups_of(code) as (
                            select sum(groups) from choir where activity = code
                        );
                        """)
                .write("tables/choir.sql", """
                        -- One row per (activity): a choir.
                        create or replace table choir as
                        select activity, groups from delivery;
                        """)
                .write("tables/audience.sql", """
                        -- One row per (groups): an audience.
                        create or replace table audience as
                        select groups_of('A1') as groups;
                        """);
        assertThatCode(() -> validate(catalogue.open())).doesNotThrowAnyException();
    }

    private static void validate(Catalogue catalogue) {
        try (Store empty = Store.inMemory();
                Connection connection = empty.dataSource().getConnection()) {
            TablesValidation.validate(catalogue, ReturnTypes.of(catalogue), connection);
        } catch (SQLException e) {
            throw StoreFault.of(e);
        }
    }
}
