package io.waterwheel.touch.policy;

import io.waterwheel.access.Brand;
import io.waterwheel.segment.ListId;
import io.waterwheel.segment.ListUse;
import java.util.List;
import org.springframework.stereotype.Component;

/// A suppression list cannot be deleted under the policy: nobody would be left out any more.
@Component
class SuppressionUse implements ListUse {

    private final Policies policies;

    SuppressionUse(Policies policies) {
        this.policies = policies;
    }

    @Override
    public List<String> of(Brand brand, ListId list) {
        boolean used = policies.of(brand).suppressionLists().stream()
                .anyMatch(one -> one.list().equals(list));
        return used ? List.of("policy/suppression") : List.of();
    }
}
