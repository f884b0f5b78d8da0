package io.waterwheel.loyalty.reward;

import static io.waterwheel.loyalty.generated.Tables.DRAW;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.MemberReward;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whether rewards can be given, and what they are called.
@Component
public class RewardCheck {

    static final long MOST_POINTS = 10_000_000L;
    static final int MOST_CHANCES = 100;

    private final DSLContext database;
    private final Coupons coupons;

    RewardCheck(DSLContext database, Coupons coupons) {
        this.database = database;
        this.coupons = coupons;
    }

    /// @param place   where it stands in the request
    /// @param problem is told what is wrong
    public void check(Brand brand, Reward reward, String place, Problem problem) {
        switch (reward) {
            case Reward.OfPoints(long points) -> problem.within(place + "/points", points, 1, MOST_POINTS);
            case Reward.OfChances(String draw, int chances) -> {
                problem.within(place + "/chances", chances, 1, MOST_CHANCES);
                if (draw(brand, draw) == null) {
                    problem.at(place + "/draw", "unknown", new Text("没有这个抽奖", "there is no such draw"));
                }
            }
            case Reward.OfCoupon(CouponTemplateId template) -> {
                if (template(brand, template) == null) {
                    problem.at(place + "/template", "unknown", new Text("没有这个券模板", "there is no such template"));
                }
            }
        }
    }

    /// As members read it.
    public MemberReward words(Brand brand, Reward reward) {
        return switch (reward) {
            case Reward.OfPoints(long points) ->
                new MemberReward("points", points, 0, new Text(points + " 积分", points + " points"));
            case Reward.OfCoupon(CouponTemplateId template) -> {
                String name = template(brand, template);
                yield new MemberReward("coupon", 0, 0, name == null ? new Text("优惠券", "A coupon") : Text.same(name));
            }
            case Reward.OfChances(String draw, int chances) -> {
                String name = draw(brand, draw);
                String of = name == null ? "" : name;
                yield new MemberReward(
                        "chances",
                        0,
                        chances,
                        new Text(
                                "%s %d 次抽奖机会".formatted(of, chances).strip(),
                                "%d free draws %s".formatted(chances, of).strip()));
            }
        };
    }

    private @Nullable String template(Brand brand, CouponTemplateId template) {
        try {
            return coupons.name(brand, template);
        } catch (Problem gone) {
            return null;
        }
    }

    private @Nullable String draw(Brand brand, String draw) {
        return draw.matches("[1-9]\\d{0,17}")
                ? database.select(DRAW.NAME)
                        .from(DRAW)
                        .where(DRAW.ID.eq(Long.parseLong(draw)))
                        .and(DRAW.BRAND_ID.eq(brand.id().value()))
                        .fetchOne(DRAW.NAME)
                : null;
    }
}
