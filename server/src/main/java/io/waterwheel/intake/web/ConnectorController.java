package io.waterwheel.intake.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.intake.Source;
import io.waterwheel.intake.SourceId;
import io.waterwheel.intake.connector.Connection;
import io.waterwheel.intake.connector.Connections;
import io.waterwheel.intake.connector.Connectors;
import io.waterwheel.intake.connector.OrderBook;
import io.waterwheel.intake.connector.PlatformFile;
import io.waterwheel.intake.connector.PlatformFiles;
import io.waterwheel.kernel.Text;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/connectors")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "intake")
class ConnectorController {

    private final Connectors connectors;
    private final Connections connections;
    private final PlatformFiles files;
    private final OrderBook book;

    ConnectorController(Connectors connectors, Connections connections, PlatformFiles files, OrderBook book) {
        this.connectors = connectors;
        this.connections = connections;
        this.files = files;
        this.book = book;
    }

    /// A platform whose orders can be taken.
    @Schema(name = "Platform")
    record Platform(String code, Text label) {}

    /// @param secret the one the platform signs with; kept sealed and never shown
    @Schema(name = "NewConnection")
    record NewConnection(String name, String platform, String secret) {}

    @Schema(name = "ConnectionSecret")
    record NewSecret(String secret) {}

    /// @param awaited orders of which only notices have come: their buyers and lines are not known
    @Schema(name = "ConnectionState")
    record State(int awaited) {}

    @GetMapping("/platforms")
    List<Platform> listPlatforms(@PathVariable Brand brand) {
        return connectors.all().stream()
                .map(connector -> new Platform(connector.platform(), connector.label()))
                .toList();
    }

    @PostMapping
    @Operation(summary = "Makes a source that takes what a platform pushes")
    Source createConnection(
            @PathVariable Brand brand, @org.springframework.web.bind.annotation.RequestBody NewConnection connection) {
        return connections.create(brand, connection.name(), connection.platform(), connection.secret());
    }

    @PutMapping("/{id}/secret")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeConnectionSecret(
            @PathVariable Brand brand,
            @PathVariable long id,
            @org.springframework.web.bind.annotation.RequestBody NewSecret secret) {
        connections.changeSecret(brand, new SourceId(id), secret.secret());
    }

    @GetMapping("/{id}")
    State getConnectionState(@PathVariable Brand brand, @PathVariable long id) {
        Connection connection = connections.get(brand, new SourceId(id));
        return new State(book.awaited(connection.id()));
    }

    @PostMapping("/{id}/files")
    @Operation(summary = "Uploads messages or order objects as the platform gives them, one JSON object a line")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    PlatformFile uploadPlatformFile(
            @PathVariable Brand brand, @PathVariable long id, @RequestParam String filename, HttpServletRequest request)
            throws IOException {
        return files.upload(brand, new SourceId(id), filename, request.getInputStream());
    }

    @GetMapping("/{id}/files")
    Page<PlatformFile> listPlatformFiles(
            @PathVariable Brand brand, @PathVariable long id, @ModelAttribute PageRequest page) {
        return files.page(brand, new SourceId(id), page);
    }

    @GetMapping("/{id}/files/{file}/errors")
    Page<PlatformFile.UnreadMessage> listPlatformFileErrors(
            @PathVariable Brand brand,
            @PathVariable long id,
            @PathVariable long file,
            @ModelAttribute PageRequest page,
            Locale locale) {
        return files.faults(brand, new SourceId(id), file, page, locale);
    }
}
