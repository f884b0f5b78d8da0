package io.waterwheel.simulator.page;

import io.waterwheel.simulator.control.CustomerSearch;
import io.waterwheel.simulator.http.Answer;
import io.waterwheel.simulator.http.Request;
import io.waterwheel.simulator.http.Routes;
import io.waterwheel.simulator.people.CustomerActs;
import io.waterwheel.simulator.people.Guides;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.wecom.OAuthCodes;
import java.util.Map;

/// The routes of the pages, and what their buttons and links do.
public final class Pages {
    private static final int MOST_FOUND = 50;

    private final Town town;
    private final Guides guides;
    private final CustomerActs acts;

    public Pages(Town town, Guides guides, CustomerActs acts) {
        this.town = town;
        this.guides = guides;
        this.acts = acts;
    }

    public void register(Routes routes) {
        routes.on("GET", "/", request -> town.alone(() -> GuidePages.list(request, town)))
                .on("GET", "/guides/{userid}", request -> town.alone(() -> guide(request)))
                .on("POST", "/guides/{userid}/tasks/{msgid}/confirm", this::confirm)
                .on(
                        "GET",
                        "/customers",
                        request -> town.alone(() -> CustomerPages.search(
                                request, CustomerSearch.find(town, request.query("q"), MOST_FOUND), MOST_FOUND)))
                .on("GET", "/customers/{person}", request -> town.alone(() -> customer(request)))
                .on("GET", "/customers/{person}/open", this::open);
    }

    private Answer guide(Request request) {
        return town.directory()
                .guide(request.captured("userid"))
                .map(guide -> GuidePages.one(request, town, guide))
                .orElseGet(() -> missing(request));
    }

    private Answer customer(Request request) {
        return town.directory()
                .person(request.captured("person"))
                .map(person -> CustomerPages.chat(request, town, person))
                .orElseGet(() -> missing(request));
    }

    private Answer confirm(Request request) {
        town.alone(() -> guides.confirm(request.captured("userid"), request.captured("msgid")));
        var page = request.path().substring(0, request.path().indexOf("/tasks/"));
        return new Answer.Redirect(Language.of(request).link(page));
    }

    /// Opens a link of a message in the visitor's own browser, as that customer. Only links that the message
    /// carries are opened, so that this is no open redirect.
    private Answer open(Request request) {
        var person = request.captured("person");
        var link = request.query("url");
        return acts.clicked(person, request.query("key"), link) == CustomerActs.Outcome.DONE
                ? new Answer.Redirect(link, Map.of(OAuthCodes.CUSTOMER_COOKIE, person))
                : missing(request);
    }

    private static Answer missing(Request request) {
        var language = Language.of(request);
        return Layout.page(
                request,
                language.say("没有这一页", "Nothing here"),
                Html.of(
                        "<p class=\"card empty\">{}</p>",
                        language.say(
                                "世界可能已被重设。请从导购或客户列表进入。",
                                "The world may have been set anew. Start from guides or customers.")));
    }
}
