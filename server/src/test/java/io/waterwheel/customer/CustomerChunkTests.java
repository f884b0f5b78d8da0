package io.waterwheel.customer;

import static io.waterwheel.customer.generated.Tables.CONSENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.testing.ServerTest;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever is asked about is found, and nobody else, however the question is put to the database.
@ServerTest
class CustomerChunkTests {

    private static final int FIRST = 1_900_000_000;
    private static final int MANY = 60_000;
    private static final short BRAND = 30_000;

    @Autowired
    private DSLContext database;

    /// Every third customer has decided.
    @BeforeEach
    void decide() {
        database.insertInto(
                        CONSENT,
                        CONSENT.BRAND_ID,
                        CONSENT.CUSTOMER_NO,
                        CONSENT.CHANNEL,
                        CONSENT.PURPOSE,
                        CONSENT.GRANTED,
                        CONSENT.AT,
                        CONSENT.SOURCE)
                .select(DSL.select(
                                DSL.inline(BRAND),
                                DSL.field("{0} + n * 3", Integer.class, DSL.inline(FIRST)),
                                DSL.inline("email"),
                                DSL.inline("marketing"),
                                DSL.inline(true),
                                DSL.inline(Instant.EPOCH, CONSENT.AT),
                                DSL.inline("test"))
                        .from("generate_series(0, {0}) n", DSL.inline(MANY / 3 - 1)))
                .execute();
    }

    @AfterEach
    void forget() {
        database.deleteFrom(CONSENT).where(CONSENT.CUSTOMER_NO.ge(FIRST)).execute();
    }

    @Test
    void mostOfARangeAreAskedAbout() {
        assertThat(decided(everySo(1))).isEqualTo(everySo(3));
    }

    @Test
    void someOfARangeAreAskedAbout() {
        assertThat(decided(everySo(2))).isEqualTo(everySo(6));
    }

    @Test
    void fewOfARangeAreAskedAbout() {
        assertThat(decided(everySo(9))).isEqualTo(everySo(9));
    }

    @Test
    void nobodyIsAskedAbout() {
        assertThat(decided(new RoaringBitmap())).isEqualTo(new RoaringBitmap());
    }

    private RoaringBitmap decided(RoaringBitmap asked) {
        return CustomerChunk.found(
                asked, chunk -> chunk.found(database, CONSENT.CUSTOMER_NO, CONSENT.BRAND_ID.eq(BRAND)));
    }

    private static RoaringBitmap everySo(int step) {
        RoaringBitmap every = new RoaringBitmap();
        for (int n = 0; n < MANY; n += step) {
            every.add(FIRST + n);
        }
        return every;
    }
}
