package io.waterwheel.loyalty.till.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.loyalty.coupon.till.TillKeys;
import io.waterwheel.loyalty.coupon.till.TillScope;
import io.waterwheel.loyalty.till.TillMember;
import io.waterwheel.loyalty.till.TillMembers;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// A till scans the code on a member's phone.
@RestController
@RequestMapping("/till/v1/members")
@Tag(name = "till")
class TillMemberController {

    private final TillKeys keys;
    private final TillMembers members;

    TillMemberController(TillKeys keys, TillMembers members) {
        this.keys = keys;
        this.members = members;
    }

    record ShownPass(String pass) {}

    @PostMapping("/read")
    @Operation(summary = "Who shows a member code; a code is good for one till")
    TillMember readMemberAtTill(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestParam(required = false) @Nullable String store,
            @RequestBody ShownPass shown) {
        return members.read(keys.counter(authorization, TillScope.MEMBER, store), shown.pass());
    }
}
