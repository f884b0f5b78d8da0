package io.waterwheel.loyalty.marketplace.dialect;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// What JD's membership platform is told and asked: JSON, signed like its own calls. Points are told as what comes
/// or goes, so what it has is asked first: a call whose answer was lost is seen there and not made twice.
@Component
class JdApi {

    private static final String DONE = "0";
    private static final String LIMITED = "429";

    /// What a wrong key or token is answered with: every other call would be as well.
    private static final List<String> NOBODY = List.of("9002", "9003", "9004");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MarketHttp http;

    JdApi(MarketHttp http) {
        this.http = http;
    }

    PushOutcome push(ShopKeys keys, String account, MemberStanding standing, Instant now) {
        try {
            MarketHttp.Told has = call(keys, "CrmMemberPoint/queryMemberPoint", Map.of("account", account), now);
            if (!(outcome(has) instanceof PushOutcome.Taken)) {
                return outcome(has);
            }
            long more = standing.points() - has.body().at("/data/point").asLong(0);
            if (more != 0) {
                PushOutcome points = points(keys, account, more, now);
                if (!(points instanceof PushOutcome.Taken)) {
                    return points;
                }
            }
            return standing.level() == 0 ? new PushOutcome.Taken() : grade(keys, account, standing.level(), now);
        } catch (IOException e) {
            return new PushOutcome.Later(Duration.ZERO, "unreachable");
        }
    }

    private PushOutcome points(ShopKeys keys, String account, long more, Instant now) throws IOException {
        return outcome(call(
                keys,
                "CrmMemberPoint/modifyMemberPointToCdp",
                Map.of(
                        "account",
                        account,
                        "point",
                        Math.abs(more),
                        "changeType",
                        more > 0 ? "add" : "sub",
                        "content",
                        "会员积分同步",
                        "pointType",
                        0,
                        "occurTime",
                        TmallDialect.TIME.format(now.atZone(TmallDialect.BEIJING))),
                now));
    }

    private PushOutcome grade(ShopKeys keys, String account, int level, Instant now) throws IOException {
        return outcome(call(
                keys,
                "CrmMemberGrade/adjustMemberGradeToCDP",
                Map.of("account", account, "expire_type", 1, "grade", level, "content", "会员等级同步", "type", 38),
                now));
    }

    PushOutcome unbind(ShopKeys keys, String account, Instant now) {
        try {
            return outcome(call(keys, "CrmMember/memberUnbind", Map.of("account", account), now));
        } catch (IOException e) {
            return new PushOutcome.Later(Duration.ZERO, "unreachable");
        }
    }

    BoundPage bound(ShopKeys keys, @Nullable String from, Instant now) throws IOException {
        MarketHttp.Told told =
                call(keys, "CrmMember/queryMembers", Map.of("startRowKey", from == null ? "" : from), now);
        JsonNode members = told.body().at("/data/data");
        if (!(outcome(told) instanceof PushOutcome.Taken) || !members.isArray()) {
            throw new IOException("answer-" + told.status());
        }
        List<BoundPage.Bound> page = new ArrayList<>();
        for (JsonNode one : members) {
            page.add(new BoundPage.Bound(
                    one.path("account").asString(""), one.path("point").asLong(0)));
        }
        String next = told.body().at("/data/nextRowKey").asString("");
        return new BoundPage(page, next.isEmpty() ? null : next);
    }

    private static PushOutcome outcome(MarketHttp.Told told) {
        String code = told.body().path("code").asString("");
        if (told.status() == 429 || code.equals(LIMITED)) {
            return new PushOutcome.Limited(told.retryAfter());
        }
        if (told.status() != 200 || code.isEmpty()) {
            return new PushOutcome.Later(told.retryAfter(), "answer-" + told.status());
        }
        if (code.equals(DONE)) {
            return new PushOutcome.Taken();
        }
        return NOBODY.contains(code)
                ? new PushOutcome.Later(Duration.ZERO, "code-" + code)
                : new PushOutcome.Refused("code-" + code);
    }

    private MarketHttp.Told call(ShopKeys keys, String operation, Map<String, ?> fields, Instant now)
            throws IOException {
        ObjectNode body = JSON.valueToTree(fields);
        body.put("timestamp", now.toEpochMilli());
        body.put("appkey", keys.appKey());
        body.put("brandId", keys.name());
        body.put("platform", "JD");
        body.put(JdToken.FIELD, JdToken.of(keys.secret(), body));
        return http.post(
                keys.api() + "/" + operation,
                "application/json",
                Map.of("ruid", UUID.randomUUID().toString()),
                JSON.writeValueAsBytes(body));
    }
}
