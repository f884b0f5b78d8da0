package io.waterwheel.touch.send;

import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestClock;
import io.waterwheel.touch.Route;
import io.waterwheel.touch.broadcast.Personalised;
import io.waterwheel.touch.policy.PlatformQuotas;
import io.waterwheel.touch.policy.PlatformQuotas.Quota;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class SenderRoomModuleTests {

    @Autowired
    private DSLContext database;

    @Autowired
    private TestBrands brands;

    @Autowired
    private TestClock clock;

    @Test
    void aGuideIsGivenAsManyTasksOnOneDayAsThePlatformAllows() {
        Brand brand = brands.chinese();
        Instant morning = brand.startOf(brand.dayOf(clock.instant()));
        call(brand, "g1", "accepted", morning);
        call(brand, "g1", "accepted", morning.minusSeconds(1));
        call(brand, "g1", "failed", morning);
        List<List<Personalised>> groups = List.of(group("g1", 1), group("g1", 2), group("g2", 3), group(null, 4));

        SenderRoom.Split split = room(2).of(brand, ChannelKind.WECOM, groups);

        assertThat(split.within()).containsExactly(groups.get(0), groups.get(2), groups.get(3));
        assertThat(split.over()).containsExactly(groups.get(1));
    }

    @Test
    void whereThePlatformSetsNoneNobodyIsLeftOut() {
        List<List<Personalised>> groups = List.of(group("g1", 1), group("g1", 2));
        assertThat(room(0).of(brands.chinese(), ChannelKind.WECOM, groups).over())
                .isEmpty();
    }

    private SenderRoom room(int senderDay) {
        return new SenderRoom(database, new PlatformQuotas(Map.of("wecom", new Quota(0, senderDay))), clock);
    }

    private static List<Personalised> group(@Nullable String guide, int customer) {
        return List.of(new Personalised(
                new CustomerNo(customer), new Route("wm" + customer, guide, Map.of()), null, "t" + customer, customer));
    }

    private void call(Brand brand, String guide, String state, Instant at) {
        database.insertInto(DISPATCH)
                .set(DISPATCH.BRAND_ID, brand.id().value())
                .set(DISPATCH.CHANNEL, "wecom")
                .set(DISPATCH.STATE, state)
                .set(DISPATCH.SENDER, guide)
                .set(DISPATCH.SIZE, 1)
                .set(DISPATCH.CALLED_AT, at)
                .execute();
    }
}
