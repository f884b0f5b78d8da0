package io.waterwheel.loyalty.coupon.till;

import io.waterwheel.loyalty.coupon.life.CouponUse;
import io.waterwheel.loyalty.coupon.template.KnownTemplates;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// How a coupon was used, as its row keeps it and as the counter reads it.
@Component
class UseJson {

    private static final CouponUse NONE = new CouponUse(Map.of(), Map.of(), 0, null, Map.of());

    private final JsonMapper json;
    private final KnownTemplates templates;

    UseJson(JsonMapper json, KnownTemplates templates) {
        this.json = json;
        this.templates = templates;
    }

    CouponUse read(CouponRecord coupon) {
        return coupon.getUse() == null ? NONE : json.readValue(coupon.getUse().data(), CouponUse.class);
    }

    @Nullable
    JSONB write(@Nullable CouponUse use) {
        return use == null ? null : JSONB.valueOf(json.writeValueAsString(use));
    }

    CouponAnswer.Used view(CouponRecord coupon, @Nullable CouponUse use, long amount, @Nullable Instant lockedUntil) {
        KnownTemplates.Known template = templates.get(coupon.getTemplateId());
        CouponUse shown = use == null ? NONE : use;
        return new CouponAnswer.Used(
                Long.toString(coupon.getId()),
                template.name(),
                template.terms().benefit().kind().name().toLowerCase(Locale.ROOT),
                coupon.getState(),
                coupon.getValidUntil(),
                template.terms().benefit().takenOff(amount),
                shown.lines(),
                shown.shipping(),
                shown.gift(),
                lockedUntil);
    }
}
