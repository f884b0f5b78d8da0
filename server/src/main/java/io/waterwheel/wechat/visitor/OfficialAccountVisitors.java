package io.waterwheel.wechat.visitor;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wechat.WebVisitor;
import io.waterwheel.wechat.WebVisitors;
import io.waterwheel.wechat.WechatProblem;
import io.waterwheel.wechat.account.AppKind;
import io.waterwheel.wechat.account.WechatApps;
import io.waterwheel.wechat.account.WechatClients;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.bean.oauth2.WxOAuth2AccessToken;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.common.error.WxRuntimeException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Web page authorisation through WxJava. The token that comes with the answer is not kept: what it would tell
/// more of the person, nobody asks.
@Component
class OfficialAccountVisitors implements WebVisitors {

    private static final Logger log = LoggerFactory.getLogger(OfficialAccountVisitors.class);

    /// WxJava puts it into an address as it is.
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,512}");

    private static final int SNAPSHOT = 1;

    private final WechatApps apps;
    private final WechatClients clients;

    OfficialAccountVisitors(WechatApps apps, WechatClients clients) {
        this.apps = apps;
        this.clients = clients;
    }

    @Override
    public boolean ready(Brand brand) {
        return apps.find(brand, AppKind.OFFICIAL_ACCOUNT).isPresent();
    }

    @Override
    public URI ask(Brand brand, URI back, String state, Scope scope) {
        String asked = switch (scope) {
            case SILENT -> "snsapi_base";
            case PROFILE -> "snsapi_userinfo";
        };
        return URI.create(
                clients.officialAccount(brand).getOAuth2Service().buildAuthorizationUrl(back.toString(), asked, state));
    }

    @Override
    public Optional<WebVisitor> identify(Brand brand, String code) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        try {
            WxOAuth2AccessToken told =
                    clients.officialAccount(brand).getOAuth2Service().getAccessToken(code);
            String openid = blankToNull(told.getOpenId());
            Integer snapshot = told.getSnapshotUser();
            return openid == null || (snapshot != null && snapshot == SNAPSHOT)
                    ? Optional.empty()
                    : Optional.of(new WebVisitor(openid, blankToNull(told.getUnionId())));
        } catch (WxErrorException refused) {
            if (refused.getError() == null || refused.getCause() != null) {
                throw unreachable(refused);
            }
            log.info("visitor.unknown errcode={}", refused.getError().getErrorCode());
            return Optional.empty();
        } catch (WxRuntimeException lost) {
            throw unreachable(lost);
        }
    }

    private static Problem unreachable(Exception failure) {
        return new Problem(WechatProblem.WECHAT_UNREACHABLE, failure)
                .with("reason", failure.getClass().getSimpleName());
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
