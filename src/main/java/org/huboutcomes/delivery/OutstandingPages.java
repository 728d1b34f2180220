package org.huboutcomes.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.files.AtomicFile;
import org.huboutcomes.files.PageTemplate;
import org.huboutcomes.files.SafeFileName;

/// Writes a page for each hub with the returns that it has not sent, beside its receipts.
///
/// @param returned the folder of all receipts
public record OutstandingPages(Path returned) {

    private static final String NAME = "outstanding.html";

    /// The page of one hub. Its layout and text are in `reports/pages/outstanding.jte`.
    public record Page(String hub, String name, String network, List<NightlyNote.OutstandingReturns> years) {

        public Page {
            years = List.copyOf(years);
        }

        static Page of(List<NightlyNote.OutstandingReturns> years) {
            NightlyNote.OutstandingReturns any = years.get(0);
            return new Page(any.hub(), any.name(), any.network(), years);
        }

        public String year(NightlyNote.OutstandingReturns one) {
            return AcademicYear.ofPeriod(one.timePeriod()).label();
        }
    }

    /// The path of a hub's page in the folder of all receipts.
    static String place(String hub) {
        return SafeFileName.of(hub) + "/" + NAME;
    }

    /// Writes the page of each hub with outstanding returns, and removes all others.
    public void write(List<NightlyNote.OutstandingReturns> outstanding) throws IOException {
        Map<String, List<NightlyNote.OutstandingReturns>> byPlace = outstanding.stream()
                .collect(Collectors.groupingBy(one -> place(one.hub()), LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<String, List<NightlyNote.OutstandingReturns>> hub : byPlace.entrySet()) {
            Path page = returned.resolve(hub.getKey());
            Files.createDirectories(page.getParent());
            AtomicFile.write(page, PageTemplate.render("outstanding.jte", Page.of(hub.getValue())));
        }
        for (Path folder : folders())
            if (!byPlace.containsKey(folder.getFileName() + "/" + NAME)) Files.deleteIfExists(folder.resolve(NAME));
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(returned)) return List.of();
        try (Stream<Path> all = Files.list(returned)) {
            return all.filter(Files::isDirectory).toList();
        }
    }
}
