package io.waterwheel.customer;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.RoaringBitmap;

/// Some thousand of a set of customers, to be asked about in one statement.
///
/// Numbers are dense, so most of a large set lie close together: then a range of numbers is asked for, which an index
/// answers in its order, and not one number after another. Whoever reads the answer leaves out those in between.
public final class CustomerChunk {

    private static final int SIZE = 50_000;

    /// Up to so many times as many are read as were asked for.
    private static final int MOST_SPREAD = 3;

    private final int[] numbers;

    private CustomerChunk(int[] numbers) {
        this.numbers = numbers;
    }

    /// Goes through a set in ascending order.
    public static void each(RoaringBitmap customers, Consumer<CustomerChunk> work) {
        BatchIterator batches = customers.getBatchIterator();
        int[] buffer = new int[SIZE];
        while (batches.hasNext()) {
            int size = batches.nextBatch(buffer);
            work.accept(new CustomerChunk(Arrays.copyOf(buffer, size)));
        }
    }

    /// One chunk of a set that is small enough.
    public static CustomerChunk of(RoaringBitmap customers) {
        return new CustomerChunk(customers.toArray());
    }

    /// In ascending order; not to be changed.
    public int[] numbers() {
        return numbers;
    }

    /// A condition that all of these meet, and others between them.
    public Condition around(Field<Integer> customerNo) {
        if (numbers.length == 0) {
            return DSL.falseCondition();
        }
        int first = numbers[0];
        int last = numbers[numbers.length - 1];
        return (long) last - first < (long) numbers.length * MOST_SPREAD
                ? customerNo.between(first, last)
                : customerNo.eq(DSL.any(Arrays.stream(numbers).boxed().toArray(Integer[]::new)));
    }

    /// At which place of [#numbers()] a customer stands; below 0: not asked for.
    public int place(int customer) {
        return Arrays.binarySearch(numbers, customer);
    }

    /// Those of these that a query finds. As one array, which takes a fraction of the time of as many rows.
    ///
    /// @param customers one column of numbers
    public RoaringBitmap found(DSLContext database, Select<? extends org.jooq.Record1<Integer>> customers) {
        RoaringBitmap found = new RoaringBitmap();
        Field<Integer> number = DSL.field(DSL.name("found", "number"), Integer.class);
        Integer[] all = database.select(DSL.arrayAgg(number))
                .from(customers.asTable("found", "number"))
                .fetchSingle()
                .value1();
        if (all != null) {
            for (int customer : all) {
                found.add(customer);
            }
        }
        found.and(RoaringBitmap.bitmapOf(numbers));
        return found;
    }
}
