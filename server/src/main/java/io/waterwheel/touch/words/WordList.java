package io.waterwheel.touch.words;

import java.util.List;

/// Words that must stand in no message of a brand, such as what advertising law forbids (最佳, 国家级).
public record WordList(List<String> words) {

    public WordList {
        words = List.copyOf(words);
    }
}
