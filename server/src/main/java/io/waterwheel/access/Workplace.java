package io.waterwheel.access;

import java.util.List;

/// At which stores of one brand somebody works.
public sealed interface Workplace {

    boolean includes(String store);

    /// Administrators and operators, and the command line.
    record Everywhere() implements Workplace {
        @Override
        public boolean includes(String store) {
            return true;
        }
    }

    /// A guide.
    ///
    /// @param codes as the catalogue, orders and tills name the stores; empty when nobody gave them one
    record Stores(List<String> codes) implements Workplace {

        public Stores {
            codes = List.copyOf(codes);
        }

        @Override
        public boolean includes(String store) {
            return codes.contains(store);
        }
    }
}
