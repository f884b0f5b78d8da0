package io.waterwheel.wecom.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.waterwheel.wecom.directory.StoreTree.Department;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoreTreeTests {

    @Test
    void storesAreBelowTheStoreRoot() {
        StoreTree tree = new StoreTree(List.of(
                new Department(1, "茶水", 0),
                new Department(2, "总部", 1),
                new Department(3, "门店", 1),
                new Department(10, "静安店", 3),
                new Department(11, "徐汇店", 3),
                new Department(100, "早班", 10)));
        assertThat(tree.stores()).containsOnlyKeys(10L, 11L);
        assertThat(tree.storeOf(100)).isEqualTo(10);
        assertThat(tree.storeOf(11)).isEqualTo(11);
        assertThat(tree.storeOf(2)).isNull();
    }

    @Test
    void withoutARootTheLeavesAreStores() {
        StoreTree tree = new StoreTree(
                List.of(new Department(1, "茶水", 0), new Department(2, "静安店", 1), new Department(3, "徐汇店", 1)));
        assertThat(tree.stores()).containsOnlyKeys(2L, 3L);
    }

    @Test
    void aLoopDoesNotHang() {
        StoreTree tree = new StoreTree(List.of(new Department(1, "a", 2), new Department(2, "b", 1)));
        assertThat(tree.storeOf(1)).isNull();
    }
}
