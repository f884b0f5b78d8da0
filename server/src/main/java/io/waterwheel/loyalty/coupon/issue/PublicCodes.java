package io.waterwheel.loyalty.coupon.issue;

import static io.waterwheel.loyalty.generated.Tables.COUPON_PUBLIC_CODE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.coupon.template.CouponTemplates;
import io.waterwheel.loyalty.generated.tables.records.CouponPublicCodeRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Codes on posters: one for many customers, each once, whatever the template's own limit.
@Component
public class PublicCodes {

    private static final int MOST = 1_000_000_000;

    private final DSLContext database;
    private final CouponTemplates templates;
    private final AuditTrail audit;
    private final InstantSource clock;

    PublicCodes(DSLContext database, CouponTemplates templates, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.templates = templates;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param code 4 to 20 letters or digits; small and capital letters are the same
    /// @param most how many customers may use it
    public record NewPublicCode(String code, int most) {}

    public record PublicCode(String code, int most, int used) {}

    /// @throws Problem `not-found`, `invalid`, `public-code-taken`
    @Transactional
    public PublicCode create(Brand brand, CouponTemplateId template, NewPublicCode wanted) {
        templates.get(brand, template);
        String code = folded(wanted.code());
        if (!code.matches("[\\p{L}\\p{N}]{4,20}")) {
            throw new Problem(KernelProblem.INVALID).outside("/code", "length", 4, 20);
        }
        if (wanted.most() < 1 || wanted.most() > MOST) {
            throw new Problem(KernelProblem.INVALID).outside("/most", "range", 1, MOST);
        }
        CouponPublicCodeRecord row = database.newRecord(COUPON_PUBLIC_CODE);
        row.setBrandId(brand.id().value());
        row.setTemplateId(template.value());
        row.setCode(code);
        row.setMost(wanted.most());
        row.setCreatedBy(Actor.current().name());
        row.setCreatedAt(clock.instant());
        try {
            row.store();
        } catch (DuplicateKeyException taken) {
            throw new Problem(CouponProblem.PUBLIC_CODE_TAKEN, taken).with("code", code);
        }
        audit.record("coupon-public-code.create", "coupon-template/" + template, Map.of("brand", brand.key()));
        return new PublicCode(code, wanted.most(), 0);
    }

    public List<PublicCode> list(Brand brand, CouponTemplateId template) {
        return database.selectFrom(COUPON_PUBLIC_CODE)
                .where(COUPON_PUBLIC_CODE.BRAND_ID.eq(brand.id().value()))
                .and(COUPON_PUBLIC_CODE.TEMPLATE_ID.eq(template.value()))
                .orderBy(COUPON_PUBLIC_CODE.ID)
                .fetch(row -> new PublicCode(row.getCode(), row.getMost(), row.getUsed()));
    }

    /// Locked until the transaction ends: of one customer's claims by several numbers, the later finds the earlier.
    Optional<CouponPublicCodeRecord> take(Brand brand, String code) {
        return database.selectFrom(COUPON_PUBLIC_CODE)
                .where(COUPON_PUBLIC_CODE.BRAND_ID.eq(brand.id().value()))
                .and(COUPON_PUBLIC_CODE.CODE.eq(folded(code)))
                .forUpdate()
                .fetchOptional();
    }

    /// Takes one of it, unless all are taken.
    boolean use(long id) {
        return database.update(COUPON_PUBLIC_CODE)
                        .set(COUPON_PUBLIC_CODE.USED, COUPON_PUBLIC_CODE.USED.plus(1))
                        .where(COUPON_PUBLIC_CODE.ID.eq(id))
                        .and(COUPON_PUBLIC_CODE.USED.lt(COUPON_PUBLIC_CODE.MOST))
                        .execute()
                == 1;
    }

    private static String folded(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }
}
