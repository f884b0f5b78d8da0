package io.waterwheel.intake;

import static io.waterwheel.intake.generated.Tables.QUARANTINE;
import static io.waterwheel.kernel.generated.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The write key of a page can be read by anybody who looks at its source.
@ServerTest
class ClientSideStories {

    @LocalServerPort
    int port;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private DSLContext database;

    private Brand brand;
    private Browser operator;
    private JsonNode page;
    private Sender stranger;

    @BeforeEach
    void aBrandWhosePageHasAKey() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        JsonNode issued = operator.post(path(""), Map.of("name", "web shop", "side", "client"))
                .json();
        page = issued.path("source");
        stranger = new Sender(port, issued.path("writeKey").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Order Placed",
                "Order Completed",
                "Order Shipped",
                "Order Received",
                "Order Cancelled",
                "Order Refunded",
                "Member Joined",
                "Customer Referred",
                "Points Earned",
                "Points Redeemed",
                "Points Expired"
            })
    void aStrangerWithThatKeyCannotSayWhatMovesMoneyOrPoints(String name) throws Exception {
        HttpResponse<String> answer = stranger.post("/v1/batch", "{\"batch\":[" + said(name, "m1") + "]}");
        assertThat(answer.body()).contains("server-side sources only");
        assertThat(logged()).isEmpty();
        assertThat(database.fetchValues(
                        QUARANTINE.REASON,
                        QUARANTINE.SOURCE_ID.eq(page.path("id").asLong())))
                .containsExactly("server-side-only");
    }

    @Test
    void whatVisitorsDoIsTakenBesideIt() throws Exception {
        stranger.batch(said("Order Completed", "m1"), said("Product Viewed", "m2"));
        stranger.post("/v1/page", "{\"anonymousId\":\"a1\",\"name\":\"Tea\",\"messageId\":\"m3\"}");
        assertThat(logged()).containsExactlyInAnyOrder("m2", "m3");
    }

    @Test
    void theSameWordFromAServerIsTaken() throws Exception {
        JsonNode issued = operator.post(path(""), Map.of("name", "till")).json();
        assertThat(issued.at("/source/side").asString()).isEqualTo("server");
        new Sender(port, issued.path("writeKey").asString()).batch(said("Order Completed", "m1"));
        assertThat(logged()).containsExactly("m1");
    }

    @Test
    void aKeyThatTurnsOutToBeInAPageIsBelievedLessFromNowOnAndTheOtherWayRound() throws Exception {
        assertThat(change(Map.of("side", "server")).path("side").asString()).isEqualTo("server");
        stranger.batch(said("Order Completed", "m1"));
        assertThat(logged()).containsExactly("m1");

        assertThat(change(Map.of("side", "client")).path("side").asString()).isEqualTo("client");
        stranger.batch(said("Order Completed", "m2"));
        assertThat(logged()).containsExactly("m1");
        assertThat(change(Map.of("eventsPerSecond", 5)).path("side").asString())
                .as("a change of something else")
                .isEqualTo("client");
    }

    @Test
    void anOrderThatLiesInQuarantineForItIsTakenWhenTheSourceIsAServerAfterAll() throws Exception {
        stranger.batch(said("Order Completed", "m1"));
        String quarantine = "/api/brands/" + brand.key() + "/quarantine";
        String replay = quarantine + "/"
                + operator.get(quarantine).json().at("/items/0/id").asLong() + "/replay";
        assertThat(operator.post(replay, Map.of()).json().path("outcome").asString())
                .isEqualTo("refused");
        change(Map.of("side", "server"));
        assertThat(operator.post(replay, Map.of()).json().path("outcome").asString())
                .isEqualTo("replayed");
        await().atMost(Duration.ofSeconds(20)).until(() -> logged().equals(List.of("m1")));
    }

    private JsonNode change(Map<String, Object> wanted) {
        return operator.patch(path("/" + page.path("id").asLong()), wanted).json();
    }

    private String path(String rest) {
        return "/api/brands/" + brand.key() + "/sources" + rest;
    }

    private List<String> logged() {
        return database.fetchValues(
                EVENT.MESSAGE_ID, EVENT.BRAND_ID.eq(brand.id().value()));
    }

    private static String said(String name, String message) {
        return """
                {"type":"track","event":"%s","messageId":"%s","userId":"u-1",
                 "properties":{"order_id":"SO-1","total":99999}}""".formatted(name, message);
    }
}
