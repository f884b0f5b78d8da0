package io.waterwheel.touch.words;

import static io.waterwheel.touch.generated.Tables.WORD_LIST;

import io.waterwheel.access.Brand;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.audit.AuditTrail;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import io.waterwheel.touch.ForbiddenWords;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Each brand's list.
@Component
public class WordLists implements ForbiddenWords {

    private static final int MOST_WORDS = 2_000;
    private static final int LONGEST = 50;

    private final DSLContext database;
    private final AuditTrail audit;
    private final InstantSource clock;

    WordLists(DSLContext database, AuditTrail audit, InstantSource clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    public WordList of(Brand brand) {
        return database.select(WORD_LIST.WORDS)
                .from(WORD_LIST)
                .where(WORD_LIST.BRAND_ID.eq(brand.id().value()))
                .fetchOptional(row -> new WordList(Arrays.asList(row.value1())))
                .orElse(new WordList(List.of()));
    }

    /// Ready to look through many texts.
    public WordSearch search(Brand brand) {
        List<String> words = of(brand).words();
        return words.isEmpty() ? WordSearch.NONE : new WordSearch(words);
    }

    @Override
    public boolean in(Brand brand, String text) {
        return search(brand).isIn(text);
    }

    @Transactional
    public WordList change(Brand brand, WordList asked) {
        List<String> words = asked.words().stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
        Problem problem = new Problem(KernelProblem.INVALID);
        if (words.size() > MOST_WORDS) {
            problem.outside("/words", "size", 0, MOST_WORDS);
        }
        words.stream()
                .filter(word -> word.length() > LONGEST)
                .findFirst()
                .ifPresent(word -> problem.at(
                        "/words",
                        "length",
                        new Text(
                                "每个词最多 " + LONGEST + " 字：" + word.substring(0, 10) + "…",
                                "a word has at most " + LONGEST + " characters: " + word.substring(0, 10) + "…")));
        if (!problem.faults().isEmpty()) {
            throw problem;
        }
        database.insertInto(WORD_LIST)
                .set(WORD_LIST.BRAND_ID, brand.id().value())
                .set(WORD_LIST.WORDS, words.toArray(String[]::new))
                .set(WORD_LIST.UPDATED_AT, clock.instant())
                .onConflict(WORD_LIST.BRAND_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
        audit.record("word-list.change", "brand/" + brand.key(), Map.of("words", words.size()));
        return new WordList(words);
    }
}
