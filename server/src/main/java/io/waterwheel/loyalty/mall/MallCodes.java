package io.waterwheel.loyalty.mall;

import static io.waterwheel.loyalty.generated.Tables.MALL_CODE;
import static io.waterwheel.loyalty.generated.Tables.MALL_ITEM;

import io.swagger.v3.oas.annotations.media.Schema;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.postgres.RowSet;
import io.waterwheel.kernel.privacy.Vault;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.MallKind;
import io.waterwheel.loyalty.generated.tables.records.MallItemRecord;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Codes of virtual goods. They are worth money to whoever reads them, so they are sealed, and nobody gets
/// to see one but the member who has it.
@Component
public class MallCodes {

    private static final int MOST_AT_ONCE = 10_000;
    private static final int LONGEST = 200;

    private final DSLContext database;
    private final Vault vault;
    private final AuditTrail audit;

    MallCodes(DSLContext database, Vault vault, AuditTrail audit) {
        this.database = database;
        this.vault = vault;
        this.audit = audit;
    }

    /// @param added    codes that were not there before
    /// @param repeated codes that were, or stood in the list twice
    /// @param free     how many are left to be handed out
    @Schema(name = "MallCodesUploaded")
    public record Uploaded(int added, int repeated, int free) {}

    /// Adds codes to an item; blank lines count for nothing. The stock grows by what is added.
    ///
    /// @throws Problem `not-found`, `invalid`
    @Transactional
    public Uploaded upload(Brand brand, long item, List<String> lines) {
        MallItemRecord row = database.selectFrom(MALL_ITEM)
                .where(MALL_ITEM.ID.eq(item))
                .and(MALL_ITEM.BRAND_ID.eq(brand.id().value()))
                .and(MALL_ITEM.KIND.eq(MallKind.CODE.code()))
                .forUpdate()
                .fetchOptional()
                .orElseThrow(() -> MallItems.missing(item));
        List<String> codes = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (codes.isEmpty() || codes.size() > MOST_AT_ONCE || codes.stream().anyMatch(one -> one.length() > LONGEST)) {
            throw new Problem(KernelProblem.INVALID)
                    .at(
                            "/codes",
                            "range",
                            new Text(
                                    "一次上传 1 到 %d 个码，每个不超过 %d 个字符".formatted(MOST_AT_ONCE, LONGEST),
                                    "1 to %d codes at once, each of at most %d characters"
                                            .formatted(MOST_AT_ONCE, LONGEST)));
        }
        RowSet rows = new RowSet(MALL_CODE.ITEM_ID, MALL_CODE.CODE, MALL_CODE.HASH);
        codes.stream().distinct().forEach(code -> rows.row(item, vault.seal(code), vault.blind("mall-code", code)));
        RowSet.Given given = rows.as("given");
        int added = database.insertInto(MALL_CODE, given.columns())
                .select(DSL.select(given.fields()).from(given.table()))
                .onConflictDoNothing()
                .execute();
        row.setStock(row.getStock() + added);
        row.update();
        audit.record("mall-item.codes", "mall-item/" + item, Map.of("brand", brand.key(), "added", added));
        return new Uploaded(added, codes.size() - added, row.getStock() - row.getSold());
    }
}
