package org.huboutcomes.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.indicators.Indicators;
import org.junit.jupiter.api.Test;

/// Every query of the catalogue runs on empty tables, so that a typing error shows within a second.
class DryRunTest {

    @Test
    void everythingRunsOnEmptyTables() throws Exception {
        Catalogue catalogue = Catalogue.packaged();
        try (Workbench workbench = new Workbench(catalogue).build()) {
            new Indicators(catalogue).measure(workbench.connection());
            new SqlFolder(catalogue, "publish").run(workbench.connection());
            new SqlFolder(catalogue, "explain").run(workbench.connection());
            assertThat(workbench.rows("from result")).isEmpty();
            assertThat(workbench.rows("select unnest(string_split(returns, ', ')) from definition"))
                    .isSubsetOf(workbench.rows(
                            "select return_name from network_return union select unnest(['none', 'any'])"));
            assertThat(workbench.rows("from definition")).hasSameSizeAs(catalogue.list("indicators", "sql"));
        }
    }

    @Test
    void theStoreRefusesASheetOfWhichARowIsLost() throws Exception {
        String sheet = "insert into submitted_sheet (sheet, submission, name, status, rows_read, accepted, left_out,"
                + " duplicate, aside) values (1, 1, 'A', 'accepted', %d, 5, 1, 1, 1)";
        try (Workbench workbench = new Workbench(Catalogue.packaged())) {
            workbench.execute(sheet.formatted(8));
            assertThatThrownBy(() -> workbench.execute(sheet.formatted(9))).hasMessageContaining("CHECK");
        }
    }
}
