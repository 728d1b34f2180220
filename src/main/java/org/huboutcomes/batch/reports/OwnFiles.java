package org.huboutcomes.batch.reports;

import org.huboutcomes.files.SafeFileName;
import org.huboutcomes.publish.Published;

/// The restricted files of one hub or network and year, in a folder of figures. A hub's files show its small counts
/// in full, so they are in a separate folder that only the user who runs the program can read.
///
/// @param report the annual report
/// @param evidence the evidence behind it
/// @param workbook the data pack
/// @param csv the data pack's figures as text
public record OwnFiles(String report, String evidence, String workbook, String csv) {

    /// The folder of hubs.
    public static final String HUBS = "hubs";

    static OwnFiles of(Published.Edition report) {
        String recipient = SafeFileName.of(report.isNetwork() ? report.network() : report.hub());
        return report.isNetwork()
                ? in("reports/" + report.timePeriod(), "data-packs/" + report.timePeriod(), recipient)
                : in(
                        HUBS + "/" + recipient + "/" + report.timePeriod(),
                        HUBS + "/" + recipient + "/" + report.timePeriod(),
                        recipient);
    }

    private static OwnFiles in(String reports, String dataPacks, String recipient) {
        return new OwnFiles(
                reports + "/" + recipient + ".pdf",
                reports + "/" + recipient + "-evidence.pdf",
                dataPacks + "/" + recipient + ".xlsx",
                dataPacks + "/" + recipient + ".csv");
    }

    /// Whether a file of a release is a hub's own annual report.
    public static boolean isHubReport(String file) {
        return file.startsWith(HUBS + "/") && file.endsWith(".pdf") && !file.endsWith("-evidence.pdf");
    }
}
