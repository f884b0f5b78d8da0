package io.waterwheel.intake.file;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.intake.file.table.LineFault;
import io.waterwheel.intake.file.table.LineRefused;
import io.waterwheel.kernel.event.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Keeps people who asked to be forgotten from coming back out of a list. A list is no sign that somebody has come back
/// themselves: its line is taken only when it says of itself that it is newer.
final class ErasedPeople {

    private final Customers customers;
    private final Brand brand;

    ErasedPeople(Customers customers, Brand brand) {
        this.customers = customers;
        this.brand = brand;
    }

    /// @param told when the line says it was true; null when it does not say
    void check(Subject.Identified subject, @Nullable Instant told) throws LineRefused {
        for (Instant erased :
                customers.erased(brand.id(), subject.identifiers()).values()) {
            if (told == null || !told.isAfter(erased)) {
                throw new LineRefused(LineFault.PERSON_ERASED, -1, null);
            }
        }
    }
}
