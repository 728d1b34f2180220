package org.huboutcomes.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Describes the CSV files of a folder for programs, in two standards: `datapackage.json` is a Frictionless Data
/// Package (https://datapackage.org/standard/table-schema/, whose fields may have their own `missingValues`), and
/// `csv-metadata.json` is CSV on the Web (https://www.w3.org/TR/tabular-metadata/).
final class DataPackage {

    private static final List<String> NOTHING = List.of("");

    /// The values printed in place of a number: not applicable, not available, suppressed, and rounding to zero.
    /// Only for columns of numbers, because elsewhere `x` is a text.
    private static final List<String> SYMBOLS = List.of("", "z", "x", "c", "low");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /// A column and its type in DuckDB.
    record Column(String name, String type) {

        /// The type in Frictionless Table Schema. CSV on the Web has the same names, except that it writes
        /// `dateTime`.
        private String schemaType() {
            return switch (type.replaceAll("\\(.*", "")) {
                case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "UINTEGER", "UBIGINT" ->
                    "integer";
                case "FLOAT", "DOUBLE", "DECIMAL" -> "number";
                case "BOOLEAN" -> "boolean";
                case "DATE" -> "date";
                default -> "string";
            };
        }

        private boolean isNumber() {
            return schemaType().equals("number") || schemaType().equals("integer");
        }
    }

    private record Resource(String file, String title, List<Column> columns) {

        private Map<String, Object> frictionless() {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put(
                    "fields",
                    columns.stream()
                            .map(column -> {
                                Map<String, Object> field = new LinkedHashMap<>();
                                field.put("name", column.name());
                                field.put("type", column.schemaType());
                                if (column.isNumber()) field.put("missingValues", SYMBOLS);
                                return field;
                            })
                            .toList());
            schema.put("missingValues", NOTHING);
            Map<String, Object> resource = new LinkedHashMap<>();
            resource.put("name", file.replace(".csv", "").replace('.', '-'));
            resource.put("title", title);
            resource.put("path", file);
            resource.put("profile", "tabular-data-resource");
            resource.put("format", "csv");
            resource.put("encoding", "utf-8");
            resource.put("schema", schema);
            return resource;
        }

        private Map<String, Object> onTheWeb() {
            List<Map<String, Object>> described = new ArrayList<>();
            for (Column column : columns) {
                Map<String, Object> one = new LinkedHashMap<>();
                one.put("name", column.name());
                one.put("titles", column.name());
                one.put("datatype", column.schemaType());
                one.put("null", column.isNumber() ? SYMBOLS : NOTHING);
                described.add(one);
            }
            Map<String, Object> table = new LinkedHashMap<>();
            table.put("url", file);
            table.put("dc:title", title);
            table.put("tableSchema", Map.of("columns", described));
            return table;
        }
    }

    private final List<Resource> resources = new ArrayList<>();

    void add(String file, String title, List<Column> columns) {
        resources.add(new Resource(file, title, List.copyOf(columns)));
    }

    void write(Path folder) throws IOException {
        if (resources.isEmpty()) return;
        Map<String, Object> frictionless = new LinkedHashMap<>();
        frictionless.put("name", "hub-outcomes");
        frictionless.put("title", "Implementation outcomes of school hub networks");
        frictionless.put("profile", "tabular-data-package");
        frictionless.put(
                "resources", resources.stream().map(Resource::frictionless).toList());
        write(frictionless, folder.resolve("datapackage.json"));
        Map<String, Object> web = new LinkedHashMap<>();
        web.put("@context", "http://www.w3.org/ns/csvw");
        web.put("tables", resources.stream().map(Resource::onTheWeb).toList());
        write(web, folder.resolve("csv-metadata.json"));
    }

    private static void write(Map<String, Object> described, Path file) throws IOException {
        Files.write(file, (JSON.writeValueAsString(described) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
