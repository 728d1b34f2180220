package org.huboutcomes.receipts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.huboutcomes.domain.AcademicYear;
import org.huboutcomes.files.ReproducibleZip;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.definition.TemplateColumn;
import org.huboutcomes.store.Store;

/// A workbook to fill in. The hub and year are at the top, known values are in the rows, choices are drop-down
/// lists, and headings cannot be changed by mistake.
public final class TemplateWorkbook {

    private TemplateWorkbook() {}

    /// Writes the template of a return for a hub and year.
    ///
    /// @param day the creation date stored in the file
    public static void write(
            ReturnType type, ReturnTypes types, String hub, AcademicYear year, Store store, LocalDate day, Path target)
            throws IOException {
        write(Template.of(type, types, hub, year, store), types, day, target);
    }

    /// Writes a template.
    ///
    /// @param day the creation date stored in the file
    static void write(Template template, ReturnTypes types, LocalDate day, Path target) throws IOException {
        ReturnType type = template.type();
        Path draft = Files.createTempFile("template", ".draft");
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(type.title()));
            WorkbookStyles dress = new WorkbookStyles(workbook);
            DropDownLists choices = new DropDownLists(workbook);
            if (type.isForm())
                new TemplateForm(type, FormValues.of(type, template.hub(), template.year()), sheet, dress, choices)
                        .fill();
            else
                new TemplateTable(new TemplateSheet(template, sheet, dress), choices)
                        .fill(TemplateColumn.of(type, types));
            choices.sign();
            date(workbook, day);
            try (OutputStream out = Files.newOutputStream(draft)) {
                workbook.write(out);
            }
            ReproducibleZip.write(draft, target);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void date(XSSFWorkbook workbook, LocalDate day) {
        CoreProperties said = workbook.getProperties().getCoreProperties();
        Optional<Date> made =
                Optional.of(Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        said.setCreator("hub-outcomes");
        said.setLastModifiedByUser("hub-outcomes");
        said.setCreated(made);
        said.setModified(made);
    }
}
