package io.waterwheel.loyalty.web;

import static io.waterwheel.loyalty.generated.Tables.EARNING;
import static io.waterwheel.loyalty.generated.Tables.MEMBER;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/brands/{brand}/customers/{no}/memberships")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "loyalty")
class MemberController {

    private static final int MOST = 100;

    private final DSLContext database;
    private final JsonMapper json;

    MemberController(DSLContext database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @GetMapping
    @Operation(summary = "A customer's memberships, their tier and what earned points last")
    List<MemberView> listCustomerMemberships(@PathVariable Brand brand, @PathVariable int no) {
        List<MemberEarning> earnings = earnings(brand, no);
        return database.selectFrom(MEMBER)
                .where(MEMBER.CUSTOMER_NO.eq(no))
                .and(MEMBER.BRAND_ID.eq(brand.id().value()))
                .orderBy(MEMBER.JOINED_AT, MEMBER.OPENED_NO)
                .fetch(row -> new MemberView(
                        row.getCardNo(),
                        row.getJoinedAt(),
                        row.getTier(),
                        row.getTierSince(),
                        row.getReviewOn(),
                        row.getReached(),
                        row.getNextTier(),
                        row.getMissing(),
                        earnings));
    }

    private List<MemberEarning> earnings(Brand brand, int no) {
        return database.selectFrom(EARNING)
                .where(EARNING.CUSTOMER_NO.eq(no))
                .and(EARNING.BRAND_ID.eq(brand.id().value()))
                .orderBy(EARNING.DAY.desc(), EARNING.ID.desc())
                .limit(MOST)
                .fetch(row -> new MemberEarning(
                        row.getKey(),
                        row.getEarnedKey() != null,
                        row.getRule(),
                        row.getOrderNumber(),
                        row.getAt(),
                        row.getPoints(),
                        row.getReason(),
                        json.readTree(row.getDetails().data()),
                        row.getState()));
    }
}
