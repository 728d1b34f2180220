package org.huboutcomes.spreadsheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/// Zips that are bombs, broken, or have unexpected content.
final class HostileZips {

    private static final byte[] CSV =
            "Hub,Academic year,URN,Stage,Status\nQS1,2019/20,900001,Developing,Active\n".getBytes(UTF_8);
    private static final byte[] ZEROS = new byte[30_000_000];

    private final List<HostileFile> files = new ArrayList<>();

    private HostileZips() {}

    static List<HostileFile> all() {
        HostileZips zips = new HostileZips();
        zips.bombs();
        zips.members();
        zips.names();
        zips.broken();
        return zips.files;
    }

    private void bombs() {
        add("bomb.zip", "refused too_large", () -> zip(Map.of("a.csv", ZEROS)));
        add("bomb beside a return.zip", "refused too_large", () -> zip(ordered("a.csv", CSV, "b.csv", ZEROS)));
        add(
                "bomb in a bomb.zip",
                "partial zip_in_zip",
                () -> zip(ordered("a.csv", CSV, "b.zip", zip(Map.of("a.csv", ZEROS)))));
        add(
                "workbook bomb in a zip.zip",
                "partial too_large",
                () -> zip(ordered(
                        "a.csv",
                        CSV,
                        "b.xlsx",
                        WorkbookParts.withRows("<row/>".repeat(4_000_000)).bytes())));
        add("fifty times the same.zip", "accepted", () -> {
            Map<String, byte[]> members = new LinkedHashMap<>();
            for (int i = 0; i < 50; i++) members.put(i + ".csv", CSV);
            return zip(members);
        });
        add("two thousand members.zip", "refused too_large", () -> {
            Map<String, byte[]> members = new LinkedHashMap<>();
            for (int i = 0; i < 2_000; i++) members.put(i + ".csv", CSV);
            return zip(members);
        });
    }

    private void members() {
        add("nothing in it.zip", "refused empty_file", () -> zip(Map.of()));
        add("folders alone.zip", "refused empty_file", () -> zip(Map.of("a/", new byte[0])));
        add("an empty member.zip", "partial empty_file", () -> zip(ordered("a.csv", CSV, "b.csv", new byte[0])));
        add(
                "the same name twice.zip",
                "refused ambiguous_zip",
                () -> twice("a.csv", CSV, "Hub,Academic year,URN,Stage,Status\n".getBytes(UTF_8)));
        add(
                "a scan beside a return.zip",
                "partial not_a_spreadsheet",
                () -> zip(ordered("a.csv", CSV, "b.pdf", "%PDF-1.7".getBytes(UTF_8))));
        add("a locked member.zip", "refused encrypted_file", () -> locked(zip(Map.of("a.csv", CSV))));
        add("packed as nobody unpacks.zip", "partial damaged_file", HostileZips::oddMethod);
        add(
                "pages.numbers",
                "refused not_a_spreadsheet",
                () -> zip(ordered("Index/Document.iwa", new byte[] {0, 1, 2, 3, 4, 5, 6, 7}, "preview.jpg", new byte[] {
                    -1, -40, -1
                })));
    }

    private void names() {
        add(
                "climbs out.zip",
                "accepted",
                () -> zip(ordered("../../../climbed.csv", CSV, "/etc/climbed.csv", CSV, "..\\..\\climbed2.csv", CSV)));
        add(
                "odd member names.zip",
                "refused ambiguous_zip",
                () -> zip(ordered(
                        "a\nb.csv",
                        CSV,
                        "\u202evsc.csv",
                        CSV,
                        "",
                        CSV,
                        "n".repeat(60_000) + ".csv",
                        CSV,
                        "a\0b.csv",
                        CSV)));
    }

    private void broken() {
        add(
                "cut short.zip",
                "refused damaged_file",
                () -> half(zip(
                        ordered("a.csv", CSV, "b.csv", HostileFiles.noise(5_000).getBytes(UTF_8)))));
        add(
                "rubbish before it.zip",
                "refused not_a_spreadsheet",
                () -> join("rubbish ".repeat(50).getBytes(UTF_8), zip(Map.of("a.csv", CSV))));
        add("rubbish behind it.zip", "accepted", () -> join(zip(Map.of("a.csv", CSV)), new byte[300]));
        add("a wrong checksum.zip", "partial damaged_file", () -> spoilt(zip(ordered("a.csv", CSV, "b.csv", CSV))));
    }

    private void add(String name, String ends, HostileFile.Making making) {
        files.add(new HostileFile(name, ends, making));
    }

    private static Map<String, byte[]> ordered(Object... namesAndContents) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int i = 0; i < namesAndContents.length; i += 2)
            members.put((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
        return members;
    }

    static byte[] zip(Map<String, byte[]> members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> member : members.entrySet()) put(zip, member.getKey(), member.getValue());
        }
        return bytes.toByteArray();
    }

    private static void put(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(content);
        zip.closeArchiveEntry();
    }

    static byte[] twice(String name, byte[] first, byte[] second) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            put(zip, name, first);
            put(zip, name, second);
        }
        return bytes.toByteArray();
    }

    /// Stored with a number that is not a compression method.
    private static byte[] oddMethod() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            put(zip, "a.csv", CSV);
            ZipArchiveEntry odd = new ZipArchiveEntry("b.csv");
            odd.setMethod(ZipMethod.PPMD.getCode());
            odd.setSize(CSV.length);
            odd.setCompressedSize(CSV.length);
            odd.setCrc(1);
            zip.addRawArchiveEntry(odd, new java.io.ByteArrayInputStream(CSV));
        }
        return bytes.toByteArray();
    }

    /// Sets the encryption flag of a member in both its headers.
    private static byte[] locked(byte[] zip) {
        for (int i = 0; i + 8 < zip.length; i++) {
            if (zip[i] != 'P' || zip[i + 1] != 'K') continue;
            if (zip[i + 2] == 3 && zip[i + 3] == 4) zip[i + 6] |= 1;
            if (zip[i + 2] == 1 && zip[i + 3] == 2) zip[i + 8] |= 1;
        }
        return zip;
    }

    /// A member whose bytes differ from those that were compressed.
    private static byte[] spoilt(byte[] zip) {
        int second = 4;
        while (zip[second] != 'P' || zip[second + 1] != 'K' || zip[second + 2] != 3) second++;
        Arrays.fill(zip, second + 40, second + 50, (byte) 0x55);
        return zip;
    }

    static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
