package io.waterwheel.touch.sms;

import static io.waterwheel.touch.generated.Tables.SMS_SETTINGS;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.PublicAddress;
import io.waterwheel.touch.ChannelProblem;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Each brand's SMS settings, the secret sealed.
@Component
public class SmsAccounts {

    private static final int MOST_SIGNATURE = 20;
    private static final int MOST_OPT_OUT = 20;
    private static final int MOST_PRICE = 100_000;
    private static final int PRICE_DIGITS = 4;

    private final DSLContext database;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final PublicAddress address;
    private final Map<String, SmsProvider> providers;

    SmsAccounts(
            DSLContext database,
            Vault vault,
            AuditTrail audit,
            InstantSource clock,
            PublicAddress address,
            List<SmsProvider> providers) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.address = address;
        this.providers = providers.stream().collect(Collectors.toMap(SmsProvider::code, Function.identity()));
    }

    /// @throws Problem `sms-not-configured`
    public SmsSettings settings(Brand brand) {
        return get(brand).settings().withSecret(null);
    }

    /// @throws Problem `sms-not-configured`
    SmsAccount get(Brand brand) {
        return find(brand).orElseThrow(() -> new Problem(ChannelProblem.SMS_NOT_CONFIGURED));
    }

    boolean known(Brand brand) {
        return database.fetchExists(
                SMS_SETTINGS, SMS_SETTINGS.BRAND_ID.eq(brand.id().value()));
    }

    SmsProvider provider(SmsAccount account) {
        SmsProvider provider = providers.get(account.settings().provider());
        if (provider == null) {
            throw new Problem(ChannelProblem.SMS_NOT_CONFIGURED);
        }
        return provider;
    }

    private Optional<SmsAccount> find(Brand brand) {
        return database.selectFrom(SMS_SETTINGS)
                .where(SMS_SETTINGS.BRAND_ID.eq(brand.id().value()))
                .fetchOptional(row -> new SmsAccount(
                        brand,
                        new SmsSettings(
                                row.getProvider(),
                                row.getUrl(),
                                row.getAppKey(),
                                row.getSealedSecret() == null ? null : vault.open(row.getSealedSecret()),
                                row.getSignature(),
                                row.getOptOut(),
                                row.getPrice().stripTrailingZeros(),
                                callback(brand))));
    }

    private String callback(Brand brand) {
        return address.of("/callbacks/sms/" + brand.key());
    }

    @Transactional
    public SmsSettings change(Brand brand, SmsSettings asked) {
        String secret = asked.secret() != null && !asked.secret().isBlank()
                ? asked.secret().strip()
                : find(brand).map(account -> account.settings().secret()).orElse(null);
        SmsSettings settings = new SmsSettings(
                asked.provider(),
                blankToNull(asked.url()),
                blankToNull(asked.key()),
                secret,
                asked.signature().strip(),
                asked.optOut().strip(),
                asked.price(),
                null);
        check(settings);
        database.insertInto(SMS_SETTINGS)
                .set(SMS_SETTINGS.BRAND_ID, brand.id().value())
                .set(SMS_SETTINGS.PROVIDER, settings.provider())
                .set(SMS_SETTINGS.URL, settings.url())
                .set(SMS_SETTINGS.APP_KEY, settings.key())
                .set(SMS_SETTINGS.SEALED_SECRET, secret == null ? null : vault.seal(secret))
                .set(SMS_SETTINGS.SIGNATURE, settings.signature())
                .set(SMS_SETTINGS.OPT_OUT, settings.optOut())
                .set(SMS_SETTINGS.PRICE, settings.price())
                .set(SMS_SETTINGS.UPDATED_AT, clock.instant())
                .onConflict(SMS_SETTINGS.BRAND_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        audit.record("sms.settings", "brand/" + brand.key(), Map.of("provider", settings.provider()));
        return settings.withSecret(null).withCallback(callback(brand));
    }

    private void check(SmsSettings settings) {
        Problem problem = new Problem(KernelProblem.INVALID);
        SmsProvider provider = providers.get(settings.provider());
        if (provider == null) {
            problem.at("/provider", "unknown", new Text("没有这个短信通道", "there is no such provider"));
        } else {
            provider.check(settings, settings.secret() != null, problem);
        }
        if (settings.signature().isEmpty()
                || settings.signature().length() > MOST_SIGNATURE
                || settings.signature().matches(".*[【】].*")) {
            problem.at(
                    "/signature",
                    "signature",
                    new Text(
                            "签名 1 到 " + MOST_SIGNATURE + " 字，不含【】，发送时自动加上",
                            "1 to " + MOST_SIGNATURE + " characters without 【】, which are added"));
        }
        if (settings.optOut().length() > MOST_OPT_OUT) {
            problem.outside("/optOut", "length", 0, MOST_OPT_OUT);
        }
        BigDecimal price = settings.price();
        if (price.signum() < 0 || price.compareTo(BigDecimal.valueOf(MOST_PRICE)) > 0) {
            problem.outside("/price", "range", 0, MOST_PRICE);
        } else if (price.stripTrailingZeros().scale() > PRICE_DIGITS) {
            problem.at(
                    "/price",
                    "digits",
                    new Text("最多 " + PRICE_DIGITS + " 位小数", "at most " + PRICE_DIGITS + " digits after the point"));
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
