package io.waterwheel.loyalty.draw.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.loyalty.draw.Draw;
import io.waterwheel.loyalty.draw.DrawIds;
import io.waterwheel.loyalty.draw.DrawLedger;
import io.waterwheel.loyalty.draw.Draws;
import io.waterwheel.loyalty.draw.NewDraw;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/lucky-draws")
@Tag(name = "loyalty")
@PreAuthorize("hasRole('OPERATOR')")
class DrawController {

    private final Draws draws;
    private final DrawLedger ledger;

    DrawController(Draws draws, DrawLedger ledger) {
        this.draws = draws;
        this.ledger = ledger;
    }

    @GetMapping
    List<Draw> listLuckyDraws(@PathVariable Brand brand) {
        return draws.list(brand);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Draw createLuckyDraw(@PathVariable Brand brand, @RequestBody NewDraw draw) {
        return draws.create(brand, draw);
    }

    @GetMapping("/{id}")
    Draw getLuckyDraw(@PathVariable Brand brand, @PathVariable String id) {
        return draws.get(brand, DrawIds.number(id));
    }

    /// Once it has begun, its words, its end, and more of what can be won.
    @PutMapping("/{id}")
    Draw changeLuckyDraw(@PathVariable Brand brand, @PathVariable String id, @RequestBody NewDraw draw) {
        return draws.change(brand, DrawIds.number(id), draw);
    }

    @PostMapping("/{id}/start")
    Draw startLuckyDraw(@PathVariable Brand brand, @PathVariable String id) {
        return draws.turn(brand, DrawIds.number(id), true);
    }

    @PostMapping("/{id}/stop")
    Draw stopLuckyDraw(@PathVariable Brand brand, @PathVariable String id) {
        return draws.turn(brand, DrawIds.number(id), false);
    }

    @GetMapping("/{id}/rolls")
    Page<DrawLedger.Roll> listDrawRolls(
            @PathVariable Brand brand, @PathVariable String id, @ModelAttribute PageRequest page) {
        return ledger.rolls(brand, DrawIds.number(id), page);
    }
}
