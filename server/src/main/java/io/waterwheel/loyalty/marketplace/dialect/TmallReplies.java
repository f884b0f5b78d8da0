package io.waterwheel.loyalty.marketplace.dialect;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.problem.ProblemType;
import io.waterwheel.loyalty.MarketplaceProblem;
import io.waterwheel.loyalty.PointsProblem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Tmall's codes: `SUC`, and `E…` for what was refused. A call that proves nothing has a form of its own.
final class TmallReplies {

    private static final String DONE = "SUC";

    private TmallReplies() {}

    static MarketReply answer(TmallMethod method, MarketAnswer answer) {
        Map<String, Object> body = new LinkedHashMap<>();
        switch (answer) {
            case MarketAnswer.Bindable(boolean known, boolean linked) ->
                body.put(method.result(), linked ? "E02" : known ? DONE : "E01");
            case MarketAnswer.Bound(MemberStanding standing, boolean joined) -> {
                body.put(method.result(), DONE);
                body.put("new_member", joined);
                body.put("member", member(standing));
            }
            case MarketAnswer.Unbound() -> body.put(method.result(), DONE);
            case MarketAnswer.Seen(MemberStanding standing) -> {
                body.put(method.result(), DONE);
                body.put("member", member(standing));
            }
            case MarketAnswer.Changed(long available, boolean repeated) -> {
                body.put(method.result(), DONE);
                body.put("point", Long.toString(available));
                body.put("repeated", repeated);
            }
        }
        return new MarketReply(200, body);
    }

    private static Map<String, String> member(MemberStanding standing) {
        return Map.of(
                "point", Long.toString(standing.points()),
                "level", Integer.toString(standing.level()),
                "extend", "{\"card_no\":\"" + standing.card() + "\"}");
    }

    static MarketReply refusal(TmallMethod method, Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (problem.type() == MarketplaceProblem.MARKETPLACE_SIGNATURE_WRONG
                || problem.type() == MarketplaceProblem.MARKETPLACE_TIMESTAMP_OLD
                || problem.type() == MarketplaceProblem.MARKETPLACE_SHOP_UNKNOWN) {
            body.put("flag", "failure");
            body.put("sub_code", "sign-check-failure");
        } else {
            body.put(method.result(), code(problem.type()));
            body.put("sub_code", problem.type().code());
        }
        body.put("sub_message", problem.detail(Locale.SIMPLIFIED_CHINESE));
        return new MarketReply(200, body);
    }

    private static String code(ProblemType type) {
        return switch (type) {
            case MarketplaceProblem.MARKETPLACE_MEMBER_UNKNOWN -> "E01";
            case MarketplaceProblem.MARKETPLACE_NOT_LINKED -> "E02";
            case MarketplaceProblem.MARKETPLACE_ACCOUNT_BOUND -> "E05";
            case MarketplaceProblem.MARKETPLACE_MEMBER_BOUND -> "E06";
            case PointsProblem.POINTS_INSUFFICIENT -> "E07";
            case MarketplaceProblem.MARKETPLACE_POINTS_ABSURD,
                    MarketplaceProblem.MARKETPLACE_RECORD_TAKEN,
                    MarketplaceProblem.MARKETPLACE_RECORD_UNKNOWN,
                    MarketplaceProblem.MARKETPLACE_RETURN_TOO_LARGE,
                    MarketplaceProblem.MARKETPLACE_CALL_UNREADABLE -> "E08";
            default -> "E04";
        };
    }
}
