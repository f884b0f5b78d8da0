package io.waterwheel.loyalty.earn;

import static io.waterwheel.loyalty.generated.Tables.MEMBER;

import io.waterwheel.customer.MovedCustomers;
import io.waterwheel.customer.Referrers;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.LoggedEvent;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.MemberEvents;
import io.waterwheel.loyalty.member.Members;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Tells of whoever brought a member that they did, so that rules and tasks can reward it: once for each friend,
/// when the friend has joined, also when the friend turns out to be somebody who was brought before.
@Component
class ReferralsMade {

    private final Referrers referrers;
    private final Members members;
    private final MemberEvents told;

    ReferralsMade(Referrers referrers, Members members, MemberEvents told) {
        this.referrers = referrers;
        this.members = members;
        this.told = told;
    }

    void tell(DSLContext transaction, List<LoggedEvent> events) {
        Map<BrandId, Map<CustomerNo, Instant>> came = new HashMap<>();
        for (LoggedEvent event : events) {
            CustomerNo friend = event.customer();
            boolean one = event.name().equals(EventNames.CUSTOMER_REFERRED)
                    || event.name().equals(EventNames.MEMBER_JOINED);
            if (one && friend != null) {
                came.computeIfAbsent(event.brand(), _ -> new HashMap<>()).put(friend, event.at());
            }
        }
        came.forEach((brand, friends) -> tell(transaction, brand, friends));
    }

    private void tell(DSLContext transaction, BrandId brand, Map<CustomerNo, Instant> friends) {
        Map<CustomerNo, CustomerNo> brought = referrers.referrers(brand, friends.keySet());
        if (brought.isEmpty()) {
            return;
        }
        Map<CustomerNo, List<Account>> joined = members.of(transaction, brand, brought.keySet());
        joined.keySet().removeAll(known(transaction, brand, joined.keySet()));
        List<MemberEvents.Told> rows = new ArrayList<>();
        joined.forEach((friend, accounts) -> rows.add(new MemberEvents.Told(
                Objects.requireNonNull(brought.get(friend)),
                EventNames.REFERRAL_MADE,
                Objects.requireNonNull(friends.get(friend)),
                "referral:" + accounts.getFirst().opened(),
                Map.of())));
        told.write(transaction, brand, rows);
        transaction
                .update(MEMBER)
                .set(MEMBER.TOLD_REFERRAL, true)
                .where(MEMBER.BRAND_ID.eq(brand.value()))
                .and(MEMBER.OPENED_NO.eq(MovedCustomers.any(joined.values().stream()
                        .map(accounts -> accounts.getFirst().opened())
                        .toList())))
                .execute();
    }

    /// Friends of whom it was told, by any of their memberships.
    private static Set<CustomerNo> known(DSLContext transaction, BrandId brand, Collection<CustomerNo> friends) {
        return transaction
                .selectDistinct(MEMBER.CUSTOMER_NO)
                .from(MEMBER)
                .where(MEMBER.BRAND_ID.eq(brand.value()))
                .and(MEMBER.CUSTOMER_NO.eq(MovedCustomers.any(friends)))
                .and(DSL.condition(MEMBER.TOLD_REFERRAL))
                .fetchSet(row -> new CustomerNo(row.value1()));
    }
}
