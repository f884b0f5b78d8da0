package io.waterwheel.journey.count;

import io.waterwheel.kernel.Sweep;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Sums up what was counted, so that a look stays cheap.
@Component
class TallySweep extends Sweep {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final Tallies tallies;
    private final TransactionOperations transactions;

    TallySweep(Tallies tallies, TransactionOperations transactions) {
        super("journey-tallies", "journey.tallies", EVERY);
        this.tallies = tallies;
        this.transactions = transactions;
    }

    @Override
    protected void look() {
        boolean more = true;
        while (more && isRunning()) {
            more = Boolean.TRUE.equals(transactions.execute(_ -> tallies.sumUp()));
        }
    }
}
