package io.waterwheel.loyalty.membercentre.card;

import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.PointsBalance;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.ProgrammeProblem;
import io.waterwheel.loyalty.member.Account;
import io.waterwheel.loyalty.member.Members;
import io.waterwheel.loyalty.membercentre.session.Member;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

@Component
public class MemberCards {

    private static final Set<String> USABLE = Set.of("issued", "locked", "offered");

    private final DSLContext database;
    private final Members members;
    private final MemberTiers tiers;
    private final PointsLedger ledger;
    private final Coupons coupons;
    private final Customers customers;

    MemberCards(
            DSLContext database,
            Members members,
            MemberTiers tiers,
            PointsLedger ledger,
            Coupons coupons,
            Customers customers) {
        this.database = database;
        this.members = members;
        this.tiers = tiers;
        this.ledger = ledger;
        this.coupons = coupons;
        this.customers = customers;
    }

    /// @throws Problem `not-a-member`
    public MemberCard of(Member member) {
        CustomerNo customer = member.customer();
        List<CustomerNo> one = List.of(customer);
        List<Account> accounts = members.of(database, member.brand().id(), one).getOrDefault(customer, List.of());
        if (accounts.isEmpty()) {
            throw new Problem(ProgrammeProblem.NOT_A_MEMBER);
        }
        return new MemberCard(
                accounts.getFirst().card(),
                customers
                        .templateValues(Set.of(customer), Set.of("name"))
                        .getOrDefault(customer, Map.of())
                        .get("name"),
                tiers.name(member, accounts),
                accounts.getFirst().joinedAt(),
                ledger.balances(member.brand().id(), one)
                        .getOrDefault(customer, PointsBalance.EMPTY)
                        .available()
                        .value(),
                (int) coupons.of(member.brand(), one).getOrDefault(customer, List.of()).stream()
                        .filter(coupon -> USABLE.contains(coupon.state()))
                        .count());
    }
}
