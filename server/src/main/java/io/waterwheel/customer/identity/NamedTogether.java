package io.waterwheel.customer.identity;

import io.waterwheel.customer.identity.graph.Link;
import io.waterwheel.kernel.BrandId;
import io.waterwheel.kernel.event.IdentifierKind;
import java.time.Instant;

/// A link with its two ends and the brand whose event says so.
record NamedTogether(Link link, KnownIdentifier one, KnownIdentifier other, BrandId brand) {

    static NamedTogether of(
            KnownIdentifier one, KnownIdentifier other, Link.How how, String source, Instant at, BrandId brand) {
        return new NamedTogether(Link.between(one.no, other.no, how, source, at), one, other, brand);
    }

    NamedTogether with(NamedTogether again) {
        return new NamedTogether(link.with(again.link), one, other, brand);
    }

    /// Whether one of the two is a browser.
    boolean browser() {
        return one.kind == IdentifierKind.ANONYMOUS_ID || other.kind == IdentifierKind.ANONYMOUS_ID;
    }
}
