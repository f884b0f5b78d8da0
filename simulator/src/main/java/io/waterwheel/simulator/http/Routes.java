package io.waterwheel.simulator.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which handler answers which method and path; a segment written `{name}` matches any one segment.
public final class Routes {

    /// Answers one request.
    @FunctionalInterface
    public interface Handler {
        Answer answer(Request request);
    }

    private record Route(String method, List<String> segments, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    /// @param pattern e.g. `/sim/guides/{userid}`; method `*` matches any
    public Routes on(String method, String pattern, Handler handler) {
        routes.add(new Route(method, segments(pattern), handler));
        return this;
    }

    Answer answer(Request request) {
        var path = segments(request.path());
        for (var route : routes) {
            if (!route.method().equals("*") && !route.method().equals(request.method())) {
                continue;
            }
            var captured = match(route.segments(), path);
            if (captured.isPresent()) {
                return route.handler().answer(request.capturing(captured.get()));
            }
        }
        return Answer.refused(404, "nothing at " + request.method() + " " + request.path());
    }

    private static Optional<Map<String, String>> match(List<String> pattern, List<String> path) {
        boolean open = !pattern.isEmpty() && pattern.getLast().equals("**");
        if (open ? path.size() < pattern.size() : path.size() != pattern.size()) {
            return Optional.empty();
        }
        var captured = new LinkedHashMap<String, String>();
        for (int i = 0; i < (open ? pattern.size() - 1 : pattern.size()); i++) {
            var expected = pattern.get(i);
            if (expected.startsWith("{")) {
                captured.put(expected.substring(1, expected.length() - 1), path.get(i));
            } else if (!expected.equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(captured);
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<String>();
        for (var segment : path.split("/")) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }
}
