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
import io.waterwheel.loyalty.generated.tables.records.CouponPublicCodeRecord;
import io.waterwheel.loyalty.generated.tables.records.CouponRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Customers take coupons by code: one of a poster, or one on paper.
@Component
public class CouponClaims {

    private final DSLContext database;
    private final Issuing issuing;
    private final PublicCodes publicCodes;
    private final CouponCodes codes;
    private final CouponMoves moves;
    private final HeldCoupons held;
    private final Customers customers;
    private final InstantSource clock;

    CouponClaims(
            DSLContext database,
            Issuing issuing,
            PublicCodes publicCodes,
            CouponCodes codes,
            CouponMoves moves,
            HeldCoupons held,
            Customers customers,
            InstantSource clock) {
        this.database = database;
        this.issuing = issuing;
        this.publicCodes = publicCodes;
        this.codes = codes;
        this.moves = moves;
        this.held = held;
        this.customers = customers;
        this.clock = clock;
    }

    /// Gives a customer what a code is for. Asked again for the same customer, it is the same coupon; who turned out
    /// to be one have claimed what any of them has.
    ///
    /// @return the coupon's id
    /// @throws Problem `coupon-not-issued`, `public-code-used-up`, `coupon-claimed`, `coupon-code-…`
    @Transactional
    public long claim(Brand brand, CustomerNo customer, String code) {
        CustomerNo now = customers.currentOf(customer);
        return publicCodes
                .take(brand, code)
                .map(found -> ofPoster(brand, customer, now, found))
                .orElseGet(() -> onPaper(brand, customer, now, code));
    }

    private long ofPoster(Brand brand, CustomerNo given, CustomerNo customer, CouponPublicCodeRecord code) {
        Optional<Long> before = claimed(brand, code, customer);
        if (before.isPresent()) {
            return before.get();
        }
        String key = key(code, given);
        CouponGranted granted = Objects.requireNonNull(issuing.issue(
                        brand,
                        new CouponTemplateId(code.getTemplateId()),
                        List.of(new Wish(key, given, customer, "public")))
                .get(key));
        return switch (granted) {
            case CouponGranted.Refused(CouponGranted.Reason why) -> throw notIssued(why);
            case CouponGranted.Issued(long coupon, boolean repeated) -> {
                // Not issued after all: the refusal takes everything back.
                if (!repeated && !publicCodes.use(code.getId())) {
                    throw new Problem(CouponProblem.PUBLIC_CODE_USED_UP);
                }
                yield coupon;
            }
        };
    }

    /// A claim is of the number it was made under, which stays what it was when its customer merges with another or
    /// comes apart. True for as long as the code's row is locked.
    private Optional<Long> claimed(Brand brand, CouponPublicCodeRecord code, CustomerNo customer) {
        String[] keys = Stream.concat(Stream.of(customer), customers.numbers(List.of(customer)).keySet().stream())
                .map(number -> key(code, number))
                .distinct()
                .toArray(String[]::new);
        return database.select(COUPON.ID)
                .from(COUPON)
                .where(COUPON.BRAND_ID.eq(brand.id().value()))
                .and(COUPON.ISSUE_KEY.eq(DSL.any(keys)))
                .orderBy(COUPON.ID)
                .limit(1)
                .fetchOptional(COUPON.ID);
    }

    private static String key(CouponPublicCodeRecord code, CustomerNo number) {
        return "public/" + code.getId() + "/" + number;
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
        if (held.reached(coupon.getTemplateId(), customer).isPresent()) {
            throw notIssued(CouponGranted.Reason.LIMIT_REACHED);
        }
        coupon.setCustomerNo(customer.value());
        coupon.setGivenNo(given.value());
        moves.write(List.of(CouponMoves.moved(coupon, move(CouponStep.CLAIM))));
        return id;
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

    private static Problem notIssued(CouponGranted.Reason why) {
        return new Problem(CouponProblem.COUPON_NOT_ISSUED).with("why", ReasonWords.of(why));
    }

    private static Problem missing(long id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "coupon " + id);
    }
}
