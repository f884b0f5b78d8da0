package io.waterwheel.intake.collect;

import tools.jackson.core.JsonParser;
import tools.jackson.core.exc.StreamReadException;

/// JSON that is well-formed so far, but not of a call's form.
final class UnexpectedJson extends StreamReadException {

    UnexpectedJson(JsonParser json, String expected) {
        super(json, "expected " + expected);
    }
}
