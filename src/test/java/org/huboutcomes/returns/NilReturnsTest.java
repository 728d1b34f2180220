package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.huboutcomes.returns.definition.Field;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.recognition.GeneratedParts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Headings without rows say zero, for the hub and year that stand above them; a template nobody filled in says
/// nothing.
class NilReturnsTest {

    private static final Claim NIL = new Claim("H1", 202223, List.of());

    /// Each line is a row, each part between bars a cell.
    private static final List<String> ABOVE = List.of(
            "Hub|H1\nAcademic year|2022/23",
            "Hub:|H1\nAcademic year:|2022/23",
            "HUB|h1\nACADEMIC YEAR|2022/23",
            "hub|Hub One\nyear|2022-23",
            "Hub: H1\nAcademic year: 2022/23",
            "Hub:H1\nYear:22/23",
            "Hub H1\nAcademic year 2022/23",
            "Hub H1, Academic year 2022/23",
            "H1, 2022/23",
            "h1,2022/23",
            "H1 2022/23",
            "H1|2022/23",
            "Hub|H1|Academic year|2022/23",
            "Maths Hub|uno\nAY|202223",
            "Return of Hub One for 2022/23: nothing to report",
            "Nil return\n\nHub One (H1)\nAcademic year\n2022/23");

    private static final List<String> YEARS = List.of(
            "2022/23",
            "2022-23",
            "2022/2023",
            "22/23",
            "AY22/23",
            "AY 2022/23",
            "202223",
            "2022\u201323",
            "2022 to 2023",
            "Sep 2022 - Jul 2023");

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @TestFactory
    Stream<DynamicTest> everyReturnOfAHubMayBeNil() {
        return returns()
                .flatMap(type -> Stream.of(headings(type, true), headings(type, false))
                        .flatMap(headings -> ABOVE.stream()
                                .map(above -> DynamicTest.dynamicTest(
                                        type.name() + " below " + above.replace('\n', '/'), () -> {
                                            assertNil(type, csv(above, headings));
                                            assertNil(type, workbook(above, headings));
                                        }))));
    }

    @TestFactory
    Stream<DynamicTest> theYearMayBeWrittenAsInAnyReturn() {
        ReturnType type = type("engagement");
        return YEARS.stream()
                .flatMap(year -> Stream.of("Hub|H1\nAcademic year|" + year, "Hub: H1\nYear: " + year, "H1, " + year))
                .map(above -> DynamicTest.dynamicTest(above, () -> {
                    for (boolean own : List.of(true, false)) {
                        assertNil(type, csv(above, headings(type, own)));
                        assertNil(type, workbook(above, headings(type, own)));
                    }
                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "H1|H2\n2022/23",
                "H1\n2021/22|2022/23",
                "H1",
                "2022/23",
                "Hub|\nAcademic year|",
                "Atlantis, 2022/23"
            })
    void whatNamesNoHubOrYearOrTwoIsNobodysNilReturn(String above) {
        ReturnType type = type("engagement");
        ScreenedSheet sheet = csv(above, headings(type, true));
        assertThat(sheet.claims()).isEmpty();
        assertThat(Desk.rules(sheet)).containsExactly("nil_return_of_nobody");
        assertThat(csv(above, headings(type, false)).status()).isEqualTo(ScreenedSheet.Status.HELD);
    }

    @Test
    void aLoneYearBesideItsLabelIsTaken() {
        assertThat(csv("Hub|H1\nAcademic year|2022", headings(type("delivery"), true))
                        .claims())
                .containsExactly(NIL);
    }

    @Test
    void blankRowsAndNotesBelowTheHeadingsAreNoData() {
        ScreenedSheet sheet = desk.csvSheet(
                "Hub,H1,,,",
                "Academic year,2022/23,,,",
                "URN,Stage,Status,,",
                ",,,,",
                "Note: no school was on the pathway,,,,");
        assertThat(sheet.claims()).containsExactly(NIL);
        assertThat(sheet.tally()).isEqualTo(new RowCounts(2, 0, 0, 0, 2));
        assertThat(Desk.rules(sheet)).containsExactly("nil_return");
        assertThat(sheet.findings().get(0).text().words())
                .containsAllEntriesOf(Map.of("return", "Pathway stages", "hub", "H1", "year", "2022/23"));
    }

    @Test
    void theTitleMakesUpForTheHubAndYearThatRowsNeed() {
        ScreenedSheet sheet = desk.csvSheet("\"H1, 2022/23\",,", "URN,Stage,Status", "123456,Developing,Active");
        assertThat(Desk.rules(sheet)).containsExactly("value_from_elsewhere", "value_from_elsewhere");
        assertThat(Desk.only(sheet)).containsEntry("hub", "H1").containsEntry("time_period", 202223);
    }

    @Test
    void anErrorInEveryRowIsNotNil() {
        ScreenedSheet sheet =
                desk.csvSheet("Hub,H1,", "Academic year,2022/23,", "URN,Stage,Status", "123456,Sustaning,Active");
        assertThat(sheet.claims()).isEmpty();
        assertThat(Desk.rules(sheet)).doesNotContain("nil_return");
    }

    @TestFactory
    Stream<DynamicTest> aTemplateNobodyFilledInIsNotAReturn() {
        return returns()
                .map(type -> DynamicTest.dynamicTest(type.name(), () -> {
                    List<String> headings = headings(type, false);
                    ScreenedSheet sheet = desk.csvSheet(
                            GeneratedParts.TEMPLATE,
                            "Hub,H1",
                            "Academic year,2022/23",
                            joined(headings),
                            given(type, headings));
                    assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.IGNORED);
                    assertThat(sheet.findings()).isEmpty();
                }));
    }

    @Test
    void aTemplateInWhichOneRowIsFilledInIsAReturn() {
        ScreenedSheet sheet = desk.csvSheet(
                GeneratedParts.TEMPLATE,
                "Hub,H1",
                "Academic year,2022/23",
                "URN,School,Stage,Status",
                "123456,A School,,",
                "100002,B School,Developing,Active");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
        assertThat(sheet.tally()).isEqualTo(new RowCounts(2, 1, 0, 0, 1));
    }

    private static void assertNil(ReturnType type, ScreenedSheet sheet) {
        assertThat(sheet.type()).isEqualTo(type);
        assertThat(Desk.rules(sheet)).as("%s", sheet.findings()).containsExactly("nil_return");
        assertThat(sheet.claims()).containsExactly(NIL);
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
    }

    private static Stream<ReturnType> returns() {
        return Desk.TYPES.all().stream().filter(type -> !type.claim().isEmpty() && !type.isForm());
    }

    private static ReturnType type(String name) {
        return returns().filter(type -> type.name().equals(name)).findFirst().orElseThrow();
    }

    /// @param own whether hub and year have columns of their own
    private static List<String> headings(ReturnType type, boolean own) {
        return type.fields().stream()
                .filter(field -> !field.personal() && (own || !type.claim().contains(field.name())))
                .map(Field::title)
                .toList();
    }

    /// A row as a template holds it: a school where there are schools, else nothing.
    private static String given(ReturnType type, List<String> headings) {
        return headings.stream()
                .map(heading -> Objects.requireNonNull(type.byHeading().get(heading.toLowerCase(Locale.ROOT)), heading))
                .map(field -> field.type().equals("school") ? "123456" : "")
                .reduce((left, right) -> left + "," + right)
                .orElseThrow();
    }

    private ScreenedSheet csv(String above, List<String> headings) {
        return desk.csvSheet(Stream.concat(rows(above).map(NilReturnsTest::joined), Stream.of(joined(headings)))
                .toArray(String[]::new));
    }

    private ScreenedSheet workbook(String above, List<String> headings) {
        return desk.workbook(Stream.concat(rows(above), Stream.of(headings))
                .map(List::toArray)
                .toArray(Object[][]::new));
    }

    private static Stream<List<String>> rows(String above) {
        return Arrays.stream(above.split("\n")).map(row -> List.of(row.split("\\|")));
    }

    private static String joined(List<String> cells) {
        return String.join(",", cells.stream().map(cell -> "\"" + cell + "\"").toList());
    }
}
