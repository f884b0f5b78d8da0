package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.segment.tagging.NewTagging;
import io.waterwheel.segment.tagging.Tagging;
import io.waterwheel.segment.tagging.TaggingPreview;
import io.waterwheel.segment.tagging.Taggings;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/taggings")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "tag")
class TaggingController {

    private final Taggings taggings;

    TaggingController(Taggings taggings) {
        this.taggings = taggings;
    }

    @GetMapping
    List<Tagging> listTaggings(@PathVariable Brand brand) {
        return taggings.list(brand);
    }

    @GetMapping("/{id}")
    Tagging getTagging(@PathVariable Brand brand, @PathVariable long id) {
        return taggings.get(brand, id);
    }

    @PostMapping("/preview")
    TaggingPreview previewTagging(@PathVariable Brand brand, @RequestBody NewTagging tagging) {
        return taggings.preview(brand, tagging);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Tagging startTagging(@PathVariable Brand brand, @RequestBody NewTagging tagging) {
        return taggings.start(brand, tagging);
    }

    @PostMapping("/{id}/undo")
    Tagging undoTagging(@PathVariable Brand brand, @PathVariable long id) {
        return taggings.undo(brand, id);
    }
}
