package io.waterwheel.wechat.account;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.tencent.WxHttpClients;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;
import org.springframework.stereotype.Component;

/// One long-lived client per app, each with a store of its own for its token, so that a token is never mixed
/// with another app's. It is the stable one (获取稳定版接口调用凭据): whoever asks again gets the same for as
/// long as it lives, so two nodes, or two calls that are refused at the same moment, do not end each other's.
@Component
public class WechatClients {

    /// WxJava tries a −1 again after 1, 2, 4 … of these; what still fails then is ours to wait for.
    private static final int BUSY_MILLIS = 300;

    private static final int BUSY_TRIES = 3;

    private final WechatApps apps;
    private final WxHttpClients http = new WxHttpClients();
    private final Map<BrandId, Kept<WxMpService>> accounts = new ConcurrentHashMap<>();
    private final Map<BrandId, Kept<WxMaService>> programs = new ConcurrentHashMap<>();

    private record Kept<T>(long version, T client) {}

    WechatClients(WechatApps apps) {
        this.apps = apps;
    }

    /// @throws io.waterwheel.kernel.problem.Problem `wechat-not-configured`
    public WxMpService officialAccount(Brand brand) {
        WechatApp app = apps.get(brand, AppKind.OFFICIAL_ACCOUNT);
        return accounts.compute(
                        brand.id(),
                        (id, known) -> known != null && known.version == app.version()
                                ? known
                                : new Kept<>(app.version(), account(app)))
                .client;
    }

    /// @throws io.waterwheel.kernel.problem.Problem `wechat-not-configured`
    public WxMaService miniProgram(Brand brand) {
        WechatApp app = apps.get(brand, AppKind.MINI_PROGRAM);
        return programs.compute(
                        brand.id(),
                        (id, known) -> known != null && known.version == app.version()
                                ? known
                                : new Kept<>(app.version(), program(app)))
                .client;
    }

    private WxMpService account(WechatApp app) {
        WxMpDefaultConfigImpl config = new WxMpDefaultConfigImpl();
        config.setAppId(app.appId());
        config.setSecret(app.secret());
        config.useStableAccessToken(true);
        config.setHostConfig(new WxMpHostConfig(app.baseUrl(), app.authorizeUrl(), app.baseUrl()));
        config.setApacheHttpClientBuilder(http);
        WxMpServiceImpl service = new WxMpServiceImpl();
        service.setWxMpConfigStorage(config);
        service.setRetrySleepMillis(BUSY_MILLIS);
        service.setMaxRetryTimes(BUSY_TRIES);
        return service;
    }

    private WxMaService program(WechatApp app) {
        WxMaDefaultConfigImpl config = new WxMaDefaultConfigImpl();
        config.setAppid(app.appId());
        config.setSecret(app.secret());
        config.useStableAccessToken(true);
        config.setApiHostUrl(app.baseUrl());
        config.setApacheHttpClientBuilder(http);
        WxMaServiceImpl service = new WxMaServiceImpl();
        service.setWxMaConfig(config);
        service.setRetrySleepMillis(BUSY_MILLIS);
        service.setMaxRetryTimes(BUSY_TRIES);
        return service;
    }
}
