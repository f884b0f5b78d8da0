package io.waterwheel.loyalty.mall;

import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MallKind;
import org.jspecify.annotations.Nullable;

/// What is wrong with something for the mall.
final class MallItemCheck {

    static final long MOST_POINTS = 100_000_000L;
    static final long MOST_MONEY = 100_000_000L;
    private static final int MOST_NAME = 60;
    private static final int MOST_DESCRIPTION = 2_000;
    private static final int MOST_STORES = 500;

    private MallItemCheck() {}

    /// @throws Problem `invalid`, with every wrong place
    static void refuse(NewMallItem item) {
        Problem problem = new Problem(KernelProblem.INVALID);
        within(problem, "/name", item.name().strip().length(), 1, MOST_NAME);
        within(problem, "/description", item.description().length(), 0, MOST_DESCRIPTION);
        within(problem, "/points", item.points(), 1, MOST_POINTS);
        within(problem, "/money", item.money(), 0, MOST_MONEY);
        within(problem, "/stock", item.stock(), 0, 1_000_000_000);
        within(problem, "/perMember", item.perMember(), 1, 1_000);
        within(problem, "/stores", item.stores().size(), 0, MOST_STORES);
        within(problem, "/tiers", item.tiers().size(), 0, 20);
        if (item.picture() != null
                && (!item.picture().startsWith("https://") || item.picture().length() > 500)) {
            problem.at("/picture", "not-https", new Text("图片须是 https 地址", "a picture has an https address"));
        }
        if (item.from() != null && item.until() != null && !item.until().isAfter(item.from())) {
            problem.at("/until", "reversed", new Text("须晚于开始时间", "must be later than the beginning"));
        }
        ofKind(problem, item);
        problem.throwIfFaulty();
    }

    private static void ofKind(Problem problem, NewMallItem item) {
        boolean goods = item.kind() == MallKind.GOODS;
        if ((item.kind() == MallKind.COUPON) != (item.template() != null)) {
            problem.at(
                    "/template", "of-coupons", new Text("优惠券须选模板，其他商品不选", "a coupon has a template, others have none"));
        }
        if (goods != (item.delivery() || !item.stores().isEmpty())) {
            problem.at(
                    "/delivery",
                    "of-goods",
                    new Text("实物须可配送或到店自提，其他商品不用", "goods are sent or picked up, others are neither"));
        }
        if (item.kind() == MallKind.CODE && item.stock() != null) {
            problem.at("/stock", "of-codes", new Text("库存即上传的码数", "the stock is the codes that were uploaded"));
        }
        if (item.money() > 0 && (!goods || item.delivery())) {
            problem.at(
                    "/money",
                    "at-pick-up",
                    new Text("加价只用于到店自提的实物", "money is paid when goods are picked up, and only then"));
        }
    }

    private static void within(Problem problem, String place, @Nullable Number value, long least, long most) {
        if (value != null) {
            problem.within(place, value.longValue(), least, most);
        }
    }
}
