package org.huboutcomes.receipts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.huboutcomes.files.RenderedPage;
import org.huboutcomes.receipts.Receipt.Changes;
import org.huboutcomes.receipts.Receipt.Note;
import org.huboutcomes.receipts.Receipt.Part;
import org.huboutcomes.receipts.Receipt.Parts;
import org.huboutcomes.receipts.Receipt.Slot;
import org.huboutcomes.receipts.Receipt.Stated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptPageTest {

    private static final String HOSTILE = "<script>alert('\"1\" & 2')</script>";
    private static final Map<String, String> TITLES = Map.of("pd_lead", "PD leads");

    @Test
    void aReceiptHasASectionForTheFileForEachSheetAndForTheTotals() {
        Receipt receipt = receipt(
                "partial",
                List.of(note("error", null, "a,b", "The file has two headings.")),
                List.of(
                        sheet("Leads", "accepted", List.of(note("query", null, "C4", "The role is new."))),
                        new Part("Chart", null, null, null, "ignored", Map.of(), Map.of(), List.of(), List.of())),
                List.of(new Stated("HM1", "2022/23", "schools", 1200, 1199)));
        RenderedPage page = page(receipt, "leads, marked.xlsx");
        page.assertSound();
        assertThat(page.sections())
                .containsExactly("What to do", "The whole file", "Leads", "Chart", "Stated and calculated totals");
        assertThat(page.text())
                .contains("Receipt, 22 November 2026")
                .contains("Partly accepted. Sheets marked as held do not count until they are corrected.")
                .contains("Found: 1 error and 1 query.")
                .contains("Read as PD leads, for HM1 2022/23.")
                .contains(
                        "12 rows read: 9 accepted 1 excluded until corrected 2 without data (blank rows, totals, notes)")
                .contains("The accepted rows add up to: schools 7, places 1,234.")
                .contains("This sheet replaces rows of old.xlsx: 1 row added, 0 removed, 2 changed.")
                .contains("Not read: this sheet does not have the headings of a return.")
                .contains("HM1 2022/23 schools 1,200 1,199 (differs)");
        assertThat(page.html()).contains("href=\"leads%2C%20marked.xlsx\"");
    }

    @Test
    void whatAFileNameASheetOrACellHoldsIsTextAndNeverMarkup() {
        Note note = new Note(
                "rule",
                "query",
                HOSTILE,
                HOSTILE,
                HOSTILE,
                new Parts(HOSTILE, HOSTILE, HOSTILE),
                HOSTILE,
                4,
                null,
                null);
        Slot claim = new Slot(HOSTILE, HOSTILE, 1, true, HOSTILE, null, null);
        Part sheet = new Part(
                HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE, Map.of(), Map.of(HOSTILE, 1), List.of(claim), List.of());
        Receipt receipt = new Receipt(
                HOSTILE,
                HOSTILE,
                "duplicate",
                "2026-11-22",
                HOSTILE,
                new Receipt.Withdrawn("2026-11-22", HOSTILE),
                List.of(note, note),
                List.of(sheet),
                List.of(new Stated(HOSTILE, HOSTILE, HOSTILE, 1, 2)));
        RenderedPage page = page(receipt, HOSTILE + "\" onclick=\"x");
        page.assertSound();
        assertThat(page.html()).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(page.tags("a")).singleElement().asString().matches("<a href=\"[\\w.%*-]+\">");
        assertThat(page.text()).contains(HOSTILE);
    }

    @Test
    void manyCellsWithTheSameFindingAreOneRowThatListsThem() {
        List<Note> notes = IntStream.range(1, 1235)
                .mapToObj(row -> note("error", null, "B" + row, "No stage."))
                .toList();
        RenderedPage page = page(receipt("held", notes, List.of(), List.of()), null);
        assertThat(page.text())
                .contains("Found: 1,234 errors.")
                .contains("Error 1,234 cells, from B1 No stage. Show all 1,234 B1 ");
        assertThat(page.tags("tr")).hasSize(2);
    }

    @Test
    void aQueryThatTheHubHasExplainedShowsTheNote() {
        Receipt receipt =
                receipt("accepted", List.of(note("query", "We have checked.", "C4", "Is it 5?")), List.of(), List.of());
        assertThat(page(receipt, null).text()).contains("Explained C4 Is it 5? Your note: We have checked.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accepted  | Accepted. Nothing needs to be corrected.",
                "held      | Held. Nothing in this file counts until it is corrected.",
                "refused   | Not readable. This file could not be read as a return.",
                "waiting   | Waiting. This file is tried again in each nightly run.",
                "duplicate | Already received. This file is the same as one that was sent before",
                "received  | Not read yet."
            })
    void theFirstSentenceSaysWhatHappenedToTheFile(String status, String sentence) {
        assertThat(page(receipt(status, List.of(), List.of(), List.of()), null).text())
                .contains(sentence);
    }

    @Test
    void aReplacedSheetNamesTheFileThatReplacedIt() {
        Slot replaced = new Slot("HM1", "2022/23", 9, false, null, "new.xlsx", null);
        Part sheet = new Part(
                "Leads", "pd_lead", "HM1", "2022/23", "accepted", Map.of(), Map.of(), List.of(replaced), List.of());
        assertThat(page(receipt("accepted", List.of(), List.of(sheet), List.of()), null)
                        .text())
                .contains("Replaced. This file was accepted, and later files have replaced all of it.")
                .contains("This sheet no longer counts. new.xlsx, which was received later, has replaced it.");
    }

    private static RenderedPage page(Receipt receipt, String workbook) {
        return new RenderedPage(new ReceiptPage(receipt, workbook, TITLES).html());
    }

    private static Receipt receipt(String status, List<Note> findings, List<Part> sheets, List<Stated> stated) {
        return new Receipt("leads.xlsx", "ab12", status, "2026-11-22", null, null, findings, sheets, stated);
    }

    private static Part sheet(String name, String status, List<Note> findings) {
        Slot claim = new Slot("HM1", "2022/23", 9, true, "old.xlsx", null, new Changes(1, 0, 2));
        return new Part(
                name,
                "pd_lead",
                "HM1",
                "2022/23",
                status,
                Map.of("read", 12, "accepted", 9, "left_out", 1, "duplicate", 0, "aside", 2),
                new java.util.TreeMap<>(Map.of("schools", 7, "places", 1234)).descendingMap(),
                List.of(claim),
                findings);
    }

    private static Note note(String severity, String note, String cell, String message) {
        return new Note("rule", severity, cell, null, message, new Parts(message, null, null), note, 4, null, null);
    }
}
