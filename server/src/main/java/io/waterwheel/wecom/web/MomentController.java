package io.waterwheel.wecom.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.kernel.page.Page;
import io.waterwheel.kernel.page.PageRequest;
import io.waterwheel.wecom.moment.MomentDesk;
import io.waterwheel.wecom.moment.MomentGuideRow;
import io.waterwheel.wecom.moment.MomentList;
import io.waterwheel.wecom.moment.MomentRow;
import io.waterwheel.wecom.moment.NewMoment;
import java.util.Locale;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What guides are asked to publish for their customers to see.
@RestController
@RequestMapping("/api/brands/{brand}/moments")
@Tag(name = "wecom")
@PreAuthorize("hasRole('OPERATOR')")
class MomentController {

    private final MomentDesk desk;
    private final MomentList list;

    MomentController(MomentDesk desk, MomentList list) {
        this.desk = desk;
        this.list = list;
    }

    @GetMapping
    Page<MomentRow> listMoments(@PathVariable Brand brand, @ModelAttribute PageRequest page, Locale locale) {
        return list.list(brand, locale, page);
    }

    @PostMapping
    MomentRow createMoment(@PathVariable Brand brand, @RequestBody NewMoment moment, Locale locale) {
        return list.get(brand, desk.create(brand, moment), locale);
    }

    @GetMapping("/{id}")
    MomentRow getMoment(@PathVariable Brand brand, @PathVariable long id, Locale locale) {
        return list.get(brand, id, locale);
    }

    @GetMapping("/{id}/guides")
    Page<MomentGuideRow> listGuidesOfMoment(
            @PathVariable Brand brand, @PathVariable long id, @ModelAttribute PageRequest page, Locale locale) {
        return list.guides(brand, id, locale, page);
    }

    @PostMapping("/{id}/cancel")
    MomentRow cancelMoment(@PathVariable Brand brand, @PathVariable long id, Locale locale) {
        desk.cancel(brand, id);
        return list.get(brand, id, locale);
    }
}
