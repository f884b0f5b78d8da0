package io.waterwheel.kernel.event;

import java.util.EnumSet;
import java.util.Set;

/// A set of identifier kinds as bits, one per kind in the enum's order, as the log keeps it.
final class IdentifierKinds {

    @SuppressWarnings("unchecked")
    private static final Set<IdentifierKind>[] SETS = new Set[1 << IdentifierKind.values().length];

    static {
        for (int bits = 0; bits < SETS.length; bits++) {
            EnumSet<IdentifierKind> set = EnumSet.noneOf(IdentifierKind.class);
            for (IdentifierKind kind : IdentifierKind.values()) {
                if ((bits & bit(kind)) != 0) {
                    set.add(kind);
                }
            }
            SETS[bits] = Set.copyOf(set);
        }
    }

    private IdentifierKinds() {}

    static int bits(Subject subject) {
        return switch (subject) {
            case Subject.Nobody() -> 0;
            case Subject.Known known -> 0;
            case Subject.Identified(var identifiers) -> {
                int bits = 0;
                for (Identifier identifier : identifiers) {
                    bits |= bit(identifier.kind());
                }
                yield bits;
            }
        };
    }

    static Set<IdentifierKind> of(int bits) {
        return SETS[bits];
    }

    private static int bit(IdentifierKind kind) {
        return 1 << kind.ordinal();
    }
}
