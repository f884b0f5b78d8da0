package io.waterwheel.loyalty.whatif;

import io.waterwheel.loyalty.programme.SoldFact;
import io.waterwheel.loyalty.programme.When;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.warehouse.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// Reads the past of all members once, member by member in the order of time, and hands it over in blocks. The
/// database sorts, within its own bounds of memory; here are a few blocks at a time.
final class PastSweep {

    private static final int BLOCK = 32_768;
    private static final String NOTHING = "(-9223372036854775808)::bigint";

    private final DSLContext context;
    private final WhatIfWindow window;
    private final List<Candidate> candidates;
    private final List<EventFilter> filters;
    private final @Nullable String since;
    private final String until;

    PastSweep(DSLContext context, WhatIfWindow window, List<Candidate> candidates, List<EventFilter> filters) {
        this.context = context;
        this.window = window;
        this.candidates = candidates;
        this.filters = filters;
        long from = candidates.stream()
                .mapToLong(one -> one.historyFrom(window))
                .min()
                .orElse(window.from());
        this.since = from == Long.MIN_VALUE ? null : timestamp(from);
        this.until = timestamp(window.until() + 1);
    }

    /// How many members there are.
    long members() {
        return context.fetchSingle("select count(*) from relation where " + joined())
                .get(0, Long.class);
    }

    /// Whether members bought anything in the months that are looked at.
    boolean any() {
        return !context.fetch("select 1 from orders where brand_id = " + brand() + " and paid_at >= "
                        + timestamp(window.from()) + " and paid_at < " + until + " and " + ofMember() + " limit 1")
                .isEmpty();
    }

    void read(Consumer<PastBlock> taker) {
        List<String> parts = new ArrayList<>(List.of(membersRows(), lentRows(), orders(), refunds()));
        if (asks(SoldFact.PRODUCT) || asks(SoldFact.CATEGORY)) {
            parts.add(lines());
        }
        if (!filters.isEmpty()) {
            parts.add(events());
        }
        String all = "select * from (" + String.join(" union all ", parts)
                + ") past (customer_no, at_ms, position, kind, amount, x, y) order by customer_no, at_ms, position, kind";
        PastBlock.Piece piece = new PastBlock.Piece();
        PastBlock[] block = {new PastBlock()};
        Numbers.read(context.resultQuery(all), rows -> {
            piece.read(rows);
            int from = 0;
            // A block that is full ends where the next member begins.
            if (block[0].rows >= BLOCK) {
                int last = block[0].lastCustomer();
                while (from < rows.rows() && piece.customer[from] == last) {
                    from++;
                }
                block[0].add(piece, 0, from);
                if (from < rows.rows()) {
                    taker.accept(block[0]);
                    block[0] = new PastBlock();
                }
            }
            block[0].add(piece, from, rows.rows());
        });
        if (block[0].rows > 0) {
            taker.accept(block[0]);
        }
    }

    private String membersRows() {
        boolean birthday = candidates.stream().anyMatch(one -> one.asks(When.NearBirthday.class::isInstance));
        boolean first =
                since != null && candidates.stream().anyMatch(one -> one.asks(When.FirstOrder.class::isInstance));
        return "select relation.customer_no, " + NOTHING + ", 0::bigint, 0, epoch_ms(member_since), "
                + (birthday ? "coalesce((birthday - date '1970-01-01')::bigint, " + NOTHING + ")" : NOTHING)
                + (first ? ", coalesce(earlier.bought, 0::bigint)" : ", 0::bigint")
                + " from relation"
                + (birthday ? " left join customer on customer.customer_no = relation.customer_no" : "")
                + (first
                        ? " left join (select distinct customer_no, 1::bigint as bought from orders where brand_id = "
                                + brand() + " and paid_at < " + since
                                + ") earlier on earlier.customer_no = relation.customer_no"
                        : "")
                + " where " + joined();
    }

    private String lentRows() {
        return "select customer_no, " + NOTHING + ", from_ms, 1, until_ms, tier, " + NOTHING + " from "
                + PastTables.LENT + " where " + ofMember();
    }

    private String orders() {
        return "select customer_no, epoch_ms(paid_at), position, 2, amount, " + number(SoldFact.CHANNEL) + ", "
                + number(SoldFact.STORE) + " from orders" + numbered(SoldFact.CHANNEL) + numbered(SoldFact.STORE)
                + " where " + within("paid_at") + " and amount > 0";
    }

    private String lines() {
        return "select customer_no, epoch_ms(paid_at), position, 3, amount, " + number(SoldFact.PRODUCT) + ", "
                + number(SoldFact.CATEGORY) + " from order_line" + numbered(SoldFact.PRODUCT)
                + numbered(SoldFact.CATEGORY)
                + " where " + within("paid_at");
    }

    private String refunds() {
        return "select refund.customer_no, epoch_ms(refunded_at), refund.position, 4, abs(refund.amount), coalesce(of_order.position, "
                + NOTHING + "), " + NOTHING
                + " from refund left join (select number, position from orders where brand_id = "
                + brand() + ") of_order on of_order.number = refund.order_number where " + within("refunded_at");
    }

    private String events() {
        return "select event.customer_no, epoch_ms(event.\"at\"), event.position, 5, 0::bigint, passed.filter, "
                + NOTHING
                + " from event join " + PastTables.SAID + " said on said.name = event.name" + PastTables.said(filters)
                + " join " + PastTables.PASSED + " passed on passed.number = said.number where " + inWindow()
                + " and " + ofMember();
    }

    /// Which events are looked at.
    String inWindow() {
        return "brand_id = " + brand() + " and \"at\" >= " + timestamp(window.from()) + " and \"at\" < " + until;
    }

    private boolean asks(SoldFact fact) {
        return candidates.stream().flatMap(Candidate::sold).anyMatch(one -> one.fact() == fact);
    }

    private String number(SoldFact fact) {
        return asks(fact) ? "coalesce(by_" + SoldNumbers.code(fact) + ".number, " + NOTHING + ")" : NOTHING;
    }

    private String numbered(SoldFact fact) {
        String code = SoldNumbers.code(fact);
        return asks(fact)
                ? " left join (select value, number from " + SoldNumbers.TABLE + " where fact = '" + code + "') by_"
                        + code + " on by_" + code + ".value = " + code
                : "";
    }

    private String within(String time) {
        return "brand_id = " + brand() + (since == null ? "" : " and " + time + " >= " + since) + " and " + time + " < "
                + until + " and " + ofMember();
    }

    private String ofMember() {
        return "customer_no in (select customer_no from relation where " + joined() + ")";
    }

    private String joined() {
        return "brand_id = " + brand() + " and member_since < " + until;
    }

    private short brand() {
        return window.brand().id().value();
    }

    private static String timestamp(long millis) {
        return "make_timestamp(" + millis * 1_000 + ")";
    }
}
