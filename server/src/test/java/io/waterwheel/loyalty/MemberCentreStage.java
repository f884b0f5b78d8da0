package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A brand with an SMS gateway and an official account, and the phones its members hold.
final class MemberCentreStage {

    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final HttpClient WECHAT = HttpClient.newHttpClient();

    final Brand brand;
    final Browser admin;
    private final Browsers browsers;
    private final SimulatedCorp corp;

    MemberCentreStage(TestBrands brands, Browsers browsers, SimulatedCorp corp) {
        this.brand = brands.chinese();
        this.browsers = browsers;
        this.admin = browsers.signedIn(Role.ADMIN).with("Accept-Language", "en");
        this.corp = corp;
        gateway();
        officialAccount();
    }

    private void gateway() {
        corp.send(
                "PUT",
                "/sim/sms",
                Map.of("key", "k", "secret", "gateway-secret", "perSecond", 0, "dead", List.of(), "empty", false));
        Map<String, Object> settings = new HashMap<>();
        settings.put("provider", "http");
        settings.put("url", corp.url() + "/sms/");
        settings.put("key", "k");
        settings.put("secret", "gateway-secret");
        settings.put("signature", "茶水");
        settings.put("optOut", "拒收请回复R");
        settings.put("price", 4.5);
        ok(admin.put(desk("/sms/settings"), settings));
    }

    private void officialAccount() {
        String app = "wx" + brand.key();
        corp.send(
                "PUT",
                "/sim/wechat",
                Map.of(
                        "apps",
                        List.of(Map.of(
                                "appId",
                                app,
                                "secret",
                                "app-secret",
                                "kind",
                                "official_account",
                                "templates",
                                List.of()))));
        ok(admin.put(
                desk("/wechat/official-account"),
                Map.of(
                        "appId",
                        app,
                        "secret",
                        "app-secret",
                        "token",
                        SimulatedCorp.TOKEN,
                        "aesKey",
                        SimulatedCorp.AES_KEY,
                        "baseUrl",
                        corp.url())));
    }

    /// An address of the console.
    String desk(String path) {
        return "/api/brands/" + brand.key() + path;
    }

    /// An address of the member centre.
    String own(String path) {
        return "/m/" + brand.key() + "/api" + path;
    }

    /// A phone that nobody else has in any test.
    String phone(int person) {
        return "139" + (10_000_000 + brand.id().value() * 200 + person);
    }

    Browser open() {
        return browsers.open().with("Accept-Language", "en");
    }

    Browser.Answer ask(Browser browser, String phone) {
        return browser.post(own("/codes"), Map.of("phone", phone));
    }

    /// The texts that reached a phone, the last one last.
    List<String> texts(String phone) {
        return StreamSupport.stream(corp.send("GET", "/sim/sms", null).spliterator(), false)
                .filter(one -> one.path("to").asString().equals(phone))
                .map(one -> one.path("text").asString())
                .toList();
    }

    String code(String phone) {
        Matcher found = CODE.matcher(texts(phone).getLast());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    Browser.Answer signIn(Browser browser, String phone, String code, boolean agreed, @Nullable String invite) {
        return signIn(browser, phone, code, agreed, null, invite);
    }

    /// @param terms the version the page says it showed
    Browser.Answer signIn(
            Browser browser,
            String phone,
            String code,
            boolean agreed,
            @Nullable String terms,
            @Nullable String invite) {
        Map<String, Object> body = new HashMap<>();
        body.put("phone", phone);
        body.put("code", code);
        body.put("agreed", agreed);
        body.put("terms", terms);
        body.put("marketing", false);
        body.put("invite", invite);
        return browser.post(own("/session"), body);
    }

    /// Signed in by a code.
    Browser byPhone(String phone) {
        Browser browser = open();
        ok(ask(browser, phone));
        Browser.Answer in = signIn(browser, phone, code(phone), true, null);
        assertThat(in.status()).as(in.text()).isEqualTo(204);
        return browser;
    }

    /// What WeChat sends the browser back to.
    ///
    /// @param person openid:unionid:nickname
    String throughWechat(Browser browser, String person, boolean agreed) {
        Browser.Answer sent = browser.get(own("/wechat?agreed=" + agreed + "&page=points"));
        assertThat(sent.status()).as(sent.text()).isEqualTo(302);
        HttpRequest request = HttpRequest.newBuilder(URI.create(location(sent).replace("#wechat_redirect", "")))
                .header("Cookie", "sim_wechat=" + URLEncoder.encode(person, StandardCharsets.UTF_8))
                .build();
        try {
            var answer = WECHAT.send(request, BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
            URI back = URI.create(answer.headers().firstValue("Location").orElseThrow());
            return back.getPath() + "?" + back.getRawQuery();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String location(Browser.Answer answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    JsonNode get(Browser member, String path) {
        Browser.Answer answer = member.get(own(path));
        ok(answer);
        return answer.json();
    }

    /// The customer number behind a session, as a guide at the desk would read it.
    int customer(Browser member) {
        String pass = member.post(own("/card/pass"), null).json().path("text").asString();
        Browser.Answer read = admin.post(desk("/member-desk/read"), Map.of("pass", pass));
        // An administrator is an operator too.
        ok(read);
        return read.json().path("customer").asInt();
    }

    /// A coupon of theirs, by its id.
    String coupon(Coupons coupons, Browser member) {
        Browser.Answer made = admin.post(
                desk("/coupon-templates"),
                Browser.json("{'name':'券','terms':" + CouponStage.TWENTY_FROM_HUNDRED
                        + ",'stock':null,'budget':null,'perCustomer':null}"));
        String template = made.json().path("id").asString();
        ok(admin.post(desk("/coupon-templates/" + template + "/activate"), null));
        CouponGranted granted = coupons.issue(
                        brand,
                        CouponTemplateId.of(template),
                        List.of(new CouponGrant(
                                UUID.randomUUID().toString(), new CustomerNo(customer(member)), "test")))
                .getFirst();
        return Long.toString(((CouponGranted.Issued) granted).coupon());
    }

    static void ok(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }
}
