package io.waterwheel.customer.consent;

import static io.waterwheel.customer.generated.Tables.CONSENT;
import static io.waterwheel.customer.generated.Tables.CONSENT_DECISION;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// One customer's consents: what stands, and every decision that led there.
@Component
public class ConsentLedger {

    private final DSLContext database;

    ConsentLedger(DSLContext database) {
        this.database = database;
    }

    /// What stands for one channel and purpose. Where nothing was said there is no row.
    public record InForce(String channel, String purpose, boolean granted, Instant at, String source) {}

    public List<InForce> inForce(Brand brand, CustomerNo customer) {
        return database.selectFrom(CONSENT)
                .where(CONSENT.BRAND_ID.eq(brand.id().value()))
                .and(CONSENT.CUSTOMER_NO.eq(customer.value()))
                .orderBy(CONSENT.PURPOSE, CONSENT.CHANNEL)
                .fetch(row -> new InForce(
                        row.getChannel(), row.getPurpose(), row.getGranted(), row.getAt(), row.getSource()));
    }

    /// Every decision, the newest by its own time first.
    public Page<ConsentDecision> page(Brand brand, CustomerNo customer, PageRequest request) {
        Condition which = CONSENT_DECISION
                .CUSTOMER_NO
                .eq(customer.value())
                .and(CONSENT_DECISION.BRAND_ID.eq(brand.id().value()));
        Cursor cursor = Cursor.decode(request.cursor(), 2);
        if (cursor != null) {
            which = which.and(
                    DSL.row(CONSENT_DECISION.AT, CONSENT_DECISION.POSITION).lt(cursor.instant(0), cursor.number(1)));
        }
        List<ConsentDecision> found = database.selectFrom(CONSENT_DECISION)
                .where(which)
                .orderBy(CONSENT_DECISION.AT.desc(), CONSENT_DECISION.POSITION.desc())
                .limit(request.size() + 1)
                .fetch(row -> new ConsentDecision(
                        row.getPosition(),
                        row.getChannel(),
                        row.getPurpose(),
                        row.getGranted(),
                        row.getAt(),
                        row.getReceivedAt(),
                        row.getSource(),
                        row.getWording(),
                        row.getVersion(),
                        row.getProof(),
                        row.getRecordedBy()));
        return Page.of(found, request.size(), decision -> Cursor.of(decision.at(), decision.position()));
    }
}
