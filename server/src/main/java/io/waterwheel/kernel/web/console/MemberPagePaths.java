package io.waterwheel.kernel.web.console;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Finds the page that members see, below `/m/{brand}`; its addresses the browser itself resolves.
final class MemberPagePaths extends PathResourceResolver {

    private static final String PAGE = "index.html";

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        Resource file = path.isEmpty() ? null : super.getResource(path, location);
        return file != null || !isPage(path) ? file : super.getResource(PAGE, location);
    }

    /// No brand's key begins with an underscore, below which the page's own files are.
    static boolean isPage(String path) {
        String[] parts = path.split("/", 3);
        boolean brand = parts[0].matches("[a-z][a-z0-9-]*");
        return brand && !path.contains(".") && !(parts.length > 1 && parts[1].equals("api"));
    }
}
