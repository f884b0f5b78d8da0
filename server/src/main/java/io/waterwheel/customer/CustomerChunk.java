package io.waterwheel.customer;

import io.waterwheel.kernel.Lanes;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.RoaringBitmap;

/// Some thousand of a set of customers, to be asked about in one statement.
public final class CustomerChunk {

    private static final int SIZE = 50_000;
    private static final int AT_ONCE = 2;

    private final int[] numbers;

    private CustomerChunk(int[] numbers) {
        this.numbers = numbers;
    }

    /// Asks about a set in ascending order, outside a transaction about two chunks at once.
    ///
    /// @return what was said of each chunk
    public static <T> List<T> each(RoaringBitmap customers, Function<CustomerChunk, T> question) {
        Iterator<int[]> batches = batches(customers, SIZE);
        Iterator<CustomerChunk> chunks = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return batches.hasNext();
            }

            @Override
            public CustomerChunk next() {
                return new CustomerChunk(batches.next());
            }
        };
        return Lanes.map(AT_ONCE, chunks, question);
    }

    /// A set in ascending order, so many at a time.
    public static Iterator<int[]> batches(RoaringBitmap customers, int most) {
        BatchIterator batches = customers.getBatchIterator();
        int[] buffer = new int[most];
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return batches.hasNext();
            }

            @Override
            public int[] next() {
                return Arrays.copyOf(buffer, batches.nextBatch(buffer));
            }
        };
    }

    /// Those of a set whom the question finds.
    public static RoaringBitmap found(RoaringBitmap customers, Function<CustomerChunk, RoaringBitmap> question) {
        RoaringBitmap found = new RoaringBitmap();
        each(customers, question).forEach(found::or);
        return found;
    }

    /// In ascending order; not to be changed.
    public int[] numbers() {
        return numbers;
    }

    /// The condition that a column names one of these.
    public Condition holds(Field<Integer> customerNo) {
        return customerNo.eq(DSL.any(Arrays.stream(numbers).boxed().toArray(Integer[]::new)));
    }

    /// At which place of [#numbers()] one of these stands.
    public int place(int customer) {
        return Arrays.binarySearch(numbers, customer);
    }

    /// Those of these whom a table has by a condition. Read as one array, which takes a fraction of the time of as many
    /// rows; and where most numbers between the first and the last are asked about, in one walk along an index.
    ///
    /// @param customerNo column of the table with its customers
    public RoaringBitmap found(DSLContext database, TableField<?, Integer> customerNo, Condition which) {
        boolean dense = dense();
        Table<?> table = Objects.requireNonNull(customerNo.getTable());
        Field<Integer> number = DSL.field(DSL.name("found", "number"), Integer.class);
        Integer[] all = database.select(DSL.arrayAgg(number))
                .from(DSL.select(customerNo)
                        .from(table)
                        .where(dense ? customerNo.between(numbers[0], numbers[numbers.length - 1]) : holds(customerNo))
                        .and(which)
                        .asTable("found", "number"))
                .fetchSingle()
                .value1();
        RoaringBitmap found = new RoaringBitmap();
        if (all != null) {
            for (int customer : all) {
                found.add(customer);
            }
        }
        if (dense) {
            found.and(RoaringBitmap.bitmapOf(numbers));
        }
        return found;
    }

    private boolean dense() {
        return numbers.length > 0 && numbers[numbers.length - 1] - numbers[0] < 2 * numbers.length;
    }
}
