package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.customer.PastOrder;
import io.waterwheel.customer.PastOrders;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.loyalty.membercentre.card.BenefitsSeen;
import io.waterwheel.loyalty.membercentre.card.MemberBenefits;
import io.waterwheel.loyalty.membercentre.card.MemberCard;
import io.waterwheel.loyalty.membercentre.card.MemberCards;
import io.waterwheel.loyalty.membercentre.card.MemberPasses;
import io.waterwheel.loyalty.membercentre.card.MemberPoints;
import io.waterwheel.loyalty.membercentre.card.MemberTiers;
import io.waterwheel.loyalty.membercentre.card.PointsSeen;
import io.waterwheel.loyalty.membercentre.card.TierProgress;
import io.waterwheel.loyalty.membercentre.invite.Invites;
import io.waterwheel.loyalty.membercentre.session.Member;
import io.waterwheel.loyalty.pass.Pass;
import io.waterwheel.loyalty.points.report.StatementLine;
import io.waterwheel.loyalty.points.report.Statements;
import io.waterwheel.touch.SmsCodes;
import io.waterwheel.wechat.WebVisitors;
import java.time.Instant;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a member sees; each of them only what is their own.
@RestController
@RequestMapping("/m/{brand}/api")
@Tag(name = "member-centre")
class MemberCentreController {

    private final MemberCards cards;
    private final MemberPasses passes;
    private final MemberPoints points;
    private final Statements statements;
    private final MemberTiers tiers;
    private final MemberBenefits benefits;
    private final PastOrders orders;
    private final Invites invites;
    private final WebVisitors wechat;
    private final SmsCodes sms;

    MemberCentreController(
            MemberCards cards,
            MemberPasses passes,
            MemberPoints points,
            Statements statements,
            MemberTiers tiers,
            MemberBenefits benefits,
            PastOrders orders,
            Invites invites,
            WebVisitors wechat,
            SmsCodes sms) {
        this.cards = cards;
        this.passes = passes;
        this.points = points;
        this.statements = statements;
        this.tiers = tiers;
        this.benefits = benefits;
        this.orders = orders;
        this.invites = invites;
        this.wechat = wechat;
        this.sms = sms;
    }

    /// One booking.
    ///
    /// @param available how much more could be spent after it; negative: less
    record MemberEntry(
            long entry, Instant at, String kind, long points, long available, long pending, long frozen, String why) {

        static MemberEntry of(StatementLine line) {
            return new MemberEntry(
                    line.entry(),
                    line.at(),
                    line.kind(),
                    line.points(),
                    line.available(),
                    line.pending(),
                    line.frozen(),
                    line.why());
        }
    }

    @GetMapping("/brand")
    @Operation(summary = "The brand, for whoever looks")
    MemberBrand getMemberBrand(@PathVariable Brand brand) {
        return new MemberBrand(
                brand.key(),
                brand.name(),
                brand.currency().getCurrencyCode(),
                brand.fractionDigits(),
                brand.zone().getId(),
                wechat.ready(brand),
                sms.ready(brand));
    }

    @GetMapping("/card")
    @Operation(summary = "The member's card")
    MemberCard getMemberCard(@PathVariable Brand brand, Member member) {
        return cards.of(member);
    }

    @PostMapping("/card/pass")
    @Operation(summary = "The QR code of the card, good for a minute")
    Pass showMemberPass(@PathVariable Brand brand, Member member) {
        return passes.of(member);
    }

    @GetMapping("/points")
    PointsSeen getMemberPoints(@PathVariable Brand brand, Member member) {
        return points.of(member);
    }

    @GetMapping("/points/entries")
    @Operation(summary = "The statement, the latest first")
    Page<MemberEntry> listMemberPointsEntries(
            @PathVariable Brand brand, Member member, @ModelAttribute PageRequest page, Locale locale) {
        return statements.of(brand, member.customer(), page, locale).map(MemberEntry::of);
    }

    @GetMapping("/tier")
    @Operation(summary = "The member's tier, what is missing to the next, and what each brings")
    TierProgress getMemberTier(@PathVariable Brand brand, Member member, Locale locale) {
        return tiers.of(member, locale);
    }

    @GetMapping("/benefits")
    @Operation(summary = "What the member was given, and what comes this month and the next")
    BenefitsSeen getMemberBenefits(@PathVariable Brand brand, Member member, Locale locale) {
        return benefits.of(member, locale);
    }

    @GetMapping("/orders")
    Page<PastOrder> listMemberOrders(@PathVariable Brand brand, Member member, @ModelAttribute PageRequest page) {
        return orders.page(brand, member.customer(), page);
    }

    @GetMapping("/invite")
    @Operation(summary = "The member's own link for friends")
    Invites.Invite getMemberInvite(@PathVariable Brand brand, Member member) {
        return invites.of(brand, member.customer());
    }
}
