package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.huboutcomes.catalogue.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which links of the links file are followed, and the resulting lineages.
class LineageTest {

    private Workbench workbench;

    @BeforeEach
    void open() throws SQLException {
        workbench = new Workbench(Catalogue.packaged());
        workbench.submit("school_register", """
                | urn | status                       |
                |-----|------------------------------|
                | 1   | Closed                       |
                | 2   | Closed                       |
                | 3   | Closed                       |
                | 4   | Open                         |
                | 5   | Open                         |
                | 6   | Proposed to open             |
                | 7   | Open, but proposed to close  |
                """);
    }

    @AfterEach
    void close() throws SQLException {
        workbench.close();
    }

    @Test
    void aChainOfFourIsOneLineageNamedByItsEnd() throws SQLException {
        link("1 | 2", "2 | 3", "3 | 4");
        assertThat(lineages()).contains("1 | 4", "2 | 4", "3 | 4", "4 | 4", "5 | 5");
    }

    @Test
    void mergedSchoolsShareALineage() throws SQLException {
        link("1 | 4", "2 | 4", "3 | 4");
        assertThat(lineages()).contains("1 | 4", "2 | 4", "3 | 4", "4 | 4");
    }

    @Test
    void aSchoolWithTwoSuccessorsStaysItself() throws SQLException {
        link("1 | 4", "1 | 5");
        assertThat(lineages()).contains("1 | 1", "4 | 4", "5 | 5");
        assertThat(fates()).containsExactly("1 | 4 | more than one successor", "1 | 5 | more than one successor");
    }

    @Test
    void aSecondSuccessorThatIsNotInTheRegisterOrOnlyProposedDoesNotCount() throws SQLException {
        link("1 | 4", "1 | 6", "1 | 999");
        assertThat(lineages()).contains("1 | 4");
        assertThat(fates())
                .containsExactly(
                        "1 | 4 | followed",
                        "1 | 6 | successor only proposed",
                        "1 | 999 | successor not in the register");
    }

    @Test
    void theSameLinkTwiceIsOneSuccessor() throws SQLException {
        link("1 | 4", "1 | 4");
        assertThat(lineages()).contains("1 | 4");
    }

    @Test
    void aSchoolThatIsStillOpenIsNotSucceeded() throws SQLException {
        link("4 | 5", "7 | 5");
        assertThat(lineages()).contains("4 | 4", "7 | 7");
        assertThat(fates()).containsExactly("4 | 5 | school not closed", "7 | 5 | school not closed");
    }

    @Test
    void aSchoolThatIsNotInTheRegisterHasNoLineage() throws SQLException {
        link("999 | 4");
        assertThat(fates()).containsExactly("999 | 4 | school not in the register");
        assertThat(lineages()).noneMatch(row -> row.startsWith("999"));
    }

    @Test
    void mutualSuccessorsAreNotFollowedEitherWay() throws SQLException {
        link("1 | 2", "2 | 1");
        assertThat(lineages()).contains("1 | 1", "2 | 2");
        assertThat(fates()).containsExactly("1 | 2 | leads back to itself", "2 | 1 | leads back to itself");
    }

    @Test
    void aLinkIntoARingIsFollowedToWhereItEnters() throws SQLException {
        link("1 | 2", "2 | 3", "3 | 2");
        assertThat(lineages()).contains("1 | 2", "2 | 2", "3 | 3");
    }

    @Test
    void aSchoolThatSucceedsItselfIsNotFollowed() throws SQLException {
        link("1 | 1");
        assertThat(lineages()).contains("1 | 1");
        assertThat(fates()).containsExactly("1 | 1 | leads back to itself");
    }

    @Test
    void onlyLinksToASuccessorAreFollowedMergedAndAmalgamatedOnesToo() throws SQLException {
        workbench.submit("school_link", """
                        | urn | link_urn | link_type              | link_date  |
                        |-----|----------|------------------------|------------|
                        | 1   | 4        | Successor - amalgamated | 2020-09-01 |
                        | 2   | 4        | Predecessor            | 2020-09-01 |
                        | 3   | 4        |                        | 2020-09-01 |
                        """).build();
        assertThat(lineages()).contains("1 | 4", "2 | 2", "3 | 3", "4 | 4");
    }

    /// Links of type Successor without a date, which are followed like the others.
    private void link(String... links) throws SQLException {
        StringBuilder rows = new StringBuilder("| urn | link_urn | link_type |\n|--|--|--|\n");
        for (String link : links) rows.append("| ").append(link).append(" | Successor |\n");
        workbench.submit("school_link", rows.toString()).build();
    }

    private List<String> lineages() throws SQLException {
        return workbench.rows("select urn, lineage from lineage order by urn");
    }

    private List<String> fates() throws SQLException {
        return workbench.rows("select urn, link_urn, fate from link_fate order by urn, link_urn");
    }
}
