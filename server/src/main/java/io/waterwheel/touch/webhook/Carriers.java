package io.waterwheel.touch.webhook;

import static io.waterwheel.touch.generated.Tables.WEBHOOK_SETTINGS;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.WebAddress;
import io.waterwheel.touch.ChannelProblem;
import java.net.URI;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Each brand's own carrier, its secret sealed.
@Component
public class Carriers {

    private static final int SHORTEST_SECRET = 16;

    private final DSLContext database;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;

    Carriers(DSLContext database, Vault vault, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /// @throws Problem `webhook-not-configured`
    public CarrierSettings settings(Brand brand) {
        return new CarrierSettings(get(brand).url(), null);
    }

    /// With the secret.
    ///
    /// @throws Problem `webhook-not-configured`
    CarrierSettings get(Brand brand) {
        return find(brand).orElseThrow(() -> new Problem(ChannelProblem.WEBHOOK_NOT_CONFIGURED));
    }

    private Optional<CarrierSettings> find(Brand brand) {
        return database.selectFrom(WEBHOOK_SETTINGS)
                .where(WEBHOOK_SETTINGS.BRAND_ID.eq(brand.id().value()))
                .fetchOptional(row -> new CarrierSettings(row.getUrl(), vault.open(row.getSealedSecret())));
    }

    @Transactional
    public CarrierSettings change(Brand brand, CarrierSettings asked) {
        String secret = asked.secret() != null && !asked.secret().isBlank()
                ? asked.secret().strip()
                : find(brand).map(CarrierSettings::secret).orElse("");
        String url = asked.url().strip();
        check(url, secret);
        database.insertInto(WEBHOOK_SETTINGS)
                .set(WEBHOOK_SETTINGS.BRAND_ID, brand.id().value())
                .set(WEBHOOK_SETTINGS.URL, url)
                .set(WEBHOOK_SETTINGS.SEALED_SECRET, vault.seal(secret))
                .set(WEBHOOK_SETTINGS.UPDATED_AT, clock.instant())
                .onConflict(WEBHOOK_SETTINGS.BRAND_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        audit.record("webhook-channel.settings", "brand/" + brand.key(), Map.of("host", host(url)));
        return new CarrierSettings(url, null);
    }

    private static void check(String url, String secret) {
        Problem problem = new Problem(KernelProblem.INVALID);
        if (WebAddress.of(url).isEmpty()) {
            problem.at(
                    "/url",
                    "address",
                    new Text(
                            "地址以 http:// 或 https:// 开头，不含用户名", "an address with http:// or https:// and no user name"));
        }
        if (secret.length() < SHORTEST_SECRET) {
            problem.at(
                    "/secret",
                    "short",
                    new Text(
                            "密钥至少 " + SHORTEST_SECRET + " 位",
                            "a secret of at least " + SHORTEST_SECRET + " characters"));
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }

    static String host(String url) {
        return String.valueOf(URI.create(url).getHost());
    }
}
