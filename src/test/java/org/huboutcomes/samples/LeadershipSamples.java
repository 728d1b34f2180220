package org.huboutcomes.samples;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.QuoteMode;

/// How the three hubs and one network are led in 2022/23: mechanisms that two people coded in a few sources, the
/// list of the sources, and the organisations that lead the hubs. The first hub has much evidence and the second
/// little.
final class LeadershipSamples {

    private static final String YEAR = "2022/23";

    /// Hub, level, mechanism, role, function, strength, source, coder, note. Group and mode are left to the list.
    private static final List<String> CODED = List.of(
            "QS1|Area|Finding and recruiting leads|Coordinator|Administrative|Evidenced|Q1|R1|Two adverts and a list of applicants",
            "QS1|Area|Finding and recruiting leads|Coordinator|Administrative|Described|Q2|R1|",
            "QS1|Area|Helping to train leads|Facilitator|Enabling|Described|Q1|R1|",
            "QS1|Area|Offering steps to more responsibility|Coordinator|Enabling|Described|Q1|R1|",
            "QS1|Area|Building a sense of belonging to the network|Coordinator|Adaptive|Mentioned|Q2|R1|",
            "QS1|Area|Deciding what is offered, to whom and how|Coordinator|Administrative|Evidenced|Q3|R1|",
            "QS1|Area|Choosing and adapting materials|Designer|Enabling|Described|Q2|R1|",
            "QS1|Area|Arranging venues and communication|Coordinator|Administrative|Evidenced|Q3|R1|Newsletters of two terms",
            "QS1|Area|Keeping the offer varied and large enough|Designer|Adaptive|Described|Q1|R1|",
            "QS1|Area|Managing the area network|Coordinator|Administrative|Evidenced|Q3|R1|",
            "QS1|Area|Staffing activities|Coordinator|Administrative|Evidenced|Q3|R1|",
            "QS1|Area|Working with local partners|Coordinator|Adaptive|Described|Q1|R1|",
            "QS1|Area|Choosing and connecting leads and schools|Coordinator|Adaptive|Described|Q1|R1|",
            "QS1|Area|Building a community and a shared culture|Facilitator|Adaptive|Described|Q4|R1|Seen in one planning meeting",
            "QS1|Area|Keeping feedback flowing|Coordinator|Adaptive|Evidenced|Q4|R1|",
            "QS1|Activity|Promotion and recruitment|Facilitator|Administrative|Described|Q2|R1|",
            "QS1|Activity|Logistics|Coordinator|Administrative|Evidenced|Q3|R1|",
            "QS1|Activity|Keeping in touch with participants|Facilitator|Adaptive|Described|Q2|R1|",
            // The second coder read only the first interview.
            "QS1|Area|Finding and recruiting leads|Coordinator|Administrative|Evidenced|Q1|R2|",
            "QS1|Area|Helping to train leads|Facilitator|Enabling|Described|Q1|R2|",
            "QS1|Area|Offering steps to more responsibility|Coordinator|Enabling|Mentioned|Q1|R2|",
            "QS1|Area|Keeping the offer varied and large enough|Designer|Adaptive|Described|Q1|R2|",
            "QS1|Area|Choosing and connecting leads and schools|Coordinator|Adaptive|Described|Q1|R2|",
            "QS1|Area|Encouraging leads to speak for their subject|Facilitator|Adaptive|Mentioned|Q1|R2|",
            "HM1|Area|Staffing of PD activity|Coordinator|Administrative|Described|H1|R1|",
            "HM1|Area|Managing the regional network|Coordinator|Administrative|Described|H1|R1|",
            "FV1|Area|Working with local partners|Coordinator|Adaptive|Evidenced|F1|R1|",
            "FV1|Area|Championing the subject|Coordinator|Enabling|Described|F1|R1|",
            "FV1|Area|Keeping the offer varied and large enough|Designer|Adaptive|Described|F1|R1|",
            "FV1|Area|Deciding what is offered, to whom and how|Coordinator|Administrative|Described|F2|R1|",
            "FV1|Activity|Signposting|Facilitator|Administrative|Mentioned|F1|R1|",
            "Maths Hubs|National|Managing the network|Coordinator|Administrative|Evidenced|N1|R1|",
            "Maths Hubs|National|Contracting and funding|Coordinator|Administrative|Evidenced|N1|R1|",
            "Maths Hubs|National|Promoting the offer nationally|Coordinator|Administrative|Described|N2|R1|",
            "Maths Hubs|National|Connecting the network and aligning its purpose|Coordinator|Adaptive|Described|N2|R1|",
            "Maths Hubs|National|Keeping feedback flowing|Coordinator|Adaptive|Mentioned|N2|R1|");

    private LeadershipSamples() {}

    static void write(Path target) throws IOException {
        sources().write(target.resolve("registers/evidence_sources.csv"), StandardCharsets.UTF_8, QuoteMode.MINIMAL);
        leaders().write(target.resolve("registers/hub_leadership.csv"), StandardCharsets.UTF_8, QuoteMode.MINIMAL);
        mechanisms().write(target.resolve("2022-23/mechanisms_2022-23.xlsx"));
    }

    private static PersonsWorkbook mechanisms() {
        PersonsWorkbook workbook = new PersonsWorkbook();
        PersonsWorkbook.Page page = workbook.page("Mechanisms");
        page.title("How the hubs are led, as coded");
        page.headings(List.of(
                "Hub",
                "Academic year",
                "Level",
                "Mechanism",
                "Role",
                "Function",
                "Evidence strength",
                "Source reference",
                "Coder",
                "Note"));
        for (String coded : CODED) {
            String[] cells = coded.split("\\|", -1);
            page.row(List.of(
                    cells[0], YEAR, cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8]));
        }
        return workbook;
    }

    private static PlainTable sources() {
        return new PlainTable(List.of("Reference", "Type", "Level", "Role interviewed", "Date", "Consent"))
                .add(List.of("Q1", "Interview", "Area", "Hub lead", "14/11/2022", "Given"))
                .add(List.of("Q2", "Interview", "Area", "Facilitator", "21/11/2022", "Given"))
                .add(List.of("Q3", "Document", "Area", "", "05/09/2022", "Not needed"))
                .add(List.of("Q4", "Observation", "Activity", "", "02/02/2023", "Given"))
                .add(List.of("H1", "Interview", "Area", "Hub lead", "12/01/2023", "Given"))
                .add(List.of("F1", "Interview", "Area", "Hub lead", "24/01/2023", "Given"))
                .add(List.of("F2", "Document", "Area", "", "12/09/2022", "Not needed"))
                .add(List.of("N1", "Document", "National", "", "01/09/2022", "Not needed"))
                .add(List.of("N2", "Interview", "National", "National lead", "09/03/2023", "Given"));
    }

    /// One trust leads a hub of each network.
    private static PlainTable leaders() {
        return new PlainTable(List.of("Hub", "Lead organisation", "From", "To"))
                .add(List.of("QS1", "Quillshire House Teaching School", "2018/19", "2020/21"))
                .add(List.of("QS1", "Ostbridge Learning Trust", "2021/22", ""))
                .add(List.of("HM1", "Hallowmere Schools Trust", "2020/21", ""))
                .add(List.of("FV1", "Hallowmere Schools Trust", "2019/20", ""));
    }
}
