package io.waterwheel.wecom.account;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.tencent.WxHttpClients;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import org.springframework.stereotype.Component;

/// One long-lived client per brand, so that a token is fetched once in two hours and never mixed with another app's.
@Component
public class WecomClients {

    /// WxJava tries a −1 again after 1, 2, 4 … of these; what still fails then is ours to wait for.
    private static final int BUSY_MILLIS = 500;

    private static final int BUSY_TRIES = 3;

    private final WecomAccounts accounts;
    private final WxHttpClients http = new WxHttpClients();
    private final Map<BrandId, Client> clients = new ConcurrentHashMap<>();

    WecomClients(WecomAccounts accounts) {
        this.accounts = accounts;
    }

    private record Client(long version, WxCpService service) {}

    /// @throws io.waterwheel.kernel.problem.Problem `wecom-not-configured`
    public WxCpService of(Brand brand) {
        WecomAccount account = accounts.get(brand);
        return clients.compute(
                        brand.id(),
                        (id, known) -> known != null && known.version == account.version() ? known : client(account))
                .service;
    }

    private Client client(WecomAccount account) {
        WxCpDefaultConfigImpl config = new WxCpDefaultConfigImpl();
        config.setCorpId(account.corpId());
        config.setCorpSecret(account.secret());
        config.setAgentId(account.agentId());
        config.setToken(account.token());
        config.setAesKey(account.aesKey());
        config.setBaseApiUrl(account.baseUrl());
        config.setApacheHttpClientBuilder(http);
        WxCpServiceImpl service = new WxCpServiceImpl();
        service.setWxCpConfigStorage(config);
        service.setRetrySleepMillis(BUSY_MILLIS);
        service.setMaxRetryTimes(BUSY_TRIES);
        return new Client(account.version(), service);
    }
}
