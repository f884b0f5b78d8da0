package io.waterwheel.intake.eventcatalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A standard event's properties as paths, those inside lists among them.
final class StandardFields {

    private StandardFields() {}

    static Map<String, StandardProperty> of(StandardEvent event) {
        Map<String, StandardProperty> fields = new LinkedHashMap<>();
        add(fields, "", event.properties());
        return fields;
    }

    private static void add(Map<String, StandardProperty> fields, String before, List<StandardProperty> properties) {
        for (StandardProperty property : properties) {
            String path = before + property.name();
            fields.put(path, property);
            if (property.shape() instanceof Shape.ListOf(List<StandardProperty> inside)) {
                add(fields, path + "[].", inside);
            }
        }
    }

    static StandardView view(StandardEvent event, Locale locale) {
        return new StandardView(
                event.name(),
                event.topic(),
                event.meaning().in(locale),
                event.ours(),
                event.spellings().stream().sorted().toList(),
                of(event).entrySet().stream()
                        .map(entry -> new StandardView.Field(
                                entry.getKey(),
                                entry.getValue().shape().type(),
                                entry.getValue().required(),
                                entry.getValue().meaning().in(locale)))
                        .toList());
    }
}
