package org.huboutcomes.receipts;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.usermodel.Hyperlink;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFDrawing;
import org.apache.poi.xssf.usermodel.XSSFTextBox;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Names and addresses are planted in all parts of a workbook; none is in the returned copy.
class RedactionTest {

    private static final String ADDRESS = "jo@planted.example";
    private static final String PERSON = "Peregrine Featherquill";
    private static final List<String> HEADINGS = List.of(
            "Name",
            "Email",
            "Hub",
            "Academic year",
            "URN",
            "Activity code",
            "Overall, I was satisfied with this activity",
            "This activity meets my approval",
            "Sent by " + ADDRESS);
    private static final List<String> ROW =
            List.of(PERSON, ADDRESS, "HM1", "2022/23", "900046", "MA22-01", "Agree", "Agreed?", "see " + ADDRESS);

    private static final ReturnedWorkbook WORKBOOKS = Returning.workbooks(Returning.limits());
    private static final Receipt RECEIPT =
            Returning.receipt("survey.xlsx", "Survey", "survey_response", "HM1", "H2", "Agreed?", "This is no label.");

    @TempDir
    private Path folder;

    @Test
    void nobodyIsInAWorkbookThatGoesBack() throws IOException {
        Path file = folder.resolve("survey.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            fill(workbook);
            workbook.getProperties().getCoreProperties().setCreator(PERSON);
            workbook.getProperties().getCoreProperties().setDescription("ask " + ADDRESS);
            workbook.getProperties().getExtendedProperties().setManager(PERSON);
            workbook.getProperties().getCustomProperties().addProperty("Owner", ADDRESS);
            XSSFDrawing drawing = workbook.getSheetAt(0).createDrawingPatriarch();
            XSSFTextBox box = drawing.createTextbox(new XSSFClientAnchor(0, 0, 0, 0, 12, 2, 15, 5));
            box.setText("Write to " + ADDRESS);
            save(workbook, file);
        }
        Path back = folder.resolve("back");
        assertThat(WORKBOOKS.write(file, RECEIPT, back)).isEqualTo(".returned.xlsx");
        assertThat(found(back)).isEmpty();
        opens(back);
    }

    /// The parts of a workbook in which a planted person is found.
    private static List<String> found(Path workbook) throws IOException {
        List<String> found = new ArrayList<>();
        try (ZipFile parts = new ZipFile(workbook.toFile())) {
            for (ZipEntry part : parts.stream().map(ZipEntry.class::cast).toList()) {
                String text = new String(parts.getInputStream(part).readAllBytes(), ISO_8859_1);
                for (String planted : List.of("planted.example", "Featherquill"))
                    if (text.contains(planted)) found.add(part.getName() + ": " + planted);
            }
        }
        return found;
    }

    @Test
    void nobodyIsInAnOldOneEither() throws IOException {
        Path file = folder.resolve("survey.xls");
        try (HSSFWorkbook workbook = new HSSFWorkbook()) {
            fill(workbook);
            workbook.createInformationProperties();
            workbook.getSummaryInformation().setAuthor(PERSON);
            workbook.getSummaryInformation().setComments("ask " + ADDRESS);
            workbook.getDocumentSummaryInformation().setManager(PERSON);
            save(workbook, file);
        }
        Path back = folder.resolve("back");
        assertThat(WORKBOOKS.write(file, RECEIPT, back))
                .as("the old kind keeps what was taken out of it")
                .isEqualTo(".returned.xlsx");
        assertThat(found(back)).isEmpty();
        opens(back);
    }

    private static void fill(Workbook workbook) {
        CreationHelper helper = workbook.getCreationHelper();
        Sheet sheet = workbook.createSheet("Survey");
        for (int row = 0; row < 13; row++)
            for (int column = 0; column < HEADINGS.size(); column++) {
                if (column == 0) sheet.createRow(row);
                sheet.getRow(row).createCell(column).setCellValue(row == 0 ? HEADINGS.get(column) : ROW.get(column));
            }
        Cell linked = sheet.getRow(1).getCell(8);
        Hyperlink link = helper.createHyperlink(HyperlinkType.EMAIL);
        link.setAddress("mailto:" + ADDRESS);
        linked.setHyperlink(link);
        Drawing<?> drawing = sheet.createDrawingPatriarch();
        for (int row : new int[] {1, 30}) {
            ClientAnchor anchor = helper.createClientAnchor();
            anchor.setRow1(row);
            anchor.setRow2(row + 3);
            anchor.setCol1(10);
            anchor.setCol2(12);
            Comment comment = drawing.createCellComment(anchor);
            comment.setString(helper.createRichTextString("Ring " + ADDRESS));
            comment.setAuthor(PERSON);
            comment.setAddress(row, 6);
        }
        sheet.addMergedRegion(new CellRangeAddress(20, 21, 0, 3));
        sheet.createRow(20).createCell(0).setCellValue("Questions to " + ADDRESS);
        sheet.getHeader().setCenter(ADDRESS);
        sheet.getFooter().setLeft("by " + ADDRESS);
        DataValidationHelper validations = sheet.getDataValidationHelper();
        DataValidation validation = validations.createValidation(
                validations.createExplicitListConstraint(new String[] {"Agree", "Disagree"}),
                new CellRangeAddressList(1, 12, 6, 6));
        validation.createPromptBox("Help", "Ask " + ADDRESS);
        sheet.addValidationData(validation);
    }

    private static void save(Workbook workbook, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
    }

    private static void opens(Path back) throws IOException {
        try (Workbook workbook = WorkbookFactory.create(back.toFile(), null, true)) {
            assertThat(workbook.getSheetName(0)).isEqualTo("Findings");
            assertThat(workbook.getSheet("Survey").getRow(1).getCell(6).getStringCellValue())
                    .isEqualTo("Agree");
        }
    }
}
