package io.waterwheel.demo;

import io.waterwheel.access.Brand;
import io.waterwheel.demo.world.DemoWorld;
import io.waterwheel.demo.world.Product;
import io.waterwheel.kernel.problem.KernelProblem;
import io.waterwheel.kernel.problem.Problem;
import java.util.List;
import org.springframework.stereotype.Component;

/// What invented brands have on sale.
@Component
public class SeededBrands {

    private final SeededWorlds worlds;

    SeededBrands(SeededWorlds worlds) {
        this.worlds = worlds;
    }

    /// @throws Problem `not-found` when the brand is not an invented one
    public List<Product> products(Brand brand) {
        return worlds.find(brand)
                .map(seeded -> DemoWorld.products(seeded.seed()))
                .orElseThrow(() -> new Problem(KernelProblem.NOT_FOUND).with("what", "demo shop " + brand.key()));
    }
}
