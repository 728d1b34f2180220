package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.util.List;
import org.huboutcomes.catalogue.CatalogueFault;
import org.junit.jupiter.api.Test;

class SqlFolderTest {

    @Test
    void aFileComesAfterThoseItReads() {
        assertThat(folder(file("a", "from c join d"), file("b", ""), file("c", "from d"), file("d", "from b"))
                        .names())
                .containsExactly("b", "d", "c", "a");
    }

    @Test
    void whatIsOnlyMentionedInACommentIsNotRead() {
        assertThat(folder(file("a", "-- from b\nfrom c"), file("b", "from a"), file("c", ""))
                        .names())
                .containsExactly("c", "a", "b");
    }

    @Test
    void aFileMayReadTheTableThatItMakes() {
        assertThat(folder(file("a", "from a")).names()).containsExactly("a");
    }

    @Test
    void aRingIsRefusedWithThoseWhoMakeIt() {
        assertThatThrownBy(() -> folder(file("a", "from b"), file("b", "from c"), file("c", "from a")))
                .isInstanceOf(CatalogueFault.class)
                .hasMessage("jobs/tables/a.sql reads itself by way of a, b, c.");
    }

    @Test
    void aFileThatCannotBeRunIsNamed() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:")) {
            assertThatThrownBy(() -> folder(file("a", "selec 1")).run(connection))
                    .isInstanceOf(CatalogueFault.class)
                    .hasMessageStartingWith("jobs/tables/a.sql cannot be run: ");
        }
    }

    @Test
    void storedTablesAreToldFromDerivedOnes() {
        assertThat(file("a", "-- One row per a.\ncreate table if not exists a (b integer);")
                        .isStored())
                .isTrue();
        assertThat(file("a", "create or replace table a as select 1").isStored())
                .isFalse();
    }

    private static SqlFolder folder(SqlFile... files) {
        return new SqlFolder(List.of(files));
    }

    private static SqlFile file(String name, String text) {
        return new SqlFile("tables", name, text);
    }
}
