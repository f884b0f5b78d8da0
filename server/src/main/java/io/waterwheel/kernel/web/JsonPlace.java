package io.waterwheel.kernel.web;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/// Says where a JSON body is wrong without repeating what stood there.
final class JsonPlace {

    private JsonPlace() {}

    static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabindException databind
                    && !databind.getPath().isEmpty()) {
                StringBuilder pointer = new StringBuilder();
                databind.getPath()
                        .forEach(step -> pointer.append('/')
                                .append(step.getPropertyName() == null ? step.getIndex() : step.getPropertyName()));
                return pointer.toString();
            }
            if (cause instanceof JacksonException json && json.getLocation() != null) {
                return "JSON, line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr();
            }
        }
        return "JSON";
    }
}
