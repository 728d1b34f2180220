package org.huboutcomes.returns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huboutcomes.returns.definition.ReturnType;
import org.huboutcomes.returns.definition.ReturnTypes;
import org.huboutcomes.returns.findings.Finding;
import org.huboutcomes.returns.findings.HubNote;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Stores a screened file as bytes, so that another process can load it: first everything except the rows, as
/// JSON, then the rows of each claim, with the type of each value. Rows are streamed, because there can be a
/// million of them.
public final class ScreenedFileFormat {

    private static final JsonMapper JSON = new JsonMapper();

    private static final byte NULL = 0;
    private static final byte INTEGER = 1;
    private static final byte TEXT = 2;
    private static final byte DATE = 3;
    private static final byte DECIMAL = 4;

    private record FileHead(ScreenedFile.Status status, List<SheetHead> sheets, List<Finding> findings) {}

    private record SheetHead(
            String name,
            @Nullable String type,
            ScreenedSheet.Status status,
            Map<String, String> columns,
            RowCounts tally,
            List<ClaimHead> claims,
            List<Finding> findings,
            List<HubNote> notes) {}

    /// @param blocks the number of rows of each block, in the order in which they are written
    private record ClaimHead(
            @Nullable String hub, @Nullable Integer timePeriod, int rows, Map<String, Integer> blocks) {}

    private final ReturnTypes types;

    /// @param types the returns used for screening; they must be the same in both processes
    public ScreenedFileFormat(ReturnTypes types) {
        this.types = types;
    }

    /// Whether a file can be written. A file that is returned converted is screened again by the process that
    /// loads it, because it has cells of every kind but hardly any are loaded.
    public static boolean canWrite(ScreenedFile file) {
        return file.sheets().stream().allMatch(sheet -> sheet.converted() == null);
    }

    public void write(ScreenedFile file, DataOutputStream out) throws IOException {
        if (!canWrite(file)) throw new IllegalArgumentException("a converted sheet is not written");
        text(
                JSON.writeValueAsString(new FileHead(
                        file.status(),
                        file.sheets().stream().map(ScreenedFileFormat::head).toList(),
                        file.findings())),
                out);
        for (ScreenedSheet sheet : file.sheets())
            for (Claim claim : sheet.claims()) {
                write(claim.rows(), out);
                for (List<AcceptedRow> block : new TreeMap<>(claim.blocks()).values()) write(block, out);
            }
    }

    private static SheetHead head(ScreenedSheet sheet) {
        ReturnType type = sheet.type();
        return new SheetHead(
                sheet.name(),
                type == null ? null : type.name(),
                sheet.status(),
                sheet.columns(),
                sheet.tally(),
                sheet.claims().stream().map(ScreenedFileFormat::head).toList(),
                sheet.findings(),
                sheet.notes());
    }

    private static ClaimHead head(Claim claim) {
        Map<String, Integer> blocks = new TreeMap<>();
        claim.blocks().forEach((name, rows) -> blocks.put(name, rows.size()));
        return new ClaimHead(claim.hub(), claim.timePeriod(), claim.rows().size(), blocks);
    }

    private static void write(List<AcceptedRow> rows, DataOutputStream out) throws IOException {
        for (AcceptedRow row : rows) {
            out.writeInt(row.number());
            out.writeInt(row.values().length);
            for (Object value : row.values()) write(value, out);
        }
    }

    private static void write(@Nullable Object value, DataOutputStream out) throws IOException {
        if (value == null) out.writeByte(NULL);
        else if (value instanceof Integer number) {
            out.writeByte(INTEGER);
            out.writeInt(number);
        } else if (value instanceof String text) {
            out.writeByte(TEXT);
            text(text, out);
        } else if (value instanceof LocalDate date) {
            out.writeByte(DATE);
            out.writeLong(date.toEpochDay());
        } else if (value instanceof BigDecimal decimal) {
            out.writeByte(DECIMAL);
            out.writeInt(decimal.scale());
            bytes(decimal.unscaledValue().toByteArray(), out);
        } else throw new IllegalArgumentException("no field holds a " + value.getClass());
    }

    private static void text(String text, DataOutputStream out) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8), out);
    }

    private static void bytes(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    public ScreenedFile read(DataInputStream in) throws IOException {
        FileHead head = JSON.readValue(bytes(in), FileHead.class);
        List<ScreenedSheet> sheets = new ArrayList<>();
        for (SheetHead sheet : head.sheets()) {
            List<Claim> claims = new ArrayList<>();
            for (ClaimHead claim : sheet.claims()) claims.add(claim(claim, in));
            sheets.add(new ScreenedSheet(
                    sheet.name(),
                    sheet.type() == null ? null : types.named(sheet.type()),
                    sheet.status(),
                    sheet.columns(),
                    sheet.tally(),
                    claims,
                    sheet.findings(),
                    sheet.notes(),
                    null));
        }
        return new ScreenedFile(head.status(), sheets, head.findings());
    }

    private static Claim claim(ClaimHead head, DataInputStream in) throws IOException {
        List<AcceptedRow> rows = rows(head.rows(), in);
        Map<String, List<AcceptedRow>> blocks = new LinkedHashMap<>();
        for (var block : new TreeMap<>(head.blocks()).entrySet())
            blocks.put(block.getKey(), Collections.unmodifiableList(rows(block.getValue(), in)));
        return new Claim(head.hub(), head.timePeriod(), rows, blocks);
    }

    private static List<AcceptedRow> rows(int count, DataInputStream in) throws IOException {
        AcceptedRows rows = null;
        for (int i = 0; i < count; i++) {
            int number = in.readInt();
            @Nullable Object[] values = new Object[in.readInt()];
            for (int at = 0; at < values.length; at++) values[at] = value(in);
            if (rows == null) rows = new AcceptedRows(values.length);
            rows.keep(number, values, false);
        }
        return rows == null ? List.of() : rows;
    }

    private static @Nullable Object value(DataInputStream in) throws IOException {
        byte type = in.readByte();
        return switch (type) {
            case NULL -> null;
            case INTEGER -> in.readInt();
            case TEXT -> new String(bytes(in), StandardCharsets.UTF_8);
            case DATE -> LocalDate.ofEpochDay(in.readLong());
            case DECIMAL -> decimal(in);
            default -> throw new IOException("a screened file has a value of the unknown type " + type);
        };
    }

    private static BigDecimal decimal(DataInputStream in) throws IOException {
        int scale = in.readInt();
        return new BigDecimal(new BigInteger(bytes(in)), scale);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new IOException("a screened file ends too early");
        return bytes;
    }
}
