package io.waterwheel.loyalty.points.report;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.audit.Actor;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.loyalty.Booking;
import io.waterwheel.loyalty.Points;
import io.waterwheel.loyalty.PointsCommand;
import io.waterwheel.loyalty.PointsLedger;
import io.waterwheel.loyalty.PointsProblem;
import io.waterwheel.loyalty.PointsReason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Grants and deductions by people.
@Component
public class Corrections {

    /// More at once is for an administrator.
    public static final long LIMIT = 100_000;

    private final PointsLedger ledger;
    private final Customers customers;
    private final AuditTrail audit;
    private final TransactionOperations transactions;
    private final InstantSource clock;

    Corrections(
            PointsLedger ledger,
            Customers customers,
            AuditTrail audit,
            TransactionOperations transactions,
            InstantSource clock) {
        this.ledger = ledger;
        this.customers = customers;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @param key       names this grant, so that sending it again grants nothing more
    /// @param expiresAt null for never
    public Booking.Booked grant(
            Brand brand, CustomerNo customer, String key, Points points, String note, @Nullable Instant expiresAt) {
        return book(
                "points.grant",
                new PointsCommand.Earn(occasion(brand, customer, "grant", key, note), points, null, expiresAt),
                points);
    }

    public Booking.Booked deduct(Brand brand, CustomerNo customer, String key, Points points, String note) {
        return book(
                "points.deduct",
                new PointsCommand.Deduct(occasion(brand, customer, "deduct", key, note), points),
                points);
    }

    private PointsCommand.Occasion occasion(Brand brand, CustomerNo customer, String code, String key, String note) {
        if (customers.rows(brand.id(), List.of(customer)).isEmpty()) {
            throw new Problem(KernelProblem.NOT_FOUND).with("what", "customer " + customer);
        }
        return new PointsCommand.Occasion(
                brand.id(),
                customer,
                "person:" + key,
                clock.instant(),
                new PointsReason(
                        code, Map.of("note", note, "by", Actor.current().name())));
    }

    /// That somebody is about to book is written down first: after a crash between the two the trail tells of a
    /// booking that is not there, and never the other way round.
    private Booking.Booked book(String action, PointsCommand command, Points points) {
        PointsCommand.Occasion occasion = command.occasion();
        transactions.executeWithoutResult(_ -> audit.record(
                action,
                "customer/" + occasion.customer(),
                Map.of(
                        "points",
                        points.value(),
                        "key",
                        occasion.key(),
                        "brand",
                        occasion.brand().value())));
        return switch (ledger.book(List.of(command)).getFirst()) {
            case Booking.Booked booked -> booked;
            case Booking.Insufficient(Points available) ->
                throw new Problem(PointsProblem.POINTS_INSUFFICIENT).with("available", available);
            case Booking.Refused(Booking.Refusal why) -> throw refused(why);
        };
    }

    private static Problem refused(Booking.Refusal why) {
        return switch (why) {
            case KEY_TAKEN, UNKNOWN_REFERENCE, MORE_THAN_BOOKED, DECIDED_ALREADY ->
                new Problem(PointsProblem.POINTS_KEY_TAKEN);
            case ABSURD_AMOUNT -> new Problem(PointsProblem.POINTS_AMOUNT_ABSURD).with("most", Points.MOST);
            case ABSURD_TIME -> new Problem(PointsProblem.POINTS_TIME_ABSURD);
        };
    }
}
