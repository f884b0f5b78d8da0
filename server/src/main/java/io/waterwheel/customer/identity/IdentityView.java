package io.waterwheel.customer.identity;

import io.waterwheel.customer.identity.graph.Link;
import io.waterwheel.customer.identity.graph.LinkState;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.IdentifierKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a customer is one customer: their identifiers, what links them, and what was found to belong to others.
///
/// @param truncated there are more identifiers than are shown
public record IdentityView(
        CustomerNo customer, List<Point> identifiers, List<Edge> links, List<Changed> changes, boolean truncated) {

    /// @param masked   shown so that only its owner would recognise it
    /// @param customer whose it is: another customer's when a link leads there and does not hold
    /// @param shared   found to be shared by too many, so that it joins nobody
    public record Point(
            int no,
            IdentifierKind kind,
            String masked,
            String source,
            Instant firstSeenAt,
            CustomerNo customer,
            boolean shared) {}

    /// @param cut whether taking it away would take the customer apart: it can be separated
    public record Edge(int low, int high, Link.How how, String source, Instant firstAt, LinkState state, boolean cut) {}

    /// @param by which kinds of identifier decided, empty when a person did or a link stopped counting
    public record Changed(
            long id,
            ChangeKind kind,
            CustomerNo customer,
            CustomerNo other,
            List<IdentifierKind> by,
            Link.How how,
            String actor,
            @Nullable String why,
            Instant at,
            @Nullable Integer low,
            @Nullable Integer high) {}
}
