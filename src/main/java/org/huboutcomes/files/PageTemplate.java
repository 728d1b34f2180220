package org.huboutcomes.files;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/// Renders the HTML pages of `reports/pages/`. The templates are compiled with the program. Every value is escaped for
/// its place in the page, so a file name or a cell can hold any text.
public final class PageTemplate {

    private static final TemplateEngine COMPILED = TemplateEngine.createPrecompiled(ContentType.Html);

    private PageTemplate() {}

    /// @param name the file name of a template that takes one parameter
    /// @return a page that refers to no other file
    public static String render(String name, Object parameter) {
        StringOutput page = new StringOutput();
        COMPILED.render(name, parameter, page);
        return page.toString();
    }

    /// The style sheet that every page includes.
    public static String style() {
        try {
            return new ClassPathResource("reports/pages/pages.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
