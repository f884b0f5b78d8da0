package io.waterwheel.loyalty.earn;

import static io.waterwheel.loyalty.generated.Tables.BOUGHT;
import static io.waterwheel.loyalty.generated.Tables.EARNING;

import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.kernel.event.Order;
import io.waterwheel.loyalty.generated.tables.records.BoughtRecord;
import io.waterwheel.loyalty.programme.EarnRule;
import io.waterwheel.loyalty.programme.Grant;
import io.waterwheel.loyalty.programme.saved.LiveProgramme;
import io.waterwheel.loyalty.tier.TierStandings;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.warehouse.EventProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Decides what orders, refunds and other events of members bring and take back, in log order and in the
/// transaction that moves the offset: each is decided once.
@Component
class OrderEarnings {

    private static final String BROUGHT = "earn:brought:";

    private final Earners earners;
    private final EarningRows rows;
    private final Takings takings;
    private final TierStandings tiers;
    private final InstantSource clock;
    private final JsonMapper json;

    OrderEarnings(
            Earners earners,
            EarningRows rows,
            Takings takings,
            TierStandings tiers,
            InstantSource clock,
            JsonMapper json) {
        this.earners = earners;
        this.rows = rows;
        this.takings = takings;
        this.tiers = tiers;
        this.clock = clock;
        this.json = json;
    }

    /// @param then counted when it happened: by it points are given and taken
    /// @param now  counts now: there are no other tiers than its
    record Versions(LiveProgramme then, LiveProgramme now) {}

    /// An order that counts, judged by the programme of when it was paid.
    ///
    /// @param heard how far in the log the programme has come
    /// @return whether it is decided now; otherwise it was before, or is not rewarded
    boolean order(DSLContext transaction, Versions programmes, LoggedEvent event, Earners.Earner earner, long heard) {
        LiveProgramme programme = programmes.then();
        Order order = json.readValue(event.properties(), Order.class);
        long amount = order.amount(programme.brand().fractionDigits());
        String number = order.orderId();
        if (amount <= 0 || !ofMember(programme, earner, event.at())) {
            return false;
        }
        BoughtRecord kept = transaction
                .insertInto(BOUGHT)
                .set(BOUGHT.BRAND_ID, event.brand().value())
                .set(BOUGHT.NUMBER, number)
                .set(BOUGHT.OPENED_NO, earner.opened().value())
                .set(BOUGHT.CUSTOMER_NO, earner.customer().value())
                .set(BOUGHT.AT, event.at())
                .set(BOUGHT.AMOUNT, amount)
                .onConflict(BOUGHT.BRAND_ID, BOUGHT.NUMBER)
                .doUpdate()
                .set(BOUGHT.AT, event.at())
                .set(BOUGHT.AMOUNT, amount)
                .where(BOUGHT.AMOUNT.isNull())
                .returning()
                .fetchOne();
        if (kept == null) {
            return false;
        }
        LocalDate day = programme.brand().dayOf(event.at());
        BoughtOrder.Member member = earners.asked(transaction, programme, earner, event.at(), number);
        StoredRoom room = new StoredRoom(transaction, programme, earner.customer());
        List<Given> given =
                programme.rules().order(new BoughtOrder(programme, order, event.source(), day, member), room);
        for (Given one : given) {
            EarnRule rule = programme.definition().earn().get(one.rule());
            rows.write(
                    transaction,
                    new EarningRows.Row(
                            programme,
                            earner.customer(),
                            earner.opened(),
                            earnKey(kept) + rule.id(),
                            null,
                            rule.id(),
                            number,
                            event.at(),
                            one.points(),
                            "order",
                            EarnReasons.ofOrder(programme, one, number, amount)));
        }
        room.write();
        if (kept.getRefunded() > 0) {
            // Not the key of any refund: one may be numbered as its order is.
            takings.refunded(transaction, programme, kept, "early", number, event.at());
        }
        tiers.changed(
                transaction,
                programmes.now(),
                earner.customer(),
                TierStandings.Cause.EARNED,
                later(event.at(), clock.instant()),
                heard);
        return true;
    }

    /// A refund that counts; one that comes before its order is remembered until then.
    ///
    /// @param heard how far in the log the programme has come
    void refund(DSLContext transaction, Versions programmes, LoggedEvent event, Earners.Earner earner, long heard) {
        LiveProgramme programme = programmes.then();
        Order refund = json.readValue(event.properties(), Order.class);
        String number = orderOf(event);
        long amount = refunded(programme, refund);
        BoughtRecord bought = transaction
                .insertInto(BOUGHT)
                .set(BOUGHT.BRAND_ID, event.brand().value())
                .set(BOUGHT.NUMBER, number)
                .set(BOUGHT.OPENED_NO, earner.opened().value())
                .set(BOUGHT.CUSTOMER_NO, earner.customer().value())
                .set(BOUGHT.REFUNDED, amount)
                .onConflict(BOUGHT.BRAND_ID, BOUGHT.NUMBER)
                .doUpdate()
                .set(BOUGHT.REFUNDED, BOUGHT.REFUNDED.plus(amount))
                .returning()
                .fetchSingle();
        if (bought.getAmount() != null) {
            takings.refunded(transaction, programme, bought, "refund", refund.orderId(), event.at());
        }
        tiers.changed(
                transaction,
                programmes.now(),
                earner.customer(),
                TierStandings.Cause.REFUNDED,
                later(event.at(), clock.instant()),
                heard);
    }

    /// A refund that should never have come: what it took back stays taken, later ones take no more than is due.
    void forgetRefund(DSLContext transaction, LiveProgramme programme, LoggedEvent event) {
        long amount = refunded(programme, json.readValue(event.properties(), Order.class));
        transaction
                .update(BOUGHT)
                .set(BOUGHT.REFUNDED, DSL.greatest(DSL.inline(0L), BOUGHT.REFUNDED.minus(amount)))
                .where(BOUGHT.BRAND_ID.eq(event.brand().value()), BOUGHT.NUMBER.eq(orderOf(event)))
                .execute();
    }

    private static long refunded(LiveProgramme programme, Order refund) {
        return Math.abs(refund.amount(programme.brand().fractionDigits()));
    }

    /// An order that comes again after its import was undone is another occasion.
    private static String earnKey(BoughtRecord order) {
        String again = order.getUndone() == 0 ? "" : "#" + order.getUndone();
        return "earn:" + order.getNumber() + again + ":";
    }

    /// The number of the order that was paid, or refunded.
    String orderOf(LoggedEvent event) {
        return json.readValue(event.properties(), Order.class).refunded(json.readTree(event.properties()));
    }

    /// Something else that rules give for.
    ///
    /// @param stranger whether it is a stranger's word
    void event(
            DSLContext transaction, Versions programmes, LoggedEvent event, Earners.Earner earner, boolean stranger) {
        LiveProgramme programme = programmes.then();
        if (!ofMember(programme, earner, event.at())) {
            return;
        }
        Map<String, List<String>> properties = EventProperties.of(event.name(), event.properties());
        boolean any = false;
        for (int rule = 0; rule < programme.definition().earn().size(); rule++) {
            EarnRule told = programme.definition().earn().get(rule);
            if (!(told.grant() instanceof Grant.OnEvent(EventFilter asked, long _, boolean fromPages))
                    || !asked.test(event.name(), properties)
                    || stranger && !fromPages
                    || welcomed(transaction, event, earner, told)) {
                continue;
            }
            BoughtOrder.Member member = earners.asked(transaction, programme, earner, event.at(), "");
            Order nothing = new Order("", BigDecimal.ZERO, null, null, null);
            LocalDate day = programme.brand().dayOf(event.at());
            StoredRoom room = new StoredRoom(transaction, programme, earner.customer());
            for (Given one : programme
                    .rules()
                    .event(rule, new BoughtOrder(programme, nothing, event.source(), day, member), room)) {
                rows.write(
                        transaction,
                        new EarningRows.Row(
                                programme,
                                earner.customer(),
                                earner.opened(),
                                occasion(event, earner) + ":" + told.id(),
                                null,
                                told.id(),
                                null,
                                event.at(),
                                one.points(),
                                "event",
                                EarnReasons.ofEvent(programme, one)));
                any = true;
            }
            room.write();
        }
        if (any) {
            tiers.changed(
                    transaction,
                    programmes.now(),
                    earner.customer(),
                    TierStandings.Cause.EARNED,
                    later(event.at(), clock.instant()),
                    event.position());
        }
    }

    /// What a rule gives for once: each event, but being brought by somebody once for each person, however many
    /// events tell of it.
    private static String occasion(LoggedEvent event, Earners.Earner earner) {
        return event.name().equals(EventNames.CUSTOMER_REFERRED)
                ? BROUGHT + earner.opened()
                : "earn:event:" + event.key();
    }

    /// Whether the rule gave for their being brought, by any of their memberships.
    private static boolean welcomed(DSLContext transaction, LoggedEvent event, Earners.Earner earner, EarnRule rule) {
        return event.name().equals(EventNames.CUSTOMER_REFERRED)
                && transaction.fetchExists(
                        EARNING,
                        EARNING.CUSTOMER_NO
                                .eq(earner.customer().value())
                                .and(EARNING.BRAND_ID.eq(event.brand().value()))
                                .and(EARNING.RULE.eq(rule.id()))
                                .and(EARNING.KEY.startsWith(BROUGHT)));
    }

    /// Whether something happened when they were a member, or so little before that the programme rewards it too.
    private static boolean ofMember(LiveProgramme programme, Earners.Earner earner, Instant at) {
        int before = programme.definition().points().beforeJoining();
        Instant oldest = before == 0
                ? earner.joinedAt()
                : programme
                        .brand()
                        .startOf(programme.brand().dayOf(earner.joinedAt()).minusDays(before));
        return !at.isBefore(oldest);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
