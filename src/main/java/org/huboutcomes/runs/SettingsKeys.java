package org.huboutcomes.runs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huboutcomes.catalogue.YamlKeys;
import org.springframework.scheduling.support.CronExpression;

/// One map of `workspace.yaml`, read key by key. What cannot be right is refused in one sentence that names the key,
/// what it is set to, and what it may be; and so is a key that nothing reads, for it is a mistyped one.
final class SettingsKeys {

    static final String ADDRESS = "[^@\\s<>,;]+@[^@\\s<>,;]+";

    private final String path;
    private final Map<String, Object> map;
    private final Set<String> read = new TreeSet<>();

    private SettingsKeys(String path, Map<String, Object> map) {
        this.path = path;
        this.map = map;
    }

    static SettingsKeys of(YamlKeys keys) {
        return new SettingsKeys("", keys.map());
    }

    boolean has(String key) {
        read.add(key);
        return map.get(key) != null;
    }

    SettingsKeys inner(String key) {
        if (!has(key)) return new SettingsKeys(path + key + ".", Map.of());
        return new SettingsKeys(path + key + ".", map(key));
    }

    String text(String key, String otherwise, String pattern, String wanted) {
        String text = has(key) ? String.valueOf(map.get(key)) : otherwise;
        if (!text.matches(pattern)) throw wrong(key, wanted);
        return text;
    }

    int number(String key, int otherwise, int least, int most) {
        if (!has(key)) return otherwise;
        if (map.get(key) instanceof Integer number && number >= least && number <= most) return number;
        throw wrong(key, "a whole number from " + least + " to " + most);
    }

    boolean flag(String key, boolean otherwise) {
        if (!has(key)) return otherwise;
        if (map.get(key) instanceof Boolean flag) return flag;
        throw wrong(key, "true or false");
    }

    List<String> texts(String key) {
        if (!has(key)) return List.of();
        if (!(map.get(key) instanceof List<?> list) || list.stream().anyMatch(item -> !(item instanceof String)))
            throw wrong(key, "a list in brackets, such as [one, another]");
        return list.stream().map(String::valueOf).toList();
    }

    /// Cron lines by job.
    Map<String, CronExpression> crons(Map<String, String> defaults) {
        Map<String, CronExpression> crons = new TreeMap<>();
        new TreeMap<>(defaults).forEach((job, otherwise) -> {
            String line = text(job, otherwise, "(?s).*", "");
            if (line.equals("never")) return;
            if (!CronExpression.isValidExpression(line))
                throw wrong(job, "never, or a cron line of six fields: second minute hour day month weekday");
            crons.put(job, CronExpression.parse(line));
        });
        return crons;
    }

    /// Lists of addresses by hub.
    Map<String, List<String>> addresses(String key) {
        if (!has(key)) return Map.of();
        Map<String, List<String>> addresses = new LinkedHashMap<>();
        SettingsKeys hubs = inner(key);
        for (String hub : hubs.map.keySet()) {
            List<String> list = hubs.texts(hub);
            Set<String> seen = new HashSet<>();
            for (String address : list)
                // What is no address may still be somebody's: it is not repeated.
                if (!address.matches(ADDRESS) || !seen.add(address))
                    throw new Fault(
                            ExitCode.NOT_IN_ORDER,
                            "workspace.yaml sets " + hubs.path + hub + " to a list in which entry "
                                    + (list.indexOf(address) + 1) + " is no e-mail address, or is there twice.");
            addresses.put(hub, list);
        }
        return addresses;
    }

    /// Ends the reading of this map.
    void refuseOthers() {
        Set<String> unknown = new TreeSet<>(map.keySet());
        unknown.removeAll(read);
        if (unknown.isEmpty()) return;
        List<String> paths = new ArrayList<>();
        unknown.forEach(key -> paths.add(path + key));
        throw new Fault(
                ExitCode.NOT_IN_ORDER,
                "workspace.yaml sets " + paths + ", which nothing reads; "
                        + (path.isEmpty() ? "the keys are " : "the keys of " + path.replaceAll("\\.$", "") + " are ")
                        + read + ".");
    }

    private Map<String, Object> map(String key) {
        if (!(map.get(key) instanceof Map<?, ?> inner)) throw wrong(key, "keys and values of its own, each on a line");
        Map<String, Object> named = new LinkedHashMap<>();
        inner.forEach((name, value) -> named.put(String.valueOf(name), value));
        return named;
    }

    private Fault wrong(String key, String wanted) {
        return new Fault(
                ExitCode.NOT_IN_ORDER,
                "workspace.yaml sets " + path + key
                        + (map.get(key) == null ? " to nothing" : " to \"" + map.get(key) + "\"") + "; set it to "
                        + wanted + ".");
    }
}
