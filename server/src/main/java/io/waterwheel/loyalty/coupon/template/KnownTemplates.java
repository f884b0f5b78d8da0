package io.waterwheel.loyalty.coupon.template;

import static io.waterwheel.loyalty.generated.Tables.COUPON_TEMPLATE;

import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.coupon.rule.CouponTerms;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The terms of templates that are not drafts any more: they never change, so every till need not read them
/// again.
@Component
public class KnownTemplates {

    private static final int MOST = 10_000;

    private final DSLContext database;
    private final JsonMapper json;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    KnownTemplates(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /// What of a template is fixed.
    public record Known(long id, String name, CouponTerms terms, long worth) {}

    /// @throws Problem `not-found`
    public Known get(long template) {
        Known found = known.get(template);
        return found == null ? read(template) : found;
    }

    private Known read(long template) {
        var row = database.selectFrom(COUPON_TEMPLATE)
                .where(COUPON_TEMPLATE.ID.eq(template))
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "coupon template " + template));
        Known read = new Known(
                row.getId(), row.getName(), json.readValue(row.getTerms().data(), CouponTerms.class), row.getWorth());
        if (TemplateState.of(row.getState()) != TemplateState.DRAFT) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(template, read);
        }
        return read;
    }
}
