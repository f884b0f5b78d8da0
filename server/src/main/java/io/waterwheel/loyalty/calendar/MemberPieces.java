package io.waterwheel.loyalty.calendar;

import static io.waterwheel.loyalty.generated.Tables.MEMBER;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerFacts;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.programme.BenefitEvery;
import io.waterwheel.loyalty.programme.Tier;
import io.waterwheel.loyalty.tier.CurrentTiers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// All members of a brand, some thousand at a time: what is needed of them is asked once for all benefits and
/// all of them.
@Component
class MemberPieces {

    private static final int PIECE = 2_000;

    private final DSLContext database;
    private final Members members;
    private final Customers customers;
    private final CurrentTiers tiers;
    private final InstantSource clock;

    MemberPieces(DSLContext database, Members members, Customers customers, CurrentTiers tiers, InstantSource clock) {
        this.database = database;
        this.members = members;
        this.customers = customers;
        this.tiers = tiers;
        this.clock = clock;
    }

    /// Those whose numbers come next; nobody when all were there.
    List<CustomerNo> after(Brand brand, int last) {
        return database.selectDistinct(MEMBER.CUSTOMER_NO)
                .from(MEMBER)
                .where(MEMBER.BRAND_ID.eq(brand.id().value()))
                .and(MEMBER.CUSTOMER_NO.gt(last))
                .orderBy(MEMBER.CUSTOMER_NO)
                .limit(PIECE)
                .fetch(row -> new CustomerNo(row.value1()));
    }

    MemberPiece of(Brand brand, List<CustomerNo> those, Collection<NewBenefit> benefits) {
        Instant now = clock.instant();
        boolean birthdays = benefits.stream().anyMatch(one -> one.occasion() == BenefitEvery.BIRTHDAY);
        boolean tiered = benefits.stream().anyMatch(one -> !one.tiers().isEmpty());
        boolean paid = benefits.stream().anyMatch(one -> one.plan() != null);
        return new MemberPiece(
                those,
                birthdays ? birthdays(those) : Map.of(),
                tiered ? tiers(brand, those, now) : Map.of(),
                paid ? PlanHolders.of(database, brand.id(), those, now) : Map.of());
    }

    private Map<CustomerNo, LocalDate> birthdays(List<CustomerNo> those) {
        Map<CustomerNo, LocalDate> known = new HashMap<>();
        for (CustomerFacts facts : customers.facts(those)) {
            if (facts.birthday() != null) {
                known.put(facts.customer(), facts.birthday());
            }
        }
        return known;
    }

    private Map<CustomerNo, String> tiers(Brand brand, List<CustomerNo> those, Instant now) {
        Map<CustomerNo, String> had = new HashMap<>();
        Map<CustomerNo, Tier> current = tiers.of(database, brand.id(), members.of(database, brand.id(), those), now);
        current.forEach((customer, tier) -> had.put(customer, tier.id()));
        return had;
    }
}
