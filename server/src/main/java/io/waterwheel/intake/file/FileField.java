package io.waterwheel.intake.file;

import java.util.List;
import java.util.Locale;

/// Something that files of a kind tell.
///
/// @param looks how its values look, for files whose column names say nothing
/// @param names what its column is called in the wild, in normal form, the surest first
record FileField(String name, boolean required, Looks looks, List<String> names) {

    enum Looks {
        ANYHOW,
        TIME,
        WHOLE_NUMBER,
        FRACTION
    }

    static FileField required(String name, Looks looks, String... names) {
        return new FileField(name, true, looks, List.of(names));
    }

    static FileField optional(String name, String... names) {
        return new FileField(name, false, Looks.ANYHOW, List.of(names));
    }

    /// A column name without case, blanks and punctuation.
    static String normal(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[\\p{Z}\\s_\\-.:：/()（）#*]", "");
    }
}
