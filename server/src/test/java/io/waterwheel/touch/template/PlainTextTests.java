package io.waterwheel.touch.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.customer.ChannelKind;
import io.waterwheel.touch.TextLimit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainTextTests {

    private static final List<String> PIECES = List.of(
            "你好，",
            " ",
            "\n",
            "a\\tb",
            "\"quoted\" 'words'",
            "{{ customer.name }}",
            "{{customer.name|default:'您'}}",
            "{{ customer.nick | default: \"x | y\" }}",
            "{{ customer.nick | default: '}}' }}",
            "{{ customer.nick | default: '' }}",
            "{{ brand.name }}",
            "{{ event.product_id | default: \"{{ it }}\" }}",
            "{{\n link }}");
    private static final List<String> VALUES = List.of("小美", "", "  ", " a ", "<b>&{{ x }}", "0");

    private record Case(String text, Map<String, Map<String, String>> values) {}

    @Test
    void whatIsPlainMeansWhatTheEngineMakesOfIt() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            Case drawn = draw(random);
            assertThat(PlainText.read(drawn.text)).isNotNull();
            assertThat(render(drawn.text, drawn.values))
                    .as("seed %d: %s with %s", seed, drawn.text, drawn.values)
                    .isEqualTo(render(drawn.text + "{% comment %}not plain{% endcomment %}", drawn.values));
        }
    }

    @Test
    void whateverIsNotThatPlainIsLeftToTheEngine() {
        assertThat(List.of(
                        "{{ customer.name | upcase }}",
                        "{{- customer.name }}",
                        "{% if customer.name %}x{% endif %}",
                        "{{ customer.size }}",
                        "{{ customer.name | default: customer.nick }}",
                        "{{ customer.favourite-shop }}",
                        "{{{ customer.name }}}",
                        "{{ customer.address.city }}"))
                .allSatisfy(text -> assertThat(PlainText.read(text)).isNull());
    }

    private static Case draw(Random random) {
        StringBuilder text = new StringBuilder("x");
        int pieces = 1 + random.nextInt(5);
        for (int i = 0; i < pieces; i++) {
            text.append(one(PIECES, random));
        }
        Map<String, Map<String, String>> values = new HashMap<>();
        values.put("customer", some(random, "name", "nick"));
        values.put("brand", some(random, "name"));
        if (random.nextBoolean()) {
            values.put("event", some(random, "product_id"));
        }
        return new Case(text.toString(), values);
    }

    private static Map<String, String> some(Random random, String... names) {
        Map<String, String> values = new HashMap<>();
        for (String name : names) {
            if (random.nextInt(3) > 0) {
                values.put(name, one(VALUES, random));
            }
        }
        return values;
    }

    private static String one(List<String> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }

    private static Rendering render(String text, Map<String, Map<String, String>> values) {
        return new MessageTemplate(template(text, "https://shop.example.com/"), TextLimit.characters(1_000))
                .render(values, "http://127.0.0.1/s/0123456789");
    }

    private static NewTemplate template(String body, @Nullable String link) {
        return new NewTemplate("t", ChannelKind.EMAIL, null, body, link);
    }
}
