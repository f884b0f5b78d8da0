package io.waterwheel.touch.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TargetTests {

    private static final String MARKS = "utm_source=waterwheel&utm_medium=wecom&utm_campaign=broadcast-7";

    @Test
    void marksAreAdded() {
        assertThat(of("https://shop.example/a")).isEqualTo("https://shop.example/a?" + MARKS);
        assertThat(of("https://shop.example/a?")).isEqualTo("https://shop.example/a?" + MARKS);
    }

    @Test
    void ownParametersAndFragmentStay() {
        assertThat(of("https://shop.example/a?b=c#d")).isEqualTo("https://shop.example/a?b=c&" + MARKS + "#d");
        assertThat(of("https://shop.example/#/route?x=1")).isEqualTo("https://shop.example/?" + MARKS + "#/route?x=1");
    }

    @Test
    void aMarkThatIsThereIsNotChanged() {
        assertThat(of("https://shop.example/?utm_source=mine&my_utm_medium=1"))
                .isEqualTo("https://shop.example/?utm_source=mine&my_utm_medium=1"
                        + "&utm_medium=wecom&utm_campaign=broadcast-7");
    }

    @Test
    void programsAreToldFromPeople() {
        assertThat(Bots.is(null)).isTrue();
        assertThat(Bots.is("Mozilla/5.0 (compatible; Googlebot/2.1)")).isTrue();
        assertThat(Bots.is("curl/8.5.0")).isTrue();
        assertThat(Bots.is("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) MicroMessenger/8.0.54 NetType/WIFI"))
                .isFalse();
        assertThat(Bots.is("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/131.0 Safari/537.36"))
                .isFalse();
    }

    private static String of(String address) {
        return Target.of(address, "wecom", "broadcast-7").toString();
    }
}
