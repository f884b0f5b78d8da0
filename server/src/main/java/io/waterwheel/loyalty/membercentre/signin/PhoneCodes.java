package io.waterwheel.loyalty.membercentre.signin;

import static io.waterwheel.loyalty.generated.Tables.SIGN_IN_CODE;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Secrets;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MemberCentreProblem;
import io.waterwheel.touch.SmsCodes;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Codes by SMS. Whether a phone is a member's, a customer's or nobody's makes no difference to what is
/// done and answered.
@Component
public class PhoneCodes {

    public static final Duration LASTS = Duration.ofMinutes(5);
    public static final Duration PAUSE = Duration.ofSeconds(60);

    private static final int TRIES = 5;
    private static final int DIGITS = 6;
    private static final String PHONE_SCOPE = "sign-in-phone";
    private static final String CODE_SCOPE = "sign-in-code";
    private static final Text WORDS =
            new Text("您的验证码是 %s，5 分钟内有效，请勿告诉他人。", "Your code is %s, good for 5 minutes. Tell it to nobody.");

    private final DSLContext database;
    private final Vault vault;
    private final SmsCodes sms;
    private final SignInRoom room;
    private final InstantSource clock;
    private final TransactionOperations transactions;

    PhoneCodes(
            DSLContext database,
            Vault vault,
            SmsCodes sms,
            SignInRoom room,
            InstantSource clock,
            TransactionOperations transactions) {
        this.database = database;
        this.vault = vault;
        this.sms = sms;
        this.room = room;
        this.clock = clock;
        this.transactions = transactions;
    }

    /// Sends a code; the one before is worth nothing any more.
    ///
    /// @param from the address of who asks
    /// @throws Problem `member-phone-invalid`, `sign-in-too-often`, `sign-in-by-phone-off`,
    ///                 `sms-code-not-sent`
    public void send(Brand brand, String typed, String from, Locale locale) {
        String phone = phone(typed).value();
        room.take(SignInLimit.CODES_OF_ADDRESS, brand.key() + "/" + from);
        if (!sms.ready(brand)) {
            throw new Problem(MemberCentreProblem.SIGN_IN_BY_PHONE_OFF);
        }
        String who = brand.key() + "/" + phone;
        String code = Secrets.digits(DIGITS);
        // Whatever is refused leaves no trace: nobody uses up somebody else's codes by asking too fast.
        transactions.executeWithoutResult(_ -> {
            replace(brand, phone, code);
            room.take(SignInLimit.CODES_OF_PHONE_HOURLY, who);
            room.take(SignInLimit.CODES_OF_PHONE_DAILY, who);
            room.take(SignInLimit.CODES_OF_BRAND, brand.key());
        });
        sms.send(
                brand,
                phone,
                "sign-in-" + UUID.randomUUID() + "-code",
                WORDS.in(locale).formatted(code));
    }

    /// One statement decides, so that two that ask at the same moment send one text.
    private void replace(Brand brand, String phone, String code) {
        Instant now = clock.instant();
        int replaced = database.insertInto(SIGN_IN_CODE)
                .set(SIGN_IN_CODE.BRAND_ID, brand.id().value())
                .set(SIGN_IN_CODE.PHONE, vault.blind(PHONE_SCOPE, phone))
                .set(SIGN_IN_CODE.CODE, hash(phone, code))
                .set(SIGN_IN_CODE.TRIES, 0)
                .set(SIGN_IN_CODE.SENT_AT, now)
                .set(SIGN_IN_CODE.EXPIRES_AT, now.plus(LASTS))
                .onConflict(SIGN_IN_CODE.BRAND_ID, SIGN_IN_CODE.PHONE)
                .doUpdate()
                .setAllToExcluded()
                .where(SIGN_IN_CODE.SENT_AT.le(now.minus(PAUSE)))
                .execute();
        if (replaced == 0) {
            throw SignInRoom.tooOften(PAUSE);
        }
    }

    /// Takes a code: right once, within five minutes and five tries.
    ///
    /// @return the phone, as the identifier it is
    /// @throws Problem `member-phone-invalid`, `sign-in-code-wrong`, `sign-in-too-often`
    public Identifier take(Brand brand, String typed, String code, String from) {
        Identifier phone = phone(typed);
        room.take(SignInLimit.TRIES_OF_ADDRESS, brand.key() + "/" + from);
        Condition theirs = SIGN_IN_CODE
                .BRAND_ID
                .eq(brand.id().value())
                .and(SIGN_IN_CODE.PHONE.eq(vault.blind(PHONE_SCOPE, phone.value())));
        byte[] asked = hash(phone.value(), code.strip());
        // The try is counted before it is judged, so that guesses of one moment count one by one.
        byte[] known = database.update(SIGN_IN_CODE)
                .set(SIGN_IN_CODE.TRIES, SIGN_IN_CODE.TRIES.plus(1))
                .where(theirs)
                .and(SIGN_IN_CODE.TRIES.lt(TRIES))
                .and(SIGN_IN_CODE.EXPIRES_AT.gt(clock.instant()))
                .returning(SIGN_IN_CODE.CODE)
                .fetchOne(SIGN_IN_CODE.CODE);
        boolean right = known != null && MessageDigest.isEqual(known, asked);
        // It is gone with the first who brings it: of two at once, one gets in.
        if (!right
                || database.deleteFrom(SIGN_IN_CODE)
                                .where(theirs, SIGN_IN_CODE.CODE.eq(asked))
                                .execute()
                        == 0) {
            throw new Problem(MemberCentreProblem.SIGN_IN_CODE_WRONG);
        }
        return phone;
    }

    private byte[] hash(String phone, String code) {
        return vault.blind(CODE_SCOPE, phone + "/" + code);
    }

    /// A mobile phone's: not a landline, which begins with a zero.
    static Identifier phone(String typed) {
        boolean phone = typed.matches("[+0-9 ()-]{8,24}");
        Identifier read = phone ? new Identifier(IdentifierKind.PHONE, typed) : null;
        if (read == null || !read.value().matches("[1-9][0-9]{7,14}")) {
            throw new Problem(MemberCentreProblem.MEMBER_PHONE_INVALID);
        }
        return read;
    }

    void forgetOld() {
        database.deleteFrom(SIGN_IN_CODE)
                .where(SIGN_IN_CODE.EXPIRES_AT.le(clock.instant()))
                .execute();
    }
}
