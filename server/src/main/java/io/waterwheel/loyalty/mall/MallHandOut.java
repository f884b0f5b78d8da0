package io.waterwheel.loyalty.mall;

import static io.waterwheel.loyalty.generated.Tables.MALL_CODE;
import static io.waterwheel.loyalty.generated.Tables.MALL_ITEM;

import io.waterwheel.access.Brands;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.loyalty.CouponGrant;
import io.waterwheel.loyalty.CouponGranted;
import io.waterwheel.loyalty.CouponTemplateId;
import io.waterwheel.loyalty.Coupons;
import io.waterwheel.loyalty.MallKind;
import io.waterwheel.loyalty.generated.tables.records.MallCodeRecord;
import io.waterwheel.loyalty.generated.tables.records.MallOrderRecord;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Hands out what is handed out by itself, one coupon or code a piece, in the caller's transaction. Where one
/// is not to be had the caller rolls back, so that nobody has some and pays for all.
@Component
class MallHandOut {

    private final DSLContext database;
    private final Coupons coupons;
    private final Brands brands;

    MallHandOut(DSLContext database, Coupons coupons, Brands brands) {
        this.database = database;
        this.coupons = coupons;
        this.brands = brands;
    }

    /// @return why not, or null
    @Nullable
    String handOut(MallOrderRecord row) {
        return switch (MallKind.of(row.getKind())) {
            case COUPON -> issue(row);
            case CODE -> takeCodes(row);
            case GOODS -> "goods";
        };
    }

    private @Nullable String issue(MallOrderRecord row) {
        long template = Objects.requireNonNull(database.select(MALL_ITEM.TEMPLATE_ID)
                .from(MALL_ITEM)
                .where(MALL_ITEM.ID.eq(row.getItemId()))
                .fetchSingle()
                .value1());
        CustomerNo customer = new CustomerNo(row.getCustomerNo());
        String key = MallPoints.key(row);
        List<CouponGranted> granted = coupons.issue(
                brands.get(new BrandId(row.getBrandId())),
                new CouponTemplateId(template),
                IntStream.rangeClosed(1, row.getPieces())
                        .mapToObj(piece -> new CouponGrant(piece == 1 ? key : key + "/" + piece, customer, "mall"))
                        .toList());
        List<Long> issued = granted.stream()
                .filter(CouponGranted.Issued.class::isInstance)
                .map(one -> ((CouponGranted.Issued) one).coupon())
                .toList();
        if (issued.size() < row.getPieces()) {
            return "coupon";
        }
        row.setCouponIds(issued.toArray(Long[]::new));
        return null;
    }

    private @Nullable String takeCodes(MallOrderRecord row) {
        List<MallCodeRecord> codes = database.selectFrom(MALL_CODE)
                .where(MALL_CODE.ITEM_ID.eq(row.getItemId()))
                .and(MALL_CODE.ORDER_ID.isNull())
                .orderBy(MALL_CODE.ID)
                .limit(row.getPieces())
                .forUpdate()
                .skipLocked()
                .fetch();
        if (codes.size() < row.getPieces()) {
            return "code";
        }
        database.update(MALL_CODE)
                .set(MALL_CODE.ORDER_ID, row.getId())
                .where(MALL_CODE.ID.in(codes.stream().map(MallCodeRecord::getId).toList()))
                .execute();
        row.setCodes(codes.stream().map(MallCodeRecord::getCode).toArray(String[]::new));
        return null;
    }
}
