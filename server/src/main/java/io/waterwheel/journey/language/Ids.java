package io.waterwheel.journey.language;

import java.util.regex.Pattern;

/// Ids of templates, tags, segments and journeys as they stand in definitions.
final class Ids {

    private static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");

    private Ids() {}

    static void check(String text, String place, JourneyFault otherwise) {
        Misfit.when(!ID.matcher(text).matches(), place, otherwise, text);
    }
}
