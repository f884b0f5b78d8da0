package io.waterwheel.loyalty.coupon.issue;

import static io.waterwheel.loyalty.generated.Tables.COUPON;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponGranted;
import io.waterwheel.loyalty.CouponProblem;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.coupon.code.CouponCodes;
import io.waterwheel.loyalty.coupon.issue.Issuing.Wish;
import io.waterwheel.loyalty.coupon.life.CouponMoves;
import io.waterwheel.loyalty.coupon.life.CouponState;
import io.waterwheel.loyalty.coupon.life.CouponStep;
import io.waterwheel.loyalty.coupon.life.Move;
import io.waterwheel.loyalty.coupon.template.KnownTemplates;
import io.waterwheel.loyalty.generated.tables.records.CouponPublicCodeRecord;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Customers take coupons by code: one of a poster, one on paper, or one that somebody hands on.
@Component
public class CouponClaims {

    private final DSLContext database;
    private final Issuing issuing;
    private final PublicCodes publicCodes;
    private final CouponCodes codes;
    private final CouponMoves moves;
    private final KnownTemplates templates;
    private final Customers customers;
    private final InstantSource clock;

    CouponClaims(
            DSLContext database,
            Issuing issuing,
            PublicCodes publicCodes,
            CouponCodes codes,
            CouponMoves moves,
            KnownTemplates templates,
            Customers customers,
            InstantSource clock) {
        this.database = database;
        this.issuing = issuing;
        this.publicCodes = publicCodes;
        this.codes = codes;
        this.moves = moves;
        this.templates = templates;
        this.customers = customers;
        this.clock = clock;
    }

    /// Gives a customer what a code is for. Asked again for the same customer, it is the same coupon.
    ///
    /// @return the coupon's id
    /// @throws Problem `coupon-not-issued`, `public-code-used-up`, `coupon-claimed`, `coupon-code-…`
    @Transactional
    public long claim(Brand brand, CustomerNo customer, String code) {
        CustomerNo now = customers.currentOf(customer);
        return publicCodes
                .find(brand, code)
                .map(found -> ofPoster(brand, customer, now, found))
                .orElseGet(() -> onPaper(brand, customer, now, code));
    }

    private long ofPoster(Brand brand, CustomerNo given, CustomerNo customer, CouponPublicCodeRecord code) {
        String key = "public/" + code.getId() + "/" + customer;
        CouponGranted granted = Objects.requireNonNull(issuing.issue(
                        brand,
                        new CouponTemplateId(code.getTemplateId()),
                        List.of(new Wish(key, given, customer, "public")))
                .get(key));
        return switch (granted) {
            case CouponGranted.Refused(CouponGranted.Reason why) ->
                throw new Problem(CouponProblem.COUPON_NOT_ISSUED).with("why", ReasonWords.of(why));
            case CouponGranted.Issued(long coupon, boolean repeated) -> {
                // Not issued after all: the refusal takes everything back.
                if (!repeated && !publicCodes.use(code.getId())) {
                    throw new Problem(CouponProblem.PUBLIC_CODE_USED_UP);
                }
                yield coupon;
            }
        };
    }

    private long onPaper(Brand brand, CustomerNo given, CustomerNo customer, String code) {
        long id = switch (codes.read(code)) {
            case CouponCodes.Reading.Genuine(long coupon) -> coupon;
            case CouponCodes.Reading.Mistyped() -> throw new Problem(CouponProblem.COUPON_CODE_MISTYPED);
            case CouponCodes.Reading.Forged() -> throw new Problem(CouponProblem.COUPON_CODE_FORGED);
        };
        CouponRecord coupon = taken(brand, id);
        if (Objects.equals(coupon.getCustomerNo(), customer.value())) {
            return id;
        }
        if (coupon.getCustomerNo() != null || CouponState.of(coupon.getState()) != CouponState.ISSUED) {
            throw new Problem(CouponProblem.COUPON_CLAIMED);
        }
        coupon.setCustomerNo(customer.value());
        coupon.setGivenNo(given.value());
        moves.write(List.of(CouponMoves.moved(coupon, move(CouponStep.CLAIM))));
        return id;
    }

    /// What somebody sends to a friend.
    ///
    /// @param code with which the friend takes the coupon
    public record Offer(String coupon, String code) {}

    /// Offers a coupon to whoever has the code. Each coupon changes hands once.
    ///
    /// @throws Problem `not-found`, `coupon-not-transferable`
    @Transactional
    public Offer offer(Brand brand, CustomerNo customer, long id) {
        CouponRecord coupon = own(brand, customer, id);
        if (CouponState.of(coupon.getState()) == CouponState.OFFERED) {
            return new Offer(Long.toString(id), codes.offered(id, coupon.getOffers()));
        }
        Instant now = clock.instant();
        boolean may = templates.get(coupon.getTemplateId()).terms().handOn()
                && !coupon.getHandedOn()
                && CouponState.of(coupon.getState()) == CouponState.ISSUED
                && coupon.getValidUntil().isAfter(now);
        if (!may) {
            throw new Problem(CouponProblem.COUPON_NOT_TRANSFERABLE)
                    .with(
                            "why",
                            new io.waterwheel.kernel.Text(
                                    "券面不允许、已转赠过或已不可用",
                                    "its terms forbid it, it was handed on before, or it cannot be used"));
        }
        coupon.setOffers(coupon.getOffers() + 1);
        moves.write(List.of(CouponMoves.moved(coupon, move(CouponStep.OFFER))));
        return new Offer(Long.toString(id), codes.offered(id, coupon.getOffers()));
    }

    /// Takes an offer back; its code is of no use any more.
    ///
    /// @throws Problem `not-found`, `coupon-claimed`
    @Transactional
    public void takeBack(Brand brand, CustomerNo customer, long id) {
        CouponRecord coupon = own(brand, customer, id);
        if (CouponState.of(coupon.getState()) != CouponState.OFFERED) {
            throw new Problem(CouponProblem.COUPON_CLAIMED);
        }
        coupon.setOffers(coupon.getOffers() + 1);
        moves.write(List.of(CouponMoves.moved(coupon, move(CouponStep.TAKE_BACK))));
    }

    /// Takes over a coupon that was offered. Of two who try, one has it.
    ///
    /// @throws Problem `coupon-code-forged`, `coupon-claimed`, `coupon-expired`
    @Transactional
    public void accept(Brand brand, CustomerNo customer, long id, String code) {
        CustomerNo now = customers.currentOf(customer);
        CouponRecord coupon = taken(brand, id);
        if (coupon.getHandedOn() && Objects.equals(coupon.getCustomerNo(), now.value())) {
            return;
        }
        if (!codes.isOffer(code, id, coupon.getOffers())) {
            throw new Problem(CouponProblem.COUPON_CODE_FORGED);
        }
        if (CouponState.of(coupon.getState()) != CouponState.OFFERED
                || Objects.equals(coupon.getCustomerNo(), now.value())) {
            throw new Problem(CouponProblem.COUPON_CLAIMED);
        }
        if (!coupon.getValidUntil().isAfter(clock.instant())) {
            throw new Problem(CouponProblem.COUPON_EXPIRED).with("until", coupon.getValidUntil());
        }
        coupon.setCustomerNo(now.value());
        coupon.setGivenNo(customer.value());
        coupon.setHandedOn(true);
        moves.write(List.of(CouponMoves.moved(coupon, move(CouponStep.HAND_ON))));
    }

    private CouponRecord own(Brand brand, CustomerNo customer, long id) {
        CouponRecord coupon = taken(brand, id);
        CustomerNo now = customers.currentOf(customer);
        if (!Objects.equals(coupon.getCustomerNo(), now.value())) {
            throw missing(id);
        }
        return coupon;
    }

    private CouponRecord taken(Brand brand, long id) {
        return database.selectFrom(COUPON)
                .where(COUPON.ID.eq(id))
                .and(COUPON.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> missing(id));
    }

    private Move move(CouponStep step) {
        return Move.of(step, clock.instant(), Actor.current().name());
    }

    private static Problem missing(long id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "coupon " + id);
    }
}
