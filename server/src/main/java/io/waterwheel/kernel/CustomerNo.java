package io.waterwheel.kernel;

import com.fasterxml.jackson.annotation.JsonValue;

/// A customer's dense number, given in order of first sight, so that any set of customers is a bitmap.
///
/// @param value positive
public record CustomerNo(@JsonValue int value) implements Comparable<CustomerNo> {

    public CustomerNo {
        if (value <= 0) {
            throw new IllegalArgumentException("customer number must be positive: " + value);
        }
    }

    @Override
    public int compareTo(CustomerNo other) {
        return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Integer.toString(value);
    }
}
