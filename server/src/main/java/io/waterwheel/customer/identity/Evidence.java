package io.waterwheel.customer.identity;

import io.waterwheel.customer.identity.graph.Link;
import io.waterwheel.kernel.event.IdentifierKind;

/// Which link decided, and between what kinds of identifier.
record Evidence(Link link, IdentifierKind low, IdentifierKind high) {}
