package io.waterwheel.segment.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.job.JobId;
import io.waterwheel.segment.tagging.TagRule;
import io.waterwheel.segment.tagging.TagRules;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/tag-rules")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "tag")
class TagRuleController {

    private final TagRules rules;
    private final Definitions definitions;

    TagRuleController(TagRules rules, Definitions definitions) {
        this.rules = rules;
        this.definitions = definitions;
    }

    @GetMapping
    List<TagRule> listTagRules(@PathVariable Brand brand) {
        return rules.list(brand);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TagRule createTagRule(@PathVariable Brand brand, @RequestBody NewTagRule rule) {
        return rules.create(
                brand, rule.tagId(), rule.value(), definitions.read(brand, rule.definition()), rule.active());
    }

    @GetMapping("/{id}")
    TagRule getTagRule(@PathVariable Brand brand, @PathVariable long id) {
        return rules.get(brand, id);
    }

    @PutMapping("/{id}")
    TagRule updateTagRule(@PathVariable Brand brand, @PathVariable long id, @RequestBody TagRuleChange rule) {
        return rules.update(brand, id, rule.value(), definitions.read(brand, rule.definition()), rule.active());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteTagRule(@PathVariable Brand brand, @PathVariable long id) {
        rules.delete(brand, id);
    }

    @PostMapping("/{id}/run")
    StartedJob runTagRule(@PathVariable Brand brand, @PathVariable long id) {
        return new StartedJob(rules.run(brand, id));
    }

    /// Work that has begun.
    record StartedJob(JobId job) {}
}
