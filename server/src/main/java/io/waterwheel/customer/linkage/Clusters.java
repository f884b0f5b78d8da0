package io.waterwheel.customer.linkage;

/// Who is one person when links are followed from record to record.
public final class Clusters {

    private final int[] parent;

    public Clusters(int records) {
        parent = new int[records];
        for (int i = 0; i < records; i++) {
            parent[i] = i;
        }
    }

    public void join(int left, int right) {
        int one = of(left);
        int other = of(right);
        parent[Math.max(one, other)] = Math.min(one, other);
    }

    /// @return the smallest record of the cluster
    public int of(int record) {
        int root = record;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }
}
