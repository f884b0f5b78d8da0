package io.waterwheel.simulator.wecom;

import io.waterwheel.simulator.fault.Fault;
import io.waterwheel.simulator.fault.Faults;
import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.Routes;
import io.waterwheel.simulator.town.Town;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Everything under `/cgi-bin`: checks the token, lets an injected fault have its way, and wraps each answer in
/// `errcode` and `errmsg`.
public final class WeComApi {
    private static final String PREFIX = "/cgi-bin/";

    private final Town town;
    private final Tokens tokens;
    private final Faults faults;
    private final Map<String, Endpoint> endpoints;

    public WeComApi(Town town, Tokens tokens, OAuthCodes codes, Faults faults, InstantSource clock) {
        this.town = town;
        this.tokens = tokens;
        this.faults = faults;
        var directory = new DirectoryEndpoints(town);
        var contacts = new ContactEndpoints(town);
        var tags = new TagEndpoints(town);
        var sends = new MassSendEndpoints(town, clock);
        var groups = new GroupEndpoints(town);
        var moments = new MomentEndpoints(town, clock);
        endpoints = Map.ofEntries(
                Map.entry("department/list", directory::departments),
                Map.entry("user/list", directory::members),
                Map.entry("user/get", directory::member),
                Map.entry("user/getuserinfo", codes::visitor),
                Map.entry("auth/getuserinfo", codes::visitor),
                Map.entry("externalcontact/get_follow_user_list", contacts::followUsers),
                Map.entry("externalcontact/list", contacts::list),
                Map.entry("externalcontact/get", contacts::get),
                Map.entry("externalcontact/batch/get_by_user", contacts::inBulk),
                Map.entry("externalcontact/get_corp_tag_list", tags::list),
                Map.entry("externalcontact/add_corp_tag", tags::add),
                Map.entry("externalcontact/edit_corp_tag", tags::rename),
                Map.entry("externalcontact/del_corp_tag", tags::remove),
                Map.entry("externalcontact/mark_tag", tags::mark),
                Map.entry("externalcontact/add_msg_template", new MassSendCreation(town, clock)),
                Map.entry("externalcontact/get_groupmsg_list_v2", sends::list),
                Map.entry("externalcontact/get_groupmsg_task", sends::tasks),
                Map.entry("externalcontact/get_groupmsg_send_result", sends::results),
                Map.entry("externalcontact/remind_groupmsg_send", sends::remind),
                Map.entry("externalcontact/cancel_groupmsg_send", sends::cancel),
                Map.entry("externalcontact/groupchat/list", groups::list),
                Map.entry("externalcontact/groupchat/get", groups::get),
                Map.entry("externalcontact/add_moment_task", moments::add),
                Map.entry("externalcontact/get_moment_task_result", moments::result),
                Map.entry("externalcontact/get_moment_list", moments::list),
                Map.entry("externalcontact/get_moment_task", moments::tasks),
                Map.entry("externalcontact/get_moment_send_result", moments::reached),
                Map.entry("externalcontact/cancel_moment_task", moments::cancel),
                Map.entry("message/send", new AppMessages(town, clock)));
    }

    public void register(Routes routes) {
        routes.on("*", PREFIX + "**", this::answer);
    }

    private Answer answer(Request request) {
        var fault = faults.meet(request.path());
        return fault.isEmpty() ? worked(request, 0) : failing(request, fault.get());
    }

    private Answer failing(Request request, Fault fault) {
        fault.delay();
        return switch (fault.kind()) {
            case DROP_BEFORE -> new Answer.Dropped();
            case ERRCODE -> refused(fault.errcode());
            case FAIL_LIST -> worked(request, fault.shareOrDefault());
            case SLOW -> worked(request, 0);
            case DROP_AFTER_WORK -> {
                worked(request, 0);
                yield new Answer.Dropped();
            }
        };
    }

    private Answer worked(Request request, double refusedShare) {
        return town.alone(() -> {
            try {
                return ok(fields(request, refusedShare));
            } catch (Refused refused) {
                return Answer.json(Map.of("errcode", refused.code(), "errmsg", String.valueOf(refused.getMessage())));
            }
        });
    }

    private Map<String, Object> fields(Request request, double refusedShare) {
        var call = Call.of(request, refusedShare);
        var name = request.path().substring(PREFIX.length());
        if (name.equals("gettoken")) {
            return tokens.issue(call);
        }
        tokens.check(request.query("access_token"));
        var endpoint = endpoints.get(name);
        if (endpoint == null) {
            throw new Refused(48002, "api forbidden: the simulator does not speak " + name);
        }
        return endpoint.answer(call);
    }

    private static Answer ok(Map<String, Object> fields) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("errcode", 0);
        answer.put("errmsg", "ok");
        answer.putAll(fields);
        return Answer.json(answer);
    }

    private static Answer refused(int code) {
        return Answer.json(Map.of("errcode", code, "errmsg", ErrorText.of(code)));
    }
}
