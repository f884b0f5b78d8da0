package io.waterwheel.touch;

import io.waterwheel.kernel.Text;
import java.nio.charset.StandardCharsets;

/// How long a text a channel takes, in what it counts by.
public record TextLimit(int most, Unit unit) {

    public enum Unit {
        /// Of UTF-8.
        BYTES(new Text("字节", "bytes")),
        /// As people count them: an emoji is one.
        CHARACTERS(new Text("字", "characters"));

        private final Text name;

        Unit(Text name) {
            this.name = name;
        }

        public Text text() {
            return name;
        }
    }

    public static TextLimit bytes(int most) {
        return new TextLimit(most, Unit.BYTES);
    }

    public static TextLimit characters(int most) {
        return new TextLimit(most, Unit.CHARACTERS);
    }

    public int length(String text) {
        return switch (unit) {
            case BYTES -> text.getBytes(StandardCharsets.UTF_8).length;
            case CHARACTERS -> text.codePointCount(0, text.length());
        };
    }

    public boolean fits(String text) {
        return length(text) <= most;
    }
}
