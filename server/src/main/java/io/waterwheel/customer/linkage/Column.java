package io.waterwheel.customer.linkage;

import io.waterwheel.customer.linkage.compare.Likeness;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of one field, each distinct one kept once and named by a code.
final class Column<P> {

    static final int UNKNOWN = -1;

    private final Field<P> field;
    private final int[] codes;
    private final String[] texts;
    private final List<P> prepared;
    private final int[] counts;
    private final int known;

    /// For each value its code in the twin field, so that mixed-up fields are found without looking at text.
    private int @Nullable [] inTwin;

    private @Nullable Column<?> twin;

    private Column(Field<P> field, int[] codes, String[] texts, List<P> prepared) {
        this.field = field;
        this.codes = codes;
        this.texts = texts;
        this.prepared = prepared;
        this.counts = new int[texts.length];
        int seen = 0;
        for (int code : codes) {
            if (code != UNKNOWN) {
                counts[code]++;
                seen++;
            }
        }
        this.known = seen;
    }

    Field<P> field() {
        return field;
    }

    int code(int row) {
        return codes[row];
    }

    @Nullable
    String text(int row) {
        return codes[row] == UNKNOWN ? null : texts[codes[row]];
    }

    @Nullable
    P prepared(int row) {
        return codes[row] == UNKNOWN ? null : prepared.get(codes[row]);
    }

    int distinct() {
        return texts.length;
    }

    /// How likely another record that has a value has this one too: of the two that agree, one does not count.
    double share(int code) {
        return (double) Math.max(1, counts[code] - 1) / Math.max(1, known - 1);
    }

    void twin(Column<?> other) {
        Map<String, Integer> codesThere = HashMap.newHashMap(other.texts.length);
        for (int code = 0; code < other.texts.length; code++) {
            codesThere.put(other.texts[code], code);
        }
        int[] map = new int[texts.length];
        for (int code = 0; code < texts.length; code++) {
            map[code] = codesThere.getOrDefault(texts[code], UNKNOWN);
        }
        this.inTwin = map;
        this.twin = other;
    }

    Likeness compare(int left, int right) {
        int leftCode = codes[left];
        int rightCode = codes[right];
        if (leftCode == UNKNOWN || rightCode == UNKNOWN) {
            return Likeness.UNKNOWN;
        }
        if (leftCode == rightCode) {
            return Likeness.SAME;
        }
        if (mixedUp(left, right)) {
            return Likeness.SWAPPED;
        }
        return field.comparison().compare(prepared.get(leftCode), prepared.get(rightCode));
    }

    private boolean mixedUp(int left, int right) {
        if (inTwin == null || twin == null) {
            return false;
        }
        int leftTwin = twin.codes[left];
        int rightTwin = twin.codes[right];
        return leftTwin != UNKNOWN
                && rightTwin != UNKNOWN
                && inTwin[codes[left]] == rightTwin
                && inTwin[codes[right]] == leftTwin;
    }

    /// Gathers a column row by row.
    static final class Builder<P> {

        private final Field<P> field;
        private final Map<String, Integer> known = new HashMap<>();
        private final List<P> prepared = new ArrayList<>();
        private int[] codes = new int[1024];
        private int size;

        Builder(Field<P> field) {
            this.field = field;
        }

        void add(@Nullable String raw) {
            if (size == codes.length) {
                codes = Arrays.copyOf(codes, size + (size >> 1));
            }
            String folded =
                    raw == null || raw.isBlank() ? null : field.comparison().fold(raw);
            codes[size++] = folded == null ? UNKNOWN : code(folded);
        }

        private int code(String folded) {
            Integer code = known.get(folded);
            if (code == null) {
                code = prepared.size();
                known.put(folded, code);
                prepared.add(field.comparison().prepare(folded));
            }
            return code;
        }

        Column<P> build() {
            String[] texts = new String[prepared.size()];
            known.forEach((text, code) -> texts[code] = text);
            return new Column<>(field, Arrays.copyOf(codes, size), texts, prepared);
        }
    }
}
