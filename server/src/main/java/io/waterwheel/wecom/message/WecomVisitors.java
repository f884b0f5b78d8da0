package io.waterwheel.wecom.message;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.touch.LinkVisitors;
import io.waterwheel.wecom.account.WecomAccounts;
import io.waterwheel.wecom.account.WecomCalls;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import me.chanjar.weixin.cp.bean.WxCpOauth2UserInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Asks WeChat who opened a link (网页授权, WeCom doc path/91022). WxJava's authorise address cannot be changed, so it
/// is built here.
@Component
class WecomVisitors implements LinkVisitors {

    private static final Logger log = LoggerFactory.getLogger(WecomVisitors.class);

    /// Only inside WeChat and WeCom does the authorise page send visitors back; elsewhere it keeps them.
    private static final String WECHAT = "MicroMessenger";

    /// WxJava puts it into an address as it is.
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,512}");

    private final WecomAccounts accounts;
    private final WecomCalls calls;

    WecomVisitors(WecomAccounts accounts, WecomCalls calls) {
        this.accounts = accounts;
        this.calls = calls;
    }

    @Override
    public Optional<URI> ask(Brand brand, String agent, URI back, String state) {
        if (!agent.contains(WECHAT)) {
            return Optional.empty();
        }
        return accounts.find(brand)
                .map(account -> URI.create(account.authorizeUrl() + "/connect/oauth2/authorize?appid="
                        + encode(account.corpId()) + "&redirect_uri=" + encode(back.toString())
                        + "&response_type=code&scope=snsapi_base&state=" + encode(state) + "&agentid="
                        + account.agentId() + "#wechat_redirect"));
    }

    @Override
    public List<Identifier> identify(Brand brand, String code) {
        if (!CODE.matcher(code).matches()) {
            return List.of();
        }
        try {
            WxCpOauth2UserInfo visitor =
                    calls.tryAsk(brand, wecom -> wecom.getOauth2Service().getAuthUserInfo(code));
            String externalUserid = visitor.getExternalUserId();
            return externalUserid == null || externalUserid.isBlank()
                    ? List.of()
                    : List.of(new Identifier(IdentifierKind.EXTERNAL_USERID, externalUserid));
        } catch (WecomCalls.Failed failed) {
            log.info("visitor.unknown errcode={}", failed.failure().errcode());
            return List.of();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
