package io.waterwheel.loyalty.till.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.coupon.till.Desks;
import io.waterwheel.loyalty.till.DeskMember;
import io.waterwheel.loyalty.till.TillMembers;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A guide scans the code on a member's phone to take one of their coupons, at a store of theirs.
@RestController
@RequestMapping("/api/brands/{brand}/coupon-desk/member")
@Tag(name = "loyalty")
@PreAuthorize("hasAnyRole('OPERATOR', 'GUIDE')")
class GuideMemberController {

    private final Desks desks;
    private final TillMembers members;

    GuideMemberController(Desks desks, TillMembers members) {
        this.desks = desks;
        this.members = members;
    }

    record PassAtDesk(String pass) {}

    @PostMapping
    @Operation(summary = "Who shows a member code, and which of their coupons this store takes")
    DeskMember readMemberAtDesk(@PathVariable Brand brand, @RequestParam String store, @RequestBody PassAtDesk shown) {
        return members.readByGuide(desks.counter(brand, store), shown.pass());
    }
}
