package io.waterwheel.journey.language;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/// Asks the customer's guide to do something and waits until it is done or the time is over.
///
/// @param title    at most 100 characters
/// @param words    what to do, and what may be said to the customer; at most 1,000 characters
/// @param deadline how long there is to do it
@Schema(name = "JourneyGuideWork")
public record GuideWork(String title, String words, Span deadline) implements Step {

    public static final String DONE = "done";
    public static final String OVERDUE = "overdue";
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_WORDS = 1_000;

    public GuideWork {
        Misfit.when(title.isBlank(), "/title", JourneyFault.BLANK, "");
        Misfit.when(title.length() > LONGEST_TITLE, "/title", JourneyFault.TOO_LONG, LONGEST_TITLE);
        Misfit.when(words.length() > LONGEST_WORDS, "/words", JourneyFault.TOO_LONG, LONGEST_WORDS);
    }

    @Override
    public List<String> exits() {
        return List.of(DONE, OVERDUE);
    }

    @Override
    public boolean waits() {
        return true;
    }
}
