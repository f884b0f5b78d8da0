package io.waterwheel.intake.collect;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.io.JsonStringEncoder;

/// The text of a JSON object that fields are added to. Of two fields of one name the later stands, in PostgreSQL as
/// in Jackson, so what is added wins.
final class JsonText {

    private final StringBuilder text;
    private boolean empty;

    /// @param object a whole JSON object
    /// @param empty  whether it has no field
    JsonText(String object, boolean empty) {
        this.text = new StringBuilder(object.length() + 64).append(object, 0, object.length() - 1);
        this.empty = empty;
    }

    /// @param value null adds nothing
    JsonText string(String name, @Nullable String value) {
        if (value != null) {
            field(name).append('"');
            JsonStringEncoder.getInstance().quoteAsString(value, text);
            text.append('"');
        }
        return this;
    }

    /// @param json a whole JSON value, null adds nothing
    JsonText json(String name, @Nullable String json) {
        if (json != null) {
            field(name).append(json);
        }
        return this;
    }

    private StringBuilder field(String name) {
        if (!empty) {
            text.append(',');
        }
        empty = false;
        return text.append('"').append(name).append("\":");
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
