package io.waterwheel.customer;

import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import java.util.List;
import java.util.Set;

/// One person as every store may know them: by the numbers they ever had, or by an identifier.
///
/// @param customer    who they are now
/// @param numbers     every number their records may stand under, the present one among them
/// @param identifiers in plain; handled in memory only
public record Person(CustomerNo customer, Set<CustomerNo> numbers, List<Identifier> identifiers) {

    public Person {
        numbers = Set.copyOf(numbers);
        identifiers = List.copyOf(identifiers);
        if (!numbers.contains(customer)) {
            throw new IllegalArgumentException("the present number is one of the numbers");
        }
    }

    /// The numbers for a statement.
    public Integer[] numberArray() {
        return numbers.stream().map(CustomerNo::value).sorted().toArray(Integer[]::new);
    }

    /// The values of one kind of identifier.
    public String[] values(IdentifierKind kind) {
        return identifiers.stream()
                .filter(identifier -> identifier.kind() == kind)
                .map(Identifier::value)
                .distinct()
                .toArray(String[]::new);
    }

    /// Without the identifiers: this may end up in a log.
    @Override
    public String toString() {
        return "customer " + customer;
    }
}
