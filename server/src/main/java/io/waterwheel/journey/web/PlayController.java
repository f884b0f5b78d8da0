package io.waterwheel.journey.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.journey.play.Play;
import io.waterwheel.journey.play.Plays;
import io.waterwheel.journey.saved.Journey;
import java.util.List;
import java.util.Locale;
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
@RequestMapping("/api/brands/{brand}/journeys/plays")
@PreAuthorize("hasRole('OPERATOR')")
@Tag(name = "journey")
class PlayController {

    private final Plays plays;

    PlayController(Plays plays) {
        this.plays = plays;
    }

    @GetMapping
    @Operation(summary = "Ready journeys to begin from")
    List<Play> listPlays(@PathVariable Brand brand, Locale locale) {
        return plays.all(locale);
    }

    @PostMapping("/{play}")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Make a draft of a play, with its templates and its segment")
    Journey takePlay(@PathVariable Brand brand, @PathVariable String play, @RequestBody TakePlay take, Locale locale) {
        return plays.take(brand, play, RequestTexts.checked(take.name(), "/name", 1, 60), take.channel(), locale);
    }
}
