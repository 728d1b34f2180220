package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.huboutcomes.catalogue.Catalogue;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.values.FieldTypes;
import org.huboutcomes.spreadsheets.model.Cell;
import org.huboutcomes.tables.Workbench;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every mechanism that the study of two networks names can be coded as it is named there, and comes to stand at its
/// level, in its group and in its mode.
class MechanismCodingTest {

    private static final ReturnType MECHANISMS = ReturnTypes.of(Catalogue.packaged()).all().stream()
            .filter(type -> type.name().equals("mechanism"))
            .findFirst()
            .orElseThrow();
    private static final FieldTypes TYPES = new FieldTypes(Desk.noRegisters(), Map.of());
    private static Workbench workbench;

    @BeforeAll
    static void open() throws SQLException {
        workbench = new Workbench(Catalogue.packaged()).build();
    }

    @AfterAll
    static void close() throws SQLException {
        workbench.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Area     | Facilitation of local PD leadership | Formal   | Brokering access to centrally led programmes for PD facilitators | A01
            Area     | Facilitation of local PD leadership | Formal   | Identifying and recruiting PD leads | A02
            Area     | Facilitation of local PD leadership | Formal   | Contributing to PD leadership training activities and events | A03
            Area     | Facilitation of local PD leadership | Informal | Enabling pathways for increased responsibility and leadership | A04
            Area     | Facilitation of local PD leadership | Informal | Fostering subject teacher leader activist identities | A05
            Area     | Facilitation of local PD leadership | Informal | Encouraging identification with network | A06
            Area     | Local PD provision and delivery     | Formal   | Managing the what, who and how of local activity | A07
            Area     | Local PD provision and delivery     | Formal   | Selecting and adapting resources and materials | A08
            Area     | Local PD provision and delivery     | Formal   | Providing local delivery infrastructure, including venues, communication e.g. regional newsletters | A09
            Area     | Local PD provision and delivery     | Informal | Providing varied and plentiful provision | A10
            Area     | Local PD provision and delivery     | Informal | Supporting appropriate adaptation and fidelity as a continuum | A11
            Area     | Local PD provision and delivery     | Informal | Supporting school-based and external PD leads | A12
            Area     | Coordination of the regional system | Formal   | Managing the regional network including QA, budget and reporting | A13
            Area     | Coordination of the regional system | Formal   | Staffing of PD activity | A14
            Area     | Coordination of the regional system | Formal   | Regional promotion | A15
            Area     | Coordination of the regional system | Formal   | Subject PD championing and brokering | A16
            Area     | Coordination of the regional system | Formal   | External networking locally | A17
            Area     | Coordination of the regional system | Informal | Curating the network of local PD leads and schools | A18
            Area     | Coordination of the regional system | Informal | Developing community, affinity and culture | A19
            Area     | Coordination of the regional system | Informal | Creating and maintaining feedback loops to shape activity | A20
            National | Coordination across system levels   | Formal   | Managing the network including QA | N01
            National | Coordination across system levels   | Formal   | Contracting and providing finance | N02
            National | Coordination across system levels   | Formal   | National promotion | N03
            National | Coordination across system levels   | Formal   | Policy championing and brokering | N04
            National | Coordination across system levels   | Formal   | External networking nationally | N05
            National | Coordination across system levels   | Informal | Curating the network, aligning purpose | N06
            National | Coordination across system levels   | Informal | Developing community, affinity and culture | N07
            National | Coordination across system levels   | Informal | Creating and maintaining feedback loops to shape activity | N08
            PDL activity | Coordination across system levels | Formal  | promotion and recruitment | P01
            PDL activity | Coordination across system levels | Formal  | logistical organisation | P02
            PDL activity | Coordination across system levels | Formal  | signposting other activity | P03
            PDL activity | Coordination across system levels | Informal | Creating and maintaining participant and school networks | P04
            PDL activity | Coordination across system levels | Formal  | Championing and brokering the PD activity | P05
            PDL activity | Coordination across system levels | Informal | Maintaining ongoing contact with participants | P06
            PDL activity | Coordination across system levels | Informal | Maintaining feedback loops to shape activity | P07
            """)
    void aMechanismIsCodedAsItIsNamed(String level, String group, String mode, String phrase, String code)
            throws SQLException {
        assertThat(workbench.rows("select level, mechanism_group, mode, mechanism from mechanism_kind where code = '"
                        + code + "'"))
                .containsExactly(String.join(
                        " | ",
                        read("level", level),
                        read("mechanism_group", group),
                        read("mode", mode),
                        read("mechanism", phrase)));
    }

    /// The pairs of a formal and an informal mechanism are named in other words than the lists of mechanisms.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Network management                           | N01
            Programme curation                           | A18
            Designing the provision                      | A07
            Ensuring it is varied and plentiful          | A10
            'Developing the developer' courses           | A03
            Pathways for increased leadership            | A04
            """, quoteCharacter = '"')
    void aMechanismOfAPairIsCodedAsItIsNamed(String phrase, String code) throws SQLException {
        assertThat(workbench.rows("select mechanism from mechanism_kind where code = '" + code + "'"))
                .containsExactly(read("mechanism", phrase));
    }

    @Test
    void theListAndTheChoicesOfTheReturnAreTheSame() throws SQLException {
        for (String field : List.of("level", "mechanism_group", "mode", "mechanism"))
            assertThat(Set.copyOf(workbench.rows("select distinct " + field + " from mechanism_kind")))
                    .as(field)
                    .isEqualTo(new TreeSet<>(field(field).choices()));
    }

    @Test
    void whatIsNoMechanismIsRefusedWithTheNearest() {
        assertThat(TYPES.read(field("mechanism"), new Cell.Text("Contracting and finance"), null)
                        .value())
                .isNull();
    }

    private static String read(String field, String written) {
        return String.valueOf(Objects.requireNonNull(
                TYPES.read(field(field), new Cell.Text(written), null).value(), field + " does not know " + written));
    }

    private static Field field(String name) {
        return Objects.requireNonNull(MECHANISMS.find(name));
    }
}
