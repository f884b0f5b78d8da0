package io.waterwheel.customer.source;

/// How much each source's word counts: 1 counts most.
@FunctionalInterface
public interface Levels {

    int of(short brand, String attribute, String source);
}
