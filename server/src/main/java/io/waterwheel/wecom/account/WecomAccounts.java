package io.waterwheel.wecom.account;

import static io.waterwheel.wecom.generated.Tables.ACCOUNT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.KeptProblem;
import io.waterwheel.wecom.WecomProblem;
import io.waterwheel.wecom.generated.tables.records.AccountRecord;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Each brand's WeCom settings; secrets sealed at rest.
@Component
public class WecomAccounts {

    public static final String WECOM = "https://qyapi.weixin.qq.com";
    public static final String WECHAT = "https://open.weixin.qq.com";

    private static final int AES_KEY = 43;

    /// WxJava puts corp id and secret into an address as they are.
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private final DSLContext database;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json;

    WecomAccounts(DSLContext database, Vault vault, AuditTrail audit, InstantSource clock, JsonMapper json) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.json = json;
    }

    public Optional<AccountRecord> row(Brand brand) {
        return database.selectFrom(ACCOUNT)
                .where(ACCOUNT.BRAND_ID.eq(brand.id().value()))
                .fetchOptional();
    }

    public Optional<WecomAccount> find(Brand brand) {
        return row(brand)
                .map(row -> new WecomAccount(
                        brand.id(),
                        row.getCorpId(),
                        row.getAgentId(),
                        vault.open(row.getSealedSecret()),
                        vault.open(row.getSealedToken()),
                        vault.open(row.getSealedAesKey()),
                        row.getBaseUrl(),
                        row.getAuthorizeUrl(),
                        row.getVersion()));
    }

    /// @throws Problem `wecom-not-configured`
    public WecomAccount get(Brand brand) {
        return find(brand).orElseThrow(() -> new Problem(WecomProblem.WECOM_NOT_CONFIGURED));
    }

    @Transactional
    public void change(Brand brand, WecomSettings settings) {
        Optional<WecomAccount> known = find(brand);
        String secret = kept(settings.secret(), known.map(WecomAccount::secret));
        String token = kept(settings.callbackToken(), known.map(WecomAccount::token));
        String aesKey = kept(settings.callbackAesKey(), known.map(WecomAccount::aesKey));
        String baseUrl = address(settings.baseUrl(), WECOM);
        String authorizeUrl = address(settings.authorizeUrl(), WECHAT);
        check(settings, secret, aesKey, baseUrl, authorizeUrl);
        AccountRecord row = database.newRecord(ACCOUNT);
        row.setBrandId(brand.id().value());
        row.setCorpId(settings.corpId().strip());
        row.setAgentId(Integer.parseInt(settings.agentId().strip()));
        row.setSealedSecret(vault.seal(secret));
        row.setSealedToken(vault.seal(token));
        row.setSealedAesKey(vault.seal(aesKey));
        row.setBaseUrl(baseUrl);
        row.setAuthorizeUrl(authorizeUrl);
        row.setVersion(clock.millis());
        row.setProblem(null);
        row.setCallbackRefusedAt(null);
        row.setCallbackRefusal(null);
        database.insertInto(ACCOUNT)
                .set(row)
                .onConflict(ACCOUNT.BRAND_ID)
                .doUpdate()
                .set(row)
                .execute();
        audit.record("wecom.settings", "brand/" + brand.key(), Map.of("corpId", settings.corpId(), "baseUrl", baseUrl));
    }

    /// Keeps what a person must mend, or that calls work again.
    public void problem(Brand brand, @Nullable Problem problem) {
        JSONB kept = KeptProblem.stored(json, problem);
        database.update(ACCOUNT)
                .set(ACCOUNT.PROBLEM, kept)
                .where(ACCOUNT.BRAND_ID.eq(brand.id().value()))
                .execute();
    }

    /// A callback or the check of its address was genuine. Written once a minute at most: callbacks come in crowds.
    public void called(Brand brand) {
        Instant now = clock.instant();
        database.update(ACCOUNT)
                .set(ACCOUNT.CALLBACK_AT, now)
                .where(ACCOUNT.BRAND_ID.eq(brand.id().value()))
                .and(ACCOUNT.CALLBACK_AT
                        .isNull()
                        .or(ACCOUNT.CALLBACK_AT.lt(now.minus(Duration.ofMinutes(1))))
                        .or(ACCOUNT.CALLBACK_AT.lt(ACCOUNT.CALLBACK_REFUSED_AT)))
                .execute();
    }

    /// Keeps why a callback was refused, for whoever looks at the settings.
    public void refused(Brand brand, Problem problem) {
        database.update(ACCOUNT)
                .set(ACCOUNT.CALLBACK_REFUSED_AT, clock.instant())
                .set(ACCOUNT.CALLBACK_REFUSAL, KeptProblem.stored(json, problem))
                .where(ACCOUNT.BRAND_ID.eq(brand.id().value()))
                .execute();
    }

    public void synced(Brand brand) {
        database.update(ACCOUNT)
                .set(ACCOUNT.LAST_SYNC_AT, clock.instant())
                .setNull(ACCOUNT.PROBLEM)
                .where(ACCOUNT.BRAND_ID.eq(brand.id().value()))
                .execute();
    }

    private static void check(
            WecomSettings settings, String secret, String aesKey, String baseUrl, String authorizeUrl) {
        Problem problem = new Problem(KernelProblem.INVALID);
        if (!WORD.matcher(settings.corpId().strip()).matches()) {
            problem.at("/corpId", "word", new Text("请填写企业 ID（字母、数字、_、-）", "the corp id: letters, digits, _ and -"));
        }
        if (!settings.agentId().strip().matches("[0-9]{1,9}")) {
            problem.at("/agentId", "number", new Text("AgentId 为数字", "the AgentId is a number"));
        }
        if (!WORD.matcher(secret).matches()) {
            problem.at(
                    "/secret",
                    "word",
                    new Text("请填写应用 Secret（字母、数字、_、-）", "the application secret: letters, digits, _ and -"));
        }
        if (!aesKey.isEmpty() && aesKey.length() != AES_KEY) {
            problem.at(
                    "/callbackAesKey",
                    "length",
                    new Text("EncodingAESKey 为 43 个字符", "the EncodingAESKey has 43 characters"));
        }
        if (!isWebAddress(baseUrl)) {
            problem.at(
                    "/baseUrl", "address", new Text("接口地址以 http:// 或 https:// 开头", "begins with http:// or https://"));
        }
        if (!isWebAddress(authorizeUrl)) {
            problem.at(
                    "/authorizeUrl",
                    "address",
                    new Text("授权地址以 http:// 或 https:// 开头", "begins with http:// or https://"));
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }

    private static String kept(@Nullable String given, Optional<String> known) {
        return given == null || given.isBlank() ? known.orElse("") : given.strip();
    }

    private static String address(@Nullable String given, String otherwise) {
        return given == null || given.isBlank() ? otherwise : given.strip().replaceAll("/+$", "");
    }

    private static boolean isWebAddress(String text) {
        try {
            URI address = URI.create(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && address.getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }
}
