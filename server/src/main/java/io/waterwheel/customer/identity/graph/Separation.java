package io.waterwheel.customer.identity.graph;

import java.util.Set;

/// A person decided that these are two people.
public record Separation(long id, Set<Integer> left, Set<Integer> right) {

    public Separation {
        left = Set.copyOf(left);
        right = Set.copyOf(right);
    }
}
