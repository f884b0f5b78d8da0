package io.waterwheel.loyalty.mall.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.loyalty.mall.MallCodes;
import io.waterwheel.loyalty.mall.MallIds;
import io.waterwheel.loyalty.mall.MallItem;
import io.waterwheel.loyalty.mall.MallItems;
import io.waterwheel.loyalty.mall.NewMallItem;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/mall/items")
@Tag(name = "loyalty")
@PreAuthorize("hasRole('OPERATOR')")
class MallItemController {

    private final MallItems items;
    private final MallCodes codes;

    MallItemController(MallItems items, MallCodes codes) {
        this.items = items;
        this.codes = codes;
    }

    record NewMallCodes(List<String> codes) {}

    @GetMapping
    List<MallItem> listMallItems(@PathVariable Brand brand) {
        return items.list(brand);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    MallItem createMallItem(@PathVariable Brand brand, @RequestBody NewMallItem item) {
        return items.create(brand, item);
    }

    @GetMapping("/{id}")
    MallItem getMallItem(@PathVariable Brand brand, @PathVariable String id) {
        return items.get(brand, MallIds.number(id));
    }

    @PutMapping("/{id}")
    MallItem changeMallItem(@PathVariable Brand brand, @PathVariable String id, @RequestBody NewMallItem item) {
        return items.change(brand, MallIds.number(id), item);
    }

    @PostMapping("/{id}/shelve")
    MallItem shelveMallItem(@PathVariable Brand brand, @PathVariable String id) {
        return items.shelve(brand, MallIds.number(id), true);
    }

    @PostMapping("/{id}/unshelve")
    MallItem unshelveMallItem(@PathVariable Brand brand, @PathVariable String id) {
        return items.shelve(brand, MallIds.number(id), false);
    }

    @PostMapping("/{id}/codes")
    MallCodes.Uploaded uploadMallCodes(
            @PathVariable Brand brand, @PathVariable String id, @RequestBody NewMallCodes given) {
        return codes.upload(brand, MallIds.number(id), given.codes());
    }
}
