package io.waterwheel.loyalty.mall;

import static io.waterwheel.loyalty.generated.Tables.MALL_ITEM;
import static io.waterwheel.loyalty.generated.Tables.MALL_ORDER;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.MallKind;
import io.waterwheel.loyalty.MallProblem;
import io.waterwheel.loyalty.generated.tables.records.MallItemRecord;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What people do with what is in the mall. Changes hold for orders from then on.
@Component
public class MallItems {

    private final DSLContext database;
    private final Coupons coupons;
    private final AuditTrail audit;
    private final InstantSource clock;

    MallItems(DSLContext database, Coupons coupons, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.coupons = coupons;
        this.audit = audit;
        this.clock = clock;
    }

    /// Writes it down; nobody sees it yet.
    ///
    /// @throws Problem `invalid`, `not-found` of the template, `mall-item-name-taken`
    @Transactional
    public MallItem create(Brand brand, NewMallItem item) {
        MallItemRecord row = database.newRecord(MALL_ITEM);
        row.setBrandId(brand.id().value());
        row.setCreatedBy(Actor.current().name());
        row.setCreatedAt(clock.instant());
        row.setSold(0);
        row.setOnShelf(false);
        row.setStock(item.kind() == MallKind.CODE ? Integer.valueOf(0) : item.stock());
        fill(brand, row, item);
        audit.record("mall-item.create", subject(row), Map.of("brand", brand.key()));
        return get(brand, row.getId());
    }

    /// @throws Problem `not-found`, `invalid`, `mall-item-sold`, `mall-item-name-taken`
    @Transactional
    public MallItem change(Brand brand, long id, NewMallItem item) {
        MallItemRecord row = locked(brand, id);
        boolean other = MallKind.of(row.getKind()) != item.kind()
                || (item.template() != null
                        && !Long.valueOf(item.template().value()).equals(row.getTemplateId()));
        if (other && (row.getSold() > 0 || database.fetchExists(MALL_ORDER, MALL_ORDER.ITEM_ID.eq(id)))) {
            throw new Problem(MallProblem.MALL_ITEM_SOLD);
        }
        if (item.kind() != MallKind.CODE) {
            if (item.stock() != null && item.stock() < row.getSold()) {
                throw new Problem(KernelProblem.INVALID)
                        .at(
                                "/stock",
                                "below-sold",
                                new Text("已兑 " + row.getSold(), row.getSold() + " are sold already"));
            }
            row.setStock(item.stock());
        }
        fill(brand, row, item);
        audit.record("mall-item.change", subject(row), Map.of("brand", brand.key()));
        return get(brand, id);
    }

    /// @throws Problem `not-found`, `mall-item-not-ready`
    @Transactional
    public MallItem shelve(Brand brand, long id, boolean onShelf) {
        MallItemRecord row = locked(brand, id);
        if (onShelf && row.getKind().equals(MallKind.CODE.code()) && row.getStock() == 0) {
            throw new Problem(MallProblem.MALL_ITEM_NOT_READY)
                    .with("why", new Text("还没有上传码", "no codes were uploaded"));
        }
        row.setOnShelf(onShelf);
        row.setChangedAt(clock.instant());
        row.update();
        audit.record(onShelf ? "mall-item.shelve" : "mall-item.unshelve", subject(row), Map.of("brand", brand.key()));
        return get(brand, id);
    }

    /// @throws Problem `not-found`
    public MallItem get(Brand brand, long id) {
        return list(brand).stream()
                .filter(item -> item.id().equals(Long.toString(id)))
                .findFirst()
                .orElseThrow(() -> missing(id));
    }

    /// What members see first, then the newest first.
    public List<MallItem> list(Brand brand) {
        Map<Long, Integer> toDo = database.select(MALL_ORDER.ITEM_ID, DSL.count())
                .from(MALL_ORDER)
                .where(MALL_ORDER.BRAND_ID.eq(brand.id().value()))
                .and(MALL_ORDER.STATE.eq("paid"))
                .groupBy(MALL_ORDER.ITEM_ID)
                .fetchMap(row -> row.value1(), row -> row.value2());
        return database.selectFrom(MALL_ITEM)
                .where(MALL_ITEM.BRAND_ID.eq(brand.id().value()))
                .orderBy(MALL_ITEM.ON_SHELF.desc(), MALL_ITEM.ID.desc())
                .fetch(row -> item(row, toDo.getOrDefault(row.getId(), 0)));
    }

    private void fill(Brand brand, MallItemRecord row, NewMallItem item) {
        MallItemCheck.refuse(item);
        if (item.template() != null) {
            coupons.name(brand, item.template());
        }
        row.setName(item.name().strip());
        row.setDescription(item.description().strip());
        row.setPicture(item.picture());
        row.setKind(item.kind().code());
        row.setPoints(item.points());
        row.setMoney(item.money());
        row.setTemplateId(item.template() == null ? null : item.template().value());
        row.setDelivery(item.delivery());
        row.setStores(item.stores().toArray(String[]::new));
        row.setPerMember(item.perMember());
        row.setTiers(item.tiers().toArray(String[]::new));
        row.setFromAt(item.from());
        row.setUntilAt(item.until());
        row.setChangedAt(clock.instant());
        try {
            row.store();
        } catch (DuplicateKeyException taken) {
            throw new Problem(MallProblem.MALL_ITEM_NAME_TAKEN, taken).with("name", row.getName());
        }
    }

    private MallItemRecord locked(Brand brand, long id) {
        return database.selectFrom(MALL_ITEM)
                .where(MALL_ITEM.ID.eq(id))
                .and(MALL_ITEM.BRAND_ID.eq(brand.id().value()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> missing(id));
    }

    static Problem missing(Object id) {
        return new Problem(KernelProblem.NOT_FOUND).with("what", "mall item " + id);
    }

    private static String subject(MallItemRecord row) {
        return "mall-item/" + row.getId();
    }

    private static MallItem item(MallItemRecord row, int toDo) {
        return new MallItem(
                Long.toString(row.getId()),
                new NewMallItem(
                        row.getName(),
                        row.getDescription(),
                        row.getPicture(),
                        MallKind.of(row.getKind()),
                        row.getPoints(),
                        row.getMoney(),
                        row.getTemplateId() == null ? null : new CouponTemplateId(row.getTemplateId()),
                        row.getDelivery(),
                        List.of(row.getStores()),
                        row.getStock(),
                        row.getPerMember(),
                        List.of(row.getTiers()),
                        row.getFromAt(),
                        row.getUntilAt()),
                row.getSold(),
                toDo,
                row.getOnShelf(),
                row.getCreatedBy(),
                row.getCreatedAt());
    }
}
