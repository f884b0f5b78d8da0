package io.waterwheel.touch.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A template that only has places to fill in, each one variable with or without a default. Most are, and for a
/// broadcast to millions the engine, which walks its tree again for every text, costs more than all else of the plan.
/// It means exactly what the engine makes of the same text; whatever is not that plain is left to the engine.
final class PlainText {

    private static final String NAME = "[\\p{L}_][\\p{L}\\p{N}_]*";
    private static final Pattern PLACE = Pattern.compile("\\{\\{\\s*(" + NAME + ")(?:\\.(" + NAME
            + "))?\\s*(?:\\|\\s*default\\s*:\\s*(?:\"([^\"]*)\"|'([^']*)')\\s*)?}}");

    /// The engine answers these of a group itself.
    private static final Set<String> TOLD_BY_ENGINE = Set.of("size", "first", "last");

    private final List<Piece> pieces;

    private PlainText(List<Piece> pieces) {
        this.pieces = pieces;
    }

    private sealed interface Piece {}

    private record Words(String text) implements Piece {}

    /// @param name      null where the group is the value itself
    /// @param otherwise null where the value is required
    private record Place(
            String group, @Nullable String name, @Nullable String otherwise) implements Piece {

        String variable() {
            return name == null ? group : group + "." + name;
        }
    }

    /// @return null when the text is more than that
    static @Nullable PlainText read(String text) {
        List<Piece> pieces = new ArrayList<>();
        Matcher places = PLACE.matcher(text);
        int at = 0;
        while (places.find()) {
            String name = places.group(2);
            if (name != null && TOLD_BY_ENGINE.contains(name)) {
                return null;
            }
            String otherwise = places.group(3) == null ? places.group(4) : places.group(3);
            if (!words(text.substring(at, places.start()), pieces)) {
                return null;
            }
            pieces.add(new Place(places.group(1), name, otherwise));
            at = places.end();
        }
        return words(text.substring(at), pieces) ? new PlainText(List.copyOf(pieces)) : null;
    }

    private static boolean words(String text, List<Piece> pieces) {
        pieces.add(new Words(text));
        return text.indexOf('{') < 0 && text.indexOf('}') < 0;
    }

    /// @param model by group: a map of names, or the value itself
    String fill(Map<String, Object> model, RequiredFilter required) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : pieces) {
            switch (piece) {
                case Words(String words) -> text.append(words);
                case Place place -> text.append(required.orMissing(value(place, model), place.variable()));
            }
        }
        return text.toString();
    }

    private static Object value(Place place, Map<String, Object> model) {
        Object value = model.get(place.group);
        if (place.name != null) {
            value = value instanceof Map<?, ?> group ? group.get(place.name) : null;
        }
        if (value == null || value.equals("")) {
            return place.otherwise == null ? "" : place.otherwise;
        }
        return value;
    }
}
