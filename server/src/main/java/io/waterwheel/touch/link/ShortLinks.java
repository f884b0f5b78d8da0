package io.waterwheel.touch.link;

import static io.waterwheel.touch.generated.Tables.DISPATCH;
import static io.waterwheel.touch.generated.Tables.LINK;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.web.PublicAddress;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Short links: ten letters and digits nobody can guess (62¹⁰ ≈ 8 × 10¹⁷).
@Component
public class ShortLinks {

    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 10;

    private final SecureRandom random = new SecureRandom();
    private final DSLContext database;
    private final PublicAddress address;

    ShortLinks(DSLContext database, PublicAddress address) {
        this.database = database;
        this.address = address;
    }

    public String newCode() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    public String url(String code) {
        return address.of("/s/" + code);
    }

    /// As long as a real address, so that a text does not grow when it gets one.
    public String placeholder() {
        return url("-".repeat(LENGTH));
    }

    Optional<Link> find(String code) {
        return database.select(LINK.fields())
                .select(DISPATCH.CHANNEL, DISPATCH.TEMPLATE_ID)
                .from(LINK)
                .leftJoin(DISPATCH)
                .on(DISPATCH.ID.eq(LINK.DISPATCH_ID))
                .where(LINK.CODE.eq(code))
                .fetchOptional(row -> new Link(
                        row.get(LINK.CODE),
                        new BrandId(row.get(LINK.BRAND_ID)),
                        row.get(LINK.BROADCAST_ID),
                        row.get(DISPATCH.TEMPLATE_ID),
                        Objects.requireNonNullElse(row.get(DISPATCH.CHANNEL), "link"),
                        row.get(LINK.DISPATCH_ID),
                        row.get(LINK.CUSTOMER_NO) == null ? null : new CustomerNo(row.get(LINK.CUSTOMER_NO)),
                        row.get(LINK.TARGET)));
    }

    void countStranger(String code) {
        database.update(LINK)
                .set(LINK.STRANGERS, LINK.STRANGERS.plus(1))
                .where(LINK.CODE.eq(code))
                .execute();
    }
}
