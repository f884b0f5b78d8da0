package io.waterwheel.wechat.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import io.waterwheel.access.Brand;
import io.waterwheel.wechat.account.AppKind;
import io.waterwheel.wechat.account.WechatApps;
import io.waterwheel.wechat.account.WechatSettings;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/brands/{brand}/wechat")
@Tag(name = "wechat")
@PreAuthorize("hasRole('ADMIN')")
class WechatController {

    private final WechatApps apps;

    WechatController(WechatApps apps) {
        this.apps = apps;
    }

    @GetMapping("/official-account")
    WechatSettings getOfficialAccount(@PathVariable Brand brand) {
        return apps.settings(brand, AppKind.OFFICIAL_ACCOUNT);
    }

    @PutMapping("/official-account")
    WechatSettings updateOfficialAccount(@PathVariable Brand brand, @RequestBody WechatSettings settings) {
        return apps.change(brand, AppKind.OFFICIAL_ACCOUNT, settings);
    }

    @GetMapping("/mini-program")
    WechatSettings getMiniProgram(@PathVariable Brand brand) {
        return apps.settings(brand, AppKind.MINI_PROGRAM);
    }

    @PutMapping("/mini-program")
    WechatSettings updateMiniProgram(@PathVariable Brand brand, @RequestBody WechatSettings settings) {
        return apps.change(brand, AppKind.MINI_PROGRAM, settings);
    }
}
