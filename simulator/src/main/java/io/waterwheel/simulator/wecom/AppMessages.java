package io.waterwheel.simulator.wecom;

import io.waterwheel.simulator.town.Fact;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.world.Guide;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Application messages to guides (应用消息, WeCom doc path/90236). With `enable_duplicate_check` the same words
/// do not reach the same guide twice within the interval; whatever is more than 30 in a minute to one guide
/// (path/90312) does not arrive, and the answer does not say so.
final class AppMessages implements Endpoint {
    private static final int MOST_A_MINUTE = 30;
    private static final long MINUTE = 60_000;
    private static final long INTERVAL_SECONDS = 1_800;
    private static final long LONGEST_INTERVAL_SECONDS = 14_400;

    private final Town town;
    private final InstantSource clock;

    AppMessages(Town town, InstantSource clock) {
        this.town = town;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> answer(Call call) {
        if (call.number("agentid", -1) != town.world().agentId()) {
            throw new Refused(40056, ErrorText.of(40056));
        }
        var type = call.text("msgtype");
        if (type.isEmpty() || !call.body().has(type)) {
            throw new Refused(40008, "invalid message type");
        }
        var guides = town.guides();
        var users = new LinkedHashSet<String>();
        var invalidUsers = new LinkedHashSet<String>();
        for (var userid : listed(call, "touser")) {
            if (userid.equals("@all")) {
                guides.forEach(guide -> users.add(guide.userid()));
            } else if (town.directory().guide(userid).isPresent()) {
                users.add(userid);
            } else {
                invalidUsers.add(userid);
            }
        }
        var invalidParties = new LinkedHashSet<String>();
        for (var party : listed(call, "toparty")) {
            var members = guides.stream()
                    .filter(guide -> guide.department().stream()
                            .anyMatch(id -> Long.toString(id).equals(party)))
                    .map(Guide::userid)
                    .toList();
            users.addAll(members);
            if (members.isEmpty()) {
                invalidParties.add(party);
            }
        }
        if (users.isEmpty()) {
            throw new Refused(81013, ErrorText.of(81013));
        }
        var msgid = "app" + Opaque.id(town.world().seed(), "app", town.notices().size());
        var text = text(call, type);
        long now = clock.millis();
        long repeated = repeatedSince(call, now);
        users.removeIf(userid -> over(userid, now) || had(userid, text, repeated));
        town.record(new Fact.GuidesNotified(msgid, List.copyOf(users), text, now));
        var answer = new LinkedHashMap<String, Object>();
        answer.put("invaliduser", String.join("|", invalidUsers));
        answer.put("invalidparty", String.join("|", invalidParties));
        answer.put("invalidtag", String.join("|", listed(call, "totag")));
        answer.put("msgid", msgid);
        return answer;
    }

    /// Since when the same words are a repetition; never, unless the call asks for it.
    private static long repeatedSince(Call call, long now) {
        if (call.number("enable_duplicate_check", 0) != 1) {
            return Long.MAX_VALUE;
        }
        long seconds = call.number("duplicate_check_interval", INTERVAL_SECONDS);
        return now - 1_000 * Math.min(seconds, LONGEST_INTERVAL_SECONDS);
    }

    private boolean had(String userid, String text, long since) {
        return town.notices().stream()
                .anyMatch(notice -> notice.at() > since
                        && notice.text().equals(text)
                        && notice.userids().contains(userid));
    }

    private boolean over(String userid, long now) {
        return town.notices().stream()
                        .filter(notice ->
                                notice.at() > now - MINUTE && notice.userids().contains(userid))
                        .count()
                >= MOST_A_MINUTE;
    }

    /// The readable part of whatever kind of message it is.
    private static String text(Call call, String type) {
        var body = call.body().path(type);
        return String.join(
                "\n",
                Stream.of("title", "description", "content", "url")
                        .map(name -> Call.text(body, name))
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static List<String> listed(Call call, String name) {
        return Stream.of(call.text(name).split("\\|"))
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
