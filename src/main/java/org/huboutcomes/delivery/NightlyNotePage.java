package org.huboutcomes.delivery;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.files.PageTemplate;
import org.huboutcomes.tables.Submission;
import org.jspecify.annotations.Nullable;

/// The nightly note as a page for any browser. Its layout and text are in `reports/pages/nightly_note.jte`.
///
/// @param rendered how many reports were rendered, in one phrase
/// @param refused one sentence for each file that was not published
/// @param sent the hub of each message that was sent
/// @param failed one sentence for each message that could not be sent
public record NightlyNotePage(
        NightlyNote night, String rendered, List<String> refused, List<String> sent, List<String> failed) {

    /// The folder of receipts, relative to the published folder.
    private static final String RECEIPTS = "../returned/";

    public NightlyNotePage {
        refused = List.copyOf(refused);
        sent = List.copyOf(sent);
        failed = List.copyOf(failed);
    }

    /// A file and its purposes.
    ///
    /// @param link to its receipt; null if there is none
    /// @param purposes its hubs and years; empty if it has none
    public record ReceivedFile(
            NightlyNote.SubmittedFile file, @Nullable String link, List<Purpose> purposes) {}

    /// A hub and year that a file is for, such as `HM1 2022/23`.
    ///
    /// @param link to its own receipt; null if there is none, or if the file has only one
    public record Purpose(String label, @Nullable String link) {}

    /// @return the page as HTML
    public String html() {
        return PageTemplate.render("nightly_note.jte", this);
    }

    /// The day of the run.
    public String day() {
        return EnglishFormat.day(night.asOf());
    }

    /// Each file once, in the order in which they were received.
    public List<ReceivedFile> files() {
        Map<Long, List<NightlyNote.SubmittedFile>> bySubmission = night.files().stream()
                .collect(Collectors.groupingBy(
                        NightlyNote.SubmittedFile::submission, LinkedHashMap::new, Collectors.toList()));
        return bySubmission.values().stream()
                .map(rows -> new ReceivedFile(rows.get(0), link(rows.get(0).receipt()), purposes(rows)))
                .toList();
    }

    /// How many of the files were accepted completely.
    public long accepted() {
        String accepted = Submission.Status.ACCEPTED.word();
        return files().stream()
                .filter(one -> one.file().status().equals(accepted))
                .count();
    }

    public ChangedFigures changes() {
        return new ChangedFigures(night.changes(), night.indicatorTitles());
    }

    /// The problems that somebody has to act on, one sentence each.
    public List<String> problems() {
        return Stream.of(
                        night.unknownNetworks().stream().map(NightlyNote.UnknownNetwork::message),
                        refused.stream(),
                        failed.stream())
                .flatMap(sentences -> sentences)
                .toList();
    }

    /// The hubs to which messages were sent, each once.
    public String recipients() {
        return String.join(", ", new TreeSet<>(sent));
    }

    /// An academic year as printed, such as `2022/23`.
    public String year(int timePeriod) {
        return AcademicYear.ofPeriod(timePeriod).label();
    }

    /// How many hubs have returns outstanding.
    public long hubsOwing() {
        return night.outstanding().stream()
                .map(NightlyNote.OutstandingReturns::hub)
                .distinct()
                .count();
    }

    /// The page of a hub's outstanding returns.
    public String outstanding(NightlyNote.OutstandingReturns returns) {
        return Objects.requireNonNull(link(OutstandingPages.place(returns.hub())));
    }

    private List<Purpose> purposes(List<NightlyNote.SubmittedFile> rows) {
        return rows.stream()
                .filter(row -> row.hub() != null)
                .map(row -> new Purpose(
                        row.hub() + (row.timePeriod() == null ? "" : " " + year(row.timePeriod())),
                        rows.size() == 1 ? null : link(row.receipt())))
                .distinct()
                .toList();
    }

    private static @Nullable String link(@Nullable String receipt) {
        return receipt == null
                ? null
                : RECEIPTS
                        + Stream.of(receipt.split("/"))
                                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8)
                                        .replace("+", "%20"))
                                .collect(Collectors.joining("/"));
    }
}
