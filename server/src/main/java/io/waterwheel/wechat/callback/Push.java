package io.waterwheel.wechat.callback;

import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.kernel.tencent.CallbackXml;
import io.waterwheel.wechat.WechatProblem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/// One push, read.
///
/// @param fields  the elements right below the root
/// @param choices what somebody chose about subscribe messages: template id → accept, reject, ban
record Push(Map<String, String> fields, List<Choice> choices) {

    record Choice(String template, boolean accepted) {}

    static Push read(String xml) {
        try {
            Element root = CallbackXml.root(xml);
            return new Push(CallbackXml.fields(root), choices(root));
        } catch (IllegalArgumentException e) {
            throw new Problem(WechatProblem.WECHAT_CALLBACK_REFUSED, e);
        }
    }

    private static List<Choice> choices(Element root) {
        List<Choice> choices = new ArrayList<>();
        var lists = root.getElementsByTagName("List");
        for (int i = 0; i < lists.getLength(); i++) {
            Element one = (Element) lists.item(i);
            String template = text(one, "TemplateId");
            String status = text(one, "SubscribeStatusString");
            if (!template.isEmpty() && !status.isEmpty()) {
                choices.add(new Choice(template, status.equals("accept")));
            }
        }
        return choices;
    }

    private static String text(Element element, String name) {
        var found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    String field(String name) {
        return fields.getOrDefault(name, "");
    }

    /// Whole seconds; a clock that goes ahead counts as now.
    Instant at(Instant now) {
        String told = field("CreateTime");
        Instant at = told.matches("\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(told)) : now;
        return at.isAfter(now) ? now : at;
    }
}
