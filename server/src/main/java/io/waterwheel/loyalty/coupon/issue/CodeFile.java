package io.waterwheel.loyalty.coupon.issue;

import static io.waterwheel.loyalty.generated.Tables.COUPON;
import static io.waterwheel.loyalty.generated.Tables.COUPON_BATCH;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The codes of a batch on paper, for the printer. They are worked out as they are written: nothing keeps them.
@Component
public class CodeFile {

    private final DSLContext database;
    private final TransactionOperations transactions;
    private final CouponCodes codes;
    private final AuditTrail audit;

    CodeFile(DSLContext database, TransactionOperations transactions, CouponCodes codes, AuditTrail audit) {
        this.database = database;
        this.transactions = transactions;
        this.codes = codes;
        this.audit = audit;
    }

    /// Writes one code a line, in constant memory; whoever fetches it is in the audit trail.
    public void write(Brand brand, long batch, OutputStream out) {
        transactions.executeWithoutResult(_ -> {
            audit.record("coupon-batch.codes", "coupon-batch/" + batch, Map.of("brand", brand.key()));
            try (var rows = database.select(COUPON.ID)
                            .from(COUPON)
                            .where(COUPON.BRAND_ID.eq(brand.id().value()))
                            .and(COUPON.TEMPLATE_ID.eq(DSL.select(COUPON_BATCH.TEMPLATE_ID)
                                    .from(COUPON_BATCH)
                                    .where(COUPON_BATCH.ID.eq(batch))))
                            .and(COUPON.ISSUE_KEY.startsWith("batch/" + batch + "/"))
                            .and(COUPON.ORIGIN.eq("code"))
                            .fetchSize(5_000)
                            .fetchLazy();
                    BufferedWriter text =
                            new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16)) {
                text.write("code,number\n");
                for (var row : rows) {
                    text.write(codes.of(row.value1()) + "," + row.value1() + "\n");
                }
            } catch (IOException gone) {
                throw new java.io.UncheckedIOException(gone);
            }
        });
    }
}
