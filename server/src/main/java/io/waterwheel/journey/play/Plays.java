package io.waterwheel.journey.play;

import io.waterwheel.access.Brand;
import io.waterwheel.customer.ChannelKind;
import io.waterwheel.journey.saved.Journey;
import io.waterwheel.journey.saved.JourneyDraft;
import io.waterwheel.journey.saved.Journeys;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.segment.Segments;
import io.waterwheel.segment.language.DefinitionReader;
import io.waterwheel.touch.Outreach;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The gallery. Taking a play writes its templates and its segment and leaves a draft to be changed; nothing is
/// published.
@Component
public class Plays {

    private static final String RESOURCE = "/io/waterwheel/journey/plays.json";
    private static final TypeReference<List<Play>> LIST = new TypeReference<>() {};

    private final List<Play> all;
    private final Journeys journeys;
    private final Outreach outreach;
    private final Segments segments;
    private final JsonMapper json;

    Plays(Journeys journeys, Outreach outreach, Segments segments, JsonMapper json) {
        this.all = read(json);
        this.journeys = journeys;
        this.outreach = outreach;
        this.segments = segments;
        this.json = json;
    }

    static List<Play> read(JsonMapper json) {
        try (InputStream in = Objects.requireNonNull(Plays.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return json.readValue(in, LIST);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// With the names of their ways in the reader's words.
    public List<Play> all(Locale locale) {
        return all.stream().map(play -> worded(json, play, locale)).toList();
    }

    static Play worded(JsonMapper json, Play play, Locale locale) {
        return new Play(
                play.id(),
                play.title(),
                play.what(),
                play.segment(),
                play.messages(),
                json.readTree(PlayWays.in(locale, play.definition().toString())));
    }

    /// Makes a draft of a play.
    ///
    /// @param name    the journey's; its templates and segment are called after it
    /// @param channel of its messages
    /// @param locale  whose words its ways are called by
    /// @throws Problem `not-found`, `journey-name-taken`, `segment-name-taken`
    @Transactional
    public Journey take(Brand brand, String id, String name, ChannelKind channel, Locale locale) {
        Play play = all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "play " + id));
        String text = PlayWays.in(locale, play.definition().toString());
        for (Map.Entry<String, Play.PlayMessage> message : play.messages().entrySet()) {
            Play.PlayMessage words = message.getValue();
            long template = outreach.write(
                    brand,
                    name + " · " + words.name(),
                    channel,
                    channel == ChannelKind.EMAIL ? words.subject() : null,
                    words.body(),
                    null);
            text = text.replace("\"@" + message.getKey() + "\"", "\"" + template + "\"");
        }
        Play.PlaySegment segment = play.segment();
        if (segment != null) {
            var made = segments.create(
                    brand,
                    name + " · " + segment.name(),
                    null,
                    DefinitionReader.read(segment.definition(), "/definition"));
            text = text.replace("\"@segment\"", "\"" + made + "\"");
        }
        return journeys.create(brand, new JourneyDraft(name, play.what().zh(), json.readTree(text)));
    }
}
