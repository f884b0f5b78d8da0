package io.waterwheel.wecom;

import static io.waterwheel.touch.BroadcastFixture.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.job.JobState;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.touch.BroadcastFixture;
import io.waterwheel.wecom.friend.Friends;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@ServerTest
class DirectoryStories {

    private static final SimulatedCorp CORP = new SimulatedCorp();

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Browsers browsers;

    @Autowired
    private Customers customers;

    @Autowired
    private Friends friends;

    @Autowired
    private Stores stores;

    private BroadcastFixture fixture;
    private Browser operator;

    @BeforeEach
    void fixture() {
        fixture = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
        operator = browsers.signedIn(Role.OPERATOR);
    }

    @AfterEach
    void nothingIsLeft() {
        CORP.noFaults();
    }

    @AfterAll
    static void close() {
        CORP.close();
    }

    private static String api(Brand brand, String path) {
        return "/api/brands/" + brand.key() + "/wecom" + path;
    }

    @Test
    void guidesStoresAndFriendsAreRead() {
        Brand brand = fixture.friends(CORP, 3, 250);
        var status = operator.get(api(brand, "/status")).json();
        assertThat(status.path("configured").asBoolean()).isTrue();
        assertThat(status.path("guides").asInt()).isEqualTo(3);
        assertThat(status.path("friends").asInt()).isEqualTo(250);
        assertThat(status.path("stores").asInt()).isEqualTo(3);
        assertThat(status.path("problem").isNull()).isTrue();
        assertThat(status.path("lastSyncAt").asString()).isNotEmpty();

        var guides =
                operator.get(api(brand, "/guides?q=%E5%AF%BC%E8%B4%AD2")).json().path("items");
        assertThat(guides.size()).isEqualTo(1);
        assertThat(guides.get(0).path("store").asString()).isEqualTo("第2店");
        assertThat(guides.get(0).path("friends").asInt()).isBetween(83, 84);

        assertThat(stores.describe(brand, List.of(new Stores.StorePlace(11, "上海", 121.47, 31.23))))
                .isEqualTo(1);
        var store = operator.get(api(brand, "/stores")).json().path("items").get(0);
        assertThat(store.path("city").asString()).isEqualTo("上海");
        assertThat(store.path("longitude").asDouble()).isEqualTo(121.47);

        var sources = operator.get(api(brand, "/friend-sources")).json();
        assertThat(sources.size()).isEqualTo(3);
        assertThat(sources.get(0).path("label").path("zh").asString()).isNotEmpty();
        assertThat(reachable(brand)).isEqualTo(250);
    }

    @Test
    void doingItAgainChangesNothing() {
        Brand brand = fixture.friends(CORP, 2, 30);
        assertThat(fixture.sync(brand)).isEqualTo(JobState.DONE);
        assertThat(friends.known(brand)).isEqualTo(30);
        assertThat(reachable(brand)).isEqualTo(30);
    }

    @Test
    void whoIsNoLongerAFriendIsFoundOut() {
        Brand brand = fixture.friends(CORP, 2, 30);
        CORP.send("POST", "/sim/customers/p4/act", Map.of("action", "delete-friend", "messageKey", ""));
        assertThat(fixture.sync(brand)).isEqualTo(JobState.DONE);
        assertThat(friends.known(brand)).isEqualTo(29);
        assertThat(reachable(brand)).isEqualTo(29);
    }

    @Test
    void anEmptyOrBrokenAnswerRemovesNobody() {
        Brand brand = fixture.friends(CORP, 2, 120);
        // It ends half: the second page is refused.
        CORP.fault(Map.of("path", "get_by_user", "kind", "errcode", "errcode", 48002, "share", 0.5));
        until(() -> fixture.sync(brand), state -> state == JobState.FAILED);
        assertThat(friends.known(brand)).isEqualTo(120);
        var problem = operator.get(api(brand, "/status")).json().path("problem");
        assertThat(problem.path("code").asString()).isEqualTo("wecom-api-forbidden");
        assertThat(problem.path("detail").asString()).contains("48002");
        CORP.noFaults();

        // It reads nothing at all.
        CORP.world(brand, 2, 0, null);
        assertThat(fixture.sync(brand)).isEqualTo(JobState.FAILED);
        assertThat(friends.known(brand)).isEqualTo(120);
        assertThat(operator.get(api(brand, "/status"))
                        .json()
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("wecom-sync-empty");

        // It reads suspiciously little.
        CORP.world(brand, 2, 40, null);
        assertThat(fixture.sync(brand)).isEqualTo(JobState.FAILED);
        assertThat(friends.known(brand)).isEqualTo(120);
        assertThat(operator.get(api(brand, "/status"))
                        .json()
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("wecom-sync-shrunk");
        assertThat(reachable(brand)).isEqualTo(120);
    }

    @Test
    void settingsAreWrittenByAdministratorsAndSecretsAreNeverReadBack() {
        Brand brand = fixture.brand();
        Map<String, Object> settings = new HashMap<>(Map.of(
                "corpId",
                "wwA",
                "agentId",
                "1000002",
                "secret",
                "very-secret",
                "callbackToken",
                "t",
                "callbackAesKey",
                SimulatedCorp.AES_KEY,
                "baseUrl",
                CORP.url() + "/",
                "authorizeUrl",
                ""));
        assertThat(operator.put(api(brand, "/settings"), settings).status()).isEqualTo(403);
        Browser admin = browsers.signedIn(Role.ADMIN);
        Browser.Answer saved = admin.put(api(brand, "/settings"), settings);
        assertThat(saved.status()).as(saved.text()).isEqualTo(200);
        assertThat(saved.text()).doesNotContain("very-secret").doesNotContain(SimulatedCorp.AES_KEY);
        assertThat(saved.json().path("baseUrl").asString()).isEqualTo(CORP.url());

        settings.put("callbackAesKey", "too short");
        settings.put("agentId", "x");
        assertThat(admin.put(api(brand, "/settings"), settings)
                        .json()
                        .path("errors")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aWrongSecretIsToldWithTheRemedy() {
        Brand brand = fixture.brand();
        CORP.world(brand, 1, 1, null);
        fixture.connect(CORP, brand);
        Browser admin = browsers.signedIn(Role.ADMIN);
        Map<String, Object> settings = new HashMap<>();
        settings.put("corpId", SimulatedCorp.corpOf(brand));
        settings.put("agentId", "1000002");
        settings.put("secret", "another");
        settings.put("baseUrl", CORP.url());
        settings.put("authorizeUrl", CORP.url());
        assertThat(admin.put(api(brand, "/settings"), settings).status()).isEqualTo(200);
        assertThat(fixture.sync(brand)).isEqualTo(JobState.FAILED);
        assertThat(operator.get(api(brand, "/status"))
                        .json()
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("wecom-credential");
    }

    private int reachable(Brand brand) {
        RoaringBitmap everybody = new RoaringBitmap();
        everybody.add(1L, 1_000_000L);
        return customers.bound(brand.id(), ChannelKind.WECOM, everybody).getCardinality();
    }
}
