package io.waterwheel.touch.email;

import static io.waterwheel.touch.generated.Tables.EMAIL_SETTINGS;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Each brand's mail settings, the password sealed.
@Component
public class MailAccounts {

    private final DSLContext database;
    private final Vault vault;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final EmailDefaults defaults;

    MailAccounts(DSLContext database, Vault vault, AuditTrail audit, InstantSource clock, EmailDefaults defaults) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.defaults = defaults;
    }

    /// The brand's own, or else the installation's; empty when there is neither.
    public Optional<EmailSettings> of(Brand brand) {
        return own(brand).or(() -> installations(brand));
    }

    private Optional<EmailSettings> own(Brand brand) {
        return database.selectFrom(EMAIL_SETTINGS)
                .where(EMAIL_SETTINGS.BRAND_ID.eq(brand.id().value()))
                .fetchOptional(row -> new EmailSettings(
                        row.getHost(),
                        row.getPort(),
                        EmailSecurity.of(row.getSecurity()),
                        row.getUsername(),
                        row.getSealedPassword() == null ? null : vault.open(row.getSealedPassword()),
                        row.getFromAddress(),
                        row.getFromName()));
    }

    private Optional<EmailSettings> installations(Brand brand) {
        return defaults.host().isBlank() || defaults.from().isBlank()
                ? Optional.empty()
                : Optional.of(new EmailSettings(
                        defaults.host(),
                        defaults.port(),
                        EmailSecurity.of(defaults.security()),
                        blankToNull(defaults.username()),
                        blankToNull(defaults.password()),
                        defaults.from(),
                        defaults.fromName().isBlank() ? brand.name() : defaults.fromName()));
    }

    @Transactional
    public EmailSettings change(Brand brand, EmailSettings settings) {
        check(settings);
        String password = settings.password() != null
                ? blankToNull(settings.password())
                : own(brand).map(EmailSettings::password).orElse(null);
        database.insertInto(EMAIL_SETTINGS)
                .set(EMAIL_SETTINGS.BRAND_ID, brand.id().value())
                .set(EMAIL_SETTINGS.HOST, settings.host().strip())
                .set(EMAIL_SETTINGS.PORT, settings.port())
                .set(EMAIL_SETTINGS.SECURITY, settings.security().code())
                .set(EMAIL_SETTINGS.USERNAME, blankToNull(settings.username()))
                .set(EMAIL_SETTINGS.SEALED_PASSWORD, password == null ? null : vault.seal(password))
                .set(EMAIL_SETTINGS.FROM_ADDRESS, settings.fromAddress().strip())
                .set(EMAIL_SETTINGS.FROM_NAME, settings.fromName().strip())
                .set(EMAIL_SETTINGS.UPDATED_AT, clock.instant())
                .onConflict(EMAIL_SETTINGS.BRAND_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        audit.record("email.settings", "brand/" + brand.key(), Map.of("host", settings.host()));
        return settings.withPassword(null);
    }

    private static void check(EmailSettings settings) {
        Problem problem = new Problem(KernelProblem.INVALID);
        if (settings.host().isBlank()) {
            problem.at("/host", "missing", new Text("请填写 SMTP 服务器", "name the SMTP server"));
        }
        if (settings.port() < 1 || settings.port() > 65_535) {
            problem.outside("/port", "range", 1, 65_535);
        }
        try {
            new InternetAddress(settings.fromAddress(), true).validate();
        } catch (AddressException e) {
            problem.at("/fromAddress", "address", new Text("发件地址无效", "not an e-mail address"));
        }
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
