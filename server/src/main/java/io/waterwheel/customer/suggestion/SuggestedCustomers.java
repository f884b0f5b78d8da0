package io.waterwheel.customer.suggestion;

import static io.waterwheel.customer.generated.Tables.SUGGESTION;

import io.waterwheel.customer.CustomerState;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.postgres.RowSet;
import java.util.Collection;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/// Suggestions follow their customers. A pair keeps the numbers under which it was decided, for it tells of a
/// decision; a rejection also holds for whoever the two become part of.
@Component
class SuggestedCustomers implements CustomerState {

    private static final Field<Integer> FROM = DSL.field(DSL.name("from_no"), SQLDataType.INTEGER);
    private static final Field<Integer> TO = DSL.field(DSL.name("to_no"), SQLDataType.INTEGER);

    @Override
    public void merge(DSLContext transaction, Map<CustomerNo, CustomerNo> into) {
        RowSet moves = new RowSet(FROM, TO);
        into.forEach((from, to) -> moves.row(from.value(), to.value()));
        if (moves.isEmpty()) {
            return;
        }
        RowSet.Given left = moves.as("of_left");
        RowSet.Given right = moves.as("of_right");
        Field<Integer> leftNow = DSL.coalesce(left.field(TO), SUGGESTION.LEFT_NO);
        Field<Integer> rightNow = DSL.coalesce(right.field(TO), SUGGESTION.RIGHT_NO);
        carryRejections(transaction, left, right, leftNow, rightNow);
        Integer[] gone = into.keySet().stream().map(CustomerNo::value).toArray(Integer[]::new);
        Condition touched = SUGGESTION.LEFT_NO.eq(DSL.any(gone)).or(SUGGESTION.RIGHT_NO.eq(DSL.any(gone)));
        transaction
                .update(SUGGESTION)
                .set(SUGGESTION.STATE, SuggestionState.OBSOLETE.code())
                .set(SUGGESTION.MERGED, true)
                .where(touched)
                .and(SUGGESTION.STATE.eq(SuggestionState.OPEN.code()))
                .execute();
    }

    private static void carryRejections(
            DSLContext transaction,
            RowSet.Given left,
            RowSet.Given right,
            Field<Integer> leftNow,
            Field<Integer> rightNow) {
        transaction
                .insertInto(
                        SUGGESTION,
                        SUGGESTION.BRAND_ID,
                        SUGGESTION.LEFT_NO,
                        SUGGESTION.RIGHT_NO,
                        SUGGESTION.WEIGHT,
                        SUGGESTION.PROBABILITY,
                        SUGGESTION.EVIDENCE,
                        SUGGESTION.STATE,
                        SUGGESTION.FOUND_AT,
                        SUGGESTION.RUN_AT,
                        SUGGESTION.DECIDED_AT,
                        SUGGESTION.DECIDED_BY)
                .select(DSL.select(
                                SUGGESTION.BRAND_ID,
                                DSL.least(leftNow, rightNow),
                                DSL.greatest(leftNow, rightNow),
                                SUGGESTION.WEIGHT,
                                SUGGESTION.PROBABILITY,
                                SUGGESTION.EVIDENCE,
                                SUGGESTION.STATE,
                                SUGGESTION.FOUND_AT,
                                SUGGESTION.RUN_AT,
                                SUGGESTION.DECIDED_AT,
                                SUGGESTION.DECIDED_BY)
                        .distinctOn(SUGGESTION.BRAND_ID, DSL.least(leftNow, rightNow), DSL.greatest(leftNow, rightNow))
                        .from(SUGGESTION)
                        .leftJoin(left.table())
                        .on(left.field(FROM).eq(SUGGESTION.LEFT_NO))
                        .leftJoin(right.table())
                        .on(right.field(FROM).eq(SUGGESTION.RIGHT_NO))
                        .where(left.field(FROM).isNotNull().or(right.field(FROM).isNotNull()))
                        .and(SUGGESTION.STATE.eq(SuggestionState.REJECTED.code()))
                        .and(leftNow.ne(rightNow)))
                .onConflict(SUGGESTION.BRAND_ID, SUGGESTION.LEFT_NO, SUGGESTION.RIGHT_NO)
                .doUpdate()
                .set(SUGGESTION.STATE, DSL.excluded(SUGGESTION.STATE))
                .set(SUGGESTION.DECIDED_AT, DSL.excluded(SUGGESTION.DECIDED_AT))
                .set(SUGGESTION.DECIDED_BY, DSL.excluded(SUGGESTION.DECIDED_BY))
                .where(SUGGESTION.STATE.in(SuggestionState.OPEN.code(), SuggestionState.OBSOLETE.code()))
                .execute();
    }

    /// What was decided stays decided, also when customers come apart; nothing in it tells who they are. What is
    /// still open is found again by the next search, if they are still there.
    @Override
    public void clear(DSLContext transaction, Collection<CustomerNo> customers) {
        Integer[] numbers = customers.stream().map(CustomerNo::value).toArray(Integer[]::new);
        Condition theirs = SUGGESTION.LEFT_NO.eq(DSL.any(numbers)).or(SUGGESTION.RIGHT_NO.eq(DSL.any(numbers)));
        transaction
                .deleteFrom(SUGGESTION)
                .where(theirs)
                .and(SUGGESTION.STATE.eq(SuggestionState.OPEN.code()))
                .execute();
        transaction
                .update(SUGGESTION)
                .set(SUGGESTION.EVIDENCE, JSONB.valueOf("[]"))
                .where(theirs)
                .execute();
    }
}
