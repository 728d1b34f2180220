package org.huboutcomes.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.QuoteMode;

/// Responses to the satisfaction survey as a plain CSV, or as exported by Microsoft Forms: a byte order mark, times
/// in American order, and the email address and name of each respondent, which must not be stored.
final class SurveyExport {

    private static final Map<String, String> QUESTIONS = questions();
    private static final List<String> AGREEMENT =
            List.of("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree");

    private final List<ReturnRow> responses;
    private final boolean forms;

    SurveyExport(List<ReturnRow> responses, boolean forms) {
        this.responses = responses;
        this.forms = forms;
    }

    private static Map<String, String> questions() {
        Map<String, String> questions = new LinkedHashMap<>();
        questions.put("overall", "Overall, I was satisfied with this activity");
        questions.put("aim1", "This activity meets my approval");
        questions.put("aim2", "This activity is appealing to me");
        questions.put("aim3", "I like this activity");
        questions.put("aim4", "I welcome this activity");
        questions.put("trust", "I trust the hub for advice on teaching");
        return questions;
    }

    void write(Path file) throws IOException {
        List<String> headings = new ArrayList<>(
                forms ? List.of("ID", "Start time", "Completion time", "Email", "Name") : List.of("Response ID"));
        headings.addAll(List.of("Hub", "Academic year", "URN", "Activity code"));
        headings.addAll(QUESTIONS.values());
        headings.add("How likely are you to recommend this hub to a colleague?");
        PlainTable table = new PlainTable(headings);
        responses.forEach(response -> table.add(cells(response)));
        table.write(file, StandardCharsets.UTF_8, QuoteMode.MINIMAL, forms ? "\ufeff" : "");
    }

    private List<Object> cells(ReturnRow response) {
        List<Object> cells = new ArrayList<>();
        cells.add(response.value("id"));
        if (forms) cells.addAll(respondent(response.number("id"), response.number("year") + 1));
        cells.add(response.value("hub"));
        cells.add(YearText.SLASH.of(response.number("year")));
        cells.add(response.value("urn"));
        cells.add(response.value("activity"));
        QUESTIONS.keySet().forEach(item -> cells.add(AGREEMENT.get(response.number(item) - 1)));
        cells.add(response.value("nps"));
        return cells;
    }

    private static List<String> respondent(int id, int year) {
        String day = "%d/%d/%02d ".formatted(6 + id % 2, 1 + id % 28, year % 100);
        return List.of(
                day + "9:0%d:00".formatted(id % 10),
                day + "9:1%d:00".formatted(id % 10),
                "respondent%d@example.org".formatted(id),
                "Respondent Invented%d".formatted(id));
    }
}
