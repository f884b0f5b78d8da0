package io.waterwheel.intake.collect;

/// The calls of the Segment specification that are taken.
enum CallType {
    TRACK("track"),
    IDENTIFY("identify");

    private final String code;

    CallType(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
