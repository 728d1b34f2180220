package org.huboutcomes.cli;

import java.math.BigDecimal;
import org.huboutcomes.compare.FigureChange;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// JSON output of figures: column names as published, and numbers as JSON numbers.
final class JsonOutput {

    private static final JsonMapper JSON = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new SimpleModule().addSerializer(Double.class, new Count()))
            .build();

    private JsonOutput() {}

    static String of(Object result) {
        return JSON.writeValueAsString(result);
    }

    /// A published cell as a number or its symbol.
    static Object cell(String published) {
        return FigureChange.isNumber(published) ? new BigDecimal(published) : published;
    }

    /// Writes whole numbers without decimals. Counts are stored as doubles, because some are means.
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
