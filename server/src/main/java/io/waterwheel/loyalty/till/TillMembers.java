package io.waterwheel.loyalty.till;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.CustomerCoupon;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.loyalty.coupon.rule.CouponTerms;
import io.waterwheel.loyalty.coupon.template.KnownTemplates;
import io.waterwheel.loyalty.coupon.till.Counter;
import io.waterwheel.loyalty.member.MaskedNames;
import io.waterwheel.loyalty.membercentre.card.MemberCard;
import io.waterwheel.loyalty.membercentre.card.MemberCards;
import io.waterwheel.loyalty.membercentre.card.MemberCoupons;
import io.waterwheel.loyalty.membercentre.card.MemberPasses;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.pass.Pass;
import io.waterwheel.loyalty.till.TillMember.TillCoupon;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads the code on a member's phone, for a till or a guide.
@Component
public class TillMembers {

    private final MemberPasses passes;
    private final ReadPasses read;
    private final TillVisits visits;
    private final MemberCards cards;
    private final MemberCoupons seen;
    private final MaskedNames names;
    private final Coupons coupons;
    private final CouponCodes codes;
    private final KnownTemplates templates;
    private final PointsLedger ledger;
    private final InstantSource clock;

    TillMembers(
            MemberPasses passes,
            ReadPasses read,
            TillVisits visits,
            MemberCards cards,
            MemberCoupons seen,
            MaskedNames names,
            Coupons coupons,
            CouponCodes codes,
            KnownTemplates templates,
            PointsLedger ledger,
            InstantSource clock) {
        this.passes = passes;
        this.read = read;
        this.visits = visits;
        this.cards = cards;
        this.seen = seen;
        this.names = names;
        this.coupons = coupons;
        this.codes = codes;
        this.templates = templates;
        this.ledger = ledger;
        this.clock = clock;
    }

    /// @throws Problem `member-pass-old`, `member-pass-forged`, `member-pass-used`, `not-a-member`
    public TillMember read(Counter counter, String pass) {
        Member member = passes.read(counter.brand(), pass);
        DeskMember seen = look(counter, member, pass);
        Pass visit = visits.begin(counter, member.customer());
        return new TillMember(
                visit.text(), visit.until(), seen.card(), seen.name(), seen.tier(), seen.points(), seen.coupons());
    }

    /// The same for a guide, who takes coupons and no points.
    ///
    /// @throws Problem `member-pass-old`, `member-pass-forged`, `member-pass-used`, `not-a-member`
    public DeskMember readByGuide(Counter counter, String pass) {
        return look(counter, passes.read(counter.brand(), pass), pass);
    }

    private DeskMember look(Counter counter, Member member, String pass) {
        MemberCard card = cards.of(member);
        read.take(counter, pass.strip());
        return new DeskMember(
                card.card(),
                names.of(member.customer()),
                card.tier(),
                ledger.spendable(member.brand().id(), member.customer()).value(),
                coupons(counter, member));
    }

    private List<TillCoupon> coupons(Counter counter, Member member) {
        Instant now = clock.instant();
        return coupons
                .of(member.brand(), List.of(member.customer()))
                .getOrDefault(member.customer(), List.of())
                .stream()
                .filter(coupon -> isTaken(counter, coupon, now))
                .map(coupon -> new TillCoupon(codes.of(Long.parseLong(coupon.id())), seen.seen(coupon)))
                .toList();
    }

    /// What can be said before there is a basket.
    private boolean isTaken(Counter counter, CustomerCoupon coupon, Instant now) {
        CouponTerms terms = templates.get(coupon.template().value()).terms();
        return coupon.state().equals("issued")
                && !now.isBefore(coupon.from())
                && now.isBefore(coupon.until())
                && terms.scope().in(counter.store())
                && terms.validity().allows(now, counter.brand().zone());
    }
}
