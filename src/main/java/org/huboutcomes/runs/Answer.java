package org.huboutcomes.runs;

import java.math.BigDecimal;
import org.huboutcomes.explain.Moved;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// What a command about figures prints for a machine: named as the published columns are, numbers as numbers.
final class Answer {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addSerializer(Double.class, new Count()))
            .build();

    private Answer() {}

    static String of(Object result) {
        return JSON.writeValueAsString(result);
    }

    /// A published cell, which holds a number or the symbol that stands in its place.
    static Object cell(String published) {
        return Moved.isNumber(published) ? new BigDecimal(published) : published;
    }

    /// The store counts in doubles, since some counts are means; a whole one is written as one.
    private static final class Count extends StdSerializer<Double> {

        Count() {
            super(Double.class);
        }

        @Override
        public void serialize(Double count, JsonGenerator out, SerializationContext context) throws JacksonException {
            if (count == Math.rint(count) && Math.abs(count) < 1e15) out.writeNumber(count.longValue());
            else out.writeNumber(count);
        }
    }
}
