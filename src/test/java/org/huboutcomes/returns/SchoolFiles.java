package org.huboutcomes.returns;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.transform.TransformerFactory;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Writes a load in which each school sends its own workbook, with the lists that it needs. Everything is invented. Not
/// a test: run it by hand with an empty folder and the number of schools.
///
/// ```
/// java -cp ... org.huboutcomes.returns.SchoolFiles FOLDER 20000
/// ```
final class SchoolFiles {

    private static final int SCHOOLS_OF_A_HUB = 500;
    private static final int FIRST_URN = 910_001;
    private static final String YEAR = "2022/23";
    private static final List<String> HEADINGS = List.of(
            "Hub",
            "Academic year",
            "URN",
            "Activity code",
            "Participant reference",
            "Participant role",
            "Sessions offered",
            "Sessions attended",
            "Status");

    private final Path folder;
    private final int schools;
    private final Random random = new Random(1);

    private SchoolFiles(Path folder, int schools) {
        this.folder = folder;
        this.schools = schools;
    }

    public static void main(String[] arguments) throws IOException {
        // POI looks this class up for every part of every workbook; without the name it searches all jars each time.
        System.setProperty(
                TransformerFactory.class.getName(),
                TransformerFactory.newDefaultInstance().getClass().getName());
        SchoolFiles files = new SchoolFiles(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Files.createDirectories(files.folder);
        files.lists();
        for (int school = 0; school < files.schools; school++) files.workbook(school);
    }

    private static String hub(int school) {
        return "GH%02d".formatted(school / SCHOOLS_OF_A_HUB + 1);
    }

    private static String authority(int school) {
        return String.valueOf(101 + school / SCHOOLS_OF_A_HUB);
    }

    private void lists() throws IOException {
        List<String> register = new ArrayList<>(
                List.of("URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),"
                        + "EstablishmentTypeGroup (name),EstablishmentStatus (name),OpenDate,CloseDate,"
                        + "PhaseOfEducation (name),AdmissionsPolicy (name),NumberOfPupils,PercentageFSM,"
                        + "UrbanRural (name)"));
        List<String> hubs = new ArrayList<>(List.of("Network,Hub code,Hub name,Aliases,Opened,Closed"));
        List<String> areas = new ArrayList<>(List.of("Hub code,LA code,District,From,To"));
        for (int school = 0; school < schools; school++) {
            register.add(
                    "%d,%s,Invented authority %s,%d,Invented school %d,Community school,Local authority maintained schools,Open,,,%s,Not applicable,%d,%.1f,(England/Wales) Urban city and town"
                            .formatted(
                                    FIRST_URN + school,
                                    authority(school),
                                    authority(school),
                                    2001 + school % SCHOOLS_OF_A_HUB,
                                    school + 1,
                                    school % 5 == 0 ? "Secondary" : "Primary",
                                    100 + random.nextInt(900),
                                    random.nextDouble(50)));
            if (school % SCHOOLS_OF_A_HUB > 0) continue;
            hubs.add("Maths Hubs,%s,Invented hub %s,,2020/21,".formatted(hub(school), hub(school)));
            areas.add("%s,%s,,2020/21,".formatted(hub(school), authority(school)));
        }
        write("edubasealldata20230901.csv", register);
        write("hubs.csv", hubs);
        write("hub_areas.csv", areas);
    }

    private void write(String file, List<String> lines) throws IOException {
        Files.write(folder.resolve(file), lines, StandardCharsets.ISO_8859_1);
    }

    /// Five to twenty participants. Each school has a code of its own, so that no file replaces another.
    private void workbook(int school) throws IOException {
        int urn = FIRST_URN + school;
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(folder.resolve("school " + urn + ".xlsx"))) {
            XSSFSheet sheet = workbook.createSheet("Engagement");
            fill(sheet.createRow(0), HEADINGS.toArray());
            int participants = 5 + random.nextInt(16);
            for (int i = 1; i <= participants; i++) {
                int attended = random.nextInt(7);
                fill(
                        sheet.createRow(i),
                        hub(school),
                        YEAR,
                        urn,
                        "S" + urn,
                        "P" + urn + "-" + i,
                        i == 1 ? "Subject lead" : "Teacher",
                        6,
                        attended,
                        attended == 0 ? "Withdrew" : attended < 5 ? "Attending" : "Completed");
            }
            workbook.write(out);
        }
    }

    private static void fill(Row row, Object... cells) {
        for (int i = 0; i < cells.length; i++)
            if (cells[i] instanceof Integer number) row.createCell(i).setCellValue(number);
            else row.createCell(i).setCellValue(String.valueOf(cells[i]));
    }
}
