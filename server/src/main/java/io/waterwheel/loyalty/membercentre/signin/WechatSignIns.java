package io.waterwheel.loyalty.membercentre.signin;

import static io.waterwheel.loyalty.generated.Tables.WECHAT_SIGN_IN;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Secrets;
import io.waterwheel.kernel.Sha256;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.web.PublicAddress;
import io.waterwheel.loyalty.MemberCentreProblem;
import io.waterwheel.loyalty.generated.tables.records.WechatSignInRecord;
import io.waterwheel.loyalty.membercentre.session.SignInWay;
import io.waterwheel.wechat.WebVisitor;
import io.waterwheel.wechat.WebVisitors;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Signing in through WeChat. The browser is sent there with a state that is good once, for ten minutes,
/// and only in that browser: neither a code that leaked nor a link somebody else prepared lets anyone in.
@Component
public class WechatSignIns {

    public static final Duration WAITS = Duration.ofMinutes(10);

    private static final int SECRET_BYTES = 32;

    private final WebVisitors visitors;
    private final MemberSignIns signIns;
    private final SignInRoom room;
    private final DSLContext database;
    private final PublicAddress address;
    private final InstantSource clock;

    WechatSignIns(
            WebVisitors visitors,
            MemberSignIns signIns,
            SignInRoom room,
            DSLContext database,
            PublicAddress address,
            InstantSource clock) {
        this.visitors = visitors;
        this.signIns = signIns;
        this.room = room;
        this.database = database;
        this.address = address;
        this.clock = clock;
    }

    /// A browser on its way.
    ///
    /// @param browser what it must bring back in a cookie
    public record Sent(URI to, String browser) {}

    /// A browser that came back.
    ///
    /// @param token of a new session; null for somebody who is no member and agreed to nothing yet
    /// @param page  where they wanted to go
    public record Back(@Nullable String token, String page) {}

    /// Who agreed to become a member is asked for their profile, which names them to all of the brand's
    /// accounts; who comes again is asked nothing.
    ///
    /// @param page a path of the pages
    /// @throws Problem `sign-in-too-often`, `wechat-not-configured`
    public Sent send(Brand brand, Agreement agreement, String page, String from) {
        room.take(SignInLimit.WECHAT_OF_ADDRESS, brand.key() + "/" + from);
        String state = Secrets.fresh(SECRET_BYTES);
        String browser = Secrets.fresh(SECRET_BYTES);
        WebVisitors.Scope scope = agreement.agreed() ? WebVisitors.Scope.PROFILE : WebVisitors.Scope.SILENT;
        URI back = URI.create(address.of("/m/" + brand.key() + "/api/wechat/back"));
        URI to = visitors.ask(brand, back, state, scope);
        database.insertInto(WECHAT_SIGN_IN)
                .set(WECHAT_SIGN_IN.STATE_HASH, hash(state, browser))
                .set(WECHAT_SIGN_IN.BRAND_ID, brand.id().value())
                .set(WECHAT_SIGN_IN.AGREED, agreement.agreed())
                .set(WECHAT_SIGN_IN.TERMS, agreement.terms())
                .set(WECHAT_SIGN_IN.MARKETING, agreement.marketing())
                .set(WECHAT_SIGN_IN.INVITE, agreement.invite())
                .set(WECHAT_SIGN_IN.PAGE, page)
                .set(WECHAT_SIGN_IN.EXPIRES_AT, clock.instant().plus(WAITS))
                .execute();
        return new Sent(to, browser);
    }

    /// @throws Problem `member-wechat-failed` for a state that is not this browser's, was used or is over,
    ///                 and for a code WeChat does not take
    public Back back(Brand brand, String code, String state, String browser) {
        WechatSignInRecord sent = database.deleteFrom(WECHAT_SIGN_IN)
                .where(WECHAT_SIGN_IN.STATE_HASH.eq(hash(state, browser)))
                .and(WECHAT_SIGN_IN.BRAND_ID.eq(brand.id().value()))
                .and(WECHAT_SIGN_IN.EXPIRES_AT.gt(clock.instant()))
                .returning()
                .fetchOptional()
                .orElseThrow(WechatSignIns::failed);
        WebVisitor visitor = visitors.identify(brand, code).orElseThrow(WechatSignIns::failed);
        Agreement agreement = new Agreement(sent.getTerms(), sent.getMarketing(), sent.getInvite());
        Optional<String> token = signIns.open(brand, proved(visitor), agreement, SignInWay.WECHAT);
        return new Back(token.orElse(null), sent.getPage());
    }

    /// The openid last: it is of one account, the unionid of the person.
    private static List<Identifier> proved(WebVisitor visitor) {
        List<Identifier> proved = new ArrayList<>();
        String unionid = visitor.unionid();
        if (unionid != null) {
            proved.add(new Identifier(IdentifierKind.UNIONID, unionid));
        }
        proved.add(new Identifier(IdentifierKind.OPENID, visitor.openid()));
        return proved;
    }

    private static byte[] hash(String state, String browser) {
        return Sha256.of(state + "." + browser);
    }

    private static Problem failed() {
        return new Problem(MemberCentreProblem.MEMBER_WECHAT_FAILED);
    }

    void forgetOld() {
        database.deleteFrom(WECHAT_SIGN_IN)
                .where(WECHAT_SIGN_IN.EXPIRES_AT.le(clock.instant()))
                .execute();
    }
}
