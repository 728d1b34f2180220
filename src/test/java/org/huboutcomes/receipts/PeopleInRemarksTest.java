package org.huboutcomes.receipts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.CreationHelper;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People of a return are named in remarks, prompts and headers as colleagues name each other: by first names, or with
/// a title.
class PeopleInRemarksTest {

    private static final List<String> HEADINGS = List.of(
            "Hub",
            "Academic year",
            "URN",
            "School",
            "Activity code",
            "Participant reference",
            "Participant role",
            "Status");
    private static final List<List<String>> ROWS = List.of(
            List.of(
                    "HM1",
                    "2022/23",
                    "900046",
                    "Dr Bell's Primary School",
                    "MA22-01",
                    "Peregrine Featherquill",
                    "for Mrs Thistlewood",
                    "Done?"),
            List.of(
                    "HM1",
                    "2022/23",
                    "900047",
                    "Mill Road School",
                    "MA22-01",
                    "Green, Ottoline",
                    "Teacher",
                    "Completed"));

    private static final ReturnedWorkbook WORKBOOKS = Returning.workbooks(Returning.limits());
    private static final Receipt RECEIPT =
            Returning.receipt("return.xlsx", "Delegates", "engagement", "HM1", "H2", "Done?", "This is no label.");

    @TempDir
    private Path folder;

    @Test
    void nobodyIsNamedInRemarksPromptsHeadersOrReasons() throws IOException {
        Path back = returned();
        assertThat(found(back, "Peregrine", "Featherquill", "Ottoline", "Thistlewood", "Whitlock", "Marjoribanks"))
                .isEmpty();
    }

    @Test
    void aSchoolThatIsCalledAfterSomebodyAndAColourKeepTheirNames() throws IOException {
        assertThat(found(returned(), "Dr Bell's Primary School")).isNotEmpty();
        assertThat(found(returned(), "the Green list")).isNotEmpty();
    }

    private Path returned() throws IOException {
        Path file = folder.resolve("return.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            XSSFSheet sheet = workbook.createSheet("Delegates");
            for (int row = 0; row <= ROWS.size(); row++) {
                List<String> cells = row == 0 ? HEADINGS : ROWS.get(row - 1);
                sheet.createRow(row);
                for (int column = 0; column < cells.size(); column++)
                    sheet.getRow(row).createCell(column).setCellValue(cells.get(column));
            }
            CreationHelper helper = workbook.getCreationHelper();
            ClientAnchor anchor = helper.createClientAnchor();
            anchor.setCol2(3);
            anchor.setRow2(3);
            Comment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
            comment.setString(helper.createRichTextString("Ask Peregrine or Mr Whitlock about the Green list"));
            sheet.getRow(1).getCell(7).setCellComment(comment);
            DataValidation validation = sheet.getDataValidationHelper()
                    .createValidation(
                            sheet.getDataValidationHelper().createExplicitListConstraint(new String[] {"Completed"}),
                            new CellRangeAddressList(1, 9, 7, 7));
            validation.createPromptBox("Status", "Ottoline knows, and so does Miss Whitlock");
            sheet.addValidationData(validation);
            sheet.getHeader().setCenter("Prepared by Theodora Marjoribanks");
            workbook.write(out);
        }
        Path back = folder.resolve("back");
        assertThat(WORKBOOKS.write(file, RECEIPT, back)).isEqualTo(".returned.xlsx");
        return back;
    }

    private static List<String> found(Path workbook, String... planted) throws IOException {
        List<String> found = new ArrayList<>();
        try (ZipFile parts = new ZipFile(workbook.toFile())) {
            for (ZipEntry part : parts.stream().map(ZipEntry.class::cast).toList()) {
                String text = new String(parts.getInputStream(part).readAllBytes(), UTF_8);
                for (String name : planted) if (text.contains(name)) found.add(part.getName() + ": " + name);
            }
        }
        return found;
    }
}
