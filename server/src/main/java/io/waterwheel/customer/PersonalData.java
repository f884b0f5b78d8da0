package io.waterwheel.customer;

import io.waterwheel.kernel.Text;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/// One store of what is held about people: what a person may ask to have, and to have forgotten. Whoever keeps such
/// a store has a bean of this type; a test fails for a table with a customer's number that nobody answers for. Most
/// tables need no more than a [PersonalTable].
public interface PersonalData {

    /// The file's name in an export and the line's in a certificate, such as `orders`.
    String name();

    /// What it is, in plain language, for the person it is about.
    Text title();

    /// The tables it answers for, as `schema.table`.
    Set<String> tables();

    /// Tells everything that is held about the person, sealed values in plain. May be asked twice in one transaction
    /// and then tells the same.
    ///
    /// @param rows takes one row: column to text, number, boolean, instant, map, or a list of maps
    void export(DSLContext transaction, Person person, Consumer<Map<String, @Nullable Object>> rows);

    /// Forgets the person. After a kill it is called again, so it does nothing twice.
    Erased erase(DSLContext transaction, Person person);

    /// What one call of [#erase] did.
    ///
    /// @param count how many things were forgotten
    /// @param more  whether it must be called again, in another transaction
    record Erased(long count, boolean more) {

        public static final Erased NOTHING = new Erased(0, false);

        public static Erased all(long count) {
            return new Erased(count, false);
        }
    }
}
