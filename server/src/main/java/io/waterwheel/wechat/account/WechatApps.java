package io.waterwheel.wechat.account;

import static io.waterwheel.wechat.generated.Tables.APP;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.WaterwheelProperties;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.wechat.WechatProblem;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Each brand's apps; secrets sealed at rest.
@Component
public class WechatApps {

    private static final String WECHAT = "https://api.weixin.qq.com";
    private static final int AES_KEY = 43;

    /// WxJava puts app id and secret into an address as they are.
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final DSLContext database;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final WaterwheelProperties properties;

    WechatApps(
            DSLContext database, Vault vault, AuditTrail audit, InstantSource clock, WaterwheelProperties properties) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.properties = properties;
    }

    public Optional<WechatApp> find(Brand brand, AppKind kind) {
        return database.selectFrom(APP)
                .where(APP.BRAND_ID.eq(brand.id().value()))
                .and(APP.KIND.eq(kind.code()))
                .fetchOptional(row -> new WechatApp(
                        brand.id(),
                        kind,
                        row.getAppId(),
                        vault.open(row.getSealedSecret()),
                        vault.open(row.getSealedToken()),
                        vault.open(row.getSealedAesKey()),
                        row.getBaseUrl(),
                        row.getVersion()));
    }

    /// @throws Problem `wechat-not-configured`
    public WechatApp get(Brand brand, AppKind kind) {
        return find(brand, kind)
                .orElseThrow(() -> new Problem(WechatProblem.WECHAT_NOT_CONFIGURED).with("app", kind.text()));
    }

    /// @throws Problem `wechat-not-configured`
    public WechatSettings settings(Brand brand, AppKind kind) {
        WechatApp app = get(brand, kind);
        return shown(brand, kind, app.appId(), app.baseUrl());
    }

    private WechatSettings shown(Brand brand, AppKind kind, String appId, String baseUrl) {
        String callback = properties.publicUrl() + "/callbacks/wechat/" + brand.key() + "/" + kind.code();
        return new WechatSettings(appId, null, null, null, baseUrl, callback);
    }

    @Transactional
    public WechatSettings change(Brand brand, AppKind kind, WechatSettings asked) {
        Optional<WechatApp> known = find(brand, kind);
        String appId = asked.appId().strip();
        String secret = kept(asked.secret(), known, WechatApp::secret);
        String token = kept(asked.token(), known, WechatApp::token);
        String aesKey = kept(asked.aesKey(), known, WechatApp::aesKey);
        String baseUrl = asked.baseUrl() == null || asked.baseUrl().isBlank()
                ? WECHAT
                : asked.baseUrl().strip().replaceFirst("/+$", "");
        check(appId, secret, aesKey, baseUrl);
        if (taken(brand, kind, appId)) {
            throw new Problem(KernelProblem.INVALID)
                    .at("/appId", "taken", new Text("这个 AppID 已被另一处使用", "this AppID is in use elsewhere"));
        }
        database.insertInto(APP)
                .set(APP.BRAND_ID, brand.id().value())
                .set(APP.KIND, kind.code())
                .set(APP.APP_ID, appId)
                .set(APP.SEALED_SECRET, vault.seal(secret))
                .set(APP.SEALED_TOKEN, vault.seal(token))
                .set(APP.SEALED_AES_KEY, vault.seal(aesKey))
                .set(APP.BASE_URL, baseUrl)
                .set(APP.VERSION, clock.millis())
                .onConflict(APP.BRAND_ID, APP.KIND)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        audit.record("wechat.settings", "brand/" + brand.key(), Map.of("kind", kind.code(), "appId", appId));
        return shown(brand, kind, appId, baseUrl);
    }

    /// One app of two brands would mix their followers up.
    private boolean taken(Brand brand, AppKind kind, String appId) {
        return database.fetchExists(
                APP,
                APP.APP_ID.eq(appId).andNot(APP.BRAND_ID.eq(brand.id().value()).and(APP.KIND.eq(kind.code()))));
    }

    private static void check(String appId, String secret, String aesKey, String baseUrl) {
        Problem problem = new Problem(KernelProblem.INVALID);
        if (!WORD.matcher(appId).matches()) {
            problem.at("/appId", "word", new Text("请填写 AppID（字母、数字）", "the AppID: letters and digits"));
        }
        if (!WORD.matcher(secret).matches()) {
            problem.at("/secret", "word", new Text("请填写 AppSecret（字母、数字）", "the AppSecret: letters and digits"));
        }
        if (!aesKey.isEmpty() && aesKey.length() != AES_KEY) {
            problem.at("/aesKey", "length", new Text("EncodingAESKey 为 43 位", "an EncodingAESKey has 43 characters"));
        }
        try {
            if (URI.create(baseUrl).getHost() == null) {
                throw new IllegalArgumentException(baseUrl);
            }
        } catch (IllegalArgumentException e) {
            problem.at("/baseUrl", "address", new Text("不是有效的网址", "not an address"));
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }

    private static String kept(@Nullable String told, Optional<WechatApp> known, Function<WechatApp, String> part) {
        return told != null && !told.isBlank() ? told.strip() : known.map(part).orElse("");
    }
}
