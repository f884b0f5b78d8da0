package io.waterwheel.loyalty.earn;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Tells of whoever brought a member that they did, so that rules and tasks can reward it: once for each friend,
/// when the friend has joined.
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
        List<MemberEvents.Told> rows = new ArrayList<>();
        joined.forEach((friend, accounts) -> rows.add(new MemberEvents.Told(
                Objects.requireNonNull(brought.get(friend)),
                EventNames.REFERRAL_MADE,
                Objects.requireNonNull(friends.get(friend)),
                "referral:" + accounts.getFirst().opened(),
                Map.of())));
        told.write(transaction, brand, rows);
    }
}
