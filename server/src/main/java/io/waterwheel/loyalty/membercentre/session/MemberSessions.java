package io.waterwheel.loyalty.membercentre.session;

import static io.waterwheel.loyalty.generated.Tables.MEMBER_SESSION;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Secrets;
import io.waterwheel.kernel.Sha256;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sessions of members, in the database, so that every node knows them and a person can be signed out from
/// here. Each is good at one brand only.
@Component
public class MemberSessions {

    private static final Duration LASTS = Duration.ofDays(30);

    /// One who comes every day is asked again twice a year all the same.
    public static final Duration LONGEST = Duration.ofDays(180);

    private static final Duration RENEWED_AFTER = Duration.ofDays(1);
    private static final int MOST = 10;
    private static final int SECRET_BYTES = 32;

    private final DSLContext database;
    private final InstantSource clock;

    MemberSessions(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @return the token for the browser; here only its hash is kept
    @Transactional
    public String open(Brand brand, CustomerNo customer, SignInWay way) {
        Instant now = clock.instant();
        String token = Secrets.fresh(SECRET_BYTES);
        database.insertInto(MEMBER_SESSION)
                .set(MEMBER_SESSION.TOKEN_HASH, Sha256.of(token))
                .set(MEMBER_SESSION.BRAND_ID, brand.id().value())
                .set(MEMBER_SESSION.CUSTOMER_NO, customer.value())
                .set(MEMBER_SESSION.WAY, way.code())
                .set(MEMBER_SESSION.OPENED_AT, now)
                .set(MEMBER_SESSION.EXPIRES_AT, now.plus(LASTS))
                .execute();
        keepNewest(brand, customer);
        return token;
    }

    /// Whoever signs in on an eleventh device is signed out on the first.
    private void keepNewest(Brand brand, CustomerNo customer) {
        var theirs = MEMBER_SESSION
                .CUSTOMER_NO
                .eq(customer.value())
                .and(MEMBER_SESSION.BRAND_ID.eq(brand.id().value()));
        database.deleteFrom(MEMBER_SESSION)
                .where(theirs)
                .and(MEMBER_SESSION.TOKEN_HASH.notIn(DSL.select(MEMBER_SESSION.TOKEN_HASH)
                        .from(MEMBER_SESSION)
                        .where(theirs)
                        .orderBy(MEMBER_SESSION.OPENED_AT.desc(), MEMBER_SESSION.TOKEN_HASH)
                        .limit(MOST)))
                .execute();
    }

    /// Whose session it is at this brand.
    public Optional<Member> find(Brand brand, String token) {
        Instant now = clock.instant();
        byte[] hash = Sha256.of(token);
        return database.select(MEMBER_SESSION.CUSTOMER_NO, MEMBER_SESSION.OPENED_AT, MEMBER_SESSION.EXPIRES_AT)
                .from(MEMBER_SESSION)
                .where(MEMBER_SESSION.TOKEN_HASH.eq(hash))
                .and(MEMBER_SESSION.BRAND_ID.eq(brand.id().value()))
                .and(MEMBER_SESSION.EXPIRES_AT.gt(now))
                .fetchOptional(row -> {
                    renew(hash, row.value2(), row.value3(), now);
                    return new Member(brand, new CustomerNo(row.value1()));
                });
    }

    private void renew(byte[] hash, Instant opened, Instant expires, Instant now) {
        Instant until = earlier(now.plus(LASTS), opened.plus(LONGEST));
        if (until.isAfter(expires.plus(RENEWED_AFTER))) {
            database.update(MEMBER_SESSION)
                    .set(MEMBER_SESSION.EXPIRES_AT, until)
                    .where(MEMBER_SESSION.TOKEN_HASH.eq(hash))
                    .execute();
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    public void close(String token) {
        database.deleteFrom(MEMBER_SESSION)
                .where(MEMBER_SESSION.TOKEN_HASH.eq(Sha256.of(token)))
                .execute();
    }

    void forgetOld() {
        database.deleteFrom(MEMBER_SESSION)
                .where(MEMBER_SESSION.EXPIRES_AT.le(clock.instant()))
                .execute();
    }
}
