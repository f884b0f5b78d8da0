package io.waterwheel.journey.language;

import io.waterwheel.segment.language.Condition;
import io.waterwheel.segment.language.EventFilter;
import io.waterwheel.segment.language.JsonFields;
import io.waterwheel.touch.Purpose;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what happens at a node, for [JourneyReader].
final class StepReader {

    private static final List<String> TYPES = List.of(
            "delay",
            "untilTime",
            "untilEvent",
            "branch",
            "split",
            "holdout",
            "message",
            "tag",
            "task",
            "points",
            "coupon",
            "webhook",
            "enter",
            "exit");

    private final JourneyReader reader;

    StepReader(JourneyReader reader) {
        this.reader = reader;
    }

    Optional<Step> step(@Nullable JsonNode json, String pointer) {
        JsonFields fields = reader.fields(json, pointer);
        String type = fields.choice("type", TYPES);
        Optional<Step> read = switch (type) {
            case "delay" -> reader.span(fields, "span").map(Delay::new);
            case "untilTime" -> untilTime(fields, pointer);
            case "untilEvent" -> untilEvent(fields);
            case "branch" -> branch(fields, pointer);
            case "split" -> split(fields, pointer);
            case "holdout" -> {
                BigDecimal percent = fields.decimal("percent");
                yield reader.made(fields, pointer, () -> new Holdout(percent));
            }
            case "message" -> message(fields, pointer);
            case "tag" -> tag(fields, pointer);
            case "task" -> task(fields, pointer);
            case "points" -> {
                int points = JourneyReader.small(fields.number("points"));
                yield reader.made(fields, pointer, () -> new GivePoints(points));
            }
            case "coupon" -> {
                String template = fields.text("template");
                yield reader.made(fields, pointer, () -> new GiveCoupon(template));
            }
            case "webhook" -> {
                String name = fields.text("name");
                yield reader.made(fields, pointer, () -> new Webhook(name));
            }
            case "enter" -> {
                String journey = fields.text("journey");
                yield reader.made(fields, pointer, () -> new EnterJourney(journey));
            }
            case "exit" -> Optional.of(new Leave());
            default -> Optional.empty();
        };
        reader.others(fields, type);
        return read;
    }

    private Optional<Step> untilTime(JsonFields fields, String pointer) {
        String time = fields.text("time");
        List<Weekday> weekdays = fields.has("weekdays") ? fields.constants("weekdays", Weekday.values()) : List.of();
        return reader.made(fields, pointer, () -> new UntilTime(time, weekdays));
    }

    private Optional<Step> untilEvent(JsonFields fields) {
        Optional<EventFilter> event = reader.events(fields);
        Optional<Span> timeout = reader.span(fields, "timeout");
        return event.isPresent() && timeout.isPresent()
                ? Optional.of(new UntilEvent(event.get(), timeout.get()))
                : Optional.empty();
    }

    private Optional<Step> branch(JsonFields fields, String pointer) {
        List<JsonNode> items = fields.array("cases");
        List<Branch.Case> cases = new ArrayList<>();
        for (int i = 0; i < items.size() && items.size() <= Branch.MOST; i++) {
            JsonFields each = reader.fields(items.get(i), fields.pointer("cases") + "/" + i);
            String exit = each.text("exit");
            Optional<Condition> condition = reader.condition(each);
            each.refuseOthers();
            condition.ifPresent(read -> cases.add(new Branch.Case(exit, read)));
        }
        // One that could not be read was named; that there are too few then says nothing.
        return cases.size() == items.size() || items.size() > Branch.MOST
                ? reader.made(fields, pointer, () -> new Branch(cases))
                : Optional.empty();
    }

    private Optional<Step> split(JsonFields fields, String pointer) {
        List<JsonNode> items = fields.array("arms");
        List<Split.Arm> arms = new ArrayList<>();
        for (int i = 0; i < items.size() && items.size() <= Split.MOST; i++) {
            JsonFields each = reader.fields(items.get(i), fields.pointer("arms") + "/" + i);
            String exit = each.text("exit");
            int weight = JourneyReader.small(each.number("weight"));
            each.refuseOthers();
            arms.add(new Split.Arm(exit, weight));
        }
        return reader.made(fields, pointer, () -> new Split(arms));
    }

    private Optional<Step> message(JsonFields fields, String pointer) {
        String template = fields.text("template");
        Optional<Purpose> purpose = fields.constant("purpose", Purpose.values());
        int priority = fields.has("priority") ? JourneyReader.small(fields.number("priority")) : 0;
        return reader.made(fields, pointer, () -> new Message(template, purpose.orElseThrow(), priority));
    }

    private Optional<Step> tag(JsonFields fields, String pointer) {
        String tag = fields.text("tag");
        boolean added = JourneyReader.flag(fields, "added");
        String value = fields.has("value") ? fields.text("value") : null;
        return reader.made(fields, pointer, () -> new ChangeTag(tag, added, value));
    }

    private Optional<Step> task(JsonFields fields, String pointer) {
        String title = fields.text("title");
        String words = fields.textOrNone("words");
        Optional<Span> deadline = reader.span(fields, "deadline");
        return deadline.isPresent()
                ? reader.made(fields, pointer, () -> new GuideWork(title, words, deadline.get()))
                : Optional.empty();
    }
}
