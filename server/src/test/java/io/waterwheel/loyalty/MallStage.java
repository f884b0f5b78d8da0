package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.loyalty.PointsCommand.Occasion;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.TestEvents;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/// A brand with members who have points, and things to be had for them.
public final class MallStage {

    public final CouponStage coupons;
    private final EventLog log;
    private final PointsLedger ledger;

    public MallStage(CouponStage coupons, EventLog log, PointsLedger ledger) {
        this.coupons = coupons;
        this.log = log;
        this.ledger = ledger;
    }

    public String path(String path) {
        return coupons.path(path);
    }

    /// Joined, with so many points.
    public CustomerNo member(String name, long points) {
        EventLog.Appended joined = log.append(List.of(TestEvents.event(
                        coupons.brand,
                        TestEvents.member(name + "@" + coupons.brand.key()),
                        EventNames.MEMBER_JOINED,
                        Instant.now(),
                        "{}")))
                .getFirst();
        CustomerNo customer = Objects.requireNonNull(((EventLog.Appended.Written) joined).customer());
        await().atMost(CouponStage.PATIENCE)
                .until(() -> !coupons.operator
                        .get(path("/customers/" + customer + "/memberships"))
                        .json()
                        .isEmpty());
        if (points > 0) {
            earn(customer, points);
        }
        return customer;
    }

    public void earn(CustomerNo customer, long points) {
        Occasion occasion = new Occasion(
                coupons.brand.id(), customer, "test/" + UUID.randomUUID(), Instant.now(), PointsReason.of("grant"));
        assertThat(ledger.book(List.of(new PointsCommand.Earn(occasion, new Points(points), null, null)))
                        .getFirst())
                .isInstanceOf(Booking.Booked.class);
    }

    public void deduct(CustomerNo customer, long points) {
        Occasion occasion = new Occasion(
                coupons.brand.id(), customer, "test/" + UUID.randomUUID(), Instant.now(), PointsReason.of("deduct"));
        assertThat(ledger.book(List.of(new PointsCommand.Deduct(occasion, new Points(points))))
                        .getFirst())
                .isInstanceOf(Booking.Booked.class);
    }

    public long points(CustomerNo customer) {
        return ledger.balances(coupons.brand.id(), List.of(customer))
                .getOrDefault(customer, PointsBalance.EMPTY)
                .available()
                .value();
    }

    /// Goods, delivered or picked up in s1, on the shelf.
    ///
    /// @param more members that take the place of those simple goods have, such as `'stock':3`
    public String goods(String name, long points, String more) {
        return item(name, "goods", points, "'delivery':true,'stores':['s1']" + (more.isEmpty() ? "" : "," + more));
    }

    /// On the shelf, but for codes, of which there are none yet.
    public String item(String name, String kind, long points, String more) {
        Browser.Answer made = draft(name, kind, points, more);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String id = made.json().path("id").asString();
        if (!kind.equals("code")) {
            assertThat(coupons.operator
                            .post(path("/mall/items/" + id + "/shelve"), null)
                            .status())
                    .isEqualTo(200);
        }
        return id;
    }

    public Browser.Answer draft(String name, String kind, long points, String more) {
        String rest = "";
        for (String member : List.of(
                "'description':''",
                "'picture':null",
                "'money':0",
                "'template':null",
                "'delivery':false",
                "'stores':[]",
                "'stock':null",
                "'perMember':null",
                "'tiers':[]",
                "'from':null",
                "'until':null")) {
            if (!more.contains(member.substring(0, member.indexOf(':')))) {
                rest += "," + member;
            }
        }
        return coupons.operator.post(
                path("/mall/items"),
                Browser.json("{'name':'" + name + "','kind':'" + kind + "','points':" + points + rest
                        + (more.isEmpty() ? "" : "," + more) + "}"));
    }

    public JsonNode figures(String item) {
        return coupons.operator.get(path("/mall/items/" + item)).json();
    }

    public Browser.Answer order(String order, String verb, String body) {
        return coupons.operator.post(path("/mall/orders/" + order + "/" + verb), Browser.json(body));
    }
}
