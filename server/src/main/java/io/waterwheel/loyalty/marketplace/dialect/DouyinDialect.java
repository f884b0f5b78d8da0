package io.waterwheel.loyalty.marketplace.dialect;

import static io.waterwheel.loyalty.marketplace.dialect.Signing.bytes;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MarketplaceProblem;
import io.waterwheel.loyalty.PointsProblem;
import io.waterwheel.loyalty.marketplace.dialect.MarketCall.Mobile;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 抖音会员通: an address for each operation, SHA-256 over secret, query and body in a header, time in
/// milliseconds, the phone in plain.
@Component
class DouyinDialect implements MarketplaceDialect {

    private final DouyinApi api;

    DouyinDialect(DouyinApi api) {
        this.api = api;
    }

    @Override
    public String code() {
        return "douyin";
    }

    @Override
    public boolean mixes() {
        return false;
    }

    @Override
    public MarketCall read(ShopKeys keys, MarketRequest request, Instant now) {
        Signing.same(
                sign(keys.secret(), request.query(), request.body()),
                request.header().apply("x-life-sign"));
        Signing.same(keys.appKey(), request.query().getOrDefault("client_key", ""));
        String timestamp = request.query().getOrDefault("timestamp", "");
        if (!timestamp.matches("\\d{10,15}")) {
            throw CallFields.unreadable("timestamp");
        }
        Signing.fresh(Instant.ofEpochMilli(Long.parseLong(timestamp)), now);
        CallFields fields = CallFields.of(request.body());
        Signing.same(keys.name(), fields.text("account_id"));
        String account = fields.text("open_id");
        return switch (request.operation()) {
            case "ask" -> new MarketCall.Ask(account, mobile(fields));
            case "join" -> new MarketCall.Bind(account, mobile(fields), true);
            case "leave" -> new MarketCall.Unbind(account);
            case "look" -> new MarketCall.Look(account);
            case "points" ->
                new MarketCall.Change(
                        account,
                        fields.text("record_id"),
                        kind(fields.text("type")),
                        fields.points("points"),
                        fields.optional("origin_record_id"));
            default -> throw CallFields.unreadable("operation");
        };
    }

    static String sign(String secret, Map<String, String> query, byte[] body) {
        StringBuilder text = new StringBuilder(secret);
        new TreeMap<>(query).forEach((name, value) -> {
            if (!name.equals("sign")) {
                text.append('&').append(name).append('=').append(value);
            }
        });
        return Signing.hex("SHA-256", bytes(text.append("&http_body=").toString()), body);
    }

    private static Mobile mobile(CallFields fields) {
        return new Mobile(fields.optional("mobile"), null);
    }

    private static MarketCall.Kind kind(String type) {
        return switch (type) {
            case "spend" -> MarketCall.Kind.SPEND;
            case "return" -> MarketCall.Kind.GIVE_BACK;
            case "earn" -> MarketCall.Kind.EARN;
            default -> throw CallFields.unreadable("type");
        };
    }

    @Override
    public MarketReply answer(MarketRequest request, MarketAnswer answer) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("error_code", 0);
        data.put("description", "success");
        switch (answer) {
            case MarketAnswer.Bindable(boolean known, boolean linked) -> {
                data.put("is_member", known);
                data.put("is_bound", linked);
            }
            case MarketAnswer.Bound(MemberStanding standing, boolean joined) -> {
                data.put("is_new_member", joined);
                data.put("member", member(standing));
            }
            case MarketAnswer.Unbound() -> {}
            case MarketAnswer.Seen(MemberStanding standing) -> data.put("member", member(standing));
            case MarketAnswer.Changed(long available, boolean repeated) -> {
                data.put("points", available);
                data.put("repeated", repeated);
            }
        }
        return new MarketReply(200, Map.of("data", data));
    }

    private static Map<String, Object> member(MemberStanding standing) {
        return Map.of("points", standing.points(), "level", standing.level(), "card_no", standing.card());
    }

    /// 100 is tried again, everything else is not.
    @Override
    public MarketReply refusal(MarketRequest request, Problem problem) {
        int code = problem.type() instanceof MarketplaceProblem type
                ? type == MarketplaceProblem.MARKETPLACE_NOT_READY ? 100 : 200 + type.ordinal()
                : problem.type() == PointsProblem.POINTS_INSUFFICIENT ? 290 : 100;
        Map<String, Object> data = Map.of(
                "error_code", code,
                "sub_code", problem.type().code(),
                "description", problem.detail(Locale.SIMPLIFIED_CHINESE));
        return new MarketReply(200, Map.of("data", data));
    }

    @Override
    public Optional<byte[]> mix(ShopKeys keys, String phone) {
        return Optional.empty();
    }

    @Override
    public PushOutcome push(ShopKeys keys, String account, MemberStanding standing, long version, Instant now) {
        return api.push(keys, account, standing, version, now);
    }

    @Override
    public PushOutcome unbind(ShopKeys keys, String account, Instant now) {
        return api.unbind(keys, account, now);
    }

    @Override
    public BoundPage bound(ShopKeys keys, @Nullable String from, Instant now) throws IOException {
        return api.bound(keys, from, now);
    }
}
