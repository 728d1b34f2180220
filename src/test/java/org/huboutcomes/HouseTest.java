package org.huboutcomes;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rules of the project that a test can check.
class HouseTest {

    private static final Path JAVA = Path.of("src/main/java");

    /// The packages in the order of the data flow; a package may use those before it and none after it.
    private static final List<String> FLOW = List.of(
            "files",
            "domain",
            "catalogue",
            "store",
            "spreadsheets",
            "intake",
            "returns",
            "tables",
            "checks",
            "receipts",
            "forget",
            "indicators",
            "publish",
            "explain",
            "compare",
            "reports",
            "delivery",
            "workspace",
            "cluster",
            "batch",
            "cli");

    /// Absolute paths on a developer's machine; hosts that serve packages, public or private.
    private static final Pattern PLACES = Pattern.compile("(?<![\\w.}~/-])/(?:home|root|work|Users)/\\w"
            + "|\\b(?:repo\\d*|registry|nexus|artifactory|pkgs?|packages)\\.[a-z][\\w-]*\\.[a-z]{2,}"
            + "|\\b(?:pypi|pythonhosted|npmjs|rubygems|crates|jfrog|sonatype)\\.(?:org|com|io)\\b");

    private static final JavaClasses ENGINE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.huboutcomes");

    @ParameterizedTest
    @MethodSource("flow")
    void aPackageUsesOnlyPackagesBeforeItInTheFlow(String name) {
        String[] later = FLOW.stream()
                .skip(FLOW.indexOf(name) + 1L)
                .map(HouseTest::below)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(below(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .because("data flows one way: " + String.join(" -> ", FLOW))
                .allowEmptyShould(true)
                .check(ENGINE);
    }

    static Stream<String> flow() {
        return FLOW.stream().limit(FLOW.size() - 1L);
    }

    @Test
    void everyPackageHasAPlaceInTheFlow() {
        assertThat(packages().map(JAVA.resolve("org/huboutcomes")::relativize).map(Path::toString))
                .allSatisfy(name -> assertThat(FLOW).contains(name.split("/")[0]));
    }

    @Test
    void everyPackageHasADescription() {
        assertThat(Stream.concat(Stream.of(JAVA.resolve("org/huboutcomes")), packages()))
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .isRegularFile()
                        .content()
                        .containsPattern("(?s)\\A///[^.]+\\.\\s*@NullMarked\\s*package "));
    }

    @Test
    void packagesUseEachOtherInOneDirection() {
        slices().matching("org.huboutcomes.(**)").should().beFreeOfCycles().check(ENGINE);
    }

    @Test
    void noPackageHasFiftyFiles() {
        assertThat(ProjectFiles.list(JAVA, ".java").stream()
                        .collect(Collectors.groupingBy(Path::getParent, Collectors.counting())))
                .allSatisfy((folder, files) ->
                        assertThat(files).as(folder.toString()).isLessThan(50));
    }

    @Test
    void theTopLevelFolderHasOnlyKnownFiles() {
        assertThat(List.of(
                        ".ci",
                        ".editorconfig",
                        ".gitignore",
                        ".mvn",
                        "LICENSE",
                        "README.md",
                        "hub-outcomes",
                        "jobs",
                        "mvnw",
                        "pom.xml",
                        "reports",
                        "sample-data",
                        "src"))
                .as("what may lie at the top of the project")
                .containsAll(ProjectFiles.listTopLevel());
    }

    @Test
    void noFileNamesAMachineOrARegistry() {
        assertThat(ProjectFiles.listAll())
                .filteredOn(file -> PLACES.matcher(ProjectFiles.read(file)).find())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"home/jo/hubs.csv", "root/x", "Users/jo/hubs.csv"})
    void recognisesAMachinesPath(String path) {
        assertThat("see /" + path).containsPattern(PLACES);
        assertThat("https://example.org/" + path).doesNotContainPattern(PLACES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"repo1 maven org", "repo maven apache org", "registry npmjs org", "pypi org"})
    void recognisesARegistry(String host) {
        assertThat("https://" + host.replace(' ', '.') + "/x").containsPattern(PLACES);
    }

    private static Stream<Path> packages() {
        return ProjectFiles.list(JAVA.resolve("org/huboutcomes"), ".java").stream()
                .map(Path::getParent)
                .distinct()
                .filter(Predicate.not(JAVA.resolve("org/huboutcomes")::equals))
                .filter(Files::isDirectory);
    }

    private static String below(String name) {
        return "org.huboutcomes." + name + "..";
    }
}
