package io.waterwheel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Who opens an official account's page.
class WebAuthorisationTests {
    private final SimulatorFixture town = new SimulatorFixture();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void account() {
        town.sim("PUT", "/sim/wechat", """
                {"apps": [{"appId": "wxaccount", "secret": "s", "kind": "official_account"},
                          {"appId": "wxother", "secret": "s", "kind": "official_account"}]}""");
    }

    @AfterEach
    void end() {
        http.close();
        town.close();
    }

    private String code(String scope) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(town.url() + "/connect/oauth2/authorize?appid=wxaccount"
                        + "&redirect_uri=http%3A%2F%2F127.0.0.1%2Fback&response_type=code&state=s1&scope=" + scope))
                .header("Cookie", "sim_wechat=o1%3Au1%3Ali")
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        var location = answer.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("http://127.0.0.1/back?code=").endsWith("&state=s1");
        return location.replaceAll(".*code=([^&]+).*", "$1");
    }

    private JsonNode token(String app, String secret, String code) {
        return town.sim(
                "GET",
                "/sns/oauth2/access_token?appid=" + app + "&secret=" + secret + "&code=" + code
                        + "&grant_type=authorization_code");
    }

    @Test
    void aCodeTellsOnceWhoItStandsFor() throws Exception {
        var code = code("snsapi_base");
        var told = token("wxaccount", "s", code);
        assertThat(told.path("openid").asString()).isEqualTo("o1");
        assertThat(told.has("unionid")).isFalse();
        assertThat(token("wxaccount", "s", code).path("errcode").asInt()).isEqualTo(40163);
    }

    @Test
    void whoShowsTheirProfileIsToldByUnionidAndNickname() throws Exception {
        var told = token("wxaccount", "s", code("snsapi_userinfo"));
        assertThat(told.path("unionid").asString()).isEqualTo("u1");
        var profile = town.sim(
                "GET",
                "/sns/userinfo?openid=o1&access_token="
                        + told.path("access_token").asString());
        assertThat(profile.path("nickname").asString()).isEqualTo("li");
    }

    @Test
    void aCodeIsOfOneAccountForFiveMinutes() throws Exception {
        assertThat(token("wxaccount", "wrong", code("snsapi_base"))
                        .path("errcode")
                        .asInt())
                .isEqualTo(40125);
        assertThat(token("wxother", "s", code("snsapi_base")).path("errcode").asInt())
                .isEqualTo(40029);
        var code = code("snsapi_base");
        town.moveClock(Duration.ofMinutes(5));
        assertThat(token("wxaccount", "s", code).path("errcode").asInt()).isEqualTo(40029);
        assertThat(token("wxaccount", "s", "made-up").path("errcode").asInt()).isEqualTo(40029);
    }
}
