package org.huboutcomes.cli;

import java.util.List;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.files.PageTemplate;
import org.huboutcomes.publish.cases.CaseSelection;
import org.huboutcomes.publish.cases.SelectedCase;

/// The page with the hubs chosen for study, for any browser. Its text is in `reports/pages/cases.jte`.
///
/// @param of how many hubs they were chosen from
public record CasesPage(CaseSelection selection, AcademicYear year, int of) {

    String html() {
        return PageTemplate.render("cases.jte", this);
    }

    public List<String> heads() {
        return selection.features().stream().map(SelectedCase::label).toList();
    }

    /// The features of one hub, in the order of the column headings.
    public List<String> cells(SelectedCase one) {
        return selection.features().stream()
                .map(feature -> SelectedCase.printed(one.hub().features().get(feature)))
                .toList();
    }
}
