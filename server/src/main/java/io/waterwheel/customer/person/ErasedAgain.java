package io.waterwheel.customer.person;

import static io.waterwheel.customer.generated.Tables.ERASURE;
import static io.waterwheel.customer.generated.Tables.IDENTIFIER;
import static io.waterwheel.customer.generated.Tables.RELATION;
import static io.waterwheel.customer.generated.Tables.TOMBSTONE;

import io.waterwheel.access.Brand;
import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.LogRewriting;
import java.nio.ByteBuffer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// After an older backup was restored, forgets again everybody who was forgotten since it was made.
@Component
public class ErasedAgain {

    private static final Logger log = LoggerFactory.getLogger(ErasedAgain.class);

    private final DSLContext database;
    private final ErasureFile file;
    private final LogRewriting rewriting;
    private final Erasures erasures;
    private final Brands brands;

    ErasedAgain(DSLContext database, ErasureFile file, LogRewriting rewriting, Erasures erasures, Brands brands) {
        this.database = database;
        this.file = file;
        this.rewriting = rewriting;
        this.erasures = erasures;
        this.brands = brands;
    }

    @EventListener(ApplicationReadyEvent.class)
    void afterStart() {
        int again = again();
        if (again > 0) {
            log.info("erasure.again customers={}", again);
        }
    }

    /// @return how many customers are being forgotten again
    public int again() {
        List<ErasureFile.Stone> missing = missing();
        if (missing.isEmpty()) {
            return 0;
        }
        byte[][] blinds = missing.stream().map(ErasureFile.Stone::blind).toArray(byte[][]::new);
        Set<CustomerNo> customers = new LinkedHashSet<>();
        rewriting.alone(transaction -> {
            missing.forEach(stone -> transaction
                    .insertInto(TOMBSTONE)
                    .set(TOMBSTONE.KIND, stone.kind())
                    .set(TOMBSTONE.BLIND, stone.blind())
                    .set(TOMBSTONE.ERASED_AT, stone.erasedAt())
                    .onConflictDoNothing()
                    .execute());
            transaction
                    .selectDistinct(IDENTIFIER.CUSTOMER_NO)
                    .from(IDENTIFIER)
                    .where(IDENTIFIER.BLIND.eq(DSL.any(blinds)))
                    .and(IDENTIFIER.CUSTOMER_NO.notIn(DSL.select(ERASURE.CUSTOMER_NO)
                            .from(ERASURE)
                            .where(ERASURE.STATE.ne(Erasure.State.REJECTED.code()))))
                    .forEach(row -> customers.add(new CustomerNo(row.value1())));
            return null;
        });
        customers.forEach(customer -> erasures.again(brand(customer), customer));
        return customers.size();
    }

    private List<ErasureFile.Stone> missing() {
        List<ErasureFile.Stone> stones = file.read();
        if (stones.isEmpty()) {
            return stones;
        }
        Set<ByteBuffer> known = new LinkedHashSet<>();
        database.select(TOMBSTONE.BLIND).from(TOMBSTONE).forEach(row -> known.add(ByteBuffer.wrap(row.value1())));
        return stones.stream()
                .filter(stone -> !known.contains(ByteBuffer.wrap(stone.blind())))
                .toList();
    }

    /// Any of theirs: it only says under which brand the work is listed.
    private Brand brand(CustomerNo customer) {
        return database.select(RELATION.BRAND_ID)
                .from(RELATION)
                .where(RELATION.CUSTOMER_NO.eq(customer.value()))
                .orderBy(RELATION.BRAND_ID)
                .limit(1)
                .fetchOptional(RELATION.BRAND_ID)
                .map(id -> brands.get(new BrandId(id)))
                .orElseGet(() -> brands.all().getFirst());
    }
}
