package io.waterwheel.touch.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.touch.broadcast.Previews;
import io.waterwheel.touch.template.NewTemplate;
import io.waterwheel.touch.template.Preview;
import io.waterwheel.touch.template.PreviewRequest;
import io.waterwheel.touch.template.Template;
import io.waterwheel.touch.template.Templates;
import java.util.List;
import java.util.Locale;
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
@RequestMapping("/api/brands/{brand}/templates")
@Tag(name = "touch")
@PreAuthorize("hasRole('OPERATOR')")
class TemplateController {

    private final Templates templates;
    private final Previews previews;

    TemplateController(Templates templates, Previews previews) {
        this.templates = templates;
        this.previews = previews;
    }

    @GetMapping
    List<Template> listTemplates(@PathVariable Brand brand) {
        return templates.list(brand);
    }

    @PostMapping
    Template createTemplate(@PathVariable Brand brand, @RequestBody NewTemplate template) {
        return templates.create(brand, template);
    }

    @GetMapping("/{id}")
    Template getTemplate(@PathVariable Brand brand, @PathVariable long id) {
        return templates.get(brand, id);
    }

    @PutMapping("/{id}")
    Template updateTemplate(@PathVariable Brand brand, @PathVariable long id, @RequestBody NewTemplate template) {
        return templates.update(brand, id, template);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteTemplate(@PathVariable Brand brand, @PathVariable long id) {
        templates.delete(brand, id);
    }

    @PostMapping("/preview")
    Preview previewTemplate(@PathVariable Brand brand, @RequestBody PreviewRequest request, Locale locale) {
        return previews.of(brand, request, locale);
    }
}
