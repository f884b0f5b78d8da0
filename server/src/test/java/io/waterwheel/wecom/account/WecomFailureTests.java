package io.waterwheel.wecom.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.wecom.WecomProblem;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import me.chanjar.weixin.common.error.WxError;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.apache.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;

class WecomFailureTests {

    @Test
    void limitsAndExpiredTokensPass() {
        for (int errcode : new int[] {-1, 40014, 42001, 45009, 45033}) {
            WecomFailure failure = refused(errcode);
            assertThat(failure.problem().type()).as("%s", errcode).isEqualTo(WecomProblem.WECOM_BUSY);
            assertThat(failure.certain()).isTrue();
            assertThat(failure.passing()).isTrue();
        }
    }

    @Test
    void whatAPersonMustMendSaysWhichSetting() {
        assertThat(refused(60020).problem().detail(Locale.CHINESE)).contains("企业可信IP");
        assertThat(refused(48002).problem().detail(Locale.CHINESE))
                .contains("可调用应用")
                .contains("48002");
        assertThat(refused(48009).problem().detail(Locale.CHINESE)).contains("权限配置");
        assertThat(refused(40001).problem().detail(Locale.ENGLISH)).contains("secret");
        assertThat(refused(60011).problem().detail(Locale.ENGLISH)).contains("Visible range");
        assertThat(refused(60020).mendable()).isTrue();
        assertThat(refused(45009).mendable()).isFalse();
    }

    @Test
    void anUnknownCodeIsToldAsItIsWithoutTheHint() {
        WecomFailure failure = WecomFailure.of(new WxErrorException(WxError.builder()
                .errorCode(99999)
                .errorMsg("odd, hint: [1700000000123456], from ip: 10.0.0.1")
                .build()));
        assertThat(failure.problem().detail(Locale.ENGLISH))
                .contains("99999")
                .contains("odd")
                .doesNotContain("10.0");
        assertThat(failure.passing()).isFalse();
    }

    @Test
    void withoutAnAnswerNobodyKnowsExceptWhenNobodyListened() {
        assertThat(WecomFailure.of(new WxRuntimeException(new NoHttpResponseException("gone")))
                        .certain())
                .isFalse();
        assertThat(WecomFailure.of(new WxRuntimeException(new SocketTimeoutException("slow")))
                        .certain())
                .isFalse();
        assertThat(WecomFailure.of(new WxRuntimeException(new ConnectException("refused")))
                        .certain())
                .isTrue();
    }

    @Test
    void aMinusOneThatWxJavaGaveUpOnWasNotDone() {
        WecomFailure failure = WecomFailure.of(new WxRuntimeException("微信服务端异常，超出重试次数"));
        assertThat(failure.certain()).isTrue();
        assertThat(failure.passing()).isTrue();
    }

    private static WecomFailure refused(int errcode) {
        return WecomFailure.of(new WxErrorException(
                WxError.builder().errorCode(errcode).errorMsg("message").build()));
    }
}
