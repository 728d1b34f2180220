package org.huboutcomes.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huboutcomes.compare.FigureChange;
import org.huboutcomes.compare.FigureChanges;
import org.huboutcomes.files.RenderedPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NightlyNotePageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 29);
    private static final String HOSTILE = "<script>alert('\"1\" & 2')</script>";
    private static final NightlyNote QUIET =
            new NightlyNote(DAY, List.of(), List.of(), List.of(), FigureChanges.FIRST, Map.of());

    @Test
    void aNoteSaysWhatWasReceivedIsOutstandingChangedAndWasSent() {
        NightlyNote night = new NightlyNote(
                DAY,
                List.of(
                        file(1, "leads.xlsx", "partial", "HM1"),
                        file(1, "leads.xlsx", "partial", "HM2"),
                        file(2, "leads.xlsx", "accepted", "HM3")),
                List.of(
                        owed("Maths Hubs", "HM4", "Fen", 202122, "Delivery"),
                        owed("Maths Hubs", "HM4", "Fen", 202223, "Delivery, PD leads")),
                List.of(),
                changes("2026-11-22", change("Total", "1234.56", "1230.06"), change("HM1", "", "c")),
                Map.of("schools_reached", "Schools reached"));
        RenderedPage page = page(new NightlyNotePage(
                night,
                "2 of 3 reports rendered, 1 refused",
                List.of("The report of HM1 names HM2."),
                List.of("HM2", "HM1", "HM2"),
                List.of()));
        page.assertSound();
        assertThat(page.sections())
                .containsExactly(
                        "Needs attention",
                        "Files received",
                        "Outstanding returns",
                        "Figures that changed",
                        "Reports and emails");
        assertThat(page.text())
                .contains("Nightly run, 29 November 2026")
                .contains("2 new files 1 file accepted 1 file returned or waiting"
                        + " 1 hub with returns outstanding 2 figures changed 1 problem with reports or emails")
                .contains("The report of HM1 names HM2.")
                .contains("leads.xlsx HM1 2022/23; HM2 2022/23 Partly accepted 1,200 1,100 60 10 30 3 1")
                .contains("leads.xlsx HM3 2022/23 Accepted 1,200 1,100 60 10 30 3 1")
                .contains("Fen (HM4) Maths Hubs 2021/22 Delivery 31 October 2022 (overdue) Fen (HM4) Maths Hubs 2022/23"
                        + " Delivery, PD leads 31 October 2023 (overdue)")
                .contains("Figures that changed since 22 November 2026, and what changed them")
                .contains("All hubs Maths Hubs 2022/23 1 0 1 0 0")
                .contains("Schools reached, Primary Maths Hubs 2022/23 1234.6 1230.1 \u22124.5")
                .contains("Schools reached, Primary HM1 2022/23 no figure suppressed to protect people or schools yes")
                .contains("2 of 3 reports rendered, 1 refused.")
                .contains("3 emails were sent to the contacts of HM1, HM2.");
        assertThat(page.tags("a"))
                .contains(
                        "<a href=\"../returned/HM2/2022-23/a%20leads.xlsx.receipt.html\">",
                        "<a href=\"../returned/HM3/2022-23/a%20leads.xlsx.receipt.html\">",
                        "<a href=\"../returned/HM4/outstanding.html\">");
    }

    @Test
    void rowsThatDoNotAddUpAreRefused() {
        assertThatThrownBy(() -> new NightlyNote.SubmittedFile(
                        7, "leads.xlsx", "accepted", "HM1", 202223, 53, 51, 0, 0, 1, 0, 0, null))
                .hasMessageContaining("submission 7 do not add up");
    }

    @Test
    void aHubHasAPageOfItsOutstandingReturnsUntilAllHaveCome(@TempDir Path returned) throws IOException {
        OutstandingPages pages = new OutstandingPages(returned);
        pages.write(List.of(
                owed("Maths Hubs", "HM4", "Fen", 202122, "Delivery"),
                owed("Maths Hubs", "HM4", "Fen", 202223, HOSTILE),
                owed("Maths Hubs", "HM5", "Moor", 202223, "PD leads")));
        RenderedPage page = new RenderedPage(Files.readString(returned.resolve("HM4/outstanding.html")));
        page.assertSound();
        assertThat(page.text())
                .contains(
                        "Outstanding returns: Fen (HM4)",
                        "2021/22 Delivery 31 October 2022 (overdue) 2022/23 " + HOSTILE)
                .doesNotContain("Moor", "PD leads");
        pages.write(List.of(owed("Maths Hubs", "HM5", "Moor", 202223, "PD leads")));
        assertThat(returned.resolve("HM4/outstanding.html")).doesNotExist();
        assertThat(returned.resolve("HM5/outstanding.html")).exists();
    }

    @Test
    void aQuietNightSaysThatNothingHappened() {
        RenderedPage page =
                page(new NightlyNotePage(QUIET, "0 of 0 reports rendered", List.of(), List.of(), List.of()));
        page.assertSound();
        assertThat(page.sections()).doesNotContain("Needs attention");
        assertThat(page.text())
                .contains("No files were received since the last nightly run.")
                .contains("All returns were received.")
                .contains("These are the first figures, so there is nothing to compare them with.")
                .contains("No emails were sent.");
    }

    @Test
    void aLongListOfValuesIsCutAndSaysHowToGetTheRest() {
        FigureChange[] many = new FigureChange[45];
        java.util.Arrays.setAll(many, number -> change("HM" + number, "1", "2"));
        NightlyNote night =
                new NightlyNote(DAY, List.of(), List.of(), List.of(), changes("2026-11-22-02", many), Map.of());
        assertThat(page(new NightlyNotePage(night, "None rendered", List.of(), List.of(), List.of()))
                        .text())
                .contains("since 22 November 2026 (2026-11-22-02)")
                .contains("The first 40 of 45 values are shown.")
                .contains("hub-outcomes compare 2026-11-22-02 published -o FILE");
    }

    @Test
    void aFileNameOrASentenceIsTextAndNeverMarkup() {
        NightlyNote night = new NightlyNote(
                DAY,
                List.of(file(1, HOSTILE, HOSTILE, HOSTILE)),
                List.of(owed(HOSTILE, HOSTILE, HOSTILE, 202223, HOSTILE)),
                List.of(new NightlyNote.UnknownNetwork(HOSTILE, HOSTILE, HOSTILE)),
                changes("2026-11-22", change(HOSTILE, "1", "2")),
                Map.of("schools_reached", HOSTILE));
        RenderedPage page =
                page(new NightlyNotePage(night, HOSTILE, List.of(HOSTILE), List.of(HOSTILE), List.of(HOSTILE)));
        page.assertSound();
        assertThat(page.html()).doesNotContain("<script").contains("&lt;script&gt;");
        assertThat(page.text()).contains(HOSTILE);
    }

    private static RenderedPage page(NightlyNotePage page) {
        return new RenderedPage(page.html());
    }

    private static NightlyNote.SubmittedFile file(long submission, String name, String status, String hub) {
        return new NightlyNote.SubmittedFile(
                submission,
                name,
                status,
                hub,
                202223,
                1200,
                1100,
                60,
                10,
                30,
                3,
                1,
                hub + "/2022-23/a leads.xlsx.receipt.html");
    }

    private static FigureChanges changes(String since, FigureChange... moved) {
        return new FigureChanges(since, Integer.MAX_VALUE, List.of(moved), null);
    }

    private static NightlyNote.OutstandingReturns owed(
            String network, String hub, String name, int timePeriod, String returns) {
        LocalDate due = LocalDate.of(timePeriod / 100 + 1, 10, 31);
        return new NightlyNote.OutstandingReturns(
                network, hub, name, timePeriod, due, due.isBefore(DAY), List.of(returns));
    }

    private static FigureChange change(String hub, String from, String to) {
        boolean counted = FigureChange.isNumber(from) && FigureChange.isNumber(to);
        BigDecimal change = counted ? new BigDecimal(to).subtract(new BigDecimal(from)) : null;
        return new FigureChange(
                "202223",
                "Maths Hubs",
                hub,
                "schools_reached",
                "Primary",
                "Total",
                "value",
                from,
                to,
                change,
                counted ? BigDecimal.ZERO : null,
                change,
                counted ? BigDecimal.ZERO : null,
                counted ? BigDecimal.ZERO : null,
                "1",
                "1",
                List.of("corrected rows"));
    }
}
