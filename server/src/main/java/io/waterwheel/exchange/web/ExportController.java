package io.waterwheel.exchange.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.exchange.ExchangeProblem;
import io.waterwheel.exchange.export.Export;
import io.waterwheel.exchange.export.Exports;
import io.waterwheel.exchange.export.NewExport;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.kernel.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/brands/{brand}/exports")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "exchange")
class ExportController {

    private final Exports exports;

    ExportController(Exports exports) {
        this.exports = exports;
    }

    @GetMapping
    Page<Export> listExports(@PathVariable Brand brand, @ModelAttribute PageRequest page) {
        return exports.page(brand, page);
    }

    @PostMapping
    Export startExport(@PathVariable Brand brand, @RequestBody NewExport wanted, HttpServletRequest request) {
        if (Boolean.TRUE.equals(wanted.personalData())) {
            requireAdmin(request);
        }
        return exports.start(brand, wanted);
    }

    @GetMapping("/{id}")
    Export getExport(@PathVariable Brand brand, @PathVariable long id) {
        return exports.get(brand, id);
    }

    @GetMapping(value = "/{id}/files/{name}", produces = "application/vnd.apache.parquet")
    ResponseEntity<StreamingResponseBody> downloadExportFile(
            @PathVariable Brand brand, @PathVariable long id, @PathVariable String name, HttpServletRequest request)
            throws IOException {
        if (exports.get(brand, id).personalData()) {
            requireAdmin(request);
        }
        Path file = exports.file(brand, id, name);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("application/vnd.apache.parquet"))
                .contentLength(Files.size(file))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(out -> Files.copy(file, out));
    }

    private static void requireAdmin(HttpServletRequest request) {
        if (!request.isUserInRole("ADMIN")) {
            throw new Problem(ExchangeProblem.PERSONAL_DATA_ADMIN_ONLY);
        }
    }
}
