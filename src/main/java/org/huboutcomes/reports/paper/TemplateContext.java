package org.huboutcomes.reports.paper;

import java.util.Map;
import net.sf.jasperreports.engine.SimpleJasperReportsContext;
import org.jspecify.annotations.Nullable;

/// The settings of the report engine for this program. The engine reads all of them at the start of each subreport,
/// so they are assembled once.
final class TemplateContext extends SimpleJasperReportsContext {

    private volatile @Nullable Map<String, String> all;

    @Override
    public void setProperty(String name, String value) {
        super.setProperty(name, value);
        all = null;
    }

    @Override
    public void removeProperty(String name) {
        super.removeProperty(name);
        all = null;
    }

    @Override
    public Map<String, String> getProperties() {
        Map<String, String> known = all;
        if (known == null) {
            known = Map.copyOf(super.getProperties());
            all = known;
        }
        return known;
    }
}
