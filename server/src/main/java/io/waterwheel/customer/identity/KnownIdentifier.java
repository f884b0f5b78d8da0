package io.waterwheel.customer.identity;

import io.waterwheel.kernel.event.IdentifierKind;

/// An identifier as the writer remembers it. Its number is its own for good; whose it is changes when customers merge.
final class KnownIdentifier {

    final int no;
    final IdentifierKind kind;

    volatile int customer;
    volatile boolean shared;

    KnownIdentifier(int no, IdentifierKind kind, int customer, boolean shared) {
        this.no = no;
        this.kind = kind;
        this.customer = customer;
        this.shared = shared;
    }
}
