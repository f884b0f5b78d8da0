package io.waterwheel.kernel.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

@ServerTest
class ConsoleModuleTests {

    @Autowired
    Browsers browsers;

    @Test
    void everyPageAddressAnswersTheOnePageWithoutBeingKept() {
        for (String path : List.of("/", "/index.html", "/main/customers", "/main/customers/17", "/sign-in")) {
            Answer answer = browsers.open().get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.text()).as(path).contains("<title>console in tests</title>");
            assertThat(header(answer, "Content-Type")).startsWith("text/html");
            assertThat(header(answer, "Cache-Control")).as(path).isEqualTo("no-cache");
        }
    }

    @Test
    void hashedFilesAreKeptForAYear() {
        Answer answer = browsers.open().get("/assets/app-abc123.js");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(header(answer, "Content-Type")).startsWith("text/javascript");
        assertThat(header(answer, "Cache-Control")).contains("max-age=31536000").contains("immutable");
    }

    @Test
    void membersHaveAPageOfTheirOwnBelowTheirBrand() {
        for (String path : List.of("/m/tea/", "/m/tea", "/m/tea/card", "/m/tea/coupons", "/m/index.html")) {
            Answer answer = browsers.open().get(path);
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(answer.text()).as(path).contains("<title>members in tests</title>");
            assertThat(header(answer, "Cache-Control")).as(path).isEqualTo("no-cache");
            assertThat(header(answer, "Content-Security-Policy")).as(path).contains("script-src 'self'");
        }
        assertThat(header(browsers.open().get("/m/_/app-abc123.js"), "Cache-Control"))
                .contains("immutable");
        for (String path : List.of("/m/_/app-old.js", "/m/tea/api/no-such-thing", "/m/_", "/m/tea/x.png")) {
            assertThat(browsers.open().get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aMissingFileIsNotAPage() {
        for (String path : List.of("/assets/app-old.js", "/favicon.png", "/assets/none")) {
            assertThat(browsers.open().get(path).status()).as(path).isEqualTo(404);
        }
    }

    @Test
    void anUnknownApiAddressIsAProblem() {
        Browser local = browsers.commandLine();
        assertThat(local.get("/api/no-such-thing").code()).isEqualTo("not-found");
        assertThat(local.get("/actuator/no-such-thing").status()).isEqualTo(404);
        assertThat(local.get("/callbacks/no-such-thing").status()).isEqualTo(404);
        assertThat(local.post("/main/customers", Map.of()).code()).isEqualTo("method-not-allowed");
    }

    @Test
    void aConsoleThatWasNotBuiltSaysSo() throws Exception {
        Resource nothing = new ClassPathResource("io/waterwheel/access/account/");
        assertThat(new ConsolePaths().getResource("index.html", nothing))
                .isInstanceOfSatisfying(ConsolePaths.Notice.class, notice -> {
                    assertThat(new String(notice.getByteArray(), StandardCharsets.UTF_8))
                            .contains("not built")
                            .contains("尚未构建");
                    assertThat(notice.getFilename()).endsWith(".txt");
                });
    }

    private static String header(Answer answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
