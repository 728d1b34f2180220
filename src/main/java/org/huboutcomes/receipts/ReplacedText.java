package org.huboutcomes.receipts;

import java.util.ArrayList;
import java.util.List;
import org.huboutcomes.domain.EnglishFormat;
import org.huboutcomes.receipts.Receipt.Replaces;

/// What a sheet replaces, as one sentence.
final class ReplacedText {

    private ReplacedText() {}

    /// Such as "SE1 2022/23 had 3,477 rows and 3,477 schools in force, and would have 3 rows and 3 schools".
    static String of(Replaces replaces) {
        String of = (replaces.hub() == null ? "The list" : replaces.hub())
                + (replaces.academicYear() == null ? "" : " " + replaces.academicYear());
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        replaces.counts().forEach((noun, change) -> {
            before.add(EnglishFormat.counted(change.before(), noun));
            after.add(EnglishFormat.counted(change.after(), noun));
        });
        String sentence = of + " had " + list(before) + " in force before this file, and "
                + (replaces.held() ? "would have " : "has ") + list(after) + " with it.";
        if (replaces.held())
            return sentence + " Choose in the sheet Findings how the file is meant, and send it again.";
        return replaces.choice() == null ? sentence : sentence + " You chose: " + replaces.choice() + ".";
    }

    private static String list(List<String> parts) {
        int last = parts.size() - 1;
        return last < 1
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }
}
