package io.waterwheel.wechat.message;

import cn.binarywang.wx.miniapp.bean.WxMaSubscribeMessage;
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
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import me.chanjar.weixin.common.error.WxErrorException;
import org.springframework.stereotype.Component;

/// A mini-program's subscribe message (订阅消息). Somebody allows one message of a template at a time; a permission
/// is taken before the call and given back when the call was certainly not carried. Nobody can be asked what
/// became of a call.
@Component
class MiniProgramChannel implements Channel {

    private static final int MOST_BYTES = 1_000;
    private static final int CALLS = 4;

    private static final ChannelPromise PROMISE =
            ChannelPromise.nothing(TextLimit.bytes(MOST_BYTES)).withoutLinks().parallel(CALLS);

    private final WechatApps apps;
    private final WechatClients clients;
    private final Followers followers;
    private final FollowerRoutes routes;

    MiniProgramChannel(WechatApps apps, WechatClients clients, Followers followers, FollowerRoutes routes) {
        this.apps = apps;
        this.clients = clients;
        this.followers = followers;
        this.routes = routes;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.MINI_PROGRAM;
    }

    @Override
    public ChannelPromise promise() {
        return PROMISE;
    }

    @Override
    public void ready(Brand brand) {
        apps.get(brand, AppKind.MINI_PROGRAM);
    }

    @Override
    public Map<CustomerNo, Route> routes(Brand brand, Collection<CustomerNo> customers) {
        return routes.of(brand, AppKind.MINI_PROGRAM, customers);
    }

    @Override
    public CallOutcome send(Brand brand, Call call) {
        WechatApp app;
        try {
            app = apps.get(brand, AppKind.MINI_PROGRAM);
        } catch (Problem missing) {
            return new CallOutcome.Blocked(missing);
        }
        Call.To to = call.recipients().getFirst();
        String template = Objects.requireNonNullElse(call.subject(), "").strip();
        if (!followers.takePermission(app, to.address(), template)) {
            return new CallOutcome.Rejected("no-subscription");
        }
        CallOutcome outcome = call(brand, call.key(), to, template);
        switch (outcome) {
            case CallOutcome.Later later -> followers.giveBack(app, to.address(), template);
            case CallOutcome.Blocked blocked -> followers.giveBack(app, to.address(), template);
            case CallOutcome.Rejected(var reason) -> {
                if (reason.equals("no-subscription")) {
                    // The platform knows better than we do what is left.
                    followers.refuses(app, to.address(), template);
                } else {
                    followers.giveBack(app, to.address(), template);
                }
            }
            case CallOutcome.Accepted accepted -> {
                // It is used up.
            }
            case CallOutcome.Unsure unsure -> {
                // It may be used up.
            }
        }
        return outcome;
    }

    private CallOutcome call(Brand brand, String key, Call.To to, String template) {
        MessageFields fields = MessageFields.of(to.text());
        WxMaSubscribeMessage message = WxMaSubscribeMessage.builder()
                .toUser(to.address())
                .templateId(template)
                .page(fields.target().isEmpty() ? null : fields.target())
                .build();
        fields.values().forEach((name, value) -> message.addData(new WxMaSubscribeMessage.MsgData(name, value)));
        try {
            clients.miniProgram(brand).getSubscribeService().sendSubscribeMsg(message);
            return new CallOutcome.Accepted(key, Map.of());
        } catch (Problem missing) {
            return new CallOutcome.Blocked(missing);
        } catch (WxErrorException | RuntimeException e) {
            return WechatFailure.outcome(e);
        }
    }
}
