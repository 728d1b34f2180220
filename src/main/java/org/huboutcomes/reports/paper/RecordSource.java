package org.huboutcomes.reports.paper;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRField;
import net.sf.jasperreports.engine.JRRewindableDataSource;
import org.jspecify.annotations.Nullable;

/// Passes records to a template one by one. A field is the component of that name in the record or in a nested
/// record; `cells 3` is the third item of the list `cells`. A field that a record does not have is null.
final class RecordSource implements JRRewindableDataSource {

    private static final ClassValue<Components> COMPONENTS = new ClassValue<>() {
        @Override
        protected Components computeValue(Class<?> type) {
            return Components.of(type);
        }
    };

    private final List<? extends Record> records;
    private int next;

    RecordSource(List<? extends Record> records) {
        this.records = records;
    }

    @Override
    public boolean next() {
        return next++ < records.size();
    }

    @Override
    public void moveFirst() {
        next = 0;
    }

    @Override
    public @Nullable Object getFieldValue(JRField field) {
        String name = field.getName();
        int space = name.lastIndexOf(' ');
        if (space < 0) return value(records.get(next - 1), name);
        if (!(value(records.get(next - 1), name.substring(0, space)) instanceof List<?> list)) return null;
        int place = Integer.parseInt(name.substring(space + 1)) - 1;
        return place < list.size() ? list.get(place) : null;
    }

    private static @Nullable Object value(Record record, String name) {
        Components components = COMPONENTS.get(record.getClass());
        Method own = components.byName().get(name);
        if (own != null) return read(own, record);
        for (Method inner : components.all())
            if (read(inner, record) instanceof Record nested) {
                Object found = value(nested, name);
                if (found != null) return found;
            }
        return null;
    }

    private static @Nullable Object read(Method component, Record record) {
        try {
            return component.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " of a record cannot be read.", e);
        }
    }

    private record Components(List<Method> all, Map<String, Method> byName) {

        static Components of(Class<?> type) {
            List<Method> all = new ArrayList<>();
            Map<String, Method> byName = new HashMap<>();
            for (RecordComponent component : type.getRecordComponents()) {
                byName.put(component.getName(), component.getAccessor());
                if (!component.getType().isPrimitive() && component.getType() != String.class)
                    all.add(component.getAccessor());
            }
            return new Components(all, byName);
        }
    }
}
