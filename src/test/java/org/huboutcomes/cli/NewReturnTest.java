package org.huboutcomes.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A return unknown to the program: two catalogue files and a sample.
class NewReturnTest {

    @Test
    void aYamlFileATableAndASampleMakeANewReturn(@TempDir Path folder) throws Exception {
        TestWorkspace workspace = TestWorkspace.in(folder);
        Path jobs = folder.resolve("jobs");
        TestWorkspace.copy(Path.of("jobs"), jobs);
        Files.writeString(jobs.resolve("returns/choir_visit.yaml"), """
                title: Choir visits
                from: every hub, each year
                order: 3
                claim: [hub, time_period]
                fields:
                  - {name: hub,         type: hub,           title: Hub, constraints: {required: true}}
                  - {name: time_period, type: academic_year, title: Academic year, constraints: {required: true}}
                  - {name: visited,     type: date_in_year,  title: Visited on, constraints: {required: true}}
                  - {name: singers,     type: integer,       title: Singers, synonyms: [Voices], constraints: {minimum: 1}}
                """);
        Files.writeString(jobs.resolve("tables/choir_visit.sql"), """
                -- One row per (claim, row_number): a visit of a choir.
                create table if not exists choir_visit (
                    claim bigint not null,
                    row_number integer not null,
                    hub varchar,
                    time_period integer,
                    visited date,
                    singers integer
                );
                """);
        workspace.drop(TestWorkspace.SAMPLES.resolve("registers"));
        drop(workspace, "Quillshire,2022/23,14/06/2023,12", "QS1,22-23,15/06/2023,0");
        workspace.run("--catalogue", jobs.toString(), "import");
        assertThat(singers(workspace, jobs)).isEmpty();
        assertThat(workspace.root().resolve("returned/QS1/2022-23/visits.csv.receipt.json"))
                .content()
                .contains("choir_visit", "number_out_of_range", "held");
        drop(workspace, "Quillshire,2022/23,14/06/2023,12");
        workspace.run("--catalogue", jobs.toString(), "import");
        assertThat(singers(workspace, jobs)).containsExactly("QS1 12");
    }

    private static void drop(TestWorkspace workspace, String... rows) throws IOException {
        Files.writeString(
                workspace.root().resolve("import/visits.csv"),
                "Hub,Academic year,Visited on,Voices\n" + String.join("\n", rows) + "\n");
    }

    private static List<String> singers(TestWorkspace workspace, Path jobs) throws Exception {
        return workspace.ask("select hub || ' ' || singers as singers from choir_visit", Catalogue.in(jobs)).stream()
                .map(row -> String.valueOf(row.get("singers")))
                .toList();
    }
}
