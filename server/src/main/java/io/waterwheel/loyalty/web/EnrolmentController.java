package io.waterwheel.loyalty.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.ProgrammeProblem;
import io.waterwheel.loyalty.coupon.till.Counter;
import io.waterwheel.loyalty.coupon.till.TillKeys;
import io.waterwheel.loyalty.coupon.till.TillScope;
import io.waterwheel.loyalty.member.Enrolment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Makes people members, for people and systems of the brand and for tills. The Idempotency-Key names the call:
/// whoever got no answer sends the same again.
@RestController
@Tag(name = "loyalty")
class EnrolmentController {

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 100;

    private final Enrolment enrolment;
    private final TillKeys tills;

    EnrolmentController(Enrolment enrolment, TillKeys tills) {
        this.enrolment = enrolment;
        this.tills = tills;
    }

    /// @param joined whether this call made them a member; otherwise they were one before
    record JoinedMember(CustomerNo customer, String card, Instant joinedAt, boolean joined) {

        static JoinedMember of(Enrolment.Enrolled enrolled) {
            return new JoinedMember(
                    enrolled.account().customer(),
                    enrolled.account().card(),
                    enrolled.account().joinedAt(),
                    enrolled.joined());
        }
    }

    @PostMapping("/api/brands/{brand}/members")
    @PreAuthorize("hasRole('OPERATOR')")
    @Operation(summary = "Makes somebody a member; who is one keeps the card they have")
    JoinedMember joinMember(
            @PathVariable Brand brand,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody NewMember member) {
        return JoinedMember.of(enrolment.join(brand, "api/" + checked(key), member.from(), member.identifiers()));
    }

    @PostMapping("/till/v1/members")
    @Operation(summary = "Makes somebody a member at a till whose key has member.join")
    JoinedMember joinMemberAtTill(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestParam(required = false) @Nullable String store,
            @RequestBody NewMember member) {
        Counter counter = tills.counter(authorization, TillScope.JOIN, store);
        return JoinedMember.of(
                enrolment.join(counter.brand(), counter.by() + "/" + checked(key), counter.by(), member.identifiers()));
    }

    private static String checked(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw new Problem(ProgrammeProblem.ENROLMENT_KEY_MISSING);
        }
        return key.strip();
    }
}
