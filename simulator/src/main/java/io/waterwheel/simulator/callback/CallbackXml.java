package io.waterwheel.simulator.callback;

import java.util.Map;
import java.util.stream.Collectors;

/// XML as WeCom writes it: one flat element per field.
public final class CallbackXml {
    private CallbackXml() {}

    public static String of(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> "<" + field.getKey() + ">" + value(field.getKey(), field.getValue()) + "</"
                        + field.getKey() + ">")
                .collect(Collectors.joining("", "<xml>", "</xml>"));
    }

    private static String value(String name, String value) {
        return name.equals("CreateTime") ? value : "<![CDATA[" + value.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
}
