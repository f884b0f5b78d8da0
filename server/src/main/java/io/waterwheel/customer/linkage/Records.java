package io.waterwheel.customer.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records to be linked, by column. A record costs four bytes a field and whatever its values cost that no
/// other record has.
public final class Records {

    private final List<Column<?>> columns;
    private final int size;
    private final byte[] sides;
    private final boolean twoSided;

    private Records(List<Column<?>> columns, int size, byte[] sides, boolean twoSided) {
        this.columns = columns;
        this.size = size;
        this.sides = sides;
        this.twoSided = twoSided;
    }

    public int size() {
        return size;
    }

    List<Column<?>> columns() {
        return columns;
    }

    /// How many pairs there could be at all.
    public double pairs() {
        if (!twoSided) {
            return size * (size - 1.0) / 2;
        }
        double right = 0;
        for (byte side : sides) {
            right += side;
        }
        return right * (size - right);
    }

    /// Whether two records may be one person: always, or when they are of different files.
    boolean comparable(int left, int right) {
        return !twoSided || sides[left] != sides[right];
    }

    int indexOf(String field) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).field().name().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no field is called " + field);
    }

    /// One record's folded values.
    public final class Row {

        private int row;

        Row at(int index) {
            row = index;
            return this;
        }

        /// @return null when it is not known
        public @Nullable String get(String field) {
            return columns.get(indexOf(field)).text(row);
        }

        /// The value as its comparison prepared it.
        public <P> @Nullable P get(String field, Class<P> as) {
            return as.cast(columns.get(indexOf(field)).prepared(row));
        }
    }

    Row row() {
        return new Row();
    }

    /// Gathers records. Those of one file that may hold a person twice are added on one side only; of two files
    /// that hold each person once, the second is added on side 1.
    public static final class Builder {

        private final List<Column.Builder<?>> columns = new ArrayList<>();
        private final List<Field<?>> fields;
        private byte[] sides = new byte[1024];
        private int size;
        private boolean twoSided;

        public Builder(List<Field<?>> fields) {
            this.fields = List.copyOf(fields);
            this.fields.forEach(field -> columns.add(new Column.Builder<>(field)));
        }

        public int size() {
            return size;
        }

        /// @param values in the order of the fields
        /// @return the record's index
        public int add(int side, @Nullable String... values) {
            if (size == sides.length) {
                sides = Arrays.copyOf(sides, size + (size >> 1));
            }
            sides[size] = (byte) side;
            twoSided |= side != 0;
            for (int i = 0; i < values.length; i++) {
                columns.get(i).add(values[i]);
            }
            return size++;
        }

        public Records build() {
            List<Column<?>> built = new ArrayList<>();
            columns.forEach(column -> built.add(column.build()));
            Records records = new Records(List.copyOf(built), size, Arrays.copyOf(sides, size), twoSided);
            for (int i = 0; i < fields.size(); i++) {
                String twin = fields.get(i).twin();
                if (twin != null) {
                    built.get(i).twin(built.get(records.indexOf(twin)));
                }
            }
            return records;
        }
    }
}
