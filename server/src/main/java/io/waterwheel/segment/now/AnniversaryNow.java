package io.waterwheel.segment.now;

import io.waterwheel.customer.PresentCustomer;
import io.waterwheel.segment.engine.Moment;
import io.waterwheel.segment.language.AnniversaryCondition;
import java.time.LocalDate;

/// The day of an attribute comes round for one customer.
final class AnniversaryNow {

    private AnniversaryNow() {}

    static boolean meets(AnniversaryCondition asked, PresentCustomer customer, Moment moment) {
        return AttributeNow.known(asked.subject(), customer, moment) instanceof LocalDate known
                && asked.within().from(moment.today()).anyMatch(day -> isAnniversary(known, day));
    }

    /// A day of a later year, the 28th of February for whom was born on the 29th when there is none.
    private static boolean isAnniversary(LocalDate known, LocalDate day) {
        int years = day.getYear() - known.getYear();
        return years > 0 && known.plusYears(years).equals(day);
    }
}
