package io.waterwheel.loyalty.marketplace.dialect;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.problem.ProblemType;
import io.waterwheel.loyalty.MarketplaceProblem;
import io.waterwheel.loyalty.PointsProblem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// JD's two codes: one that says whether the call was understood, and inside it what became of it.
final class JdReplies {

    private static final String DONE = "SUC";

    private JdReplies() {}

    static MarketReply answer(MarketAnswer answer) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("retCode", DONE);
        switch (answer) {
            case MarketAnswer.Bindable(boolean known, boolean linked) -> {
                data.put("retCode", known || linked ? "register" : "unregister");
                data.put("bind_status", linked ? 0 : 1);
            }
            case MarketAnswer.Bound(MemberStanding standing, boolean joined) -> {
                data.put("bind_status", 0);
                data.put("new_member", joined);
                member(data, standing);
            }
            case MarketAnswer.Unbound() -> data.put("bind_status", 3);
            case MarketAnswer.Seen(MemberStanding standing) -> member(data, standing);
            case MarketAnswer.Changed(long available, boolean repeated) -> {
                data.put("point", available);
                data.put("repeated", repeated);
            }
        }
        return new MarketReply(200, Map.of("code", "0", "msg", "请求成功", "data", data));
    }

    private static void member(Map<String, Object> data, MemberStanding standing) {
        data.put("cardNumber", standing.card());
        data.put("point", standing.points());
        data.put("grade", standing.level());
    }

    static MarketReply refusal(Problem problem) {
        ProblemType type = problem.type();
        return new MarketReply(
                200,
                Map.of(
                        "code",
                        call(type),
                        "msg",
                        problem.detail(Locale.SIMPLIFIED_CHINESE),
                        "data",
                        Map.of("retCode", result(type), "sub_code", type.code())));
    }

    private static String call(ProblemType type) {
        return switch (type) {
            case MarketplaceProblem.MARKETPLACE_SIGNATURE_WRONG, MarketplaceProblem.MARKETPLACE_TIMESTAMP_OLD -> "9003";
            case MarketplaceProblem.MARKETPLACE_CALL_UNREADABLE -> "9001";
            case MarketplaceProblem.MARKETPLACE_NOT_LINKED, MarketplaceProblem.MARKETPLACE_MEMBER_UNKNOWN -> "10001";
            case MarketplaceProblem.MARKETPLACE_ACCOUNT_BOUND, MarketplaceProblem.MARKETPLACE_MEMBER_BOUND -> "10010";
            case PointsProblem.POINTS_INSUFFICIENT -> "0";
            default -> "999999";
        };
    }

    private static String result(ProblemType type) {
        return switch (type) {
            case MarketplaceProblem.MARKETPLACE_CALL_UNREADABLE, MarketplaceProblem.MARKETPLACE_POINTS_ABSURD -> "E01";
            case MarketplaceProblem.MARKETPLACE_NOT_LINKED, MarketplaceProblem.MARKETPLACE_MEMBER_UNKNOWN -> "E02";
            case PointsProblem.POINTS_INSUFFICIENT -> "E03";
            default -> "E05";
        };
    }
}
