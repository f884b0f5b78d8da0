package io.waterwheel.kernel.problem;

import io.waterwheel.kernel.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The one exception for a refusal that a caller should read: rendered as RFC 9457 with `code` and `traceId`.
public final class Problem extends RuntimeException {

    private final ProblemType type;
    private final transient Map<String, Object> params = new LinkedHashMap<>();
    private final transient List<Fault> faults = new ArrayList<>();

    public Problem(ProblemType type) {
        super(type.code());
        this.type = type;
    }

    public Problem(ProblemType type, Throwable cause) {
        super(type.code(), cause);
        this.type = type;
    }

    /// One place in the request that is wrong.
    ///
    /// @param pointer a JSON pointer, such as `/definition/conditions/0/value`
    public record Fault(String pointer, String code, Text detail) {}

    /// @param value stands in the detail for `{name}`; a [Text] in the reader's language
    public Problem with(String name, Object value) {
        params.put(name, value);
        return this;
    }

    public Problem at(String pointer, String code, Text detail) {
        faults.add(new Fault(pointer, code, detail));
        return this;
    }

    /// A number, or a text's length, is not where it must be.
    public Problem outside(String pointer, String code, Object least, Object most) {
        return at(
                pointer,
                code,
                new Text("须在 %s 到 %s 之间".formatted(least, most), "must be between %s and %s".formatted(least, most)));
    }

    /// A number, or a text's length: a fault when it is not in its range.
    public Problem within(String pointer, long value, long least, long most) {
        return value < least || value > most ? outside(pointer, "range", least, most) : this;
    }

    /// Thrown when a place is wrong.
    public void throwIfFaulty() {
        if (!faults.isEmpty()) {
            throw this;
        }
    }

    public ProblemType type() {
        return type;
    }

    public Map<String, Object> params() {
        return Map.copyOf(params);
    }

    /// The values inside the detail, words among them in the reader's language.
    public Map<String, Object> params(Locale locale) {
        Map<String, Object> read = new LinkedHashMap<>(params);
        read.replaceAll((name, value) -> value instanceof Text words ? words.in(locale) : value);
        return read;
    }

    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    public String detail(Locale locale) {
        String text = type.message().in(locale);
        for (Map.Entry<String, Object> param : params(locale).entrySet()) {
            text = text.replace("{" + param.getKey() + "}", String.valueOf(param.getValue()));
        }
        return text;
    }

    public Text text() {
        return new Text(detail(Locale.CHINESE), detail(Locale.ENGLISH));
    }

    @Override
    public String getMessage() {
        return params.isEmpty() ? type.code() : type.code() + " " + params;
    }
}
