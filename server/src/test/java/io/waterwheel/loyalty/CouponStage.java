package io.waterwheel.loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Customers;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// A brand with an operator, an administrator and tills; terms as tests write them, with single quotes.
public final class CouponStage {

    public static final Duration PATIENCE = Duration.ofSeconds(20);

    /// 20 off from 100 spent, for 30 days, alone in its order.
    public static final String TWENTY_FROM_HUNDRED =
            terms("{'kind':'amount','off':2000}", "'spend':10000,'pieces':0", "");

    private static final String EVERYTHING =
            "'products':[],'categories':[],'exceptProducts':[],'exceptCategories':[]," + "'stores':[],'channels':[]";

    public final Brand brand;
    public final Browser operator;
    public final Browser admin;
    private final Browsers browsers;
    private final EventLog log;
    private final Customers customers;

    public CouponStage(TestBrands brands, Browsers browsers, EventLog log, Customers customers) {
        this(brands.chinese(), browsers, log, customers);
    }

    public CouponStage(Brand brand, Browsers browsers, EventLog log, Customers customers) {
        this.brand = brand;
        this.browsers = browsers;
        this.operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        this.admin = browsers.signedIn(Role.ADMIN).with("Accept-Language", "en");
        this.log = log;
        this.customers = customers;
    }

    /// @param more members that take the place of those a simple coupon has, such as `'onReturn':'lost'`
    public static String terms(String benefit, String threshold, String more) {
        return terms(benefit, threshold, EVERYTHING, more);
    }

    public static String terms(String benefit, String threshold, String scope, String more) {
        String rest = "";
        for (String member : List.of(
                "'validity':{'from':null,'until':null,'days':30,'afterDays':0,'weekdays':[],'hoursFrom':null,"
                        + "'hoursUntil':null}",
                "'stacking':{'exclusive':true,'otherKinds':false,'mostPerOrder':1}",
                "'onReturn':'back'",
                "'handOn':true",
                "'remindDays':3")) {
            String name = member.substring(0, member.indexOf(':'));
            if (!more.contains(name)) {
                rest += "," + member;
            }
        }
        return "{'benefit':" + benefit + ",'threshold':{" + threshold + "},'scope':{" + scope + "}" + rest
                + (more.isEmpty() ? "" : "," + more) + "}";
    }

    public String path(String path) {
        return "/api/brands/" + brand.key() + path;
    }

    public Browser.Answer draft(String terms, String limits) {
        return operator.post(
                path("/coupon-templates"),
                Browser.json("{'name':'券" + UUID.randomUUID().toString().substring(0, 8) + "','terms':" + terms
                        + ",'stock':null,'budget':null,'perCustomer':null" + (limits.isEmpty() ? "" : "," + limits)
                        + "}"));
    }

    /// An active template's id.
    public String template(String terms) {
        return template(terms, "");
    }

    /// @param limits such as `'stock':100`
    public String template(String terms, String limits) {
        Browser.Answer made = draft(terms, limits);
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        String id = made.json().path("id").asString();
        assertThat(operator.post(path("/coupon-templates/" + id + "/activate"), null)
                        .status())
                .isEqualTo(200);
        return id;
    }

    public JsonNode figures(String template) {
        return operator.get(path("/coupon-templates/" + template)).json();
    }

    public CustomerNo customer(String name) {
        String value = name + "@" + brand.key();
        log.append(List.of(TestEvents.event(
                brand,
                TestEvents.identified(new Identifier(IdentifierKind.MEMBER_NO, value)),
                EventNames.IDENTIFIED,
                Instant.now(),
                "{\"name\": \"" + name + "\"}")));
        return Objects.requireNonNull(customers
                .named(brand.id(), IdentifierKind.MEMBER_NO, List.of(value))
                .get(value));
    }

    public Browser.Answer issue(String template, CustomerNo customer, String key) {
        return browsers.commandLine()
                .with("Idempotency-Key", key)
                .with("Accept-Language", "en")
                .post(path("/coupon-templates/" + template + "/issue"), "{\"customer\":" + customer + "}");
    }

    /// A coupon's id, issued now.
    public long coupon(String template, CustomerNo customer) {
        Browser.Answer issued = issue(template, customer, UUID.randomUUID().toString());
        assertThat(issued.status()).as(issued.text()).isEqualTo(200);
        return Long.parseLong(issued.json().path("coupon").asString());
    }

    public List<JsonNode> coupons(CustomerNo customer) {
        return StreamSupport.stream(
                        operator.get(path("/customers/" + customer + "/coupons"))
                                .json()
                                .spliterator(),
                        false)
                .toList();
    }

    public String state(CustomerNo customer, long coupon) {
        return coupons(customer).stream()
                .filter(one -> one.path("id").asString().equals(Long.toString(coupon)))
                .map(one -> one.path("state").asString())
                .findFirst()
                .orElse("not theirs");
    }

    /// What the customer's phone shows now.
    public String pass(CustomerNo customer, long coupon) {
        Browser.Answer shown = operator.post(path("/customers/" + customer + "/coupons/" + coupon + "/pass"), null);
        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        return shown.json().path("text").asString();
    }

    /// Waits until the timeline has told of it so often.
    public void told(CustomerNo customer, String event, int times) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(occurrences(
                                operator.get(path("/customers/" + customer + "/timeline"))
                                        .text(),
                                "\"" + event + "\""))
                        .isEqualTo(times));
    }

    private static int occurrences(String text, String part) {
        return text.split(java.util.regex.Pattern.quote(part), -1).length - 1;
    }

    public Till till(String store) {
        Browser.Answer made = admin.post(
                path("/till-keys"),
                Browser.json("{'name':'" + UUID.randomUUID() + "','store':'" + store
                        + "','scopes':['coupon.read','coupon.redeem','coupon.return',"
                        + "'member.read','points.spend','points.return']}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return new Till(made.json().path("secret").asString());
    }

    /// One till of a store.
    public final class Till {

        private final String secret;

        Till(String secret) {
            this.secret = secret;
        }

        public Browser.Answer call(String verb, String key, String body) {
            return post("coupons/" + verb, key, body);
        }

        /// @param path below `/till/v1/`
        public Browser.Answer post(String path, String key, String body) {
            return browsers.open()
                    .with("Authorization", "Bearer " + secret)
                    .with("Idempotency-Key", key)
                    .with("Accept-Language", "en")
                    .post("/till/v1/" + path, Browser.json(body));
        }

        public Browser.Answer call(String verb, String body) {
            return call(verb, UUID.randomUUID().toString(), body);
        }

        /// Two lines, 60 and 40 or as said.
        public Browser.Answer redeem(String code, String order, long... amounts) {
            return call("redeem", request(code, order, amounts));
        }
    }

    public static String request(String code, String order, long... amounts) {
        String lines = "";
        for (int i = 0; i < amounts.length; i++) {
            lines += (i > 0 ? "," : "") + "{'line':'" + (i + 1) + "','product':'p" + (i + 1)
                    + "','category':'tea','pieces':1,'amount':" + amounts[i] + "}";
        }
        return "{'codes':['" + code + "'],'order':'" + order + "','minutes':null,'basket':"
                + (amounts.length == 0
                        ? "null"
                        : "{'store':null,'channel':'store','shipping':0,'lines':[" + lines + "]}")
                + "}";
    }
}
