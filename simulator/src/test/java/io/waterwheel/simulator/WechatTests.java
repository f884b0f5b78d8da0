package io.waterwheel.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WechatTests {
    private final SimulatorFixture town = new SimulatorFixture();

    @BeforeEach
    void apps() {
        town.sim(
                "PUT",
                "/sim/wechat",
                "{\"apps\":[" + app("wxaccount", "official_account") + "," + app("wxmini", "mini_program") + "]}");
    }

    @AfterEach
    void end() {
        town.close();
    }

    private static String app(String id, String kind) {
        return "{\"appId\":\"" + id + "\",\"secret\":\"s-" + id + "\",\"kind\":\"" + kind
                + "\",\"templates\":[\"T1\"]}";
    }

    private String token(String app) {
        return town.sim("GET", "/cgi-bin/token?grant_type=client_credential&appid=" + app + "&secret=s-" + app)
                .path("access_token")
                .asString();
    }

    private int send(String way, String token, String openid) {
        return town.sim(
                        "POST",
                        "/cgi-bin/message/" + way + "/send?access_token=" + token,
                        "{\"touser\":\"" + openid
                                + "\",\"template_id\":\"T1\",\"msgtype\":\"text\",\"text\":{\"content\":\"hi\"},"
                                + "\"data\":{\"thing1\":{\"value\":\"tea\"}}}")
                .path("errcode")
                .asInt();
    }

    private void act(String app, String openid, String act) {
        town.sim(
                "POST",
                "/sim/wechat/act",
                "{\"appId\":\"" + app + "\",\"openid\":\"" + openid + "\",\"act\":\"" + act
                        + "\",\"template\":\"T1\",\"times\":0}");
    }

    @Test
    void aTokenOpensItsOwnAppOnlyAndOnlyTheNewest() {
        act("wxaccount", "o1", "follow");
        var mini = token("wxmini");
        var first = token("wxaccount");
        assertThat(send("template", mini, "o1")).isEqualTo(48001);
        assertThat(send("template", first, "o1")).isZero();
        var second = token("wxaccount");
        assertThat(send("template", first, "o1")).isEqualTo(40001);
        assertThat(send("template", second, "o1")).isZero();
        town.moveClock(Duration.ofHours(2));
        assertThat(send("template", second, "o1")).isEqualTo(42001);
    }

    @Test
    void theStableTokenIsTheSameToEverybodyWhileItLives() {
        act("wxaccount", "o1", "follow");
        var first = stable(false);
        assertThat(stable(false)).isEqualTo(first);
        assertThat(send("template", first, "o1")).isZero();
        var anew = stable(true);
        assertThat(anew).isNotEqualTo(first);
        assertThat(send("template", first, "o1")).isEqualTo(40001);
        town.moveClock(Duration.ofHours(2));
        assertThat(stable(false)).isNotEqualTo(anew);
    }

    private String stable(boolean anew) {
        return town.sim(
                        "POST",
                        "/cgi-bin/stable_token",
                        "{\"grant_type\":\"client_credential\",\"appid\":\"wxaccount\",\"secret\":\"s-wxaccount\","
                                + "\"force_refresh\":" + anew + "}")
                .path("access_token")
                .asString();
    }

    @Test
    void onlyFollowersGetTemplateMessages() {
        var token = token("wxaccount");
        assertThat(send("template", token, "stranger")).isEqualTo(40003);
        act("wxaccount", "o1", "follow");
        act("wxaccount", "o1", "unfollow");
        assertThat(send("template", token, "o1")).isEqualTo(43004);
    }

    @Test
    void aCustomerServiceMessageFollowsWithin48Hours() {
        act("wxaccount", "o1", "say");
        town.moveClock(Duration.ofHours(47));
        assertThat(send("custom", token("wxaccount"), "o1")).isZero();
        town.moveClock(Duration.ofHours(2));
        assertThat(send("custom", token("wxaccount"), "o1")).isEqualTo(45015);
    }

    @Test
    void aPermissionIsGoodOnce() {
        var token = token("wxmini");
        act("wxmini", "m1", "allow");
        assertThat(send("subscribe", token, "m1")).isZero();
        assertThat(send("subscribe", token, "m1")).isEqualTo(43101);
        assertThat(town.sim("GET", "/sim/wechat").size()).isEqualTo(1);
    }

    @Test
    void faultsBefallTheseCallsToo() {
        act("wxaccount", "o1", "follow");
        town.fault("{\"path\":\"template/send\",\"kind\":\"errcode\",\"errcode\":45009,\"times\":1}");
        var token = token("wxaccount");
        assertThat(send("template", token, "o1")).isEqualTo(45009);
        assertThat(send("template", token, "o1")).isZero();
        assertThat(town.call("GET", "/cgi-bin/token?appid=wxaccount&secret=no", "")
                        .body())
                .contains("40125");
    }
}
