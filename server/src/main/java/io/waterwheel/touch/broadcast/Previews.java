package io.waterwheel.touch.broadcast;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.Route;
import io.waterwheel.touch.channel.Channels;
import io.waterwheel.touch.link.ShortLinks;
import io.waterwheel.touch.template.MessageTemplate;
import io.waterwheel.touch.template.NewTemplate;
import io.waterwheel.touch.template.Preview;
import io.waterwheel.touch.template.PreviewRequest;
import io.waterwheel.touch.template.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Shows a template as one customer would see it, and why it would not reach them.
@Component
public class Previews {

    private static final String SAMPLE_CODE = "aB3dE6gH9k";

    private final Channels channels;
    private final Customers customers;
    private final ShortLinks links;

    Previews(Channels channels, Customers customers, ShortLinks links) {
        this.channels = channels;
        this.customers = customers;
        this.links = links;
    }

    public Preview of(Brand brand, PreviewRequest request, Locale locale) {
        NewTemplate template = request.template();
        Channel channel = channels.get(template.channel());
        List<String> problems = new ArrayList<>();
        MessageTemplate message;
        try {
            message = new MessageTemplate(template, channel.promise().mostTextBytes());
        } catch (Problem invalid) {
            invalid.faults()
                    .forEach(fault ->
                            problems.add(fault.pointer() + " " + fault.detail().in(locale)));
            return new Preview(template.subject(), template.body(), problems);
        }
        CustomerNo customer = request.customerNo();
        Route route = channel.routes(brand, Set.of(customer)).get(customer);
        if (route == null) {
            problems.add(new Text("这位顾客在该渠道没有可用的触点。", "This customer cannot be reached by this channel.").in(locale));
        }
        Map<String, String> known = customers.templateValues(Set.of(customer)).get(customer);
        Rendering rendering = message.render(Personalisation.values(brand, route, known), links.url(SAMPLE_CODE));
        return switch (rendering) {
            case Rendering.Ready(var subject, var text) -> new Preview(subject, text, problems);
            case Rendering.Unresolved(var variable) -> {
                problems.add(new Text(
                                "变量 " + variable + " 没有值，也没有默认值，消息不会发出。",
                                "Variable " + variable + " has neither a value nor a default; nothing would be sent.")
                        .in(locale));
                yield new Preview(template.subject(), template.body(), problems);
            }
            case Rendering.TooLong(var bytes) -> {
                problems.add(new Text(
                                "文字有 " + bytes + " 字节，超过上限 " + channel.promise().mostTextBytes() + "，消息不会发出。",
                                "The text has " + bytes + " bytes, above the limit of "
                                        + channel.promise().mostTextBytes() + "; nothing would be sent.")
                        .in(locale));
                yield new Preview(template.subject(), template.body(), problems);
            }
        };
    }
}
