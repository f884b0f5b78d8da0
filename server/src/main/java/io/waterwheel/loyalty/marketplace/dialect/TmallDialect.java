package io.waterwheel.loyalty.marketplace.dialect;

import static io.waterwheel.loyalty.marketplace.dialect.Signing.bytes;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.marketplace.dialect.MarketCall.Mobile;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 天猫会员通: one address, the method among the parameters of the query, MD5 around names, values and body,
/// Beijing time.
@Component
class TmallDialect implements MarketplaceDialect {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final TmallApi api;

    TmallDialect(TmallApi api) {
        this.api = api;
    }

    @Override
    public String code() {
        return "tmall";
    }

    @Override
    public boolean mixes() {
        return true;
    }

    @Override
    public MarketCall read(ShopKeys keys, MarketRequest request, Instant now) {
        Map<String, String> signed = new TreeMap<>(request.query());
        String sign = signed.remove("sign");
        Signing.same(sign(keys.secret(), signed, request.body()), sign == null ? "" : sign);
        Signing.same(keys.appKey(), signed.getOrDefault("app_key", ""));
        Signing.fresh(time(signed.getOrDefault("timestamp", "")), now);
        CallFields fields = CallFields.of(request.body());
        Signing.same(keys.name(), fields.text("seller_name"));
        String account = fields.text("ouid");
        return switch (TmallMethod.of(request)) {
            case ASK -> new MarketCall.Ask(account, mobile(fields));
            case BIND -> new MarketCall.Bind(account, mobile(fields), false);
            case REGISTER -> new MarketCall.Bind(account, mobile(fields), true);
            case UNBIND -> new MarketCall.Unbind(account);
            case LOOK -> new MarketCall.Look(account);
            case POINTS ->
                new MarketCall.Change(
                        account,
                        fields.text("record_id"),
                        kind(fields.text("change_type")),
                        fields.points("point"),
                        fields.optional("origin_record_id"));
            case UNKNOWN -> throw CallFields.unreadable("method");
        };
    }

    static String sign(String secret, Map<String, String> parameters, byte[] body) {
        StringBuilder text = new StringBuilder(secret);
        new TreeMap<>(parameters).forEach((name, value) -> text.append(name).append(value));
        return Signing.hex("MD5", bytes(text.toString()), body, bytes(secret));
    }

    private static Instant time(String text) {
        try {
            return LocalDateTime.parse(text, TIME).atZone(BEIJING).toInstant();
        } catch (DateTimeParseException e) {
            throw CallFields.unreadable("timestamp");
        }
    }

    private static Mobile mobile(CallFields fields) {
        return new Mobile(fields.optional("mobile"), fields.optional("mix_mobile"));
    }

    private static MarketCall.Kind kind(String type) {
        return switch (type) {
            case "0" -> MarketCall.Kind.SPEND;
            case "1" -> MarketCall.Kind.GIVE_BACK;
            case "2" -> MarketCall.Kind.EARN;
            default -> throw CallFields.unreadable("change_type");
        };
    }

    @Override
    public MarketReply answer(MarketRequest request, MarketAnswer answer) {
        return TmallReplies.answer(TmallMethod.of(request), answer);
    }

    @Override
    public MarketReply refusal(MarketRequest request, Problem problem) {
        return TmallReplies.refusal(TmallMethod.of(request), problem);
    }

    @Override
    public Optional<byte[]> mix(ShopKeys keys, String phone) {
        String once = Signing.hex("MD5", bytes("tmall" + phone + keys.salt()));
        return Optional.of(Signing.digest("MD5", bytes(once)));
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
