package io.waterwheel.customer;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.roaringbitmap.BatchIterator;
import org.roaringbitmap.RoaringBitmap;

/// Some thousand of a set of customers, to be asked about in one statement.
public final class CustomerChunk {

    private static final int SIZE = 50_000;

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

    /// The customers that a query finds. As one array, which takes a fraction of the time of as many rows.
    ///
    /// @param customers one column of numbers
    public static RoaringBitmap found(DSLContext database, Select<? extends Record1<Integer>> customers) {
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
        return found;
    }
}
