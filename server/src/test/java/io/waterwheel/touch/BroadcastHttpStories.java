package io.waterwheel.touch;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.SimulatedCorp;
import io.waterwheel.testing.TestBrands;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/// The same as the console sees it.
@ServerTest
class BroadcastHttpStories {

    @Autowired
    private Browsers browsers;

    @Autowired
    private TestBrands brands;

    @Autowired
    private ApplicationContext context;

    private Brand brand;
    private Browser operator;

    @BeforeEach
    void somebodySignedIn() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR);
    }

    private String api(String path) {
        return "/api/brands/" + brand.key() + path;
    }

    @Test
    void templatesAreWrittenReadAndDeleted() {
        Browser.Answer made = operator.post(api("/templates"), template("{{ customer.name }} {{ link }}"));
        assertThat(made.status()).isEqualTo(200);
        String id = made.json().path("id").asString();
        assertThat(operator.get(api("/templates")).json().size()).isEqualTo(1);
        assertThat(operator.put(api("/templates/" + id), template("新 {{ link }}"))
                        .json()
                        .path("body")
                        .asString())
                .isEqualTo("新 {{ link }}");
        assertThat(operator.delete(api("/templates/" + id)).status()).isEqualTo(204);
        assertThat(operator.get(api("/templates/" + id)).code()).isEqualTo("not-found");
    }

    @Test
    void aBadTemplateIsRefusedWithThePlace() {
        Browser.Answer refused = operator.post(api("/templates"), template("{{ customer.name }"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.code()).isEqualTo("template-invalid");
        assertThat(refused.json().path("errors").get(0).path("pointer").asString())
                .isEqualTo("/body");
    }

    @Test
    void aPreviewSaysWhatIsMissing() {
        try (SimulatedCorp corp = new SimulatedCorp()) {
            BroadcastFixture fixture = context.getAutowireCapableBeanFactory().createBean(BroadcastFixture.class);
            brand = fixture.friends(corp, 1, 2);
            String customer = operator.get(api("/customers?q=" + "顾客1".replace("顾客1", "%E9%A1%BE%E5%AE%A21")))
                    .json()
                    .path("items")
                    .get(0)
                    .path("customerNo")
                    .asString();
            var good = operator.post(
                    api("/templates/preview"),
                    Map.of(
                            "template",
                            template("{{ customer.name }}，{{ guide.name }}在{{ store.name }} {{ link }}"),
                            "customerNo",
                            Integer.parseInt(customer)));
            assertThat(good.json().path("text").asString()).startsWith("顾客1，导购1在第1店 http");
            assertThat(good.json().path("problems").size()).isZero();
            var bad = operator.post(
                    api("/templates/preview"),
                    Map.of(
                            "template",
                            template("{{ customer.nickname }} {{ link }}"),
                            "customerNo",
                            Integer.parseInt(customer)));
            assertThat(bad.json().path("problems").get(0).asString()).contains("customer.nickname");
        }
    }

    @Test
    void aCustomerNobodyKnowsIsSaidToBeUnknown() {
        for (String page : List.of("", "/orders", "/timeline")) {
            Browser.Answer answer = operator.get(api("/customers/999999999" + page));
            assertThat(answer.status()).as(page).isEqualTo(404);
            assertThat(answer.code()).as(page).isEqualTo("not-found");
        }
        Browser.Answer preview = operator.post(
                api("/templates/preview"),
                Map.of("template", template("{{ customer.name }}"), "customerNo", 999_999_999));
        assertThat(preview.json().path("problems").get(0).asString()).contains("cannot be reached");
    }

    @Test
    void theLifeOfABroadcastIsGuarded() {
        String template = operator.post(api("/templates"), template("新茶 {{ link }}"))
                .json()
                .path("id")
                .asString();
        Map<String, Object> everyone = Map.of(
                "name",
                "所有人",
                "definition",
                Map.of("type", "attribute", "attribute", "firstSeenAt", "operator", "exists", "values", new String[0]));
        String segment =
                operator.post(api("/segments"), everyone).json().path("id").asString();
        Map<String, Object> asked = new HashMap<>(Map.of(
                "name",
                "群发",
                "segmentId",
                segment,
                "templateId",
                template,
                "purpose",
                "marketing",
                "holdoutPercent",
                10,
                "windowDays",
                7));
        Browser.Answer made = operator.post(api("/broadcasts"), asked);
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        String id = made.json().path("id").asString();
        assertThat(made.json().path("state").asString()).isEqualTo("draft");
        assertThat(made.json().path("channel").asString()).isEqualTo("wecom");
        assertThat(operator.post(api("/broadcasts/" + id + "/start"), Map.of()).code())
                .isEqualTo("broadcast-state");
        assertThat(operator.post(api("/broadcasts/" + id + "/pause"), Map.of()).status())
                .isEqualTo(409);
        assertThat(operator.delete(api("/templates/" + template)).code()).isEqualTo("template-in-use");
        assertThat(operator.delete(api("/segments/" + segment)).code()).isEqualTo("segment-in-use");

        // Planning needs a connection to WeCom, and says so.
        operator.post(api("/broadcasts/" + id + "/plan"), Map.of());
        BroadcastFixture.until(
                () -> operator.get(api("/broadcasts/" + id)).json(),
                json -> json.path("state").asString().equals("failed"));
        assertThat(operator.get(api("/broadcasts/" + id))
                        .json()
                        .path("problem")
                        .path("code")
                        .asString())
                .isEqualTo("wecom-not-configured");
        assertThat(operator.get(api("/broadcasts")).json().path("items").size()).isEqualTo(1);
        assertThat(operator.delete(api("/broadcasts/" + id)).status()).isEqualTo(204);
        assertThat(operator.get(api("/broadcasts/" + id)).status()).isEqualTo(404);

        asked.put("holdoutPercent", 95);
        assertThat(operator.post(api("/broadcasts"), asked).code()).isEqualTo("invalid");
    }

    @Test
    void thePolicyIsReadAndChanged() {
        assertThat(operator.get(api("/policy")).json().path("capDays").asInt()).isEqualTo(7);
        Map<String, Object> policy =
                Map.of("capPerCustomer", 2, "capDays", 30, "quietFrom", "22:00", "quietTo", "08:00");
        assertThat(operator.put(api("/policy"), policy).status()).isEqualTo(200);
        assertThat(operator.get(api("/policy")).json().path("quietFrom").asString())
                .isEqualTo("22:00");
        assertThat(operator.put(
                                api("/policy"),
                                Map.of("capPerCustomer", 0, "capDays", 30, "quietFrom", "25:00", "quietTo", "08:00"))
                        .json()
                        .path("errors")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void aGuideMayNotBroadcast() {
        Browser guide = browsers.signedIn(Role.GUIDE);
        assertThat(guide.get(api("/broadcasts")).status()).isEqualTo(403);
        assertThat(guide.post(api("/templates"), template("x")).status()).isEqualTo(403);
        assertThat(browsers.open().get(api("/broadcasts")).status()).isEqualTo(401);
    }

    private static Map<String, Object> template(String body) {
        Map<String, Object> template = new HashMap<>();
        template.put("name", "模板");
        template.put("channel", "wecom");
        template.put("subject", null);
        template.put("body", body);
        template.put("linkUrl", "https://shop.example/");
        return template;
    }
}
