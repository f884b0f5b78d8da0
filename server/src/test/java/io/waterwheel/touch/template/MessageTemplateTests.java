package io.waterwheel.touch.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.TextLimit;
import io.waterwheel.touch.TouchProblem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageTemplateTests {

    private static final String LINK = "http://127.0.0.1/s/0123456789";
    private static final Map<String, Map<String, String>> MEI = Map.of(
            "customer",
            Map.of("name", "小美", "city", "上海"),
            "guide",
            Map.of("name", "阿宁"),
            "store",
            Map.of("name", "静安店"),
            "brand",
            Map.of("name", "茶水"));

    @Test
    void variablesBecomeValues() {
        assertThat(text("{{ customer.name }}，{{guide.name}}在{{ store.name }}等你：{{ link }}"))
                .isEqualTo("小美，阿宁在静安店等你：" + LINK);
    }

    @Test
    void aDefaultStandsInForAMissingValue() {
        assertThat(text("{{ customer.nick | default: \"您\" }}好")).isEqualTo("您好");
        assertThat(text("{{ customer.nick | strip | default: '您' }}好")).isEqualTo("您好");
        assertThat(text("{{ customer.name | default: \"您\" }}好")).isEqualTo("小美好");
    }

    @Test
    void aMissingValueNeverLeaves() {
        assertThat(render("{{ customer.nick }}好")).isEqualTo(new Rendering.Unresolved("customer.nick"));
        assertThat(render("来自{{ customer.nick | append: '市' }}")).isEqualTo(new Rendering.Unresolved("customer.nick"));
        assertThat(render("{{ customer.nick | append: '' | default: '您' }}"))
                .isEqualTo(new Rendering.Unresolved("customer.nick"));
        // The next text is not spoilt by the one before.
        MessageTemplate template = template("{{ customer.nick }}好", null);
        template.render(MEI, LINK);
        assertThat(template.render(Map.of("customer", Map.of("nick", "美")), LINK))
                .isEqualTo(new Rendering.Ready(null, "美好"));
    }

    @Test
    void aMissingValueMayBeAskedForWithoutBeingSaid() {
        String source = "{% if customer.city %}{{ customer.city }}的{% endif %}{% if customer.nick %}{{ customer.nick }}"
                + "{% else %}朋友{% endif %}你好";
        assertThat(text(source)).isEqualTo("上海的朋友你好");
        assertThat(text("{% case customer.city %}{% when '上海' %}侬好{% else %}你好{% endcase %}"))
                .isEqualTo("侬好");
    }

    @Test
    void onlyKnownVariablesTagsAndFiltersPass() {
        assertThat(codes("{{ customers.name }}")).containsExactly("unknown-variable");
        assertThat(codes("{{ guide.phone }}")).containsExactly("unknown-variable");
        assertThat(codes("{{ secret }}{{ brand }}")).containsExactly("unknown-variable", "unknown-variable");
        assertThat(codes("{% include 'x' %}")).containsExactly("tag-not-allowed");
        assertThat(codes("{% render '/etc/passwd' %}")).containsExactly("tag-not-allowed");
        assertThat(codes("{% for i in (1..1000000) %}x{% endfor %}")).contains("tag-not-allowed");
        assertThat(codes("{% assign x = 1 %}")).containsExactly("tag-not-allowed");
        assertThat(codes("{% raw %}{{ x }}{% endraw %}")).contains("tag-not-allowed");
        assertThat(codes("{{ customer.name | shell }}")).containsExactly("filter-not-allowed");
        assertThat(codes("{{ customer.name")).containsExactly("syntax");
        assertThat(codes("{% if customer.name %}x")).containsExactly("syntax");
        assertThat(codes("   ")).containsExactly("missing");
        assertThat(codes("{{ customer.name | default: \"}}\" }}")).isEmpty();
    }

    @Test
    void valuesAreNeverTakenForTemplates() {
        MessageTemplate template = template("{{ customer.name }}好", null);
        Map<String, Map<String, String>> values = Map.of("customer", Map.of("name", "{{ link }}{% if %}"));
        assertThat(template.render(values, LINK)).isEqualTo(new Rendering.Ready(null, "{{ link }}{% if %}好"));
    }

    @Test
    void theLinkNeedsAWebAddress() {
        assertThat(codes("{{ link }}", null)).containsExactly("missing");
        assertThat(codes("{{ link }}", "javascript:alert(1)")).containsExactly("not-a-web-address");
        assertThat(codes("{{ link }}", "file:///etc/passwd")).containsExactly("not-a-web-address");
        assertThat(codes("{{ link }}", "https://shop.example/a?b=c#d")).isEmpty();
    }

    @Test
    void lengthIsMeasuredInBytesAsWeComDoes() {
        assertThat(render("水".repeat(1_333))).isInstanceOf(Rendering.Ready.class);
        assertThat(render("水".repeat(1_334))).isEqualTo(new Rendering.TooLong(4_002));
    }

    @Test
    void aSubjectIsOneLine() {
        MessageTemplate template = new MessageTemplate(
                new NewTemplate("t", ChannelKind.EMAIL, "{{ customer.name }} 的礼物", "好", null), TextLimit.bytes(4_000));
        Map<String, Map<String, String>> values = Map.of("customer", Map.of("name", "美\r\nBcc: all@example.com"));
        assertThat(template.render(values, LINK)).isEqualTo(new Rendering.Ready("美 Bcc: all@example.com 的礼物", "好"));
    }

    private static String text(String body) {
        return render(body) instanceof Rendering.Ready(var subject, var text) ? text : "" + render(body);
    }

    private static Rendering render(String body) {
        return template(body, "https://shop.example/").render(MEI, LINK);
    }

    private static List<String> codes(String body) {
        return codes(body, "https://shop.example/");
    }

    private static List<String> codes(String body, @Nullable String link) {
        Problem problem = catchThrowableOfType(Problem.class, () -> template(body, link));
        if (problem == null) {
            return List.of();
        }
        assertThat(problem.type()).isEqualTo(TouchProblem.TEMPLATE_INVALID);
        return problem.faults().stream().map(Problem.Fault::code).toList();
    }

    private static MessageTemplate template(String body, @Nullable String link) {
        return new MessageTemplate(new NewTemplate("t", ChannelKind.WECOM, null, body, link), TextLimit.bytes(4_000));
    }
}
