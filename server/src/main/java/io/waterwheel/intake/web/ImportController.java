package io.waterwheel.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.intake.Import;
import io.waterwheel.intake.ImportError;
import io.waterwheel.intake.ImportId;
import io.waterwheel.intake.StartImport;
import io.waterwheel.intake.file.Imports;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/brands/{brand}/imports")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "intake")
class ImportController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @PostMapping
    @Operation(summary = "Uploads a file as it is; the answer shows what was found in it")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    Import uploadImport(
            @PathVariable Brand brand,
            @RequestParam String kind,
            @RequestParam String filename,
            HttpServletRequest request)
            throws IOException {
        return imports.upload(brand, kind, filename, request.getInputStream(), request.getLocale());
    }

    @GetMapping
    Page<Import> listImports(@PathVariable Brand brand, @ModelAttribute PageRequest page, Locale locale) {
        return imports.page(brand, page, locale);
    }

    @GetMapping("/{id}")
    Import getImport(@PathVariable Brand brand, @PathVariable long id, Locale locale) {
        return imports.get(brand, new ImportId(id), locale);
    }

    @PostMapping("/{id}/start")
    Import startImport(
            @PathVariable Brand brand,
            @PathVariable long id,
            @org.springframework.web.bind.annotation.RequestBody StartImport start,
            Locale locale) {
        return imports.start(brand, new ImportId(id), start, locale);
    }

    @PostMapping("/{id}/check")
    @Operation(summary = "Reads the whole file as if it were imported and writes nothing")
    Import checkImport(
            @PathVariable Brand brand,
            @PathVariable long id,
            @org.springframework.web.bind.annotation.RequestBody StartImport start,
            Locale locale) {
        return imports.check(brand, new ImportId(id), start, locale);
    }

    @PostMapping("/{id}/undo")
    @Operation(summary = "Takes back what the import brought")
    Import undoImport(@PathVariable Brand brand, @PathVariable long id, Locale locale) {
        return imports.undo(brand, new ImportId(id), locale);
    }

    @PutMapping("/{id}/sheet")
    @Operation(summary = "Reads another sheet of a workbook that is a draft")
    Import chooseImportSheet(
            @PathVariable Brand brand, @PathVariable long id, @RequestParam String sheet, Locale locale)
            throws IOException {
        return imports.chooseSheet(brand, new ImportId(id), sheet, locale);
    }

    @PostMapping("/{id}/cancel")
    Import cancelImport(@PathVariable Brand brand, @PathVariable long id, Locale locale) {
        return imports.cancel(brand, new ImportId(id), locale);
    }

    @GetMapping("/{id}/errors")
    Page<ImportError> listImportErrors(
            @PathVariable Brand brand, @PathVariable long id, @ModelAttribute PageRequest page, Locale locale)
            throws IOException {
        return imports.errors(brand, new ImportId(id), page, locale);
    }

    @GetMapping(value = "/{id}/errors.csv", produces = "text/csv")
    ResponseEntity<StreamingResponseBody> downloadImportErrors(
            @PathVariable Brand brand, @PathVariable long id, Locale locale) {
        Import shown = imports.get(brand, new ImportId(id), locale);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(shown.filename() + ".errors.csv", java.nio.charset.StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(out -> imports.download(brand, shown.id(), out, locale));
    }
}
