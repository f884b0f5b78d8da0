package io.waterwheel.segment;

import static io.waterwheel.testing.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.Tags;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What a segment was before, and who stands on it.
@ServerTest
class SegmentVersionStories {

    private static final String BUYERS = "{'type':'orders','measure':'count','operator':'atLeast','value':1}";
    private static final String HANGZHOU = "{'type':'attribute','attribute':'city','operator':'is','values':['杭州']}";

    @Autowired
    private Tags tags;

    @Autowired
    private StandingOn users;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;
    private Browser operator;
    private String path;

    @BeforeEach
    void aBrandAndItsOperator() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        path = "/api/brands/" + brand.key();
    }

    @Test
    void everyVersionSaysWhoMadeItWhenAndWhatItAsked() {
        String id = save("买过的人", BUYERS);
        change(id, "杭州买过的人", "{'type':'and','conditions':[" + BUYERS + "," + HANGZHOU + "]}");
        JsonNode versions = operator.get(path + "/segments/" + id + "/versions").json();
        assertThat(versions).hasSize(2);
        JsonNode newest = versions.get(0);
        assertThat(newest.get("version").intValue()).isEqualTo(2);
        assertThat(newest.get("name").stringValue()).isEqualTo("杭州买过的人");
        assertThat(newest.get("changedBy").stringValue()).startsWith("operator");
        assertThat(newest.get("changedAt").stringValue())
                .isGreaterThanOrEqualTo(versions.get(1).get("changedAt").stringValue());
        assertThat(newest.get("lines"))
                .extracting(line -> line.get("zh").stringValue())
                .containsExactly("下单不少于 1 次", "城市是“杭州”");
        assertThat(versions.get(1).get("reading").get("zh").stringValue()).isEqualTo("下单不少于 1 次");
    }

    @Test
    void anOldVersionComesBackAsANewOne() {
        String id = save("买过的人", BUYERS);
        change(id, "杭州客户", HANGZHOU);
        Answer restored = operator.post(path + "/segments/" + id + "/versions/1/restore", "{}");
        assertThat(restored.status()).as(restored.text()).isEqualTo(200);
        assertThat(restored.json().get("version").intValue()).isEqualTo(3);
        assertThat(restored.json().get("name").stringValue())
                .as("it keeps the name it has")
                .isEqualTo("杭州客户");
        assertThat(restored.json().get("definition").get("type").stringValue()).isEqualTo("orders");
        assertThat(operator.get(path + "/segments/" + id + "/versions").json()).hasSize(3);
        Answer again = operator.post(path + "/segments/" + id + "/versions/3/restore", "{}");
        assertThat(again.json().get("version").intValue())
                .as("what it is already makes no version")
                .isEqualTo(3);
        assertThat(operator.post(path + "/segments/" + id + "/versions/9/restore", "{}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aVersionThatRefersToWhatIsGoneDoesNotComeBack() {
        String inner = save("里面", BUYERS);
        String id = save("外面", "{'type':'segment','segment':'" + inner + "'}");
        change(id, "外面", HANGZHOU);
        assertThat(operator.delete(path + "/segments/" + inner).status()).isEqualTo(204);
        Answer refused = operator.post(path + "/segments/" + id + "/versions/1/restore", "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors").get(0).get("code").stringValue())
                .isEqualTo("unknown-segment");
        assertThat(operator.get(path + "/segments/" + id).json().get("version").intValue())
                .isEqualTo(2);
    }

    @Test
    void whoStandsOnASegmentIsToldByNameAndKind() {
        String id = save("买过的人", BUYERS);
        assertThat(operator.get(path + "/segments/" + id + "/uses").json()).isEmpty();
        String refers = "{'type':'segment','segment':'" + id + "'}";
        String outer = save("外面", refers);
        var tag = tags.create(brand, tags.createGroup(brand, "等级", false, false).id(), "重点", TagKind.PLAIN);
        Answer rule = operator.post(
                path + "/tag-rules", json("{'tagId':'" + tag.id() + "','active':false,'definition':" + refers + "}"));
        assertThat(rule.status()).as(rule.text()).isEqualTo(201);
        users.stand(SegmentId.of(id), "journey/9");

        JsonNode uses = operator.get(path + "/segments/" + id + "/uses").json();
        assertThat(uses)
                .extracting(use -> use.get("kind").stringValue() + " "
                        + use.get("id").stringValue() + " " + use.get("name").asString("–"))
                .containsExactlyInAnyOrder(
                        "segment " + outer + " 外面",
                        "tag-rule " + rule.json().get("id").stringValue() + " 重点",
                        "journey 9 –");
        users.leave(SegmentId.of(id));
    }

    @Test
    void anotherBrandsSegmentHasNoVersionsHere() {
        String id = save("买过的人", BUYERS);
        String elsewhere = "/api/brands/" + brands.chinese().key() + "/segments/" + id;
        assertThat(operator.get(elsewhere + "/versions").status()).isEqualTo(404);
        assertThat(operator.get(elsewhere + "/uses").status()).isEqualTo(404);
        assertThat(operator.post(elsewhere + "/versions/1/restore", "{}").status())
                .isEqualTo(404);
    }

    private String save(String name, String definition) {
        Answer made =
                operator.post(path + "/segments", json("{'name':'" + name + "','definition':" + definition + "}"));
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        return made.json().get("id").stringValue();
    }

    private void change(String id, String name, String definition) {
        Answer changed =
                operator.put(path + "/segments/" + id, json("{'name':'" + name + "','definition':" + definition + "}"));
        assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    }
}
