package io.waterwheel.segment;

import static io.waterwheel.testing.Browser.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.access.Brand;
import io.waterwheel.access.account.Role;
import io.waterwheel.customer.Tag;
import io.waterwheel.customer.TagChange;
import io.waterwheel.customer.TagKind;
import io.waterwheel.customer.TagOrigin;
import io.waterwheel.customer.Tags;
import io.waterwheel.kernel.CustomerNo;
import io.waterwheel.kernel.event.EventLog;
import io.waterwheel.kernel.event.EventLog.Appended;
import io.waterwheel.kernel.event.EventNames;
import io.waterwheel.kernel.event.Identifier;
import io.waterwheel.kernel.event.IdentifierKind;
import io.waterwheel.testing.Browser;
import io.waterwheel.testing.Browser.Answer;
import io.waterwheel.testing.Browsers;
import io.waterwheel.testing.ServerTest;
import io.waterwheel.testing.TestBrands;
import io.waterwheel.testing.TestEvents;
import io.waterwheel.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Segments that ask about tags and about other segments.
@ServerTest
class SegmentReferenceStories {

    private static final Instant NOON = Instant.parse("2026-03-01T04:00:00Z");
    private static final String BUYERS = "{'type':'orders','measure':'count','operator':'atLeast','value':1}";

    @Autowired
    private EventLog log;

    @Autowired
    private Warehouse warehouse;

    @Autowired
    private Tags tags;

    @Autowired
    private TestBrands brands;

    @Autowired
    private Browsers browsers;

    private Brand brand;
    private Browser operator;
    private String path;
    private Tag vip;
    private Tag tea;

    @BeforeEach
    void aBrandWithTags() {
        brand = brands.chinese();
        operator = browsers.signedIn(Role.OPERATOR).with("Accept-Language", "en");
        path = "/api/brands/" + brand.key();
        var group = tags.createGroup(brand, "偏好", false, false).id();
        vip = tags.create(brand, group, "重点", TagKind.PLAIN);
        tea = tags.create(brand, group, "爱喝茶", TagKind.PLAIN);
    }

    @Test
    void aTagIsAConditionFromTheMomentItIsPutOnUntilItIsTakenOff() {
        CustomerNo lin = person("M1");
        CustomerNo wang = person("M2");
        person("M3");
        tag(lin, vip);
        tag(lin, tea);
        tag(wang, tea);

        assertThat(count(tagged("any", vip, tea))).isEqualTo(2);
        assertThat(count(tagged("all", vip, tea))).isEqualTo(1);
        assertThat(count(tagged("none", vip, tea))).isEqualTo(1);
        assertThat(ask(tagged("all", vip, tea))
                        .json()
                        .path("reading")
                        .path("en")
                        .asString())
                .isEqualTo("has all the tags “重点”, “爱喝茶”");

        tags.append(brand, List.of(TagChange.removed(lin, tea, Instant.now(), TagOrigin.MANUAL, "op", "off-" + lin)));
        assertThat(count(tagged("any", vip, tea))).isEqualTo(2);
        assertThat(count(tagged("all", vip, tea))).isZero();
    }

    @Test
    void whoTurnsOutToBeOnePersonHasTheTagsOfBoth() {
        CustomerNo visitor = identified(new Identifier(IdentifierKind.ANONYMOUS_ID, "browser-1"));
        CustomerNo member = person("M1");
        tag(visitor, tea);
        tag(member, vip);
        assertThat(count(tagged("all", vip, tea))).isZero();

        identified(
                new Identifier(IdentifierKind.ANONYMOUS_ID, "browser-1"),
                new Identifier(IdentifierKind.MEMBER_NO, "M1"));

        assertThat(count(tagged("all", vip, tea))).isEqualTo(1);
    }

    @Test
    void aSegmentAsksForAnotherAsThatOneIsDefinedNow() {
        tag(person("M1"), vip);
        person("M2");
        String inner = save(null, "重点客户", tagged("any", vip));
        String outer = "{'type':'not','condition':{'type':'segment','segment':'" + inner + "'}}";
        assertThat(count(outer)).isEqualTo(1);
        assertThat(ask(outer).json().path("reading").path("zh").asString()).isEqualTo("不满足（在人群“重点客户”中）");

        save(inner, "买过的人", BUYERS);

        assertThat(count(outer)).isEqualTo(2);
        assertThat(ask(outer).json().path("reading").path("zh").asString()).isEqualTo("不满足（在人群“买过的人”中）");
    }

    @Test
    void aSegmentNeverContainsItself() {
        String first = save(null, "a", BUYERS);
        String second = save(null, "b", in(first));
        String third = save(null, "c", "{'type':'and','conditions':[" + BUYERS + "," + in(second) + "]}");

        Answer itself = put(first, "a", in(first));
        assertThat(itself.code()).isEqualTo("segment-invalid");
        Answer round = put(first, "a", "{'type':'or','conditions':[" + BUYERS + "," + in(third) + "]}");
        assertThat(round.status()).isEqualTo(422);
        var place = round.json().path("errors").get(0);
        assertThat(place.path("pointer").asString()).isEqualTo("/definition/conditions/1/segment");
        assertThat(place.path("code").asString()).isEqualTo("cycle");
        assertThat(place.path("detail").asString()).contains("c → b → a");
        assertThat(put(third, "c", in(first)).status())
                .as("no way back from there")
                .isEqualTo(200);
    }

    @Test
    void whatADefinitionRefersToMustBeThereAndStays() {
        String other = "/api/brands/" + brands.chinese().key();
        String inner = save(null, "inner", tagged("any", vip));
        save(null, "outer", in(inner));

        Answer elsewhere = operator.post(
                other + "/segments/count",
                json("{'definition':{'type':'and','conditions':[" + in(inner) + "," + tagged("none", tea) + "]}}"));
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.json().path("errors").get(0).path("code").asString())
                .isEqualTo("unknown-segment");
        assertThat(elsewhere.json().path("errors").get(1).path("pointer").asString())
                .isEqualTo("/definition/conditions/1/tags/0");

        Answer kept = operator.delete(path + "/segments/" + inner);
        assertThat(kept.code()).isEqualTo("segment-in-use");
        assertThat(kept.json().path("detail").asString()).contains("segment/");
        assertThat(operator.delete(path + "/tags/" + vip.id()).code()).isEqualTo("tag-in-use");
    }

    @Test
    void aTagRuleDoesNotAskForTheTagItPutsOn() {
        String inner = save(null, "inner", tagged("none", vip));
        String rule = "{'tagId':'" + vip.id() + "','definition':%s,'active':false}";
        assertThat(operator.post(path + "/tag-rules", json(rule.formatted(in(inner))))
                        .code())
                .isEqualTo("tag-rule-circular");
        assertThat(operator.post(path + "/tag-rules", json(rule.formatted(tagged("any", tea))))
                        .status())
                .isEqualTo(201);
        assertThat(operator.delete(path + "/tags/" + tea.id()).code()).isEqualTo("tag-in-use");
    }

    private static String in(String segment) {
        return "{'type':'segment','segment':'" + segment + "'}";
    }

    private static String tagged(String how, Tag... some) {
        String ids = String.join(
                ",", List.of(some).stream().map(one -> "'" + one.id() + "'").toList());
        return "{'type':'tag','operator':'" + how + "','tags':[" + ids + "]}";
    }

    private String save(@org.jspecify.annotations.Nullable String id, String name, String definition) {
        Answer saved = id == null
                ? operator.post(path + "/segments", json("{'name':'" + name + "','definition':" + definition + "}"))
                : put(id, name, definition);
        assertThat(saved.status()).as(saved.text()).isBetween(200, 201);
        return saved.json().path("id").asString();
    }

    private Answer put(String id, String name, String definition) {
        return operator.put(path + "/segments/" + id, json("{'name':'" + name + "','definition':" + definition + "}"));
    }

    private int count(String definition) {
        return ask(definition).json().path("count").asInt(-1);
    }

    private Answer ask(String definition) {
        assertThat(warehouse.catchUp(Duration.ofSeconds(30))).isTrue();
        return operator.post(path + "/segments/count", json("{'definition':" + definition + "}"));
    }

    private void tag(CustomerNo customer, Tag tag) {
        tags.append(
                brand,
                List.of(TagChange.added(
                        customer, tag, null, Instant.now(), TagOrigin.MANUAL, "op", tag.id() + "-" + customer)));
    }

    private CustomerNo person(String member) {
        return identified(new Identifier(IdentifierKind.MEMBER_NO, member));
    }

    private CustomerNo identified(Identifier... identifiers) {
        Appended appended = log.append(List.of(
                        TestEvents.event(brand, TestEvents.identified(identifiers), EventNames.IDENTIFIED, NOON, "{}")))
                .getFirst();
        return Objects.requireNonNull(((Appended.Written) appended).customer());
    }
}
