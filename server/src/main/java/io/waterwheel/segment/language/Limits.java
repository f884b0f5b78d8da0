package io.waterwheel.segment.language;

/// How large a definition may be: enough for any person, too little to hurt the machine.
final class Limits {

    static final int DEPTH = 20;
    static final int CONDITIONS = 200;
    static final int VALUES = 1_000;

    private Limits() {}
}
