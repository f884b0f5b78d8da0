package io.waterwheel.simulator.town;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinksTests {
    @Test
    void anAddressEndsWhereChineseTextGoesOn() {
        assertThat(Links.inText("点http://127.0.0.1:8080/s/Ab1?x=%E6%B0%B4，或 https://localhost/b. 再见"))
                .containsExactly("http://127.0.0.1:8080/s/Ab1?x=%E6%B0%B4", "https://localhost/b");
    }

    @Test
    void aLetterLinksThroughItsAnchorsNotItsPictures() {
        assertThat(Links.inHtml(
                        "<img src=\"http://127.0.0.1/pixel\"><A class='x' HREF='http://127.0.0.1/a?x=1&amp;y=2'>看</A>"))
                .containsExactly("http://127.0.0.1/a?x=1&y=2");
    }
}
