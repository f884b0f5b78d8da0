package io.waterwheel.loyalty.whatif;

/// What a row of a member's past is. Rows that happened at the same time come in this order.
enum PastKind {
    /// Comes before everything else of the member. `amount` when they joined, `x` their birthday as a day since
    /// 1970 or [#NOTHING], `y` 1 where they bought before the past that is told.
    MEMBER,
    /// A tier for some time: `position` the first millisecond, `amount` the first without it, `x` the tier's
    /// number.
    LENT,
    /// `x` and `y` the numbers of channel and store, [#NOTHING] where not told or not asked for.
    ORDER,
    /// Of the order with the same position: `x` and `y` the numbers of product and category.
    LINE,
    /// `x` the position of its order, [#NOTHING] where there is none.
    REFUND,
    /// `x` the number of the filter it passes.
    EVENT;

    static final long NOTHING = Long.MIN_VALUE;

    private static final PastKind[] ALL = values();

    static PastKind of(int number) {
        return ALL[number];
    }
}
