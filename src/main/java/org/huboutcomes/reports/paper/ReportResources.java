package org.huboutcomes.reports.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.huboutcomes.catalogue.CatalogueFault;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The files under `reports/`, which define the layout.
public final class ReportResources {

    private final @Nullable Path folder;

    private ReportResources(@Nullable Path folder) {
        this.folder = folder;
    }

    /// The files built into the program.
    public static ReportResources packaged() {
        return new ReportResources(null);
    }

    /// Files in a folder that is being edited.
    public static ReportResources in(Path folder) {
        if (!Files.isDirectory(folder)) throw new CatalogueFault("There is no reports folder " + folder + ".");
        return new ReportResources(folder);
    }

    public byte[] bytes(String path) {
        Resource resource = folder == null
                ? new ClassPathResource("reports/" + path)
                : new FileSystemResource(folder.resolve(path));
        if (!resource.exists()) throw new CatalogueFault("There is no file reports/" + path + ".");
        try {
            return resource.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// All files with a path of this pattern, such as `*/report.yaml`, by path.
    public List<String> texts(String pattern) {
        String root = folder == null ? "classpath*:reports/" : folder.toUri().toString();
        try {
            List<String> texts = new ArrayList<>();
            for (Resource found : sorted(new PathMatchingResourcePatternResolver().getResources(root + pattern)))
                texts.add(found.getContentAsString(StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Changes when a file that reports are made from changes, except for the fonts.
    public String fingerprint() {
        return Integer.toHexString(texts("**/*.jrxml").hashCode())
                + Integer.toHexString(texts("**/*.jrtx").hashCode())
                + Integer.toHexString(texts("**/*.yaml").hashCode());
    }

    private static List<Resource> sorted(Resource[] found) {
        return Arrays.stream(found)
                .sorted(Comparator.comparing(Resource::getDescription))
                .toList();
    }

    public String text(String path) {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }
}
