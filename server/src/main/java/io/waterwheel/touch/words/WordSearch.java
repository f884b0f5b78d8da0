package io.waterwheel.touch.words;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds any of many words in a text in one pass, however many there are (Aho and Corasick, Communications of
/// the ACM 18, 1975). Capitals and full-width letters count as small and half-width ones. Safe for use by
/// several threads.
public final class WordSearch {

    private static final char FULL_WIDTH_FIRST = '\uFF01';
    private static final char FULL_WIDTH_LAST = '\uFF5E';
    private static final int FULL_WIDTH_AHEAD = 0xFEE0;

    /// Looks for nothing.
    public static final WordSearch NONE = new WordSearch(List.of());

    private final Node root = new Node();
    private final boolean empty;

    private static final class Node {
        private final Map<Character, Node> next = new HashMap<>();
        private @Nullable Node back;
        private @Nullable String word;
    }

    /// @param at where it begins, in UTF-16 units from 0
    public record Found(String word, int at) {}

    public WordSearch(Collection<String> words) {
        this.empty = words.isEmpty();
        words.forEach(this::add);
        link();
    }

    private void add(String word) {
        Node node = root;
        for (int i = 0; i < word.length(); i++) {
            node = node.next.computeIfAbsent(folded(word.charAt(i)), letter -> new Node());
        }
        if (node != root) {
            node.word = word;
        }
    }

    /// Where to go on when the next letter does not fit: to the longest end of what was read that begins a
    /// word.
    private void link() {
        ArrayDeque<Node> waiting = new ArrayDeque<>();
        root.next.values().forEach(child -> {
            child.back = root;
            waiting.add(child);
        });
        while (!waiting.isEmpty()) {
            Node node = waiting.remove();
            node.next.forEach((letter, child) -> {
                Node back = step(node.back, letter);
                child.back = back;
                if (child.word == null) {
                    child.word = back.word;
                }
                waiting.add(child);
            });
        }
    }

    private Node step(@Nullable Node from, char letter) {
        for (Node node = from; node != null; node = node.back) {
            Node next = node.next.get(letter);
            if (next != null) {
                return next;
            }
        }
        return root;
    }

    /// The words in a text, in the order of their ends.
    public List<Found> all(String text) {
        List<Found> found = new ArrayList<>();
        if (empty) {
            return found;
        }
        Node node = root;
        for (int i = 0; i < text.length(); i++) {
            node = step(node, folded(text.charAt(i)));
            String word = node.word;
            if (word != null) {
                found.add(new Found(word, i + 1 - word.length()));
            }
        }
        return found;
    }

    public boolean isIn(String text) {
        return !empty && !all(text).isEmpty();
    }

    private static char folded(char letter) {
        char half =
                letter >= FULL_WIDTH_FIRST && letter <= FULL_WIDTH_LAST ? (char) (letter - FULL_WIDTH_AHEAD) : letter;
        return Character.toString(half).toLowerCase(Locale.ROOT).charAt(0);
    }
}
