package io.waterwheel.wecom;

import io.waterwheel.access.Brand;
import io.waterwheel.testing.SimulatedCorp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// A few hours of a corp as WeCom tells of it: people become friends, part and become friends again, are edited and
/// tagged, chats come and go, and in between come forgeries.
final class CallbackHistory {

    static final int GUIDES = 3;
    static final int PEOPLE = 4;

    /// @param event    the callback's fields; people stand as `%person n%`, because each run has its own corp
    /// @param forgery  null, or what is wrong with it: `signature`, `corp`
    record Step(Map<String, String> event, String forgery) {

        Map<String, String> of(Brand brand) {
            Map<String, String> told = new HashMap<>(event);
            told.computeIfPresent(
                    "ExternalUserID",
                    (name, person) -> person.startsWith("gone")
                            ? person
                            : SimulatedCorp.external(brand, Integer.parseInt(person)));
            return told;
        }

        boolean genuine() {
            return forgery.isEmpty();
        }
    }

    private final Random random;
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> friends = new HashSet<>();
    private long time;

    /// @param from when it begins, in seconds; it ends some three hours later
    private CallbackHistory(Random random, long from) {
        this.random = random;
        this.time = from;
        for (int person = 1; person <= PEOPLE; person++) {
            // As SimulatedCorp lays its world.
            friends.add(person + "/g" + (1 + person % GUIDES));
        }
    }

    static List<Step> of(Random random, long from, int length) {
        CallbackHistory history = new CallbackHistory(random, from);
        while (history.steps.size() < length) {
            history.next();
        }
        return history.steps;
    }

    private void next() {
        time += 1 + random.nextInt(600);
        int person = 1 + random.nextInt(PEOPLE);
        String guide = "g" + (1 + random.nextInt(GUIDES));
        switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4, 5 -> befriendOrPart(person, guide);
            case 6 -> contact("edit_external_contact", person, guide);
            case 7 ->
                add(
                        "change_external_tag",
                        Map.of(
                                "ChangeType",
                                oneOf("create", "update", "delete", "shuffle"),
                                "Id",
                                "et" + person,
                                "TagType",
                                oneOf("tag", "tag_group")));
            case 8 -> chat(person);
            case 9 -> {
                Map<String, String> failed = fields("transfer_fail", Integer.toString(person), guide);
                failed.put("FailReason", oneOf("customer_refused", "customer_limit_exceed"));
                add("change_external_contact", failed);
            }
            case 10 -> add("change_external_contact", fields("add_external_contact", "gone-" + person, guide));
            default -> {
                // Somebody else says the opposite of what is true.
                boolean friendsNow = friends.contains(person + "/" + guide);
                Map<String, String> lie = fields(
                        friendsNow ? "del_follow_user" : "add_external_contact", Integer.toString(person), guide);
                lie.put("Event", "change_external_contact");
                steps.add(new Step(lie, oneOf("signature", "corp")));
            }
        }
    }

    private void befriendOrPart(int person, String guide) {
        if (friends.add(person + "/" + guide)) {
            contact(oneOf("add_external_contact", "add_half_external_contact"), person, guide);
            return;
        }
        friends.remove(person + "/" + guide);
        contact(oneOf("del_external_contact", "del_follow_user"), person, guide);
        if (random.nextInt(4) == 0) {
            // They think better of it within the second.
            friends.add(person + "/" + guide);
            contact("add_external_contact", person, guide);
        }
    }

    private void chat(int person) {
        Map<String, String> chat =
                new HashMap<>(Map.of("ChangeType", oneOf("create", "update", "dismiss"), "ChatId", "wr" + person));
        if (chat.get("ChangeType").equals("update")) {
            chat.put("UpdateDetail", oneOf("add_member", "del_member", "change_owner", "change_name"));
            chat.put("MemChangeCnt", "1");
        }
        add("change_external_chat", chat);
    }

    private void contact(String change, int person, String guide) {
        add("change_external_contact", fields(change, Integer.toString(person), guide));
    }

    private Map<String, String> fields(String change, String person, String guide) {
        return new HashMap<>(Map.of(
                "ChangeType", change, "UserID", guide, "ExternalUserID", person, "CreateTime", Long.toString(time)));
    }

    private void add(String event, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("Event", event);
        all.put("CreateTime", Long.toString(time));
        steps.add(new Step(all, ""));
    }

    private String oneOf(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
