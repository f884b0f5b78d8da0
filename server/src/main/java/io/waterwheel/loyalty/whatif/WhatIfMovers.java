package io.waterwheel.loyalty.whatif;

import static io.waterwheel.loyalty.generated.Tables.WHAT_IF;
import static io.waterwheel.loyalty.generated.Tables.WHAT_IF_MOVE;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.CustomerRow;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.page.Cursor;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.ProgrammeProblem;
import io.waterwheel.loyalty.coupon.issue.FrozenSet;
import io.waterwheel.loyalty.generated.tables.records.WhatIfRecord;
import io.waterwheel.loyalty.programme.ProgrammeDefinition;
import io.waterwheel.loyalty.programme.ProgrammeReader;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.PeekableIntIterator;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Who would stand in another tier. Whoever was merged since then is shown as who they are now, and who was
/// erased is left out.
@Component
public class WhatIfMovers {

    private final DSLContext database;
    private final Customers customers;
    private final JsonMapper json;

    WhatIfMovers(DSLContext database, Customers customers, JsonMapper json) {
        this.database = database;
        this.customers = customers;
        this.json = json;
    }

    /// By customer number.
    ///
    /// @param from a tier's id under today's programme; null for none
    /// @param to   a tier's id under the draft; null for none
    /// @throws Problem `not-found`, `what-if-not-ready`, `what-if-movers-dropped`
    public Page<CustomerRow> page(
            Brand brand, long id, @Nullable String from, @Nullable String to, PageRequest request) {
        WhatIfRecord row = database.selectFrom(WHAT_IF)
                .where(WHAT_IF.ID.eq(id))
                .and(WHAT_IF.BRAND_ID.eq(brand.id().value()))
                .fetchOptional()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "what-if " + id));
        if (row.getAnswer() == null) {
            throw new Problem(ProgrammeProblem.WHAT_IF_NOT_READY);
        }
        if (row.getMoversDroppedAt() != null) {
            throw new Problem(ProgrammeProblem.WHAT_IF_MOVERS_DROPPED);
        }
        RoaringBitmap moved = customers.current(moved(id, place(row.getAgainst(), from), place(row.getDraft(), to)));
        Cursor after = Cursor.decode(request.cursor(), 1);
        PeekableIntIterator numbers = moved.getIntIterator();
        numbers.advanceIfNeeded(after == null ? 0 : (int) after.number(0) + 1);
        List<CustomerNo> wanted = new ArrayList<>();
        while (numbers.hasNext() && wanted.size() < request.size()) {
            wanted.add(new CustomerNo(numbers.next()));
        }
        return new Page<>(
                customers.rows(brand.id(), wanted),
                numbers.hasNext() ? Cursor.of(wanted.getLast().value()).encode() : null);
    }

    private RoaringBitmap moved(long id, int from, int to) {
        byte[] set = database.select(WHAT_IF_MOVE.CUSTOMERS)
                .from(WHAT_IF_MOVE)
                .where(WHAT_IF_MOVE.WHAT_IF_ID.eq(id))
                .and(WHAT_IF_MOVE.FROM_TIER.eq((short) from))
                .and(WHAT_IF_MOVE.TO_TIER.eq((short) to))
                .fetchOne(WHAT_IF_MOVE.CUSTOMERS);
        return set == null ? new RoaringBitmap() : FrozenSet.of(set);
    }

    private int place(JSONB definition, @Nullable String tier) {
        ProgrammeDefinition programme = ProgrammeReader.read(json.readTree(definition.data()), "");
        return tier == null || programme.tiers() == null
                ? -1
                : programme.tiers().index(tier);
    }
}
