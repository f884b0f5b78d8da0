package io.waterwheel.wechat.message;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Call;
import io.waterwheel.touch.CallOutcome;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.ChannelPromise;
import io.waterwheel.touch.Route;
import io.waterwheel.touch.TextLimit;
import io.waterwheel.wechat.account.AppKind;
import io.waterwheel.wechat.account.WechatApp;
import io.waterwheel.wechat.account.WechatApps;
import io.waterwheel.wechat.account.WechatClients;
import io.waterwheel.wechat.account.WechatFailure;
import io.waterwheel.wechat.follower.Followers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.bean.kefu.WxMpKefuMessage;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateData;
import me.chanjar.weixin.mp.bean.template.WxMpTemplateMessage;
import org.springframework.stereotype.Component;

/// An official account (公众号). With a platform template as its head a message is a template message, which
/// reaches every follower; without one it is a customer-service message, which reaches whoever did something
/// within the last 48 hours. Nobody can be asked what became of a call.
@Component
class OfficialAccountChannel implements Channel {

    /// What a customer-service text takes (doc: 客服消息, read in November 2026).
    private static final int MOST_BYTES = 2_048;

    private static final int CALLS = 4;

    /// A little less than the platform's 48 hours, because the call itself takes time.
    private static final Duration WINDOW = Duration.ofHours(48).minus(Duration.ofMinutes(1));

    private static final ChannelPromise PROMISE =
            ChannelPromise.nothing(TextLimit.bytes(MOST_BYTES)).parallel(CALLS);

    private final WechatApps apps;
    private final WechatClients clients;
    private final Followers followers;
    private final FollowerRoutes routes;
    private final InstantSource clock;

    OfficialAccountChannel(
            WechatApps apps, WechatClients clients, Followers followers, FollowerRoutes routes, InstantSource clock) {
        this.apps = apps;
        this.clients = clients;
        this.followers = followers;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.OFFICIAL_ACCOUNT;
    }

    @Override
    public ChannelPromise promise() {
        return PROMISE;
    }

    @Override
    public void ready(Brand brand) {
        apps.get(brand, AppKind.OFFICIAL_ACCOUNT);
    }

    @Override
    public Map<CustomerNo, Route> routes(Brand brand, Collection<CustomerNo> customers) {
        return routes.of(brand, AppKind.OFFICIAL_ACCOUNT, customers);
    }

    @Override
    public CallOutcome send(Brand brand, Call call) {
        Call.To to = call.recipients().getFirst();
        String template = call.subject();
        try {
            WechatApp app = apps.get(brand, AppKind.OFFICIAL_ACCOUNT);
            WxMpService service = clients.officialAccount(brand);
            if (template == null || template.isBlank()) {
                if (!followers.interactedSince(
                        app, to.address(), clock.instant().minus(WINDOW))) {
                    return new CallOutcome.Rejected("window-closed");
                }
                service.getKefuService()
                        .sendKefuMessage(WxMpKefuMessage.TEXT()
                                .toUser(to.address())
                                .content(to.text())
                                .build());
                return new CallOutcome.Accepted(call.key(), Map.of());
            }
            String msgid = service.getTemplateMsgService().sendTemplateMsg(message(to, template));
            return new CallOutcome.Accepted(String.valueOf(msgid), Map.of());
        } catch (Problem missing) {
            return new CallOutcome.Blocked(missing);
        } catch (WxErrorException | RuntimeException e) {
            return WechatFailure.outcome(e);
        }
    }

    /// The same `client_msg_id` within some minutes is carried once; that is too short to rely on after a kill.
    private static WxMpTemplateMessage message(Call.To to, String template) {
        MessageFields fields = MessageFields.of(to.text());
        List<WxMpTemplateData> data = fields.values().entrySet().stream()
                .map(field -> new WxMpTemplateData(field.getKey(), field.getValue()))
                .toList();
        return WxMpTemplateMessage.builder()
                .toUser(to.address())
                .templateId(template.strip())
                .url(fields.target())
                .clientMsgId(to.key())
                .data(data)
                .build();
    }
}
