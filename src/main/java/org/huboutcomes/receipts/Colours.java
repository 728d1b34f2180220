package org.huboutcomes.receipts;

import java.util.Arrays;
import org.apache.poi.hssf.usermodel.HSSFFont;
import org.apache.poi.hssf.usermodel.HSSFPalette;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFFont;

/// The colours of our additions to a workbook. The old format has a fixed palette that belongs to the analyst, so
/// the nearest colour in it is used.
enum Colours {
    BLUE(0x12, 0x43, 0x6D),
    PALE_BLUE(0xE3, 0xEA, 0xF1),
    PLUM(0x80, 0x16, 0x50),
    PALE_PLUM(0xF6, 0xE3, 0xED),
    AMBER(0x9A, 0x5B, 0x00),
    PALE_AMBER(0xFF, 0xF1, 0xD6),
    GREEN(0x1B, 0x6B, 0x4A),
    PALE_GREEN(0xE4, 0xF2, 0xEB),
    GREY(0x59, 0x59, 0x59),
    PALE_GREY(0xEF, 0xEF, 0xEF),
    RULE_GREY(0xBF, 0xBF, 0xBF),
    WHITE(0xFF, 0xFF, 0xFF);

    private final byte[] rgb;

    Colours(int red, int green, int blue) {
        rgb = new byte[] {(byte) red, (byte) green, (byte) blue};
    }

    void fill(CellStyle style, Workbook workbook) {
        if (style instanceof XSSFCellStyle xssf) xssf.setFillForegroundColor(color());
        else style.setFillForegroundColor(index(workbook));
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    }

    void frame(CellStyle style, BorderStyle line, Workbook workbook) {
        style.setBorderTop(line);
        style.setBorderBottom(line);
        style.setBorderLeft(line);
        style.setBorderRight(line);
        if (style instanceof XSSFCellStyle xssf) {
            xssf.setTopBorderColor(color());
            xssf.setBottomBorderColor(color());
            xssf.setLeftBorderColor(color());
            xssf.setRightBorderColor(color());
        } else {
            short index = index(workbook);
            style.setTopBorderColor(index);
            style.setBottomBorderColor(index);
            style.setLeftBorderColor(index);
            style.setRightBorderColor(index);
        }
    }

    void write(Font font, Workbook workbook) {
        if (font instanceof XSSFFont xssf) xssf.setColor(color());
        else if (font instanceof HSSFFont hssf) hssf.setColor(index(workbook));
    }

    boolean fills(CellStyle style, Workbook workbook) {
        if (style.getFillPattern() != FillPatternType.SOLID_FOREGROUND) return false;
        if (style instanceof XSSFCellStyle xssf) {
            XSSFColor there = xssf.getFillForegroundColorColor();
            return there != null && Arrays.equals(there.getRGB(), rgb);
        }
        return style.getFillForegroundColor() == index(workbook);
    }

    private XSSFColor color() {
        return new XSSFColor(rgb);
    }

    private short index(Workbook workbook) {
        HSSFPalette palette = ((HSSFWorkbook) workbook).getCustomPalette();
        return palette.findSimilarColor(rgb[0], rgb[1], rgb[2]).getIndex();
    }
}
