package io.waterwheel.kernel.event;

import io.waterwheel.kernel.CustomerNo;
import java.util.List;

/// Whom an event is about, as far as the sender knows.
public sealed interface Subject {

    /// Nobody can be named: an anonymous sale.
    Nobody NOBODY = new Nobody();

    record Nobody() implements Subject {}

    /// A customer we already have a number for.
    record Known(CustomerNo customer) implements Subject {}

    /// Somebody named by at least one strong identifier; those that stand together name the same person.
    record Identified(List<Identifier> identifiers) implements Subject {

        public Identified {
            identifiers = List.copyOf(identifiers);
            if (identifiers.isEmpty()) {
                throw new IllegalArgumentException("an identified subject needs an identifier");
            }
        }
    }
}
