package org.huboutcomes.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huboutcomes.samples.ReturnSheet.Column;

/// How one hub fills in its workbook in one year: title, headings, spellings, total row.
///
/// @param ownHeadings people's headings instead of the canonical ones
/// @param textNumbers URNs as text with blanks around them, and occasionally a count as text
/// @param formsSurvey the survey as exported by Microsoft Forms
record WorkbookConventions(
        boolean title,
        boolean ownHeadings,
        boolean textNumbers,
        boolean totalRow,
        boolean laestab,
        boolean formsSurvey,
        YearText year) {

    static WorkbookConventions of(SampleHub hub, int year) {
        return switch (hub + " " + year) {
            case "QS1 2020" -> new WorkbookConventions(false, false, false, false, false, false, YearText.SLASH);
            case "QS1 2021" -> new WorkbookConventions(true, true, false, true, false, true, YearText.DASH);
            case "QS1 2022" -> new WorkbookConventions(true, false, true, true, false, true, YearText.SLASH);
            case "HM1 2020" -> new WorkbookConventions(false, true, true, false, false, false, YearText.AY);
            case "HM1 2021" -> new WorkbookConventions(false, false, false, true, true, false, YearText.EN_DASH);
            case "HM1 2022" -> new WorkbookConventions(true, true, false, false, false, true, YearText.SIX_DIGITS);
            case "FV1 2020" -> new WorkbookConventions(false, false, false, false, false, false, YearText.SLASH);
            case "FV1 2021" -> new WorkbookConventions(false, false, true, true, false, true, YearText.FULL);
            case "FV1 2022" -> new WorkbookConventions(true, false, false, false, false, false, YearText.SLASH);
            default -> throw new IllegalArgumentException("no manner for " + hub + " in " + year);
        };
    }

    void sheet(
            PersonsWorkbook workbook,
            ReturnSheet form,
            List<ReturnRow> intended,
            List<ReturnRow> errors,
            SampleSchools schools) {
        PersonsWorkbook.Page page = workbook.page(form.sheet);
        if (title) page.title(form.sheet + " return");
        page.headings(form.columns.stream().map(this::heading).toList());
        List<ReturnRow> rows = new ArrayList<>(intended);
        rows.addAll(Math.min(5, rows.size()), errors);
        for (int i = 0; i < rows.size(); i++) {
            ReturnRow row = rows.get(i);
            int position = i;
            page.row(form.columns.stream()
                    .map(column -> cell(column.key(), row, position, schools))
                    .toList());
        }
        if (totalRow && (form == ReturnSheet.ENGAGEMENT || form == ReturnSheet.PATHWAY)) page.total(intended.size());
    }

    private String heading(Column column) {
        if (laestab && column.key().equals("urn")) return "LAESTAB";
        return ownHeadings ? column.peoples() : column.canonical();
    }

    private Object cell(String key, ReturnRow row, int position, SampleSchools schools) {
        return switch (key) {
            case "year" -> year.of(row.number(key));
            case "urn" -> urn(row.number(key), position, schools);
            case "stage" ->
                ownHeadings && position % 3 == 1 ? row.text(key).toLowerCase(Locale.ROOT) + " " : row.text(key);
            case "attended" -> textNumbers && position % 7 == 3 ? row.text(key) : row.value(key);
            default -> row.value(key);
        };
    }

    private Object urn(int urn, int position, SampleSchools schools) {
        if (laestab) return schools.laestab(urn);
        if (textNumbers) return urnAsText(urn, position);
        return urn;
    }

    private static String urnAsText(int urn, int position) {
        return switch (position % 4) {
            case 0 -> " " + urn + " ";
            case 1 -> urn + ".0";
            case 2 -> urn + "\u00a0";
            default -> String.valueOf(urn);
        };
    }
}
