package io.waterwheel.journey.play;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.journey.language.JourneyDefinition;
import io.waterwheel.journey.language.JourneyLint;
import io.waterwheel.journey.language.JourneyReader;
import io.waterwheel.journey.language.JourneyText;
import io.waterwheel.segment.language.DefinitionReader;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class PlaysTests {

    @Test
    void whoReadsChineseFindsChineseNamesOnTheWays() {
        Play second = plays().stream()
                .filter(play -> play.id().equals("second-purchase"))
                .findFirst()
                .orElseThrow();
        assertThat(Plays.worded(JsonMapper.shared(), second, Locale.CHINESE)
                        .definition()
                        .toString())
                .contains("\"又买了\":\"end\"");
        assertThat(Plays.worded(JsonMapper.shared(), second, Locale.ENGLISH)
                        .definition()
                        .toString())
                .contains("\"bought-again\":\"end\"");
    }

    static List<Play> plays() {
        List<Play> plays = Plays.read(JsonMapper.shared());
        assertThat(plays).hasSize(12);
        return plays;
    }

    @ParameterizedTest
    @MethodSource("plays")
    void everyPlayIsAWholeJourney(Play play) {
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            String text = Plays.worded(JsonMapper.shared(), play, locale)
                    .definition()
                    .toString()
                    .replaceAll("\"@\\w+\"", "\"1\"");
            JourneyDefinition journey = JourneyReader.read(JsonMapper.shared().readTree(text), "");
            assertThat(JourneyLint.check(journey, "", JourneyText.NINE, null)).isEmpty();
            assertThat(journey.goal()).as("what it is for").isNotNull();
            assertThat(text).as("every way has a name of its own words").doesNotContain("#");
        }
        assertThat(play.messages()).as("what it says").isNotEmpty();
        for (String message : play.messages().keySet()) {
            assertThat(play.definition().toString()).contains("\"@" + message + "\"");
        }
        Play.PlaySegment segment = play.segment();
        if (segment != null) {
            assertThat(DefinitionReader.read(segment.definition(), "")).isNotNull();
        }
    }
}
