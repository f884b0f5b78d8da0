package io.waterwheel.loyalty.membercentre.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.coupon.till.Desks;
import io.waterwheel.loyalty.membercentre.card.MemberCard;
import io.waterwheel.loyalty.membercentre.card.MemberCards;
import io.waterwheel.loyalty.membercentre.card.MemberPasses;
import io.waterwheel.loyalty.membercentre.session.Member;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A guide scans the card that a member's phone shows. It is the same at every store, and only for who works at one.
@RestController
@RequestMapping("/api/brands/{brand}/member-desk")
@Tag(name = "loyalty")
@PreAuthorize("hasAnyRole('OPERATOR', 'GUIDE')")
class MemberDeskController {

    private final Desks desks;
    private final MemberPasses passes;
    private final MemberCards cards;

    MemberDeskController(Desks desks, MemberPasses passes, MemberCards cards) {
        this.desks = desks;
        this.passes = passes;
        this.cards = cards;
    }

    record ScannedPass(String pass) {}

    record ScannedMember(int customer, MemberCard card) {}

    @PostMapping("/read")
    @Operation(summary = "Whose card was scanned")
    ScannedMember readMemberPass(@PathVariable Brand brand, @RequestBody ScannedPass scanned) {
        desks.checkWorksAt(brand);
        Member member = passes.read(brand, scanned.pass());
        return new ScannedMember(member.customer().value(), cards.of(member));
    }
}
