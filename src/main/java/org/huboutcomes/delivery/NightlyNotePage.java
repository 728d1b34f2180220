package org.huboutcomes.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.files.PageTemplate;
import org.huboutcomes.tables.Submission;

/// The nightly note as a page that a person reads in any browser. What it holds and in which words is in
/// `reports/pages/nightly_note.jte`.
///
/// @param rendered how many reports were rendered, in one phrase
/// @param refused one sentence for each file that was not published
/// @param sent the hub of each message that was sent
/// @param failed one sentence for each message that could not be sent
public record NightlyNotePage(
        NightlyNote night, String rendered, List<String> refused, List<String> sent, List<String> failed) {

    public NightlyNotePage {
        refused = List.copyOf(refused);
        sent = List.copyOf(sent);
        failed = List.copyOf(failed);
    }

    /// A file with all that it is for.
    ///
    /// @param purpose its hubs and years, such as `HM1 2022/23; HM2 2022/23`; empty if it is for no hub
    public record ReceivedFile(NightlyNote.Filed file, String purpose) {}

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
        Map<Long, List<NightlyNote.Filed>> bySubmission = night.files().stream()
                .collect(Collectors.groupingBy(NightlyNote.Filed::submission, LinkedHashMap::new, Collectors.toList()));
        return bySubmission.values().stream()
                .map(rows -> new ReceivedFile(rows.get(0), purpose(rows)))
                .toList();
    }

    /// How many of the files were accepted as a whole.
    public long accepted() {
        String accepted = Submission.Status.ACCEPTED.word();
        return files().stream()
                .filter(one -> one.file().status().equals(accepted))
                .count();
    }

    public ChangedFigures changes() {
        return new ChangedFigures(night.changes(), night.indicatorTitles());
    }

    /// What somebody has to do something about, one sentence each.
    public List<String> problems() {
        return Stream.of(
                        night.unknownNetworks().stream().map(NightlyNote.UnknownNetwork::told),
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

    private String purpose(List<NightlyNote.Filed> rows) {
        return rows.stream()
                .filter(row -> row.hub() != null)
                .map(row -> row.hub() + (row.timePeriod() == null ? "" : " " + year(row.timePeriod())))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
