package io.waterwheel.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenTests {
    private final SimulatorFixture town = new SimulatorFixture();

    @BeforeEach
    void live() {
        town.with(new WorldBuilder().friends("lin", 1));
    }

    @AfterEach
    void end() {
        town.close();
    }

    @Test
    void aTokenIsTheSameWhileItLastsAndEndsAfterTwoHours() throws Exception {
        var wecom = town.wecom();
        var first = wecom.getAccessToken();
        assertThat(wecom.getAccessToken(true)).isEqualTo(first);
        town.moveClock(Duration.ofHours(2));
        assertThat(answer("/cgi-bin/user/get?userid=lin&access_token=" + first)).contains("42001");
        // The client has not noticed: it meets 42001, fetches another token and calls again.
        assertThat(wecom.getUserService().getById("lin").getName()).isEqualTo("林导购");
        assertThat(wecom.getAccessToken()).isNotEqualTo(first);
    }

    @Test
    void theClientGetsOverATokenThatWasEndedOrIsNotKnown() throws Exception {
        var wecom = town.wecom();
        wecom.getUserService().getById("lin");
        town.sim("POST", "/sim/tokens/expire");
        assertThat(wecom.getUserService().getById("lin").getUserId()).isEqualTo("lin");
        town.fault("{\"path\":\"user/get\",\"kind\":\"errcode\",\"errcode\":40014,\"times\":1}");
        assertThat(wecom.getUserService().getById("lin").getUserId()).isEqualTo("lin");
        assertThat(answer("/cgi-bin/user/get?userid=lin&access_token=nonsense")).contains("40014");
        assertThat(answer("/cgi-bin/user/get?userid=lin")).contains("41001");
    }

    @Test
    void aWrongCorpOrSecretGetsNoToken() {
        assertThat(answer("/cgi-bin/gettoken?corpid=other&corpsecret=" + SimulatorFixture.SECRET))
                .contains("40013");
        assertThat(answer("/cgi-bin/gettoken?corpid=" + SimulatorFixture.CORP + "&corpsecret=other"))
                .contains("40001");
    }

    @Test
    void whatItDoesNotSpeakIsForbidden() {
        assertThatThrownBy(() -> town.contacts().getProductAlbumList(10, ""))
                .isInstanceOf(WxErrorException.class)
                .hasMessageContaining("48002");
    }

    private String answer(String path) {
        return town.call("GET", path, "").body();
    }
}
