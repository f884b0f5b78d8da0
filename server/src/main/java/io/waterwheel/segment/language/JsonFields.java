package io.waterwheel.segment.language;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// The fields of one JSON object, each taken by name; what is wrong is reported with its place and reading goes on.
public final class JsonFields {

    private final @Nullable JsonNode json;
    private final String pointer;
    private final Faults faults;
    private final Set<String> taken = new HashSet<>();
    private boolean fine = true;

    public JsonFields(@Nullable JsonNode json, String pointer, Faults faults) {
        this.pointer = pointer;
        this.faults = faults;
        this.json = json != null && json.isObject() ? json : null;
        if (json == null || json.isNull()) {
            wrong(pointer, Fault.MISSING, "");
        } else if (json.equals(DefinitionReader.TOLD_TWICE)) {
            wrong(pointer, Fault.TOLD_TWICE, "");
        } else if (!json.isObject()) {
            wrong(pointer, Fault.WRONG_TYPE, "{…}");
        }
    }

    /// Where faults go.
    @FunctionalInterface
    public interface Faults {
        void add(String pointer, Fault fault, Object about);
    }

    /// Whether nothing was wrong so far.
    public boolean fine() {
        return fine;
    }

    public String pointer(String name) {
        return pointer + "/" + WellFormed.shown(name).replace("~", "~0").replace("/", "~1");
    }

    public @Nullable JsonNode take(String name) {
        taken.add(name);
        return json == null ? null : json.get(name);
    }

    /// One of the words, or an empty text when it is none of them.
    public String choice(String name, List<String> words) {
        String word = text(name);
        if (!word.isEmpty() && !words.contains(word)) {
            wrong(pointer(name), Fault.UNKNOWN_CHOICE, String.join(", ", words));
            return "";
        }
        return word;
    }

    public <E extends Enum<E>> Optional<E> constant(String name, E[] constants) {
        List<String> words = Arrays.stream(constants).map(JsonFields::jsonName).toList();
        int index = words.indexOf(choice(name, words));
        return index < 0 ? Optional.empty() : Optional.of(constants[index]);
    }

    public String text(String name) {
        JsonNode value = present(name);
        if (value == null) {
            return "";
        }
        if (!value.isString()) {
            wrong(pointer(name), Fault.WRONG_TYPE, "\"…\"");
            return "";
        }
        if (value.stringValue().isEmpty()) {
            wrong(pointer(name), Fault.BLANK, "");
        }
        refuseNoText(value.stringValue(), pointer(name));
        return value.stringValue();
    }

    /// A text that may be empty or left out.
    public String textOrNone(String name) {
        JsonNode value = take(name);
        return value == null || value.isString() && value.stringValue().isEmpty() ? "" : text(name);
    }

    public long number(String name) {
        JsonNode value = present(name);
        if (value == null) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            wrong(pointer(name), Fault.WRONG_TYPE, "1, 2, 3 …");
            return 0;
        }
        return value.longValue();
    }

    /// Yes or no; no where it is left out.
    public boolean flag(String name) {
        JsonNode value = take(name);
        if (value == null || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            wrong(pointer(name), Fault.WRONG_TYPE, "true / false");
            return false;
        }
        return value.booleanValue();
    }

    public BigDecimal decimal(String name) {
        JsonNode value = present(name);
        if (value == null) {
            return BigDecimal.ZERO;
        }
        // What is beyond all numbers, such as 1e999, was read as infinite.
        if (!value.isNumber() || value.isFloatingPointNumber() && !Double.isFinite(value.doubleValue())) {
            wrong(pointer(name), Fault.WRONG_TYPE, "1, 2.5 …");
            return BigDecimal.ZERO;
        }
        return value.decimalValue();
    }

    Optional<LocalDate> day(String name) {
        String text = text(name);
        Optional<LocalDate> day = Magnitude.day(text);
        if (!text.isEmpty() && day.isEmpty()) {
            wrong(pointer(name), Fault.NOT_A_DAY, "");
        }
        return day;
    }

    public List<JsonNode> array(String name) {
        JsonNode value = present(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            wrong(pointer(name), Fault.WRONG_TYPE, "[…]");
            return List.of();
        }
        return List.copyOf(value.values());
    }

    /// The elements, none when the field is left out.
    public List<JsonNode> arrayIfAny(String name) {
        JsonNode value = take(name);
        return value == null || value.isNull() ? List.of() : array(name);
    }

    /// Whether something other than null is told; then it may be taken.
    public boolean has(String name) {
        JsonNode value = take(name);
        return value != null && !value.isNull();
    }

    /// Some of the words of an enum.
    public <E extends Enum<E>> List<E> constants(String name, E[] constants) {
        List<String> words = Arrays.stream(constants).map(JsonFields::jsonName).toList();
        List<String> told = texts(name);
        List<E> chosen = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            int index = words.indexOf(told.get(i));
            if (index < 0) {
                wrong(pointer(name) + "/" + i, Fault.UNKNOWN_CHOICE, String.join(", ", words));
            } else {
                chosen.add(constants[index]);
            }
        }
        return chosen;
    }

    public List<Long> numbers(String name) {
        List<Long> numbers = new ArrayList<>();
        List<JsonNode> items = array(name);
        for (int i = 0; i < items.size(); i++) {
            JsonNode item = items.get(i);
            if (item.isIntegralNumber() && item.canConvertToLong()) {
                numbers.add(item.longValue());
            } else {
                wrong(pointer(name) + "/" + i, Fault.WRONG_TYPE, "1, 2, 3 …");
            }
        }
        return numbers;
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> items = array(name);
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).isString()) {
                texts.add(items.get(i).stringValue());
                refuseNoText(items.get(i).stringValue(), pointer(name) + "/" + i);
            } else {
                wrong(pointer(name) + "/" + i, Fault.WRONG_TYPE, "\"…\"");
            }
        }
        return texts;
    }

    public void refuseOthers() {
        if (json != null) {
            for (String name : json.propertyNames()) {
                if (!taken.contains(name)) {
                    wrong(pointer(name), Fault.UNKNOWN_FIELD, "");
                }
            }
        }
    }

    private void refuseNoText(String text, String place) {
        if (!WellFormed.is(text)) {
            wrong(place, Fault.NOT_TEXT, "");
        }
    }

    private @Nullable JsonNode present(String name) {
        JsonNode value = take(name);
        if (DefinitionReader.TOLD_TWICE.equals(value)) {
            wrong(pointer(name), Fault.TOLD_TWICE, "");
            return null;
        }
        if (json != null && (value == null || value.isNull())) {
            wrong(pointer(name), Fault.MISSING, "");
            return null;
        }
        return value;
    }

    private void wrong(String place, Fault fault, Object about) {
        fine = false;
        faults.add(place, fault, about);
    }

    private static String jsonName(Enum<?> constant) {
        try {
            return constant.getDeclaringClass()
                    .getField(constant.name())
                    .getAnnotation(JsonProperty.class)
                    .value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }
}
