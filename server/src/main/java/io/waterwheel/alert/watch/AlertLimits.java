package io.waterwheel.alert.watch;

import static io.waterwheel.alert.generated.Tables.ALERT_SETTING;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Each brand's alert settings, the addresses sealed.
@Component
public class AlertLimits {

    private static final int LEAST_MINUTES = 2;
    private static final int MOST_MINUTES = 24 * 60;
    private static final int MOST_ADDRESSES = 10;
    private static final int LONGEST_ADDRESS = 254;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@,;<>]+@[^\\s@,;<>]+");

    private final DSLContext database;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;

    AlertLimits(DSLContext database, Vault vault, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    public AlertSettings of(Brand brand) {
        return database.selectFrom(ALERT_SETTING)
                .where(ALERT_SETTING.BRAND_ID.eq(brand.id().value()))
                .fetchOptional(row -> new AlertSettings(row.getMinutes(), open(row.getSealedMail())))
                .orElse(AlertSettings.DEFAULT);
    }

    private List<String> open(@Nullable String sealed) {
        return sealed == null ? List.of() : vault.open(sealed).lines().toList();
    }

    /// How late something of a brand may be, by the brand's number; others have the default.
    Map<Short, Duration> all() {
        Map<Short, Duration> limits = new HashMap<>();
        database.selectFrom(ALERT_SETTING)
                .forEach(row -> limits.put(row.getBrandId(), Duration.ofMinutes(row.getMinutes())));
        return limits;
    }

    /// @throws Problem `invalid`
    @Transactional
    public AlertSettings change(Brand brand, AlertSettings settings) {
        List<String> mail = settings.mail().stream()
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .distinct()
                .toList();
        check(settings.minutes(), mail);
        database.insertInto(ALERT_SETTING)
                .set(ALERT_SETTING.BRAND_ID, brand.id().value())
                .set(ALERT_SETTING.MINUTES, settings.minutes())
                .set(ALERT_SETTING.SEALED_MAIL, mail.isEmpty() ? null : vault.seal(String.join("\n", mail)))
                .set(ALERT_SETTING.UPDATED_AT, clock.instant())
                .onConflict(ALERT_SETTING.BRAND_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        audit.record(
                "alert.settings",
                "brand/" + brand.key(),
                Map.of("minutes", settings.minutes(), "addresses", mail.size()));
        return new AlertSettings(settings.minutes(), mail);
    }

    private static void check(int minutes, List<String> mail) {
        Problem problem = new Problem(KernelProblem.INVALID);
        if (minutes < LEAST_MINUTES || minutes > MOST_MINUTES) {
            problem.outside("/minutes", "range", LEAST_MINUTES, MOST_MINUTES);
        }
        if (mail.size() > MOST_ADDRESSES) {
            problem.outside("/mail", "count", 0, MOST_ADDRESSES);
        }
        for (int i = 0; i < mail.size(); i++) {
            String address = mail.get(i);
            if (address.length() > LONGEST_ADDRESS || !ADDRESS.matcher(address).matches()) {
                problem.at("/mail/" + i, "address", new Text("邮箱地址无效", "not an e-mail address"));
            }
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }
}
