package io.waterwheel.touch.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.touch.words.WordList;
import io.waterwheel.touch.words.WordLists;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/sensitive-words")
@Tag(name = "touch")
@PreAuthorize("hasRole('OPERATOR')")
class WordListController {

    private final WordLists lists;

    WordListController(WordLists lists) {
        this.lists = lists;
    }

    @GetMapping
    WordList getSensitiveWords(@PathVariable Brand brand) {
        return lists.of(brand);
    }

    @PutMapping
    WordList updateSensitiveWords(@PathVariable Brand brand, @RequestBody WordList words) {
        return lists.change(brand, words);
    }
}
