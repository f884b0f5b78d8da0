package io.waterwheel.simulator;

import static io.waterwheel.simulator.MassSendTests.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.simulator.http.UrlEncoded;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageTests {
    private final SimulatorFixture town = new SimulatorFixture();

    @BeforeEach
    void live() {
        town.with(new WorldBuilder().friends("lin", 3));
    }

    @AfterEach
    void end() {
        town.close();
    }

    @Test
    void aGuideConfirmsATaskOnThePage() throws Exception {
        var msgid = town.contacts()
                .addMsgTemplate(message("<b>新品</b> 到店", "lin", List.of("wm0", "wm1")))
                .getMsgId();
        assertThat(page("/")).contains("林导购", "1 个待发送").doesNotContain("Guides");
        assertThat(page("/?lang=en")).contains("Guides", "1 to send");
        assertThat(page("/guides/lin"))
                .contains("&lt;b&gt;新品&lt;/b&gt;", "确认发送")
                .doesNotContain("<b>新品");
        var confirmed = town.call("POST", "/guides/lin/tasks/" + msgid + "/confirm", "");
        assertThat(confirmed.statusCode()).isEqualTo(302);
        assertThat(confirmed.headers().firstValue("Location")).contains("/guides/lin");
        assertThat(page("/guides/lin")).contains("已发送 2").doesNotContain("确认发送");
    }

    @Test
    void aCustomersLinkOpensAsThatCustomer() throws Exception {
        var link = "http://127.0.0.1:9/new?a=1&b=2";
        var msgid = town.contacts()
                .addMsgTemplate(message("看 " + link + " 呀", "lin", List.of("wm0")))
                .getMsgId();
        town.confirm("lin", msgid);
        assertThat(page("/customers?q=" + UrlEncoded.encode("客户0")))
                .contains("/customers/p0")
                .doesNotContain("p1");
        var open = "/customers/p0/open?key=" + msgid + "&url=" + UrlEncoded.encode(link);
        assertThat(page("/customers/p0")).contains(open.replace("&", "&amp;"));

        var opened = town.call("GET", open, "");
        assertThat(opened.statusCode()).isEqualTo(302);
        assertThat(opened.headers().firstValue("Location")).contains(link);
        assertThat(opened.headers().firstValue("Set-Cookie").orElseThrow()).startsWith("sim_customer=p0;");
        assertThat(town.truth("clicked")).isEqualTo(1);
        assertThat(page("/customers/p0")).contains("已读 · 已点击");
        assertThat(page("/customers/p0/open?key=" + msgid + "&url=" + UrlEncoded.encode("http://elsewhere.example/")))
                .contains("没有这一页");
    }

    @Test
    void aCodeStandsForACustomerOnceAndOnlyForFiveMinutes() throws Exception {
        var stranger = town.call(
                "GET",
                "/connect/oauth2/authorize?appid=" + SimulatorFixture.CORP + "&redirect_uri=http%3A%2F%2F127.0.0.1",
                "");
        assertThat(stranger.statusCode()).isEqualTo(401);
        ContactTests.refused(40029, () -> town.wecom().getOauth2Service().getAuthUserInfo("made-up"));
    }

    private String page(String path) {
        var answer = town.call("GET", path, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
