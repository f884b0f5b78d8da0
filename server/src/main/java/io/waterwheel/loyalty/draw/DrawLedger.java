package io.waterwheel.loyalty.draw;

import static io.waterwheel.loyalty.generated.Tables.DRAW_PLAY;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import java.time.Instant;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every roll of a draw, for whoever audits it.
@Component
public class DrawLedger {

    private final DSLContext database;

    DrawLedger(DSLContext database) {
        this.database = database;
    }

    /// @param prize   what was won; null for nothing
    /// @param soldOut the roll would have won a prize of which none was left
    @Schema(name = "DrawRoll")
    public record Roll(
            String number,
            int customer,
            Instant at,
            long price,
            int roll,
            @Nullable String prize,
            boolean soldOut) {}

    /// The newest first.
    public Page<Roll> rolls(Brand brand, long draw, PageRequest page) {
        Cursor cursor = Cursor.decode(page.cursor(), 1);
        var found = database.selectFrom(DRAW_PLAY)
                .where(DRAW_PLAY.DRAW_ID.eq(draw))
                .and(DRAW_PLAY.BRAND_ID.eq(brand.id().value()))
                .and(DRAW_PLAY.STATE.eq("drawn"))
                .and(DRAW_PLAY.ID.lt(cursor == null ? Long.MAX_VALUE : cursor.number(0)))
                .orderBy(DRAW_PLAY.ID.desc())
                .limit(page.size() + 1)
                .fetch();
        return Page.of(found, page.size(), row -> Cursor.of(row.getId()))
                .map(row -> new Roll(
                        Long.toString(row.getId()),
                        row.getCustomerNo(),
                        row.getAt(),
                        row.getPrice(),
                        row.getRoll(),
                        row.getPrizeName(),
                        row.getSoldOut()));
    }
}
