package io.waterwheel.segment.engine;

import io.waterwheel.segment.language.Bound;
import io.waterwheel.segment.language.Interval;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What is kept per customer while orders and refunds go by, in any order; one of these answers every leaf that asks
/// the
/// same of the same window. Customers are slots 0 … size − 1, times are microseconds since 1970.
sealed interface OrderFold {

    /// The window all questions look through.
    Span span();

    void orders(int[] slots, long[] at, long[] amounts, int rows);

    /// Most questions do not ask for what was given back.
    default void refunds(int[] slots, long[] at, long[] amounts, int rows) {}

    /// @return a bit for each slot
    long[] meets(Leaf leaf);

    /// From `from` to just before `to`.
    record Span(long from, long to) {

        static final Span ALWAYS = new Span(Long.MIN_VALUE, Long.MAX_VALUE);

        static Span of(@Nullable Interval window) {
            return window == null ? ALWAYS : new Span(micros(window.from()), micros(window.to()));
        }

        boolean contains(long at) {
            return at >= from && at < to;
        }

        Span after(long instant) {
            return new Span(Math.max(from, instant + 1), to);
        }

        Span or(Span other) {
            return new Span(Math.min(from, other.from), Math.max(to, other.to));
        }
    }

    static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private static long[] bits(int slots) {
        return new long[(slots + Long.SIZE - 1) / Long.SIZE];
    }

    /// Paid orders, counted as far as a byte goes.
    record Counted(Span span, byte[] counts) implements OrderFold {

        static final int MOST = Byte.MAX_VALUE;

        @Override
        public void orders(int[] slots, long[] at, long[] amounts, int rows) {
            for (int row = 0; row < rows; row++) {
                if (span.contains(at[row]) && amounts[row] > 0) {
                    byte count = counts[slots[row]];
                    if (count < MOST) {
                        counts[slots[row]] = (byte) (count + 1);
                    }
                }
            }
        }

        @Override
        public long[] meets(Leaf leaf) {
            long atLeast = ((Leaf.Count) leaf).atLeast();
            long[] bits = bits(counts.length);
            for (int slot = 0; slot < counts.length; slot++) {
                if (counts[slot] >= atLeast) {
                    bits[slot >> 6] |= 1L << slot;
                }
            }
            return bits;
        }
    }

    /// Somebody with an order, which is most often asked, is a bit.
    record Bought(Span span, long[] bits) implements OrderFold {

        static Bought of(Span span, int slots) {
            return new Bought(span, OrderFold.bits(slots));
        }

        @Override
        public void orders(int[] slots, long[] at, long[] amounts, int rows) {
            for (int row = 0; row < rows; row++) {
                if (span.contains(at[row]) && amounts[row] > 0) {
                    bits[slots[row] >> 6] |= 1L << slots[row];
                }
            }
        }

        @Override
        public long[] meets(Leaf leaf) {
            return bits;
        }
    }

    /// Orders less refunds.
    record Summed(Span span, long[] sums) implements OrderFold {

        @Override
        public void orders(int[] slots, long[] at, long[] amounts, int rows) {
            for (int row = 0; row < rows; row++) {
                if (span.contains(at[row])) {
                    sums[slots[row]] += amounts[row];
                }
            }
        }

        @Override
        public void refunds(int[] slots, long[] at, long[] amounts, int rows) {
            for (int row = 0; row < rows; row++) {
                if (span.contains(at[row])) {
                    sums[slots[row]] -= amounts[row];
                }
            }
        }

        /// Who has neither has the sum 0, and no such leaf asks for that.
        @Override
        public long[] meets(Leaf leaf) {
            Leaf.Sum asked = (Leaf.Sum) leaf;
            boolean least = asked.bound() == Bound.AT_LEAST;
            long[] bits = bits(sums.length);
            for (int slot = 0; slot < sums.length; slot++) {
                if (least ? sums[slot] >= asked.value() : sums[slot] <= asked.value()) {
                    bits[slot >> 6] |= 1L << slot;
                }
            }
            return bits;
        }
    }

    /// Who has an order after an instant, and who has one at or before it.
    record Last(Span span, long at, long[] after, long[] before) implements OrderFold {

        static Last of(Span span, long at, int slots) {
            return new Last(span, at, OrderFold.bits(slots), OrderFold.bits(slots));
        }

        @Override
        public void orders(int[] slots, long[] times, long[] amounts, int rows) {
            for (int row = 0; row < rows; row++) {
                if (span.contains(times[row]) && amounts[row] > 0) {
                    long[] bits = times[row] > at ? after : before;
                    bits[slots[row] >> 6] |= 1L << slots[row];
                }
            }
        }

        @Override
        public long[] meets(Leaf leaf) {
            if (((Leaf.LastOrder) leaf).after()) {
                return after;
            }
            long[] bits = before.clone();
            for (int word = 0; word < bits.length; word++) {
                bits[word] &= ~after[word];
            }
            return bits;
        }
    }
}
