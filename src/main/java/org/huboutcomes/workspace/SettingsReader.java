package org.huboutcomes.workspace;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.huboutcomes.catalogue.YamlKeys;
import org.huboutcomes.files.ControlChars;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.AbstractBindHandler;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

/// Binds `workspace.yaml` and the environment to [Settings]. Each refusal is one sentence: the key, its value, and what
/// is accepted.
final class SettingsReader extends AbstractBindHandler {

    private static final String FILE = "workspace.yaml";
    private static final String KEYS = "keys and values of its own, each on a line";
    private static final String VARIABLE_PREFIX = "HUB_OUTCOMES_";
    private static final ConfigurationPropertyName CONTACTS = ConfigurationPropertyName.of("delivery.contacts");

    private final ConfigurationPropertySource environment;
    private final ConfigurationPropertySource file;

    private SettingsReader(ConfigurationPropertySource environment, ConfigurationPropertySource file) {
        this.environment = environment;
        this.file = file;
    }

    /// @param text the content of the file
    /// @param variables environment variables; those that begin with `HUB_OUTCOMES_` override the file
    /// @throws CatalogueFault if the text is not YAML, or has a key twice
    /// @throws Fault if a key or value is refused
    static Settings read(String text, Map<String, String> variables) {
        SettingsReader reader = new SettingsReader(environment(variables), file(text));
        ConfigurationPropertySource defaults = source(new MapPropertySource(
                "defaults",
                Map.of("report-threads", Math.min(Runtime.getRuntime().availableProcessors(), Settings.MOST_THREADS))));
        try {
            return new Binder(List.of(reader.environment, reader.file, defaults))
                    .bindOrCreate(
                            ConfigurationPropertyName.EMPTY,
                            Bindable.of(Settings.class),
                            new NoUnboundElementsBindHandler(reader, source -> source == reader.file));
        } catch (BindException e) {
            if (e.getCause() instanceof UnboundConfigurationPropertiesException unknown)
                throw unknown(unknown.getUnboundProperties().iterator().next().getName());
            throw Fault.of(e);
        }
    }

    /// Reads the file. A key without a value counts as not set. All values are text, as in the environment.
    private static ConfigurationPropertySource file(String text) {
        // Refuses invalid YAML and duplicate keys with a sentence.
        YamlKeys.of(FILE, text);
        Map<String, Object> values = new LinkedHashMap<>();
        Set<ConfigurationPropertyName> names = new HashSet<>();
        for (PropertySource<?> document : documents(text))
            for (String name : ((EnumerablePropertySource<?>) document).getPropertyNames()) {
                String value = String.valueOf(document.getProperty(name));
                if (!names.add(ConfigurationPropertyName.adapt(name, '.')))
                    throw new Fault(
                            ExitCode.INVALID_SETUP,
                            FILE + " sets " + name + " twice, in two spellings; keep one of them.");
                if (!value.isEmpty()) values.put(name, value);
            }
        return source(new MapPropertySource(FILE, values));
    }

    private static List<PropertySource<?>> documents(String text) {
        try {
            return new YamlPropertySourceLoader()
                    .load(FILE, new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
    }

    private static ConfigurationPropertySource environment(Map<String, String> variables) {
        Map<String, Object> values = new LinkedHashMap<>();
        variables.forEach((name, value) -> {
            if (name.startsWith(VARIABLE_PREFIX) && !value.isEmpty())
                values.put(name.substring(VARIABLE_PREFIX.length()), value);
        });
        // Boot converts variable names to keys only in a source with this name.
        return source(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, values));
    }

    private static ConfigurationPropertySource source(PropertySource<?> properties) {
        return Objects.requireNonNull(ConfigurationPropertySource.from(properties));
    }

    /// Refuses a plain value in place of keys, and keys or a list in place of a plain value, which the binder would
    /// ignore.
    @Override
    public <T> @Nullable Bindable<T> onStart(ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
        Class<?> type = target.getType().resolve(Object.class);
        if (Map.class.isAssignableFrom(type) || hasKeys(type)) {
            if (!name.isEmpty()) refuseValue(name, value(name), KEYS);
            if (Map.class.isAssignableFrom(type) && file.getConfigurationProperty(name.append("[0]")) != null)
                throw refused(name, "a list", KEYS);
        } else if (Collection.class.isAssignableFrom(type)) {
            // In the environment a list is written as words with commas between them.
            if (environment.getConfigurationProperty(name) == null) refuseValue(name, value(name), accepted(target));
        } else if (file.containsDescendantOf(name) == ConfigurationPropertyState.PRESENT) {
            throw refused(name, "a list or to keys of its own", accepted(target));
        }
        return target;
    }

    private void refuseValue(ConfigurationPropertyName name, @Nullable String value, String accepted) {
        if (value != null) throw refused(name, quoted(value), accepted);
    }

    /// Reports what is accepted when a value cannot be converted or a record refuses it.
    @Override
    public @Nullable Object onFailure(
            ConfigurationPropertyName name, Bindable<?> target, BindContext context, Exception error) throws Exception {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof Fault fault) throw fault;
            if (cause instanceof RefusedSetting refused) throw refused(name, target, refused);
        }
        refuseValue(name, value(name), accepted(target));
        throw error;
    }

    private Fault refused(ConfigurationPropertyName record, Bindable<?> target, RefusedSetting refused) {
        RecordComponent component = Arrays.stream(
                        target.getType().resolve(Object.class).getRecordComponents())
                .filter(one -> one.getName().equals(refused.component()))
                .findFirst()
                .orElseThrow();
        String accepted =
                Objects.requireNonNull(component.getAnnotation(Accepts.class)).value();
        ConfigurationPropertyName name = record.append(dashed(component));
        if (!refused.subkey().isEmpty()) name = name.append(ConfigurationPropertyName.adapt(refused.subkey(), '.'));
        String value = value(name);
        return refused(
                name,
                refused.description() != null ? refused.description() : value == null ? null : quoted(value),
                accepted);
    }

    /// @param value the value in quotation marks, or a description; null if it is not set
    private Fault refused(ConfigurationPropertyName name, @Nullable String value, String accepted) {
        boolean isVariable = environment.getConfigurationProperty(name) != null;
        String source = isVariable ? "The environment variable " + variable(name) : FILE;
        return new Fault(
                ExitCode.INVALID_SETUP,
                source + (value == null ? " does not set " + key(name) : " sets " + key(name) + " to " + value)
                        + "; set it to " + accepted + ".");
    }

    private static String quoted(String value) {
        return "\"" + ControlChars.inOneLine(value) + "\"";
    }

    private static Fault unknown(ConfigurationPropertyName name) {
        Class<?> type = Settings.class;
        int element = 0;
        for (; element < name.getNumberOfElements() - 1; element++) {
            RecordComponent inner = find(type, name.getElement(element, Form.UNIFORM));
            if (inner == null || !hasKeys(inner.getType())) break;
            type = inner.getType();
        }
        return new Fault(
                ExitCode.INVALID_SETUP,
                FILE + " sets " + key(name.chop(element + 1)) + ", which is not a key; the keys "
                        + (element == 0 ? "" : "of " + key(name.chop(element)) + " ") + "are "
                        + Arrays.stream(type.getRecordComponents())
                                .map(component -> dashed(component).replace('-', '_'))
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    private static @Nullable RecordComponent find(Class<?> type, String uniform) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component ->
                        component.getName().toLowerCase(Locale.ROOT).equals(uniform))
                .findFirst()
                .orElse(null);
    }

    /// Whether a type is a record whose components are keys, and not written as a single value.
    private static boolean hasKeys(Class<?> type) {
        return type == Settings.class
                || type == Settings.Schedule.class
                || type == Settings.Delivery.class
                || type == Settings.OutgoingMail.class
                || type == Settings.JobRepository.class
                || type == Settings.Cluster.class;
    }

    private static String accepted(Bindable<?> target) {
        Accepts accepts = target.getAnnotation(Accepts.class);
        if (accepts != null) return accepts.value();
        // Only elements of a map or list have no annotation.
        return Collection.class.isAssignableFrom(target.getType().resolve(Object.class))
                ? Settings.Delivery.ADDRESSES
                : "words or a number";
    }

    private @Nullable String value(ConfigurationPropertyName name) {
        ConfigurationProperty property = environment.getConfigurationProperty(name);
        if (property == null) property = file.getConfigurationProperty(name);
        return property == null ? null : String.valueOf(property.getValue());
    }

    /// A key as written in the file. Hub codes are unchanged.
    private static String key(ConfigurationPropertyName name) {
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < name.getNumberOfElements(); i++) {
            String element = name.getElement(i, Form.ORIGINAL);
            if (name.isNumericIndex(i)) key.append('[').append(element).append(']');
            else
                key.append(i == 0 ? "" : ".")
                        .append(CONTACTS.isAncestorOf(name.chop(i + 1)) ? element : element.replace('-', '_'));
        }
        return key.toString();
    }

    private static String variable(ConfigurationPropertyName name) {
        return VARIABLE_PREFIX + key(name).replace('.', '_').toUpperCase(Locale.ROOT);
    }

    /// A component's key in Boot's spelling: `database-memory`.
    private static String dashed(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
