package io.waterwheel.segment.engine;

import static io.waterwheel.segment.engine.WarehouseColumns.*;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.waterwheel.kernel.BrandId;
import io.waterwheel.segment.language.Attribute;
import io.waterwheel.segment.language.StandardAttribute;
import io.waterwheel.segment.language.TextMatch;
import io.waterwheel.segment.language.ValueType;
import io.waterwheel.warehouse.WarehouseTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/// Something of which customers have one of few values, or some.
sealed interface ValueSource {

    WarehouseTable table();

    Table<?> rows();

    /// The value as its column has it.
    Field<?> value();

    Condition mine();

    /// A brand's tags.
    record Tags(BrandId brand) implements ValueSource {

        @Override
        public WarehouseTable table() {
            return WarehouseTable.TAG;
        }

        @Override
        public Table<?> rows() {
            return TAG;
        }

        @Override
        public Field<?> value() {
            return TAG_ID;
        }

        @Override
        public Condition mine() {
            return BRAND_ID.eq(inline(brand.value()));
        }
    }

    /// An attribute that is text, whichever brand knows the customer.
    record Texts(Attribute attribute) implements ValueSource {

        @Override
        public WarehouseTable table() {
            return WarehouseTable.CUSTOMER;
        }

        @Override
        public Table<?> rows() {
            return CUSTOMER;
        }

        @Override
        public Field<?> value() {
            return TextScan.column(attribute);
        }

        @Override
        public Condition mine() {
            return noCondition();
        }
    }

    /// The names of the custom attributes a customer has.
    record AttributeNames() implements ValueSource {

        private static final Field<String> NAME = field(name("attribute_name"), String.class);

        @Override
        public WarehouseTable table() {
            return WarehouseTable.CUSTOMER;
        }

        @Override
        public Table<?> rows() {
            Field<String> each = field("unnest(map_keys({0}))", String.class, field(name("attributes")));
            return select(CUSTOMER_NO, each.as(NAME)).from(CUSTOMER).asTable("attribute_names");
        }

        @Override
        public Field<?> value() {
            return NAME;
        }

        @Override
        public Condition mine() {
            return noCondition();
        }
    }

    /// What is asked of every brand.
    static List<ValueSource> all(BrandId brand) {
        return List.of(
                new Tags(brand),
                new Texts(StandardAttribute.CITY),
                new Texts(StandardAttribute.PROVINCE),
                new Texts(StandardAttribute.GENDER));
    }

    /// Where the values are that answer a leaf.
    static Optional<ValueSource> of(Leaf leaf, BrandId brand) {
        return switch (leaf) {
            case Leaf.Tagged _ -> Optional.of(new Tags(brand));
            case Leaf.Compared compared
            when compared.attribute().type() == ValueType.TEXT -> Optional.of(new Texts(compared.attribute()));
            // Whatever else there is has no values to keep.
            default -> Optional.empty();
        };
    }

    /// Which values a leaf that has a source asks for.
    static Predicate<String> asked(Leaf leaf) {
        return switch (leaf) {
            case Leaf.Tagged(long tag) -> String.valueOf(tag)::equals;
            case Leaf.Compared compared -> TextMatch.of(compared.operator(), compared.values());
            default -> throw new IllegalArgumentException("no values answer " + leaf);
        };
    }
}
