package io.waterwheel.simulator;

import io.waterwheel.simulator.callback.Callbacks;
import io.waterwheel.simulator.control.CallbackApi;
import io.waterwheel.simulator.control.ControlApi;
import io.waterwheel.simulator.control.CustomerApi;
import io.waterwheel.simulator.control.GroupApi;
import io.waterwheel.simulator.control.GuideApi;
import io.waterwheel.simulator.control.RecordApi;
import io.waterwheel.simulator.control.TagApi;
import io.waterwheel.simulator.fault.Faults;
import io.waterwheel.simulator.http.HttpFront;
import io.waterwheel.simulator.http.Routes;
import io.waterwheel.simulator.mail.MailSink;
import io.waterwheel.simulator.market.MarketApi;
import io.waterwheel.simulator.page.Pages;
import io.waterwheel.simulator.people.CustomerActs;
import io.waterwheel.simulator.people.Population;
import io.waterwheel.simulator.sms.SmsApi;
import io.waterwheel.simulator.sms.SmsGateway;
import io.waterwheel.simulator.town.Town;
import io.waterwheel.simulator.wechat.WechatApi;
import io.waterwheel.simulator.wecom.OAuthCodes;
import io.waterwheel.simulator.wecom.Tokens;
import io.waterwheel.simulator.wecom.WeComApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;

/// The whole simulator in one process: WeCom's and WeChat's API, a mail sink, an SMS gateway, people, and the control
/// API.
public final class Simulator implements AutoCloseable {
    private final Town town;
    private final Population population;
    private final Callbacks callbacks;
    private final CustomerActs acts;
    private final MailSink mail;
    private final HttpFront http;

    /// Starts it; it serves when this returns.
    ///
    /// @param callbackPause between two tries of a callback
    public Simulator(Arguments arguments, InstantSource clock, Duration callbackPause) {
        town = new Town(arguments.data());
        population = new Population(town, clock);
        callbacks = new Callbacks(clock, callbackPause);
        acts = new CustomerActs(town, callbacks, clock);
        var faults = new Faults(clock);
        var tokens = new Tokens(town, clock);
        var codes = new OAuthCodes(town, clock);
        var routes = new Routes();
        var wechat = new WechatApi(faults, clock);
        wechat.register(routes);
        new WeComApi(town, tokens, codes, faults, clock).register(routes);
        routes.on(
                "GET",
                "/connect/oauth2/authorize",
                request -> wechat.authorises(request.query("appid"))
                        ? wechat.authorize(request)
                        : town.alone(() -> codes.authorize(request)));
        new ControlApi(town, population, faults, callbacks, tokens).register(routes);
        new RecordApi(town).register(routes);
        new GuideApi(town, population.guides()).register(routes);
        new GroupApi(town, population.guides(), clock).register(routes);
        new CustomerApi(town, acts).register(routes);
        new CallbackApi(town, callbacks, clock).register(routes);
        new TagApi(town, callbacks).register(routes);
        new SmsApi(new SmsGateway(clock), faults).register(routes);
        new MarketApi(faults, clock).register(routes);
        new Pages(town, population.guides(), acts).register(routes);
        mail = new MailSink(arguments.smtpPort(), town, faults, clock);
        http = new HttpFront(arguments.port(), routes);
        population.awake();
        mail.start();
        http.start();
    }

    public String url() {
        return "http://127.0.0.1:" + http.port();
    }

    public int smtpPort() {
        return mail.port();
    }

    @Override
    public void close() {
        http.close();
        mail.close();
        population.close();
        acts.close();
        callbacks.close();
        try {
            town.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void main(String... args) {
        // One line per event on standard error, with the time; chatter of libraries stays out.
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.log.org.subethamail", "warn");
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(2);
            return;
        }
        var simulator = new Simulator(arguments, InstantSource.system(), Duration.ofSeconds(1));
        Runtime.getRuntime().addShutdownHook(new Thread(simulator::close, "shutdown"));
        System.out.println("mail sink on 127.0.0.1:" + simulator.smtpPort());
        System.out.println("simulator ready on " + simulator.url());
    }
}
