package org.huboutcomes.reports.paper;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRDataSource;
import net.sf.jasperreports.engine.JRField;
import org.jspecify.annotations.Nullable;

/// Hands lines to a template, one after the other.
final class LineSource implements JRDataSource {

    private final Iterator<Map<String, Object>> lines;
    private Map<String, Object> line = Map.of();

    LineSource(List<Map<String, Object>> lines) {
        this.lines = lines.iterator();
    }

    @Override
    public boolean next() {
        if (!lines.hasNext()) return false;
        line = lines.next();
        return true;
    }

    @Override
    public @Nullable Object getFieldValue(JRField field) {
        return line.get(field.getName());
    }
}
