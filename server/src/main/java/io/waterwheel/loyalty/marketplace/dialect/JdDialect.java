package io.waterwheel.loyalty.marketplace.dialect;

import static io.waterwheel.loyalty.marketplace.dialect.Signing.bytes;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.marketplace.dialect.MarketCall.Mobile;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// 京东会员通: an address for each operation, MD5 over the fields of the body in a field of it, time in milliseconds,
/// the phone mixed with a salt.
@Component
class JdDialect implements MarketplaceDialect {

    private final JdApi api;

    JdDialect(JdApi api) {
        this.api = api;
    }

    @Override
    public String code() {
        return "jd";
    }

    @Override
    public boolean mixes() {
        return true;
    }

    @Override
    public MarketCall read(ShopKeys keys, MarketRequest request, Instant now) {
        CallFields fields = CallFields.of(request.body());
        Signing.same(JdToken.of(keys.secret(), fields.tree()), fields.text(JdToken.FIELD));
        Signing.same(keys.appKey(), fields.text("appkey"));
        Signing.same(keys.name(), fields.text("brandId"));
        String timestamp = fields.text("timestamp");
        if (!timestamp.matches("\\d{10,15}")) {
            throw CallFields.unreadable("timestamp");
        }
        Signing.fresh(Instant.ofEpochMilli(Long.parseLong(timestamp)), now);
        String account = fields.text("account");
        return switch (request.operation()) {
            case "queryMemberBindStatus" -> new MarketCall.Ask(account, mobile(fields));
            case "memberRegAndBind" -> new MarketCall.Bind(account, mobile(fields), true);
            case "memberUnbind" -> new MarketCall.Unbind(account);
            case "queryMember" -> new MarketCall.Look(account);
            case "modifyMemberPoint" ->
                new MarketCall.Change(
                        account,
                        fields.text("recordId"),
                        kind(fields.text("changeType"), fields.optional("originRecordId")),
                        fields.points("point"),
                        fields.optional("originRecordId"));
            default -> throw CallFields.unreadable("operation");
        };
    }

    private static Mobile mobile(CallFields fields) {
        return new Mobile(null, fields.optional("mixMobile"));
    }

    private static MarketCall.Kind kind(String type, @Nullable String of) {
        return switch (type) {
            case "sub" -> MarketCall.Kind.SPEND;
            case "add" -> of == null ? MarketCall.Kind.EARN : MarketCall.Kind.GIVE_BACK;
            default -> throw CallFields.unreadable("changeType");
        };
    }

    @Override
    public MarketReply answer(MarketRequest request, MarketAnswer answer) {
        return JdReplies.answer(answer);
    }

    @Override
    public MarketReply refusal(MarketRequest request, Problem problem) {
        return JdReplies.refusal(problem);
    }

    @Override
    public Optional<byte[]> mix(ShopKeys keys, String phone) {
        return Optional.of(Signing.digest("MD5", bytes(phone + keys.salt())));
    }

    @Override
    public PushOutcome push(ShopKeys keys, String account, MemberStanding standing, long version, Instant now) {
        return api.push(keys, account, standing, now);
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
