package org.huboutcomes.catalogue;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The folders of a catalogue and the extensions of their files. A file that nothing reads is refused, because its
/// author expects it to have an effect.
final class CatalogueLayout {

    /// Each folder with the extensions of its files; files directly in `jobs/` are YAML.
    static final Map<String, Set<String>> FOLDERS = new TreeMap<>(Map.ofEntries(
            Map.entry("returns", Set.of("yaml")),
            Map.entry("instruments", Set.of("yaml")),
            Map.entry("platforms", Set.of("yaml")),
            Map.entry("rules", Set.of("yaml")),
            Map.entry("claims", Set.of("yaml")),
            Map.entry("descriptions", Set.of("yaml")),
            Map.entry("networks", Set.of("yaml")),
            Map.entry("tables", Set.of("sql")),
            Map.entry("upgrades", Set.of("sql")),
            Map.entry("checks", Set.of("sql")),
            Map.entry("formulas", Set.of("sql")),
            Map.entry("indicators", Set.of("sql", "md")),
            Map.entry("publish", Set.of("sql")),
            Map.entry("explain", Set.of("sql")),
            Map.entry("sentences", Set.of("yaml")),
            Map.entry("triggers", Set.of("yaml"))));

    /// A folder for operators, which is not part of the catalogue.
    static final String FOR_OPERATORS = "schedule";

    private static final Set<String> BESIDE = Set.of("yaml");

    /// Files for people, and files left by an editor or a file manager.
    private static final Pattern IGNORED =
            Pattern.compile("README\\.md|versions\\.csv|[.~].*|.*~|(?i:thumbs\\.db|desktop\\.ini)");

    /// Names are used as unquoted SQL names.
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private CatalogueLayout() {}

    static boolean isForCatalogue(String path) {
        return !IGNORED.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }

    static boolean isRead(String path) {
        return endings(path).contains(ending(path));
    }

    private static Set<String> endings(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? BESIDE : FOLDERS.getOrDefault(path.substring(0, slash), Set.of());
    }

    private static String ending(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /// @param read the paths of the files that are read, relative to the catalogue's folder
    /// @param unread the paths of all other files; a folder ends with a slash
    static void validate(Iterable<String> read, Iterable<String> unread) {
        for (String path : unread) throw new CatalogueFault("jobs/" + path + " is not read: " + whatIs(path));
        Map<String, String> names = new TreeMap<>();
        for (String path : read) {
            String file = path.substring(path.lastIndexOf('/') + 1);
            if (!NAME.matcher(file.substring(0, file.lastIndexOf('.'))).matches())
                throw new CatalogueFault("jobs/" + path
                        + " has a name that cannot be used; write it in small letters, digits and underscores,"
                        + " beginning with a letter.");
            String other = names.put(path.substring(0, Math.max(0, path.indexOf('/'))) + "/" + file, path);
            if (other != null)
                throw new CatalogueFault(
                        "jobs/" + other + " and jobs/" + path + " have the same name; rename one of them.");
        }
        for (String folder : FOLDERS.keySet())
            if (names.keySet().stream().noneMatch(name -> name.startsWith(folder + "/")))
                throw new CatalogueFault("The catalogue has no files in jobs/" + folder
                        + "; --catalogue needs a folder with everything that jobs/ has.");
    }

    private static String whatIs(String path) {
        Set<String> endings = endings(path);
        if (path.endsWith("/") || endings.isEmpty())
            return "the folders of a catalogue are " + String.join(", ", FOLDERS.keySet()) + ".";
        int slash = path.indexOf('/');
        return (slash < 0 ? "beside the folders of a catalogue" : "in jobs/" + path.substring(0, slash))
                + " a file ends with "
                + String.join(
                        " or ",
                        endings.stream().map(ending -> "." + ending).sorted().toList())
                + ".";
    }
}
