package io.waterwheel.loyalty.points;

import static io.waterwheel.loyalty.generated.Tables.LOT;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.generated.tables.records.LotRecord;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/// Lots that commands name, directly or by what they refer to.
record KnownLots(List<LotRecord> rows) {

    static KnownLots read(DSLContext transaction, Collection<Long> ids) {
        return ids.isEmpty()
                ? new KnownLots(List.of())
                : new KnownLots(transaction
                        .selectFrom(LOT)
                        .where(LOT.ID.eq(DSL.any(ids.toArray(Long[]::new))))
                        .fetch());
    }

    Set<AccountId> accounts() {
        return rows.stream().map(KnownLots::account).collect(Collectors.toSet());
    }

    void putOn(Desk desk) {
        rows.forEach(row -> desk.put(lot(desk, row)));
    }

    static Lot lot(Desk desk, LotRecord row) {
        return new Lot(
                row.getId(),
                desk.account(account(row)),
                row.getPoints(),
                row.getRemaining(),
                row.getExpired(),
                row.getPending(),
                row.getAvailableAt(),
                row.getExpiresAt());
    }

    private static AccountId account(LotRecord row) {
        return new AccountId(new BrandId(row.getBrandId()), new CustomerNo(row.getOpenedNo()));
    }
}
