package io.waterwheel.wecom;

import static io.waterwheel.touch.BroadcastFixture.until;
import static io.waterwheel.wecom.generated.Tables.CALLBACK;
import static io.waterwheel.wecom.generated.Tables.GROUP_CHAT;
import static io.waterwheel.wecom.generated.Tables.GROUP_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.touch.BroadcastFixture;
import io.waterwheel.wecom.friend.Friends;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.common.util.crypto.WxCryptUtil;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

@ServerTest
class CallbackStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    private final HttpClient http = HttpClient.newHttpClient();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Friends friends;

    @Autowired
    private DSLContext database;

    @Autowired
    private Browsers browsers;

    @LocalServerPort
    private int port;

    private Brand brand;

    /// A corp of two guides and ten friends, of whom nothing has been synchronised yet.
    @BeforeEach
    void aCorp() {
        BroadcastFixture fixture = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
        brand = fixture.brand();
        CORP.world(brand, 2, 10, address());
        fixture.connect(CORP, brand);
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    private String address() {
        return "http://127.0.0.1:" + port + "/callbacks/wecom/" + brand.key();
    }

    @Test
    void theAddressIsVerifiedAsWeComDoes() {
        CORP.send("POST", "/sim/callbacks/verify", Map.of());
    }

    @Test
    void aNewFriendIsKnownAtOnce() {
        push(Map.of("event", added(3, "1700000000")));
        until(() -> friends.known(brand), known -> known == 1);
        assertThat(received()).isEqualTo(1);
    }

    @Test
    void aCallbackThatComesTwiceCountsOnce() {
        push(Map.of("event", added(3, "1700000000"), "duplicate", true));
        push(Map.of("event", added(3, "1700000000")));
        until(() -> friends.known(brand), known -> known == 1);
        assertThat(received()).isEqualTo(1);
        // The same people a second later are other news.
        push(Map.of("event", added(3, "1700000001")));
        until(this::received, count -> count == 2);
        assertThat(friends.known(brand)).isEqualTo(1);
    }

    @Test
    void aFriendWhoLeavesIsKnownAtOnce() {
        push(Map.of("event", added(3, "1700000000")));
        until(() -> friends.known(brand), known -> known == 1);
        CORP.send("POST", "/sim/customers/p3/act", Map.of("action", "delete-friend", "messageKey", ""));
        until(() -> friends.known(brand), known -> known == 0);
    }

    @Test
    void newsOfSomebodyWhoHasLeftLongAgoChangesNothing() {
        CORP.send("POST", "/sim/customers/p3/act", Map.of("action", "delete-friend", "messageKey", ""));
        until(this::received, count -> count == 1);
        // Sent by hand, because the simulator would make a genuine one true again.
        assertThat(post(SimulatedCorp.corpOf(brand), SimulatedCorp.TOKEN, xml(3))
                        .statusCode())
                .isEqualTo(200);
        until(this::settled, count -> count == 2);
        assertThat(friends.known(brand)).isZero();
    }

    @Test
    void aForgedCallbackIsRefusedWithTheReason() {
        HttpResponse<String> wrongToken = post(SimulatedCorp.corpOf(brand), "another token", xml(3));
        assertThat(wrongToken.statusCode()).isEqualTo(403);
        assertThat(wrongToken.body()).contains("callback-signature");
        HttpResponse<String> otherCorp = post("wwSomebodyElse", SimulatedCorp.TOKEN, xml(3));
        assertThat(otherCorp.statusCode()).isEqualTo(403);
        assertThat(otherCorp.body()).contains("callback-other-corp");
        push(Map.of("event", added(3, "1700000000"), "wrongSignature", true));
        push(Map.of("event", added(3, "1700000000"), "receiveId", "wwSomebodyElse"));
        until(() -> CORP.send("GET", "/sim/callbacks", null).path("givenUp").asInt(), count -> count >= 2);
        assertThat(received()).isZero();
        assertThat(friends.known(brand)).isZero();
    }

    /// What a person sees under Settings, where token and key are entered.
    @Test
    void aRefusedCallbackIsShownInTheSettingsUntilARightOneComes() {
        Browser operator = browsers.signedIn(Role.OPERATOR);
        String status = "/api/brands/" + brand.key() + "/wecom/status";
        assertThat(operator.get(status).json().path("callbackRefusal").isNull()).isTrue();
        post(SimulatedCorp.corpOf(brand), "another token", xml(3));
        assertThat(operator.get(status)
                        .json()
                        .path("callbackRefusal")
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("callback-signature");
        post("wwSomebodyElse", SimulatedCorp.TOKEN, xml(3));
        assertThat(operator.get(status)
                        .json()
                        .path("callbackRefusal")
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("callback-other-corp");
        post(SimulatedCorp.corpOf(brand), SimulatedCorp.TOKEN, xml(3));
        assertThat(operator.get(status).json().path("callbackRefusal").isNull()).isTrue();
        assertThat(operator.get(status).json().path("callbackAt").isNull()).isFalse();
    }

    @Test
    void aGroupThatChangedIsReadAgainAndWhoLeftStaysKnown() {
        group("p1", "p2");
        push(Map.of("event", changedGroup("create", "1700000000")));
        until(() -> members(false), count -> count == 2);
        group("p1");
        push(Map.of("event", changedGroup("update", "1700000001")));
        until(() -> members(true), count -> count == 1);
        assertThat(members(false)).isEqualTo(1);
        CORP.send("DELETE", "/sim/groups/wr7", null);
        push(Map.of("event", changedGroup("dismiss", "1700000002")));
        until(
                () -> database.fetchExists(
                        GROUP_CHAT, GROUP_CHAT.BRAND_ID.eq(brand.id().value()).and(GROUP_CHAT.ENDED_AT.isNotNull())),
                ended -> ended);
    }

    private static void group(String... people) {
        CORP.send("PUT", "/sim/groups/wr7", Map.of("name", "老客群", "owner", "g1", "people", people));
    }

    private static Map<String, String> changedGroup(String change, String time) {
        return Map.of("Event", "change_external_chat", "ChangeType", change, "ChatId", "wr7", "CreateTime", time);
    }

    private int members(boolean left) {
        return database.fetchCount(
                GROUP_MEMBER,
                GROUP_MEMBER
                        .BRAND_ID
                        .eq(brand.id().value())
                        .and(left ? GROUP_MEMBER.LEFT_AT.isNotNull() : GROUP_MEMBER.LEFT_AT.isNull()));
    }

    /// Kinds nobody deals with here are kept with all they say, and do not come back.
    @Test
    void chatsTagsAndFailedTransfersAreKept() {
        push(Map.of(
                "event",
                Map.of(
                        "Event",
                        "change_external_chat",
                        "ChangeType",
                        "update",
                        "ChatId",
                        "wr1",
                        "UpdateDetail",
                        "add_member",
                        "CreateTime",
                        "1700000000",
                        "MemChangeList",
                        "wm1")));
        push(Map.of(
                "event",
                Map.of(
                        "Event",
                        "change_external_chat",
                        "ChangeType",
                        "update",
                        "ChatId",
                        "wr1",
                        "UpdateDetail",
                        "change_name",
                        "CreateTime",
                        "1700000000")));
        push(Map.of(
                "event",
                Map.of(
                        "ChangeType",
                        "transfer_fail",
                        "UserID",
                        "g1",
                        "ExternalUserID",
                        SimulatedCorp.external(brand, 3),
                        "FailReason",
                        "customer_refused",
                        "CreateTime",
                        "1700000000")));
        until(this::settled, count -> count == 3);
        assertThat(database.select(CALLBACK.FIELDS)
                        .from(CALLBACK)
                        .where(CALLBACK.BRAND_ID.eq(brand.id().value()))
                        .fetch(row -> row.value1().data()))
                .anySatisfy(fields -> assertThat(fields).contains("add_member", "MemChangeList", "wm1"))
                .anySatisfy(fields -> assertThat(fields).contains("change_name"))
                .anySatisfy(fields -> assertThat(fields).contains("customer_refused"));
    }

    /// WeCom's clock has seconds only: added, deleted and added within one of them.
    @Test
    void aFriendWhoComesBackWithinTheSecondIsOne() {
        String second = Long.toString(Instant.now().getEpochSecond());
        push(Map.of("event", added(3, second)));
        until(this::settled, count -> count == 1);
        Map<String, String> deleted = added(3, second);
        deleted.put("ChangeType", "del_follow_user");
        push(Map.of("event", deleted));
        until(() -> friends.known(brand), known -> known == 0);
        push(Map.of("event", added(3, second)));
        until(() -> friends.known(brand), known -> known == 1);
        assertThat(received()).isEqualTo(2);
    }

    @Test
    void aCallbackIsDealtWithAgainWhenWeComWasNotThere() {
        CORP.fault(Map.of("path", "externalcontact/get", "kind", "errcode", "errcode", 45009, "times", 1));
        push(Map.of("event", added(4, "1700000000")));
        until(() -> friends.known(brand), known -> known == 1);
    }

    private void push(Map<String, ?> how) {
        CORP.send("POST", "/sim/callbacks", how);
    }

    private Map<String, String> added(int person, String createTime) {
        Map<String, String> event = new HashMap<>();
        event.put("ChangeType", "add_external_contact");
        event.put("UserID", "g" + (1 + person % 2));
        event.put("ExternalUserID", SimulatedCorp.external(brand, person));
        event.put("CreateTime", createTime);
        return event;
    }

    private String xml(int person) {
        StringBuilder xml = new StringBuilder("<xml><Event><![CDATA[change_external_contact]]></Event>");
        added(person, "1700000000")
                .forEach((name, value) -> xml.append("<%s><![CDATA[%s]]></%s>".formatted(name, value, name)));
        return xml.append("</xml>").toString();
    }

    private HttpResponse<String> post(String corp, String token, String xml) {
        String encrypted = new WxCryptUtil(token, SimulatedCorp.AES_KEY, corp).encrypt("0123456789abcdef", xml);
        String signature = SHA1.gen(token, "1700000000", "nonce", encrypted);
        String query = "?msg_signature=" + signature + "&timestamp=1700000000&nonce=nonce";
        String body = "<xml><Encrypt><![CDATA[" + encrypted + "]]></Encrypt></xml>";
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address() + query))
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private int received() {
        return database.fetchCount(CALLBACK, CALLBACK.BRAND_ID.eq(brand.id().value()));
    }

    private int settled() {
        return database.fetchCount(
                CALLBACK, CALLBACK.BRAND_ID.eq(brand.id().value()).and(CALLBACK.DUE_AT.isNull()));
    }
}
