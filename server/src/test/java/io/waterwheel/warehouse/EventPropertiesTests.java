package io.waterwheel.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.kernel.event.EventNames;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventPropertiesTests {

    @Test
    void aValueIsOneTextAndAListIsSeveral() {
        assertThat(
                        of(
                                "{'category':'裙','price':5.0,'gift':true,'colours':['红','蓝','红'],'none':null,'blank':' ','empty':[]}"))
                .isEqualTo(Map.of(
                        "category", List.of("裙"),
                        "price", List.of("5"),
                        "gift", List.of("true"),
                        "colours", List.of("红", "蓝", "红")));
    }

    @Test
    void whatIsInsideStandsUnderItsPath() {
        assertThat(
                        of(
                                "{'page':{'from':{'app':'mini','deep':{'er':1}}},'products':[{'category':'裙','price':9},{'category':'鞋'},7]}"))
                .isEqualTo(Map.of(
                        "page.from.app", List.of("mini"),
                        "products[].category", List.of("裙", "鞋"),
                        "products[].price", List.of("9"),
                        "products", List.of("7")));
    }

    @Test
    void aNumberIsWrittenPlainlyInWhateverFormItCame() {
        assertThat(
                        of(
                                "{'a':1e3,'b':-0.50,'c':'１２.5','d':' 7 ','e':'5.0','f':'1e3','g':1e99,'h':1234567890123456789012}"))
                .isEqualTo(Map.of(
                        "a", List.of("1000"),
                        "b", List.of("-0.5"),
                        "c", List.of("12.5"),
                        "d", List.of("7"),
                        "e", List.of("5.0"),
                        "f", List.of("1e3"),
                        "g", List.of("1e99"),
                        "h", List.of("1234567890123456789012")));
    }

    @Test
    void nothingPersonalComesIn() {
        assertThat(of("{'phone':'v1:abc','mobile':'13800138000','note':'打 138 0013 8000','mail':'a@b.example',"
                        + "'x':'a@b.example','id':'110101199003070011','13800138000':'x',"
                        + "'address':{'street':'长乐路 1 号','city':'上海'},'receipt':{'sealed':'v1:abc'},'ok':'1'}"))
                .isEqualTo(Map.of("address.city", List.of("上海"), "ok", List.of("1")));
        String traits = "{'name':'欧阳','level':'gold'}";
        assertThat(of(EventNames.IDENTIFIED, traits)).isEmpty();
        assertThat(of(EventNames.CUSTOMERS_MERGED, "{'customer':1,'other':2}")).isEmpty();
        assertThat(of(EventNames.FRIEND_ADDED, "{'guide':'amy','name':'欧阳'}"))
                .isEqualTo(Map.of("guide", List.of("amy")));
    }

    @Test
    void whatIsBeyondTheLimitsIsLeftOutAndNeverCut() {
        String many = IntStream.range(0, 60).mapToObj(i -> "'p" + i + "':1").collect(Collectors.joining(","));
        assertThat(of("{" + many + "}")).hasSize(50).containsKey("p49").doesNotContainKey("p50");
        String list = IntStream.range(0, 60).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertThat(of("{'list':[" + list + "]}").get("list")).hasSize(50).last().isEqualTo("49");
        assertThat(of("{'long':'" + "x".repeat(201) + "','" + "n".repeat(101) + "':1,'fits':'" + "x".repeat(200)
                        + "'}"))
                .containsOnlyKeys("fits");
    }

    @Test
    void whatIsNoObjectHasNoProperties() {
        assertThat(of("[1]")).isEmpty();
        assertThat(of("{'a':1,'b':")).isEqualTo(Map.of("a", List.of("1")));
        assertThat(of("{'a':1e99999999999}")).isEqualTo(Map.of("a", List.of("1e99999999999")));
    }

    private static Map<String, List<String>> of(String json) {
        return of("Product Viewed", json);
    }

    private static Map<String, List<String>> of(String event, String json) {
        return EventProperties.of(event, json.replace('\'', '"'));
    }
}
