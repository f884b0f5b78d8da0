package io.waterwheel.touch.broadcast;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.Channel;
import io.waterwheel.touch.Charged;
import io.waterwheel.touch.Cost;
import io.waterwheel.touch.Route;
import io.waterwheel.touch.TextLimit;
import io.waterwheel.touch.Wording;
import io.waterwheel.touch.channel.Channels;
import io.waterwheel.touch.link.ShortLinks;
import io.waterwheel.touch.template.MessageTemplate;
import io.waterwheel.touch.template.NewTemplate;
import io.waterwheel.touch.template.Preview;
import io.waterwheel.touch.template.PreviewRequest;
import io.waterwheel.touch.template.Rendering;
import io.waterwheel.touch.words.WordLists;
import io.waterwheel.touch.words.WordSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Shows a template as one customer would see it, and why it would not reach them.
@Component
public class Previews {

    private static final String SAMPLE_CODE = "aB3dE6gH9k";

    private final Channels channels;
    private final Customers customers;
    private final ShortLinks links;
    private final WordLists words;

    Previews(Channels channels, Customers customers, ShortLinks links, WordLists words) {
        this.channels = channels;
        this.customers = customers;
        this.links = links;
        this.words = words;
    }

    public Preview of(Brand brand, PreviewRequest request, Locale locale) {
        NewTemplate template = request.template();
        Channel channel = channels.get(template.channel());
        List<String> problems = new ArrayList<>();
        MessageTemplate message;
        try {
            message = new MessageTemplate(template, channel.promise().text());
        } catch (Problem invalid) {
            invalid.faults()
                    .forEach(fault ->
                            problems.add(fault.pointer() + " " + fault.detail().in(locale)));
            return new Preview(template.subject(), template.body(), problems, null);
        }
        CustomerNo customer = request.customerNo();
        Route route = channel.routes(brand, Set.of(customer)).get(customer);
        if (route == null) {
            problems.add(new Text("这位顾客在该渠道没有可用的触点。", "This customer cannot be reached by this channel.").in(locale));
        }
        Map<String, String> known = customers.templateValues(Set.of(customer)).get(customer);
        Rendering rendering = message.render(Personalisation.values(brand, route, known), links.url(SAMPLE_CODE));
        return switch (rendering) {
            case Rendering.Ready(var subject, var text) -> ready(brand, channel, subject, text, problems, locale);
            case Rendering.Unresolved(var variable) -> {
                problems.add(new Text(
                                "变量 " + variable + " 没有值，也没有默认值，消息不会发出。",
                                "Variable " + variable + " has neither a value nor a default; nothing would be sent.")
                        .in(locale));
                yield new Preview(template.subject(), template.body(), problems, null);
            }
            case Rendering.TooLong(var length) -> {
                problems.add(tooLong(length, channel.promise().text()).in(locale));
                yield new Preview(template.subject(), template.body(), problems, null);
            }
        };
    }

    /// As marketing, which says how to take consent back and is therefore never shorter than a service message.
    private Preview ready(
            Brand brand, Channel channel, @Nullable String subject, String text, List<String> problems, Locale locale) {
        Wording wording;
        try {
            wording = channel.wording(brand, true);
        } catch (Problem notReady) {
            problems.add(notReady.detail(locale));
            return new Preview(subject, text, problems, null);
        }
        String whole = wording.whole(text);
        TextLimit limit = channel.promise().text();
        if (!limit.fits(whole)) {
            problems.add(tooLong(limit.length(whole), limit).in(locale));
        }
        for (WordSearch.Found found : words.search(brand).all(whole)) {
            problems.add(new Text(
                            "不能出现“" + found.word() + "”（第 " + (found.at() + 1) + " 字），消息不会发出。",
                            "Must not say “" + found.word() + "” (character " + (found.at() + 1)
                                    + "); nothing would be sent.")
                    .in(locale));
        }
        Charged by = channel.promise().charged();
        return new Preview(
                subject,
                whole,
                problems,
                by == Charged.NOTHING ? null : Cost.of(by, wording.units(whole), wording.price()));
    }

    private static Text tooLong(int length, TextLimit limit) {
        Text unit = limit.unit().text();
        return new Text(
                "文字有 " + length + " " + unit.zh() + "，超过上限 " + limit.most() + "，消息不会发出。",
                "The text has " + length + " " + unit.en() + ", above the limit of " + limit.most()
                        + "; nothing would be sent.");
    }
}
