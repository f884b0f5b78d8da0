package io.waterwheel.kernel.web.console;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/// Finds a file of the console, or its page for an address only the browser knows.
final class ConsolePaths extends PathResourceResolver {

    private static final String PAGE = "index.html";

    /// Below these only the server's own addresses exist.
    private static final List<String> NOT_PAGES = List.of("api", "v1", "callbacks", "s", "m", "actuator", "assets");

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        Resource file = super.getResource(path, location);
        if (file != null || !isPage(path)) {
            return file;
        }
        Resource page = super.getResource(PAGE, location);
        return page != null ? page : new Notice();
    }

    static boolean isPage(String path) {
        String first = path.split("/", 2)[0];
        return path.equals(PAGE) || (!path.contains(".") && !NOT_PAGES.contains(first));
    }

    /// Stands in for a console that was not built.
    static final class Notice extends ByteArrayResource {

        Notice() {
            super("""
                    控制台尚未构建。请运行 ./waterwheel up，或在 web/ 中执行 npm ci && npm run build 后重新打包。
                    The console is not built. Run ./waterwheel up, or npm ci && npm run build in web/ and package again.
                    """.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String getFilename() {
            return "notice.txt";
        }

        @Override
        public long lastModified() {
            return 0;
        }
    }
}
