package io.waterwheel.demo.web;

import io.waterwheel.access.Brand;
import io.waterwheel.demo.SeededBrands;
import io.waterwheel.demo.world.Product;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.util.HtmlUtils;

/// A shop window of an invented brand, so that its links lead somewhere. Nothing can be bought here: the
/// simulator's people order by themselves.
@Controller
class ShopPage {

    private static final int SHOWN = 12;
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s</title>
            <style>
              body { margin: 0 auto; max-width: 30rem; padding: 1.5rem; font: 16px/1.6 system-ui, sans-serif;
                     color: #26332b; background: #f4f1ea }
              h1 { margin: 0; letter-spacing: .2em } p { color: #6b756d }
              li { display: flex; justify-content: space-between; gap: 1rem; padding: .7rem 0;
                   border-bottom: 1px solid #dcd6c8 }
              ul { margin: 0; padding: 0 } b { font-weight: 600; color: #9a5b2b }
            </style>
            <h1>%1$s</h1>
            <p>应季上新 · 演示商城，不真正出售 <br>A demonstration; nothing is really for sale.</p>
            <ul>%2$s</ul>
            </html>
            """;

    private final SeededBrands brands;

    ShopPage(SeededBrands brands) {
        this.brands = brands;
    }

    @GetMapping("/demo-shop/{brand}")
    ResponseEntity<String> shop(@PathVariable Brand brand) {
        String products =
                brands.products(brand).stream().limit(SHOWN).map(ShopPage::line).collect(Collectors.joining());
        return ResponseEntity.ok().contentType(HTML).body(PAGE.formatted(text(brand.name()), products));
    }

    private static String line(Product product) {
        return "<li>%s <b>¥%s</b></li>"
                .formatted(
                        text(product.name()),
                        BigDecimal.valueOf(product.price(), 2).toPlainString());
    }

    private static String text(String plain) {
        return HtmlUtils.htmlEscape(plain, StandardCharsets.UTF_8.name());
    }
}
