package org.huboutcomes.reports.paper;

import java.util.List;
import java.util.Locale;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/// A line of `report.jrxml`: its content and its position. The components have the names of the fields.
record PrintedLine(LinePosition position, Content content) {

    /// @param kind the band that prints it
    /// @param set lines of one set are kept on one page
    /// @param broken the number of a table that may break across pages; otherwise null
    record LinePosition(
            String kind,
            int page,
            int chapter,
            int set,
            @Nullable Integer broken) {}

    sealed interface Content {

        default String kind() {
            return kind(getClass());
        }

        /// The kind's name in the template.
        static String kind(Class<?> content) {
            return content.getSimpleName().toLowerCase(Locale.ROOT);
        }
    }

    /// Its text is the same on all pages and is passed as parameters.
    record Masthead() implements Content {}

    record Title(String text, String question, String anchor) implements Content {}

    record Heading(String text, String anchor) implements Content {}

    record Paragraph(String text) implements Content {}

    record Callout(String text) implements Content {}

    /// @param rows a [Card] each
    record Cards(JRDataSource rows) implements Content {}

    /// @param hasAim whether any card of the report has a target
    /// @param hasFinding whether any has a finding
    record Card(
            ReportBlock.Card card,
            boolean hasAim,
            boolean hasFinding,
            @Nullable Renderable picture) {}

    /// Up to three columns side by side, one [FindingColumn] each.
    record Findings(
            @Nullable JRDataSource left,
            @Nullable JRDataSource middle,
            @Nullable JRDataSource right) implements Content {}

    record FindingColumn(
            String heading,
            @Nullable String first,
            @Nullable String second,
            @Nullable String third) {}

    /// @param tag `Caption` if it belongs to the table that follows, `P` above a picture without a table
    record Caption(String text, String tag) implements Content {}

    record Chart(Renderable picture, String alt) implements Content {}

    record Keys(Renderable picture, String alt) implements Content {}

    record Axis(Renderable picture) implements Content {}

    /// @param table the template for its columns
    /// @param rows a [Row] each
    record Table(String table, JRDataSource rows) implements Content {}

    /// A table longer than half a page, which includes its caption.
    record BrokenTable(String table, JRDataSource rows) implements Content {}

    /// @param caption the text above the heads; null if it is above the table
    /// @param cells empty for a table without rows, of which only the heads are printed
    /// @param picture null in a table without pictures
    record Row(
            @Nullable String caption,
            List<String> heads,
            List<String> cells,
            @Nullable Renderable picture,
            boolean endsGroup) {}

    record Note(String text) implements Content {}

    record Gap() implements Content {}

    record Entry(String term, String meaning) implements Content {}
}
