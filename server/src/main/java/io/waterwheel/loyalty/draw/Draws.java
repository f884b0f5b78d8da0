package io.waterwheel.loyalty.draw;

import static io.waterwheel.loyalty.generated.Tables.DRAW;
import static io.waterwheel.loyalty.generated.Tables.DRAW_PLAY;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.DrawProblem;
import io.waterwheel.loyalty.generated.tables.records.DrawPrizeRecord;
import io.waterwheel.loyalty.generated.tables.records.DrawRecord;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What people do with lucky draws. Once begun, odds and prizes stay: whoever drew yesterday drew from the same.
@Component
public class Draws {

    private final DSLContext database;
    private final DrawPrizes prizes;
    private final DrawFaults faults;
    private final Vault vault;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final InstantSource clock;

    Draws(
            DSLContext database,
            DrawPrizes prizes,
            DrawFaults faults,
            Vault vault,
            AuditTrail audit,
            JsonMapper json,
            InstantSource clock) {
        this.database = database;
        this.prizes = prizes;
        this.faults = faults;
        this.vault = vault;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
    }

    /// Makes it, switched off.
    ///
    /// @throws Problem `invalid`, `draw-name-taken`
    @Transactional
    public Draw create(Brand brand, NewDraw draw) {
        faults.refuse(brand, draw);
        Seed seed = Seed.fresh();
        DrawRecord row = database.newRecord(DRAW);
        row.setBrandId(brand.id().value());
        row.setActive(false);
        row.setSeed(vault.seal(seed.hex()));
        row.setSeedHash(seed.promise());
        row.setCreatedBy(Actor.current().name());
        row.setCreatedAt(clock.instant());
        store(row, draw);
        prizes.write(row.getId(), draw.prizes());
        audit.record("draw.create", "draw/" + row.getId(), Map.of("brand", brand.key()));
        return get(brand, row.getId());
    }

    /// Once it was on or drawn, odds and prizes stay: its words, its end, and more of a prize may still be had.
    /// When it is over its seed is known, so that it never goes on.
    ///
    /// @throws Problem `not-found`, `invalid`, `draw-begun`, `draw-name-taken`
    @Transactional
    public Draw change(Brand brand, long id, NewDraw draw) {
        DrawRecord row = database.selectFrom(DRAW)
                .where(DRAW.ID.eq(id))
                .and(DRAW.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> missing(id));
        faults.refuse(brand, draw);
        NewDraw was = get(brand, id).draw();
        boolean begun = row.getActive() || database.fetchExists(DRAW_PLAY, DRAW_PLAY.DRAW_ID.eq(id));
        boolean over = was.until() != null && !clock.instant().isBefore(was.until());
        if (begun || over) {
            BegunDraw.refuse(was, draw, over);
        }
        store(row, draw);
        if (begun) {
            prizes.refill(id, draw.prizes());
        } else {
            prizes.replace(id, draw.prizes());
        }
        audit.record("draw.change", "draw/" + id, Map.of("brand", brand.key(), "was", json.writeValueAsString(was)));
        return get(brand, id);
    }

    private static void store(DrawRecord row, NewDraw draw) {
        row.setName(draw.name().strip());
        row.setPrice(draw.price());
        row.setPerDay(draw.perDay());
        row.setFromAt(draw.from());
        row.setUntilAt(draw.until());
        try {
            row.store();
        } catch (DuplicateKeyException taken) {
            throw new Problem(DrawProblem.DRAW_NAME_TAKEN, taken).with("name", row.getName());
        }
    }

    /// @throws Problem `not-found`
    @Transactional
    public Draw turn(Brand brand, long id, boolean active) {
        int changed = database.update(DRAW)
                .set(DRAW.ACTIVE, active)
                .where(DRAW.ID.eq(id))
                .and(DRAW.BRAND_ID.eq(brand.id().value()))
                .execute();
        if (changed == 0) {
            throw missing(id);
        }
        audit.record(active ? "draw.start" : "draw.stop", "draw/" + id, Map.of("brand", brand.key()));
        return get(brand, id);
    }

    /// @throws Problem `not-found`
    public Draw get(Brand brand, long id) {
        return list(brand).stream()
                .filter(draw -> draw.id().equals(Long.toString(id)))
                .findFirst()
                .orElseThrow(() -> missing(id));
    }

    /// Those that are on first, then the newest first.
    public List<Draw> list(Brand brand) {
        var plays = database.select(
                        DRAW_PLAY.DRAW_ID,
                        DSL.count(),
                        DSL.countDistinct(DRAW_PLAY.CUSTOMER_NO),
                        DSL.sum(DRAW_PLAY.PRICE))
                .from(DRAW_PLAY)
                .where(DRAW_PLAY.BRAND_ID.eq(brand.id().value()))
                .and(DRAW_PLAY.STATE.eq("drawn"))
                .groupBy(DRAW_PLAY.DRAW_ID)
                .fetchMap(DRAW_PLAY.DRAW_ID);
        Map<Long, ? extends List<DrawPrizeRecord>> all = prizes.of(brand);
        return database.selectFrom(DRAW)
                .where(DRAW.BRAND_ID.eq(brand.id().value()))
                .orderBy(DRAW.ACTIVE.desc(), DRAW.ID.desc())
                .fetch(row -> {
                    var played = plays.get(row.getId());
                    List<DrawPrizeRecord> found = all.get(row.getId());
                    List<DrawPrizeRecord> own = found == null ? List.of() : found;
                    return new Draw(
                            Long.toString(row.getId()),
                            new NewDraw(
                                    row.getName(),
                                    row.getPrice(),
                                    row.getPerDay(),
                                    row.getFromAt(),
                                    row.getUntilAt(),
                                    own.stream().map(prizes::prize).toList()),
                            row.getActive(),
                            own.stream().map(DrawPrizeRecord::getGiven).toList(),
                            played == null ? 0 : played.value2(),
                            played == null ? 0 : played.value3(),
                            played == null ? 0 : played.value4().longValueExact(),
                            HexFormat.of().formatHex(row.getSeedHash()),
                            row.getCreatedBy(),
                            row.getCreatedAt());
                });
    }

    static Problem missing(Object id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "draw " + id);
    }
}
