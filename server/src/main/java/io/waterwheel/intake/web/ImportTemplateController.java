package io.waterwheel.intake.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.intake.ImportTemplate;
import io.waterwheel.intake.file.ImportTemplates;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/import-templates")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "intake")
class ImportTemplateController {

    private final ImportTemplates templates;

    ImportTemplateController(ImportTemplates templates) {
        this.templates = templates;
    }

    @GetMapping
    List<ImportTemplate> listImportTemplates(@PathVariable Brand brand) {
        return templates.of(brand);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteImportTemplate(@PathVariable Brand brand, @PathVariable long id) {
        templates.delete(brand, id);
    }
}
