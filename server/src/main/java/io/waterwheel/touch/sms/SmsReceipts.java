package io.waterwheel.touch.sms;

import static io.waterwheel.touch.generated.Tables.SMS_RECEIPT;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.touch.send.DueReports;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Receipts that providers brought, until they have been written to the recipients. A receipt can come before
/// the answer to the call it is about, so it is kept and not applied at once. The first one about a message
/// stands.
@Component
class SmsReceipts {

    /// Longer than any call is asked about without its receipts being looked at.
    private static final Duration KEPT = Duration.ofDays(7);

    private static final Duration RECENT = Duration.ofHours(1);

    private final DSLContext database;
    private final DueReports due;
    private final InstantSource clock;

    SmsReceipts(DSLContext database, DueReports due, InstantSource clock) {
        this.database = database;
        this.due = due;
        this.clock = clock;
    }

    void forgetOld() {
        database.deleteFrom(SMS_RECEIPT)
                .where(SMS_RECEIPT.RECEIVED_AT.lt(clock.instant().minus(KEPT)))
                .execute();
    }

    /// Keeps them, and has their calls asked about.
    ///
    /// @return how many were new
    int put(Brand brand, List<SmsReceipt> receipts) {
        if (receipts.isEmpty()) {
            return 0;
        }
        Map<List<String>, SmsReceipt> first = new LinkedHashMap<>();
        receipts.forEach(one -> first.putIfAbsent(List.of(one.request(), one.outId()), one));
        RowSet rows = new RowSet(
                SMS_RECEIPT.BRAND_ID,
                SMS_RECEIPT.REQUEST,
                SMS_RECEIPT.OUT_ID,
                SMS_RECEIPT.DELIVERED,
                SMS_RECEIPT.CODE,
                SMS_RECEIPT.AT,
                SMS_RECEIPT.RECEIVED_AT);
        Instant now = clock.instant();
        first.values()
                .forEach(one -> rows.row(
                        brand.id().value(), one.request(), one.outId(), one.delivered(), one.code(), one.at(), now));
        RowSet.Given given = rows.as("given");
        int added = database.insertInto(SMS_RECEIPT, SMS_RECEIPT.fields())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflictDoNothing()
                .execute();
        due.hurry(first.values().stream().map(SmsReceipt::request).distinct().toList());
        return added;
    }

    /// Whether the brand's provider brings receipts by itself.
    boolean areBrought(Brand brand) {
        return database.fetchExists(
                SMS_RECEIPT,
                SMS_RECEIPT
                        .BRAND_ID
                        .eq(brand.id().value())
                        .and(SMS_RECEIPT.RECEIVED_AT.gt(clock.instant().minus(RECENT))));
    }

    List<SmsReceipt> of(Brand brand, String request) {
        return database.selectFrom(SMS_RECEIPT)
                .where(SMS_RECEIPT.BRAND_ID.eq(brand.id().value()))
                .and(SMS_RECEIPT.REQUEST.eq(request))
                .fetch(row -> new SmsReceipt(
                        row.getRequest(), row.getOutId(), row.getDelivered(), row.getCode(), row.getAt()));
    }
}
