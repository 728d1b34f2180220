package org.huboutcomes.reports.paper;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/// The tags in front of the names of embedded fonts (`QWERTY+Name`): random in the exporter, numbered here.
final class SubsetNames {

    private static final Pattern TAGGED = Pattern.compile("([A-Z]{6})\\+(.*)");
    private static final List<COSName> KEYS = List.of(COSName.BASE_FONT, COSName.FONT_NAME);

    private final PDDocument document;
    private final Map<String, String> settled = new HashMap<>();

    SubsetNames(PDDocument document) {
        this.document = document;
    }

    void settle() {
        List<COSObjectKey> keys =
                document.getDocument().getXrefTable().keySet().stream().sorted().toList();
        for (COSObjectKey key : keys) {
            COSBase object = document.getDocument().getObjectFromPool(key).getObject();
            if (object instanceof COSDictionary dictionary) KEYS.forEach(name -> settle(dictionary, name));
        }
    }

    private void settle(COSDictionary dictionary, COSName key) {
        String name = dictionary.getNameAsString(key);
        if (name == null) return;
        Matcher matcher = TAGGED.matcher(name);
        if (matcher.matches()) dictionary.setName(key, tag(matcher.group(1)) + "+" + matcher.group(2));
    }

    private String tag(String drawn) {
        return settled.computeIfAbsent(drawn, tag -> "AAAAA" + (char) ('A' + settled.size()));
    }
}
