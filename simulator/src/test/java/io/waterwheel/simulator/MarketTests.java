package io.waterwheel.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.simulator.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Calls are signed here by the marketplaces' rules, not by the simulator's own code.
class MarketTests {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final SimulatorFixture town = new SimulatorFixture();

    @BeforeEach
    void aShopOnEach() {
        open("tmall", 0);
        open("douyin", 0);
        open("jd", 0);
    }

    @AfterEach
    void end() {
        town.close();
    }

    private void open(String market, int perSecond) {
        town.sim(
                "PUT",
                "/sim/market/" + market,
                "{\"name\":\"shop\",\"appKey\":\"k\",\"secret\":\"s\",\"salt\":\"\",\"callback\":\"http://127.0.0.1:9\","
                        + "\"perSecond\":" + perSecond + ",\"windowSeconds\":600}");
        town.sim("POST", "/sim/market/" + market + "/members", "{\"buyer\":\"li\",\"points\":5}");
    }

    @Test
    void whatIsSignedIsTakenAndWhatIsNotIsRefused() throws Exception {
        assertThat(body(tmall("s", 7, 1)).path("success").asBoolean()).isTrue();
        assertThat(body(tmall("another", 8, 2)).at("/error_response/sub_code").asString())
                .isEqualTo("isv.invalid-signature");
        assertThat(douyinCode(douyin("s", 7, 1))).isZero();
        assertThat(douyinCode(douyin("another", 8, 2))).isEqualTo(401);
        assertThat(points("tmall")).isEqualTo(7);
        assertThat(points("douyin")).isEqualTo(7);
    }

    @Test
    void callsOfElevenMinutesAgoOrAheadAreTooOld() throws Exception {
        for (int minutes : new int[] {11, -22}) {
            town.moveClock(Duration.ofMinutes(minutes));
            assertThat(body(tmall("s", 7, 1)).at("/error_response/sub_code").asString())
                    .isEqualTo("isv.invalid-signature-timestamp");
            assertThat(douyinCode(douyin("s", 7, 1))).isEqualTo(100);
        }
        town.moveClock(Duration.ofMinutes(2));
        assertThat(body(tmall("s", 7, 1)).path("success").asBoolean())
                .as("nine minutes ahead")
                .isTrue();
    }

    @Test
    void moreCallsThanASecondHasRoomForAreRefusedAndTheNextSecondHasRoomAgain() throws Exception {
        open("tmall", 3);
        boolean refused = false;
        for (int i = 1; i < 30 && !refused; i++) {
            refused = body(tmall("s", i, i)).at("/error_response/code").asInt(0) == 7;
        }
        assertThat(refused).isTrue();
        assertThat(state("tmall").path("tooMany").asInt()).isPositive();
        town.moveClock(Duration.ofSeconds(1));
        assertThat(body(tmall("s", 99, 99)).path("success").asBoolean()).isTrue();
    }

    @Test
    void anOlderStateIsNeverTakenForANewer() throws Exception {
        tmall("s", 9, 5);
        for (int version : new int[] {5, 4}) {
            assertThat(body(tmall("s", 1, version))
                            .at("/error_response/sub_code")
                            .asString())
                    .isEqualTo("isv.version-too-old");
        }
        douyin("s", 9, 5);
        assertThat(douyinCode(douyin("s", 1, 5))).isEqualTo(210);
        assertThat(points("tmall")).isEqualTo(9);
        assertThat(points("douyin")).isEqualTo(9);
    }

    @Test
    void aCallWhoseAnswerIsDroppedWasTakenOrNotAsTheFaultSays() throws Exception {
        town.fault("{\"path\":\"/router/rest\",\"kind\":\"drop-before\",\"times\":1}");
        assertThat(tmallGotAnswer(7, 1)).isFalse();
        assertThat(points("tmall")).isEqualTo(5);
        town.fault("{\"path\":\"/router/rest\",\"kind\":\"drop-after-work\",\"times\":1}");
        assertThat(tmallGotAnswer(7, 1)).isFalse();
        assertThat(points("tmall")).isEqualTo(7);
        assertThat(tmallGotAnswer(8, 2)).isTrue();
    }

    @Test
    void aFaultAnswersWithItsStatusAndSaysWhenToComeBack() throws Exception {
        town.fault("{\"path\":\"/goodlife/v1/member/update\",\"kind\":\"errcode\",\"errcode\":429,\"times\":1}");
        var limited = douyin("s", 7, 1);
        assertThat(limited.statusCode()).isEqualTo(429);
        assertThat(limited.headers().firstValue("Retry-After")).contains("1");
        town.fault("{\"path\":\"/router/rest\",\"kind\":\"errcode\",\"errcode\":500,\"times\":1}");
        assertThat(tmall("s", 7, 1).statusCode()).isEqualTo(500);
    }

    @Test
    void jdShowsWhatComesAndGoesAndNeverLessThanNothing() throws Exception {
        assertThat(jd("s", "add", 3, 0)).isEqualTo("0");
        assertThat(jd("s", "sub", 1, 0)).isEqualTo("0");
        assertThat(points("jd")).isEqualTo(7);
        assertThat(jd("s", "sub", 8, 0)).isEqualTo("10001");
        assertThat(jd("another", "add", 1, 0)).isEqualTo("9003");
        assertThat(jd("s", "add", 1, 660_000)).as("eleven minutes ago").isEqualTo("9003");
        assertThat(points("jd")).isEqualTo(7);
    }

    private String jd(String secret, String type, long points, long millisAgo) throws Exception {
        long millis = Instant.now().toEpochMilli() - millisAgo;
        var text = secret + "accountlichangeType" + type + "point" + points + "timestamp" + millis + secret;
        var body = "{\"account\":\"li\",\"changeType\":\"" + type + "\",\"content\":\"\",\"point\":" + points
                + ",\"timestamp\":" + millis + ",\"token\":\""
                + digest("MD5", text).toUpperCase(Locale.ROOT) + "\"}";
        return body(post("/CrmMemberPoint/modifyMemberPointToCdp", body, Map.of()))
                .path("code")
                .asString();
    }

    private HttpResponse<String> tmall(String secret, long points, long version) throws Exception {
        var fields = new TreeMap<>(Map.of(
                "method", "tmall.mei.crm.member.sync.privy",
                "app_key", "k",
                "timestamp", TIME.format(LocalDateTime.ofInstant(Instant.now(), ZoneId.of("Asia/Shanghai"))),
                "ouid", "li",
                "point", Long.toString(points),
                "level", "1",
                "version", Long.toString(version)));
        var text = new StringBuilder(secret);
        fields.forEach((name, value) -> text.append(name).append(value));
        fields.put("sign", digest("MD5", text + secret).toUpperCase(Locale.ROOT));
        return post(
                "/router/rest",
                fields.entrySet().stream()
                        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&")),
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    private boolean tmallGotAnswer(long points, long version) throws Exception {
        try {
            return tmall("s", points, version).statusCode() == 200;
        } catch (IOException dropped) {
            return false;
        }
    }

    private HttpResponse<String> douyin(String secret, long points, long version) throws Exception {
        var body = "{\"open_id\":\"li\",\"points\":" + points + ",\"level\":1,\"version\":" + version + "}";
        var query = "client_key=k&timestamp=" + Instant.now().toEpochMilli();
        return post(
                "/goodlife/v1/member/update?" + query,
                body,
                Map.of("x-life-sign", digest("SHA-256", secret + "&" + query + "&http_body=" + body)));
    }

    private HttpResponse<String> post(String path, String body, Map<String, String> headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(town.url() + path)).POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return town.http.send(request.build(), BodyHandlers.ofString());
    }

    private static String digest(String algorithm, String text) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(text.getBytes(UTF_8)));
    }

    private static JsonNode body(HttpResponse<String> answer) {
        return Json.tree(answer.body().getBytes(UTF_8));
    }

    private static int douyinCode(HttpResponse<String> answer) {
        return body(answer).at("/data/error_code").asInt(-1);
    }

    private JsonNode state(String market) {
        return town.sim("GET", "/sim/market/" + market);
    }

    private long points(String market) {
        return state(market).at("/members/0/points").asLong();
    }
}
