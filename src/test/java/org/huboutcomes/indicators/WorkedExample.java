package org.huboutcomes.indicators;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huboutcomes.tables.MarkdownTable;

/// An indicator's example: what is given, table by table, and the figures expected of it.
record WorkedExample(List<Given> given, MarkdownTable expect) {

    record Given(String table, String rows) {}

    private static final Pattern PART =
            Pattern.compile("^(?:Given ([a-z_]+)|Expect)\\n\\n((?:\\|.*(?:\\n|$))+)", Pattern.MULTILINE);

    static WorkedExample of(String text) {
        List<Given> given = new ArrayList<>();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            if (part.group(1) == null) return new WorkedExample(given, MarkdownTable.of(part.group(2)));
            given.add(new Given(part.group(1), part.group(2)));
        }
        throw new IllegalArgumentException("A worked example ends with the line \"Expect\" and a table below it.");
    }
}
