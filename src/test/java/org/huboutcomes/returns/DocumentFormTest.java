package org.huboutcomes.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFFootnote;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.huboutcomes.returns.findings.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPicture;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSdtBlock;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;

/// An evaluator's summary as a text document, in the layouts and wordings in which people write one.
class DocumentFormTest {

    private final Path folder;
    private final Desk desk;

    DocumentFormTest(@TempDir Path folder) {
        this.folder = folder;
        this.desk = new Desk(folder);
    }

    private ScreenedSheet read(WordDocument document) {
        return read(document, "summary.docx");
    }

    private ScreenedSheet read(WordDocument document, String name) {
        ScreenedFile file = desk.read(document.write(folder.resolve(name)), Desk.REGISTERS);
        assertThat(file.findings()).isEmpty();
        return file.sheets().get(0);
    }

    private static List<List<Object>> block(ScreenedSheet sheet, String name) {
        return sheet.claims().get(0).blocks().getOrDefault(name, List.of()).stream()
                .map(row -> Arrays.asList(row.values()))
                .toList();
    }

    /// The values of the first columns of a block.
    private static List<String> rows(ScreenedSheet sheet, String name, int columns) {
        return block(sheet, name).stream()
                .map(row -> String.join(
                        " | ",
                        row.subList(0, columns).stream()
                                .map(value -> Objects.toString(value, ""))
                                .toList()))
                .toList();
    }

    private static List<String> errors(ScreenedSheet sheet) {
        return sheet.findings().stream()
                .filter(Finding::isError)
                .map(finding -> finding.rule() + " at " + finding.cell() + ": " + finding.value())
                .toList();
    }

    private static WordDocument titled() {
        return new WordDocument().text("Evaluator in Residence", "2022/23", "Hub: Uno");
    }

    @Test
    void tablesWithoutHeadingsRowsSplitByAPageAndTextInAFrameAreRead() {
        ScreenedSheet sheet = read(titled().table(
                        new String[] {"Summary", ""},
                        new String[] {"Maths Hub", "H1"},
                        new String[] {"Strategic goal", "Secondary"},
                        new String[] {"Research question(s)", "What helps?"},
                        new String[] {"What is the case?", "Two schools"})
                .heading(2, "Context")
                .table(new String[] {
                    "Short overview of the hub and its region\nThe hub is large.\nNational priorities:\nDepth for all.\n"
                            + "Why does this focus matter to us?\nIt helps us plan.\nThe case study schools:\nSchool A\n"
                            + "A small school \u25cb Joined in 2016/17\nSchool B\nA large school."
                })
                .text("--")
                .heading(2, "Activity and data collection")
                .table(
                        new String[] {"28/11/23", "First meeting", "Plan the study"},
                        new String[] {"11/01/23", "Second meeting", "Choose schools"},
                        new String[] {"", "", "Agree questions"},
                        new String[] {"9/2/23", "Visit", "Interviews"},
                        new String[] {"March 23", "Closing", "Discussion"})
                .heading(2, "Significant themes")
                .table(
                        new String[] {"Themes (findings and process)", "Possible implications"},
                        new String[] {"Leaders matter.", "Ask them early."},
                        new String[] {"Time matters.", "Offer cover."})
                .heading(2, "Conclusion")
                .text("Two schools show this much."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(Desk.only(sheet))
                .containsEntry("hub", "H1")
                .containsEntry("time_period", 202223)
                .containsEntry("strategic_goal", "Secondary")
                .containsEntry("research_question", "What helps?")
                .containsEntry("the_case", "Two schools")
                .containsEntry("overview", "The hub is large.")
                .containsEntry("national_priorities", "Depth for all.")
                .containsEntry("focus", "It helps us plan.")
                .containsEntry("conclusion", "Two schools show this much.");
        assertThat(rows(sheet, "evaluation_school", 2))
                .containsExactly("School A | A small school\n\u2022 Joined in 2016/17", "School B | A large school.");
        assertThat(rows(sheet, "evaluation_meeting", 4))
                .containsExactly(
                        "2023-11-28 | First meeting |  | Plan the study",
                        "2023-01-11 | Second meeting |  | Choose schools\nAgree questions",
                        "2023-02-09 | Visit |  | Interviews",
                        "2023-03 | Closing |  | Discussion");
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly("Leaders matter. | Ask them early.", "Time matters. | Offer cover.");
        assertThat(Desk.places(sheet))
                .contains("date_outside_year table 3, row 1, cell 1", "month_or_day table 3, row 5, cell 1");
    }

    @Test
    void paragraphsListsAndBoldTitlesAreRead() {
        ScreenedSheet sheet = read(titled().bold("Phase: Primary")
                .bold("Background")
                .text("We work in two towns.")
                .bold("Data collection")
                .text(
                        "11/01/2023: Meeting with leads",
                        "We agreed the plan.",
                        "9 February 2023 \u2013 Visit to School A")
                .bold("Key themes")
                .text(
                        "Theme 1: Leaders matter.",
                        "Possible implications: Ask them early.",
                        "Theme 2: Time matters.",
                        "Implications: Offer cover.")
                .bold("Final reflections")
                .text("One.", "Two."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(Desk.only(sheet))
                .containsEntry("strategic_goal", "Primary")
                .containsEntry("context", "We work in two towns.")
                .containsEntry("conclusion", "One.\nTwo.");
        assertThat(rows(sheet, "evaluation_meeting", 4))
                .containsExactly(
                        "2023-01-11 | Meeting with leads |  | We agreed the plan.",
                        "2023-02-09 | Visit to School A |  | ");
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly("Leaders matter. | Ask them early.", "Time matters. | Offer cover.");
    }

    @Test
    void aListOfThemesIsPairedWithTheListOfTheirImplications() {
        ScreenedSheet sheet = read(titled().heading(1, "Background")
                .text("We work in two towns.")
                .heading(1, "Themes")
                .bullets("Leaders matter.", "Time matters.")
                .heading(2, "Possible implications")
                .bullets("Ask them early.", "Offer cover."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly("Leaders matter. | Ask them early.", "Time matters. | Offer cover.");
    }

    @Test
    void twoTablesOfThemesAndMergedCellsAreRead() {
        ScreenedSheet sheet = read(titled().heading(1, "Background")
                .text("We work in two towns.")
                .heading(1, "How the evidence was gathered")
                .table(
                        new String[] {"When", "What", "Methods"},
                        new String[] {"9/2/23", "Visit to School A", "Interviews"},
                        new String[] {"", "Visit to School B", "Observation"})
                .merged(0, 1, 2)
                .heading(1, "Main findings")
                .table(
                        new String[] {"Findings from schools", "What this might mean"},
                        new String[] {"Leaders matter.", "Ask them early."},
                        new String[] {"", "Ask twice."})
                .merged(0, 1, 2)
                .text("")
                .table(
                        new String[] {"Themes about process", "Implications for the hub"},
                        new String[] {"Time matters.", "Offer cover."}));
        assertThat(errors(sheet)).isEmpty();
        assertThat(rows(sheet, "evaluation_meeting", 4))
                .containsExactly(
                        "2023-02-09 | Visit to School A |  | Interviews",
                        "2023-02-09 | Visit to School B |  | Observation");
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly("Leaders matter. | Ask them early.\nAsk twice.", "Time matters. | Offer cover.");
    }

    @Test
    void textBelowAnUnknownHeadingIsAnErrorAtItsPlaceAndTheRestIsLoaded() {
        ScreenedSheet sheet = read(titled().heading(1, "Background")
                .text("We work in two towns.")
                .heading(2, "Our towns")
                .text("One is by the sea.")
                .heading(1, "Budget")
                .text("We spent little.")
                .heading(1, "Conclusion")
                .text("It went well."));
        assertThat(errors(sheet)).containsExactly("text_in_no_block at paragraph 9: We spent little.");
        assertThat(sheet.findings().stream()
                        .filter(Finding::isError)
                        .findFirst()
                        .orElseThrow()
                        .text()
                        .words())
                .containsEntry("heading", "Budget");
        assertThat(sheet.status()).isEqualTo(ScreenedSheet.Status.ACCEPTED);
        assertThat(Desk.only(sheet))
                .containsEntry("context", "We work in two towns.\nOur towns\nOne is by the sea.")
                .containsEntry("conclusion", "It went well.");
        assertThat(sheet.tally().leftOut()).isEqualTo(1);
    }

    @Test
    void theHubAndTheYearAreTakenFromTheNameOfTheFile() {
        ScreenedSheet sheet = read(
                new WordDocument()
                        .heading(1, "Context")
                        .text("We work in two towns.")
                        .heading(1, "Conclusion")
                        .text("It went well."),
                "Uno evaluation 2021-22.docx");
        assertThat(Desk.only(sheet)).containsEntry("hub", "H1").containsEntry("time_period", 202122);
        assertThat(Desk.rules(sheet)).contains("value_from_elsewhere");
    }

    @Test
    void numberedTitlesAFormInOneTableAndASmallTableInATextAreRead() {
        ScreenedSheet sheet = read(titled().bold("1. Background")
                .text("We work in two towns.")
                .table(new String[] {"Developing", "7"}, new String[] {"Embedding", "10"})
                .table(
                        new String[] {"Activity and data collection", "9/2/23: Visit\nInterviews"},
                        new String[] {"Significant themes", "Leaders matter.\nImplications: Ask them early."},
                        new String[] {"Evaluator", "Somebody"},
                        new String[] {"Conclusion", "It went well."}));
        assertThat(Desk.only(sheet))
                .containsEntry("context", "We work in two towns.\nDeveloping: 7\nEmbedding: 10")
                .containsEntry("conclusion", "It went well.");
        assertThat(rows(sheet, "evaluation_meeting", 4)).containsExactly("2023-02-09 | Visit |  | Interviews");
        assertThat(rows(sheet, "evaluation_theme", 2)).containsExactly("Leaders matter. | Ask them early.");
        assertThat(errors(sheet)).containsExactly("text_in_no_block at table 2, row 3, cell 2: Somebody");
    }

    @Test
    void schoolsSideBySideAreReadOneColumnEach() {
        ScreenedSheet sheet = read(titled().heading(1, "Background")
                .text("We work in two towns.")
                .heading(1, "About the schools")
                .table(new String[] {"School A", "School B"}, new String[] {"Rural primary", "Large secondary"}));
        assertThat(rows(sheet, "evaluation_school", 2))
                .containsExactly("School A | Rural primary", "School B | Large secondary");
    }

    @Test
    void aWorkbookWithoutATitleOfItsThemesIsReadByTheirHeadings() {
        ScreenedSheet sheet = desk.workbook(new Object[][] {
            {"Maths Hub", "Uno"},
            {"Academic year", "2022/23"},
            {"Strategic Goal", "Secondary"},
            {},
            {"Themes (findings and process)", "Possible implications"},
            {"Leaders matter.", "Ask them early."},
            {},
            {"Lessons for others"},
            {"Begin early."}
        });
        assertThat(rows(sheet, "evaluation_theme", 2)).containsExactly("Leaders matter. | Ask them early.");
        assertThat(errors(sheet)).containsExactly("text_in_no_block at A9: Begin early.");
    }

    @Test
    void aCodeAndADirectionAreReadAndAnUnknownOneIsAnError() {
        ScreenedSheet sheet = desk.workbook(new Object[][] {
            {"Maths Hub", "Uno"},
            {"Academic year", "2022/23"},
            {"Strategic Goal", "Secondary"},
            {"Significant themes"},
            {"Theme", "Possible implications", "Outcome or indicator", "The evidence points to"},
            {"Leaders matter.", "Ask them.", "Reach", "strength"},
            {"Time matters.", "Offer cover.", "Weather", "weakness"}
        });
        assertThat(rows(sheet, "evaluation_theme", 4))
                .containsExactly(
                        "Leaders matter. | Ask them. | Reach | Strength", "Time matters. | Offer cover. |  | Weakness");
        assertThat(errors(sheet)).containsExactly("unknown_choice at C7: Weather");
    }

    @Test
    void everyBlockThatIsMissingIsAskedAbout() {
        ScreenedSheet sheet = read(titled().heading(1, "Context").text("We work in two towns."));
        assertThat(sheet.findings().stream()
                        .filter(finding -> finding.rule().equals("missing_block"))
                        .map(finding -> finding.text().words().get("block")))
                .containsExactly("Activity and data collection", "Significant themes");
        assertThat(Map.copyOf(Desk.only(sheet))).containsEntry("context", "We work in two towns.");
    }

    private static WordDocument withContext() {
        return titled().heading(1, "Context").text("We work in two towns.");
    }

    /// Sentences that begin with a word that also heads a column: none may be lost, and none becomes a row.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Data were collected in interviews.",
                "Evidence came from three visits.",
                "Focus groups were held with pupils",
                "Meeting with leads took time",
                "How we chose the schools is told above.",
                "When we met, we agreed the plan",
                "Details are with the hub.",
                "Who took part was up to the school",
                "Findings show that this takes time",
                "Next steps will be agreed in the autumn"
            })
    void aSentenceThatBeginsLikeAHeadingIsTextAboutTheDataCollection(String sentence) {
        ScreenedSheet sheet = read(withContext()
                .heading(1, "Activity and data collection")
                .text(sentence)
                .heading(1, "Conclusion")
                .text("It went well."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(Desk.only(sheet)).containsEntry("data_collection", sentence);
    }

    @Test
    void aThemeThatBeginsLikeAHeadingIsATheme() {
        ScreenedSheet sheet = read(withContext()
                .heading(1, "Themes")
                .text("What this means for us is that cover must be offered.", "Findings from pupils were mixed."));
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly(
                        "What this means for us is that cover must be offered. | ",
                        "Findings from pupils were mixed. | ");
    }

    @Test
    void onlyTheFirstRowOfATableIsItsHeadingsUnlessItIsRepeated() {
        ScreenedSheet sheet = read(withContext()
                .heading(1, "Activity and data collection")
                .table(
                        new String[] {"Date", "What", "Methods"},
                        new String[] {"9/2/23", "Focus group", "Evidence from pupils"},
                        new String[] {"Month of March 2023", "Activity day", "Data from tests"},
                        new String[] {"Date", "What", "Methods"},
                        new String[] {"10/2/23", "Visit", "Interviews"})
                .heading(1, "Themes")
                .table(
                        new String[] {"Theme", "Implications"},
                        new String[] {"Findings from pupils", "What this means for us"},
                        new String[] {"Time matters", "Offer cover"}));
        assertThat(rows(sheet, "evaluation_meeting", 4))
                .contains("2023-02-09 | Focus group |  | Evidence from pupils", "2023-02-10 | Visit |  | Interviews")
                .hasSize(3);
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly("Findings from pupils | What this means for us", "Time matters | Offer cover");
    }

    @Test
    void theFirstRowOfATableWithoutHeadingsIsReadThoughOneCellReadsLikeAHeading() {
        ScreenedSheet sheet = read(withContext()
                .heading(1, "Activity and data collection")
                .table(new String[] {"9/2/23", "Focus group with pupils"}, new String[] {"10/2/23", "Visit"})
                .heading(1, "Themes")
                .table(
                        new String[] {"Findings differ between schools.", "Ask more schools."},
                        new String[] {"Time matters.", "Offer cover."},
                        new String[] {"in all schools.", ""}));
        assertThat(rows(sheet, "evaluation_meeting", 2))
                .containsExactly("2023-02-09 | Focus group with pupils", "2023-02-10 | Visit");
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly(
                        "Findings differ between schools. | Ask more schools.",
                        "Time matters.\nin all schools. | Offer cover.");
    }

    @Test
    void labelsAtTheLeftOfATableAreRead() {
        ScreenedSheet sheet = read(withContext()
                .heading(1, "Activity and data collection")
                .table(
                        new String[] {"Date", "9/2/23"},
                        new String[] {"Activity", "Visit"},
                        new String[] {"Methods", "Interviews"},
                        new String[] {"Date", "10/2/23"},
                        new String[] {"Activity", "Meeting"})
                .heading(1, "Themes")
                .table(
                        new String[] {"Theme 1", "Leaders matter."},
                        new String[] {"Possible implications", "Ask them early."},
                        new String[] {"Theme 2", "Time matters."},
                        new String[] {"Possible implications", "Offer cover."}));
        assertThat(errors(sheet)).isEmpty();
        assertThat(rows(sheet, "evaluation_meeting", 4))
                .containsExactly("2023-02-09 | Visit |  | Interviews", "2023-02-10 | Meeting |  | ");
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly("Leaders matter. | Ask them early.", "Time matters. | Offer cover.");
    }

    @Test
    void notesTextBoxesInCellsAndStylesOfOnesOwnAreReadAndHintsAreNot() {
        WordDocument document = titled();
        CTStyle own = document.poi().getStyles().getStyle("Heading1").getCTStyle();
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId("Part");
        style.setType(own.getType());
        style.addNewName().setVal("Hub part");
        style.addNewBasedOn().setVal("Heading1");
        document.poi().getStyles().addStyle(new XWPFStyle(style));
        document.text("Background", "We work in two towns.", "Budget", "We spent little.");
        List<XWPFParagraph> paragraphs = document.poi().getParagraphs();
        paragraphs.get(3).setStyle("Part");
        paragraphs.get(5).setStyle("Part");
        XWPFFootnote note = document.poi().createFootnote();
        note.createParagraph().createRun().setText("By the sea.");
        paragraphs.get(4).addFootnoteReference(note);
        CTSdtBlock hint = document.poi().getDocument().getBody().addNewSdt();
        hint.addNewSdtPr().addNewShowingPlcHdr();
        hint.addNewSdtContent().addNewP().addNewR().addNewT().setStringValue("Click here to write.");
        document.heading(1, "Themes").table(new String[] {"Theme", "Implications"}, new String[] {"Time matters.", ""});
        box(
                document.poi()
                        .getTables()
                        .get(0)
                        .getRow(1)
                        .getCell(1)
                        .getParagraphs()
                        .get(0),
                "Offer cover.");
        ScreenedSheet sheet = read(document);
        assertThat(errors(sheet)).containsExactly("text_in_no_block at paragraph 7: We spent little.");
        assertThat(Desk.only(sheet)).containsEntry("context", "We work in two towns. (By the sea.)");
        assertThat(rows(sheet, "evaluation_theme", 2)).containsExactly("Time matters. | Offer cover.");
    }

    private static void box(XWPFParagraph paragraph, String text) {
        CTPicture picture = paragraph.createRun().getCTR().addNewPict();
        try {
            picture.set(XmlObject.Factory.parse(
                            "<w:pict xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"
                                    + " xmlns:v='urn:schemas-microsoft-com:vml'><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>"
                                    + text + "</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>")
                    .selectPath(
                            "declare namespace w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' ./w:pict")[
                    0]);
        } catch (XmlException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSentenceBelowTheLabelsBelongsToNoTitleOfTheDocument() {
        ScreenedSheet sheet = read(titled().text("Evidence summary", "Two schools took part.")
                .heading(1, "Context")
                .text("We work in two towns.")
                .heading(1, "Conclusion")
                .text("It went well."));
        assertThat(errors(sheet)).containsExactly("text_in_no_block at paragraph 5: Two schools took part.");
    }

    @Test
    void titlesInCapitalsUnderlinedInOneLineWithTheirTextAndWithGuidanceAreRead() {
        WordDocument document = titled().text("CONTEXT & BACKGROUND", "We work in two towns.", "Hub budget", "Small.");
        XWPFParagraph underlined = document.poi().getParagraphs().get(5);
        underlined.getRuns().get(0).setUnderline(UnderlinePatterns.SINGLE);
        ScreenedSheet sheet = read(document.text("Why did we choose this focus?", "It helps us plan.")
                .text("Our case study schools", "School A", "A small school.")
                .text("Activity & data collection", "We met twice.")
                .text("Significant themes: leaders matter.", "Conclusion (no more than 200 words)", "It went well."));
        assertThat(Desk.only(sheet))
                .containsEntry("context", "We work in two towns.")
                .containsEntry("focus", "It helps us plan.")
                .containsEntry("data_collection", "We met twice.")
                .containsEntry("conclusion", "It went well.");
        assertThat(rows(sheet, "evaluation_school", 2)).containsExactly("School A | A small school.");
        assertThat(rows(sheet, "evaluation_theme", 1)).containsExactly("leaders matter.");
        assertThat(errors(sheet)).containsExactly("text_in_no_block at paragraph 7: Small.");
    }

    @Test
    void aSmallTableInATextIsNoLabel() {
        ScreenedSheet sheet =
                read(titled().table(new String[] {"Strategic goal", "Secondary"}, new String[] {"Year", "2022/23"})
                        .heading(1, "Context")
                        .text("We work in two towns.")
                        .table(new String[] {"Year", "Schools"}, new String[] {"2021/22", "30"})
                        .table(new String[] {"Phase", "Schools"}, new String[] {"Primary", "20"})
                        .heading(1, "Conclusion")
                        .text("It went well."));
        assertThat(Desk.only(sheet))
                .containsEntry("time_period", 202223)
                .containsEntry("strategic_goal", "Secondary")
                .containsEntry(
                        "context", "We work in two towns.\nYear: Schools\n2021/22: 30\nPhase: Schools\nPrimary: 20");
    }

    @Test
    void aWiderTableInATextSaysWhatItsNumbersAreOf() {
        ScreenedSheet sheet = read(titled().heading(1, "Context")
                .text("We work in two towns.")
                .table(
                        new String[] {"Year", "Developing", "Embedding", "Sustaining"},
                        new String[] {"2021/22", "5", "8", "20"},
                        new String[] {"2022/23", "7", "10", "27"})
                .text("By year:")
                .table(new String[] {"", "21/22", "AY 2022-23"}, new String[] {"Developing", "5", "7"})
                .text("By kind:")
                .table(new String[] {"Stage", "Schools", "Note"}, new String[] {"Developing", "7", "Two are new"})
                .table(new String[] {"Town", "17", "3"}, new String[] {"Village", "4", "2"})
                .heading(1, "Conclusion")
                .text("It went well."));
        assertThat(Desk.only(sheet).get("context").toString().lines())
                .containsExactly(
                        "We work in two towns.",
                        "Year, Developing, Embedding, Sustaining",
                        "2021/22 \u2013 Developing: 5, Embedding: 8, Sustaining: 20",
                        "2022/23 \u2013 Developing: 7, Embedding: 10, Sustaining: 27",
                        "By year:",
                        "2021/22: 2022/23",
                        "2021/22 \u2013 Developing: 5",
                        "2022/23 \u2013 Developing: 7",
                        "By kind:",
                        "Stage, Schools, Note",
                        "Developing \u2013 Schools: 7, Note: Two are new",
                        "Town, 17, 3",
                        "Village, 4, 2");
    }

    @Test
    void partsBelowTheHeadingOfASchoolBelongToIt() {
        ScreenedSheet sheet = read(withContext()
                .heading(1, "School A")
                .heading(2, "Context")
                .text("A rural primary.")
                .heading(2, "Findings")
                .text("Leaders matter here.")
                .heading(1, "School B")
                .text("A large secondary.")
                .heading(1, "Themes")
                .heading(1, "Theme 1: Leaders matter.")
                .heading(1, "Possible implications")
                .text("Ask them early.")
                .heading(1, "Theme 2: Time matters.")
                .text("It does.")
                .heading(1, "Recommendations")
                .text("Begin early."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(Desk.only(sheet))
                .containsEntry("context", "We work in two towns.")
                .containsEntry("conclusion", "Begin early.");
        assertThat(rows(sheet, "evaluation_school", 2))
                .containsExactly(
                        "School A | A rural primary.\nFindings\nLeaders matter here.", "School B | A large secondary.");
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly("Leaders matter. | Ask them early.", "Time matters.\nIt does. | ");
    }

    @Test
    void aReportWithAnIntroductionAMethodologyAndResultsIsRead() {
        ScreenedSheet sheet = read(titled().heading(1, "1 Introduction")
                .text("We work in two towns.")
                .heading(2, "1.1 Overview")
                .text("The hub is large.")
                .heading(1, "2 Methodology")
                .text("We met leaders.")
                .heading(2, "2.1 Limitations")
                .text("Two schools are few.")
                .heading(1, "3 Results")
                .bullets("Leaders matter.", "Time matters.")
                .heading(1, "4 Summary")
                .text("It went well."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(Desk.only(sheet))
                .containsEntry("context", "We work in two towns.")
                .containsEntry("overview", "The hub is large.")
                .containsEntry("data_collection", "Two schools are few.\nWe met leaders.")
                .containsEntry("conclusion", "It went well.");
        assertThat(rows(sheet, "evaluation_theme", 1)).containsExactly("Leaders matter.", "Time matters.");
    }

    @Test
    void aDocumentThatIsBoldThroughoutLosesNothing() {
        String all =
                "Leaders matter in every school that we have seen over the two years of this study, and in all subjects.";
        ScreenedSheet sheet = read(new WordDocument()
                .bold("Hub: Uno")
                .bold("Year: 2022/23")
                .bold("Context")
                .bold("We work in two towns")
                .bold("Conclusion")
                .bold(all)
                .bold("That is all"));
        assertThat(errors(sheet)).isEmpty();
        assertThat(Desk.only(sheet))
                .containsEntry("context", "We work in two towns")
                .containsEntry("conclusion", all + "\nThat is all");
    }

    @Test
    void paragraphsUpToTheirImplicationsAndItemsBelowAnItemAreOneTheme() {
        ScreenedSheet sheet = read(withContext()
                .heading(1, "Themes")
                .text("Leaders matter.", "They set the time.", "They stay.", "Possible implications: Ask them early.")
                .text("Time matters.", "Implications: Offer cover."));
        assertThat(rows(sheet, "evaluation_theme", 2))
                .containsExactly(
                        "Leaders matter.\nThey set the time.\nThey stay. | Ask them early.",
                        "Time matters. | Offer cover.");
        WordDocument nested = withContext()
                .heading(1, "Themes")
                .text("We found two:")
                .bullets("Leaders matter.", "They set the time.", "Time matters.");
        nested.poi().getParagraphs().get(8).setNumILvl(BigInteger.ONE);
        ScreenedSheet items = read(nested, "nested.docx");
        assertThat(rows(items, "evaluation_theme", 1))
                .containsExactly("Leaders matter.\n\u2022 They set the time.", "Time matters.");
        assertThat(Desk.only(items)).containsEntry("about_themes", "We found two:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9 February: Visit | 2023-02-09",
                "w/c 9 January 2023 - Visit | 2023-01-09",
                "Jan/Feb 2023: Visit | 2023-01, 2023-02",
                "9-10 March 2023: Visit | 2023-03-09/2023-03-10",
                "9 and 16 March 2023: Visit | 2023-03-09, 2023-03-16",
                "November 2022 - March 2023: Visit | 2022-11/2023-03",
                "November to March 2023: Visit | 2022-11/2023-03",
                "Autumn term 2022: Visit | 2022-09/2022-12",
                "Spring term 2022/23: Visit | 2023-01/2023-03",
                "Thursday 9th February 2023: Visit | 2023-02-09",
                "28/11/22: Visit | 2022-11-28",
                "March 2023 \u2013 Visit | 2023-03"
            })
    void anActivityIsDatedInTheWaysInWhichPeopleWriteDates(String line, String held) {
        ScreenedSheet sheet = read(withContext().heading(1, "Data collection").bullets(line));
        assertThat(rows(sheet, "evaluation_meeting", 2)).containsExactly(held + " | Visit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2022-23/2023-24", "2023-02-30/2023-03-03", "Decision", "Mayor"})
    void whatIsNoDateIsNotStoredAsOne(String written) {
        ScreenedSheet sheet = read(withContext()
                .heading(1, "Data collection")
                .table(new String[] {"When", "What"}, new String[] {written, "Visit"}));
        assertThat(rows(sheet, "evaluation_meeting", 2)).noneMatch(row -> row.matches("\\d{4}-.*"));
        assertThat(sheet.findings())
                .anySatisfy(finding -> assertThat(finding.toString()).contains("no_date_or_month"));
    }

    @Test
    void rowsInSmallLettersAreRowsOfTheirOwn() {
        ScreenedSheet sheet = read(withContext()
                .heading(1, "Data collection")
                .table(
                        new String[] {"When", "What"},
                        new String[] {"w/c 7 Nov 2022", "interviews with leads"},
                        new String[] {"w/c 14 Nov 2022", "lesson visit"}));
        assertThat(rows(sheet, "evaluation_meeting", 2))
                .containsExactly("2022-11-07 | interviews with leads", "2022-11-14 | lesson visit");
    }

    @Test
    void schoolsWithoutALetterAreRowsToo() {
        ScreenedSheet sheet = read(withContext()
                .heading(1, "Case study schools")
                .text("We chose two.", "The first school is a rural primary.", "It is small.")
                .text("The second school is a large secondary."));
        assertThat(errors(sheet)).isEmpty();
        assertThat(rows(sheet, "evaluation_school", 2))
                .containsExactly(
                        "The first school | is a rural primary.\nIt is small.",
                        "The second school | is a large secondary.");
        assertThat(Desk.only(sheet)).containsEntry("context", "We work in two towns.\nWe chose two.");
        ScreenedSheet one =
                read(withContext().heading(1, "The case study schools").text("It is a rural primary."), "one.docx");
        assertThat(rows(one, "evaluation_school", 2))
                .containsExactly("The case study schools | It is a rural primary.");
    }
}
