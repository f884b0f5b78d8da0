package io.waterwheel.loyalty.whatif;

import static io.waterwheel.loyalty.generated.Tables.PROGRAMME_VERSION;
import static io.waterwheel.loyalty.generated.Tables.WHAT_IF;
import static io.waterwheel.loyalty.generated.Tables.WHAT_IF_MOVE;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.loyalty.programme.ProgrammeText;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who would have moved is kept as long as somebody may act on it, and no longer.
@ServerTest
class OldMoversStories {

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    @Autowired
    private OldMovers movers;

    @Autowired
    private DSLContext database;

    @Autowired
    private TestClock clock;

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void moversAreDroppedWithTheNextPublicationAndTheFiguresStay() {
        Brand brand = brands.chinese();
        Instant now = clock.instant();
        long before = asked(brand, now.minusSeconds(600), now.minusSeconds(500));
        publish(brand, now.minusSeconds(300));
        long after = asked(brand, now.minusSeconds(200), now.minusSeconds(100));
        long open = asked(brand, now.minusSeconds(600), null);
        movers.drop();
        assertThat(kept(before)).isFalse();
        assertThat(kept(after)).isTrue();
        assertThat(kept(open)).isTrue();
        var operator = browsers.signedIn(Role.OPERATOR);
        String path = "/api/brands/" + brand.key() + "/loyalty/what-ifs/" + before;
        assertThat(operator.get(path + "/movers?from=silver&to=gold").code()).isEqualTo("what-if-movers-dropped");
    }

    @Test
    void moversAreDroppedAfterNinetyDays() {
        Brand brand = brands.chinese();
        Instant now = clock.instant();
        long id = asked(brand, now.minusSeconds(20), now.minusSeconds(10));
        clock.advance(OldMovers.KEPT.minus(Duration.ofHours(1)));
        movers.drop();
        assertThat(kept(id)).isTrue();
        clock.advance(Duration.ofHours(2));
        movers.drop();
        assertThat(kept(id)).isFalse();
    }

    private long asked(Brand brand, Instant asked, @Nullable Instant answered) {
        long id = database.insertInto(WHAT_IF)
                .set(WHAT_IF.BRAND_ID, brand.id().value())
                .set(WHAT_IF.MONTHS, 12)
                .set(WHAT_IF.DRAFT, JSONB.valueOf("{}"))
                .set(WHAT_IF.AGAINST, JSONB.valueOf("{}"))
                .set(WHAT_IF.MARGIN_RATE, BigDecimal.ONE)
                .set(WHAT_IF.POINT_COST, BigDecimal.ONE)
                .set(WHAT_IF.ASKED_BY, "lin")
                .set(WHAT_IF.ASKED_AT, asked)
                .set(WHAT_IF.ANSWERED_AT, answered)
                .set(WHAT_IF.ANSWER, answered == null ? null : JSONB.valueOf("{}"))
                .returning(WHAT_IF.ID)
                .fetchSingle(WHAT_IF.ID);
        database.insertInto(WHAT_IF_MOVE)
                .set(WHAT_IF_MOVE.WHAT_IF_ID, id)
                .set(WHAT_IF_MOVE.FROM_TIER, (short) 0)
                .set(WHAT_IF_MOVE.TO_TIER, (short) 1)
                .set(WHAT_IF_MOVE.CUSTOMERS, new byte[0])
                .execute();
        return id;
    }

    private void publish(Brand brand, Instant at) {
        database.insertInto(PROGRAMME_VERSION)
                .set(PROGRAMME_VERSION.BRAND_ID, brand.id().value())
                .set(PROGRAMME_VERSION.VERSION, 1)
                .set(PROGRAMME_VERSION.DEFINITION, JSONB.valueOf(ProgrammeText.programme(List.of(ProgrammeText.BASE))))
                .set(PROGRAMME_VERSION.PUBLISHED_AT, at)
                .set(PROGRAMME_VERSION.PUBLISHED_BY, "lin")
                .execute();
    }

    private boolean kept(long id) {
        return database.fetchExists(WHAT_IF_MOVE, WHAT_IF_MOVE.WHAT_IF_ID.eq(id));
    }
}
